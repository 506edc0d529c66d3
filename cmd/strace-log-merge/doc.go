// Command strace-log-merge merges the files that strace -ff -tt -o PREFIX wrote,
// one for each process, into one trace in the order of time.
package main
