// Package inherit knows what this process inherited from its parent, as it was
// before the Go runtime changed it, so that a command can be started with
// exactly that.
//
// Before main runs, the runtime (Go 1.26)
//   - opens /dev/null on whichever of descriptors 0, 1 and 2 is closed,
//   - installs a handler for nearly every signal, and so forgets which were
//     ignored (all but SIGHUP and SIGINT),
//   - unblocks the signals that a fault raises (SIGSEGV, SIGFPE, ...),
//   - raises the soft RLIMIT_NOFILE,
//   - (package syscall) drops entries of the environment whose name came before.
//
// None of this can be told afterwards with certainty: a /dev/null on descriptor
// 0 may well be the parent's. So it is recorded before: the runtime's entry
// point calls the function that the variable _cgo_init holds, if any, before
// it does anything else. In a cgo program runtime/cgo sets it; in others
// anyone may (runtime/cgo.go marks the name for linkname; purego does the
// same). Ours makes some seventy system calls, 10 us in all, sets up the thread
// pointer as a cgo program's would have to, and returns.
//
// The price: the program must not contain runtime/cgo, or the linker says
// "duplicated definition of symbol _cgo_init". It comes in with import "C" and,
// where a C compiler is installed, with net and os/user; keep those out, which
// start-up time asks for anyway. Under the race detector, which needs cgo, and
// on other architectures the package falls back on what can still be seen:
// State.Exact is then false.
package inherit
