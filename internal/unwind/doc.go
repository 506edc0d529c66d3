// Package unwind walks the stacks of tracees: which function called the one
// that makes a system call, and so on up to the start of the thread.
//
// An Unwinder keeps for each process its map of executable memory (maps.go),
// and for each ELF file, whoever maps it, what was looked up in it: call frame
// information (cfi.go finds it, rows.go and expression.go compute with it) and
// symbols (symbols.go). Where a file has no such information for an address,
// frame pointers (fallback.go) are followed as long as they make sense.
//
// All of it is read from files and memory that somebody else controls: work
// and memory are bounded, and what makes no sense ends the walk.
package unwind
