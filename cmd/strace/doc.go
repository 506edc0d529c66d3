// Command strace traces system calls and signals.
//
// It is an independent implementation of strace(1): same options, same output.
// See README.md.
package main
