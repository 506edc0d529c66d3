package ptrace

import (
	"fmt"
	"syscall"
	"unsafe"
)

// launched is what became of the command once it was let go.
type launched struct {
	pid    int // 0: none was launched
	ended  bool
	status waitStatus // if ended
}

// Launched says whether Start has launched a command.
func (e *Engine) Launched() bool { return e.command.pid != 0 }

// PassOn sends the launched command, if there is one and it hasn't ended, the
// signal that ends the tracing, if that is one that people end programs by. To be called before Close, which delivers it.
func (e *Engine) PassOn(sig int) {
	k := e.find(e.command.pid)
	if e.command.pid == 0 || k == nil {
		return
	}
	switch syscall.Signal(sig) {
	case syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGPIPE, syscall.SIGTERM:
	default:
		return // it would have ended this process alone
	}
	// It has not been reaped yet, so the id is still its own.
	syscall.Kill(k.TID, syscall.SIGCONT) // a stopped one, too, is to hear of it
	syscall.Kill(k.TID, syscall.Signal(sig))
}

// Await waits for the end of the launched command after Close has let it go.
// It returns the command's exit status, or the signal that killed it.
//
// Meanwhile this process is no more than the command's parent: what is typed
// (SIGINT, SIGQUIT) is the command's business, other signals end it.
func (e *Engine) Await() (status, sig int, err error) {
	c := &e.command
	if e.config.Interruptible != Never && e.config.Interruptible != NeverTstp {
		for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT} {
			if err := setAction(s, &sigaction{handler: sigIgn}); err != nil {
				return 0, 0, err
			}
		}
		for _, s := range []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM} {
			if e.quiet > 0 {
				break // they are passed on: see below
			}
			if err := setAction(s, &sigaction{handler: sigDfl}); err != nil {
				return 0, 0, err
			}
		}
	}
	for !c.ended && e.quiet > 0 {
		if err := e.attend(); err != nil {
			return 0, 0, err
		}
		if sig := caughtSignal.Swap(0); sig != 0 {
			e.PassOn(int(sig))
		}
	}
	for !c.ended {
		tid, _, errno := syscall.Syscall6(syscall.SYS_WAIT4, uintptr(c.pid), uintptr(unsafe.Pointer(&e.waits.status)), wAll, 0, 0, 0)
		switch {
		case errno == syscall.EINTR:
		case errno != 0:
			return 0, 0, fmt.Errorf("waiting for process %d: %w", c.pid, errno)
		case int(tid) == c.pid && !waitStatus(e.waits.status).stopped():
			c.status, c.ended = waitStatus(e.waits.status), true
		}
	}
	if c.status.exited() {
		return c.status.exitCode(), 0, nil
	}
	return 0, c.status.termSignal(), nil
}
