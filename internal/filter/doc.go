// Package filter turns the qualifying expressions of the command line into
// sets: of system calls (-e trace=, abbrev=, verbose=, raw=), of signals
// (-e signal=) and of anything else that has a few named members (status,
// quiet, decode-fds).
//
// All expressions share one grammar: [!]value[,value]..., where all and none
// stand alone and empty values are skipped. When a qualifier is given several
// times the last expression wins; the ones before must still be valid.
// Compiling may allocate; asking a set never does.
package filter
