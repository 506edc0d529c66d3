// Package tracetest holds what the tests need to compare our strace with the
// reference: a Differ that runs one command under both tracers and compares
// what they say line by line, and a corpus of small C programs that make
// chosen system calls with chosen arguments.
//
// While writing a decoder, add a program to corpus/FAMILY/NAME.c (see
// corpus/README.md) and look at both tracers and their difference with
//
//	go run ./internal/tracetest/corpus FAMILY/NAME [-v | -X raw | ...]
//
// The comparison is strict: equal number of lines, equal text, but for what
// cannot be equal between two runs. Each such exception is one entry of the
// table in volatile.go, with its reason; processes get their identity in
// identity.go. Environment variables for special occasions:
//
//	GOSTRACE_REFERENCE  the reference to use, instead of strace-reference
//	GOSTRACE_OURS       a ready binary to test, instead of building ./cmd/strace
package tracetest
