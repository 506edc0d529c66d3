//go:build !(linux && amd64) || race || msan || asan

package inherit

import (
	"os/signal"
	"syscall"
)

// initial finds what is left to see after the runtime has started: the two
// signals whose being ignored it respects, and the descriptor limit as it is
// now. What it cannot tell it takes to be the default.
func initial() State {
	var s State
	for _, sig := range []syscall.Signal{syscall.SIGHUP, syscall.SIGINT} {
		if signal.Ignored(sig) {
			s.Ignored |= 1 << (sig - 1)
		}
	}
	var l syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &l) == nil {
		s.NoFile = Limit{l.Cur, l.Max}
	}
	return s
}
