//go:build linux && !race && !msan && !asan

package inherit

import "unsafe"

// What early records; see early_amd64.s. Every variable is written before the
// runtime starts and never again.
var (
	actions [Signals + 1]action
	flags   [3]int64 // of descriptors 0 to 2, or a negated errno
	blocked uint64
	noFile  Limit
	tls     [2]uint64 // the first thread's g, at -8 from the thread pointer
)

// action is the kernel's struct sigaction (asm/signal.h).
type action struct{ handler, flags, restorer, mask uint64 }

// _cgo_init is set in early_amd64.s.
//
//go:linkname _cgo_init _cgo_init
var _cgo_init unsafe.Pointer

const (
	sigIgn = 1 // SIG_IGN
	ebadf  = 9
)

func initial() State {
	s := State{Blocked: blocked, NoFile: noFile, Exact: true}
	for fd, f := range flags {
		s.Closed[fd] = f == -ebadf
	}
	for sig := 1; sig <= Signals; sig++ {
		if actions[sig].handler == sigIgn {
			s.Ignored |= 1 << (sig - 1)
		}
	}
	return s
}
