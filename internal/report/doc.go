// Package report assembles lines: which task, when, the call, the alignment of
// its result, "<unfinished ...>" and "<... resumed>", one file per process;
// or one JSON object per event. It decides when what was written goes out.
package report
