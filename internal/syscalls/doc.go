// Package syscalls declares the system calls, one file per family.
//
// To add one, write its variable in its family's file, run go generate, and
// add a case to the corpus. The tables from number to declaration, and the
// declarations of calls that nobody has written by hand, are generated (z*.go).
package syscalls

//go:generate go run gostrace/internal/gen/syscalls
