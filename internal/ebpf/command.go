package ebpf

import (
	"fmt"
	"syscall"
)

// launched is what became of the command once it was let go.
type launched struct {
	pid    int // 0: none was launched
	ended  bool
	status syscall.WaitStatus // if ended
	late   int                // looks since it ended at which its end had not been read
}

// Launched says whether Start has launched a command.
func (e *Engine) Launched() bool { return e.command.pid != 0 }

// PassOn sends the launched command, if there is one and it hasn't ended, the
// signal that ends the tracing.
func (e *Engine) PassOn(sig int) {
	if e.command.pid == 0 || e.command.ended {
		return
	}
	// It has not been reaped yet, so the id is still its own.
	syscall.Kill(e.command.pid, syscall.SIGCONT) // a stopped one, too, is to hear of it
	syscall.Kill(e.command.pid, syscall.Signal(sig))
}

// reap notices that the command has ended.
func (e *Engine) reap() {
	c := &e.command
	if c.pid == 0 {
		return
	}
	if !c.ended {
		var s syscall.WaitStatus
		pid, err := syscall.Wait4(c.pid, &s, syscall.WNOHANG, nil)
		c.ended, c.status = err == nil && pid == c.pid, s
		return
	}
	// Its record may have been lost.
	if k := e.find(c.pid); k != nil && k.last == nil {
		if c.late++; c.late > 100 {
			e.end(k)
		}
	}
}

// Await waits for the end of the launched command after Close has let it go.
// It returns the command's exit status, or the signal that killed it.
func (e *Engine) Await() (status, sig int, err error) {
	c := &e.command
	for !c.ended {
		pid, err := syscall.Wait4(c.pid, &c.status, 0, nil)
		switch {
		case err == syscall.EINTR:
		case err != nil:
			return 0, 0, fmt.Errorf("waiting for process %d: %w", c.pid, err)
		case pid == c.pid:
			c.ended = true
		}
	}
	if c.status.Exited() {
		return c.status.ExitStatus(), 0, nil
	}
	return 0, int(c.status.Signal()), nil
}
