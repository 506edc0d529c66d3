package ebpf

import (
	"fmt"
	"syscall"

	"gostrace/internal/trace"
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
	defer e.buryOthers()
	if c.pid == 0 {
		return
	}
	if !c.ended && !e.hold.on {
		var s syscall.WaitStatus
		pid, err := syscall.Wait4(c.pid, &s, syscall.WNOHANG, nil)
		c.ended, c.status = err == nil && pid == c.pid, s
	}
	if !c.ended {
		return
	}
	if k := e.find(c.pid); k != nil && k.last != nil && e.threads[k.PID] == 1 {
		// Threads that are not traced have outlived it.
		k.last.n = uint64(c.status)
		e.bury(k, monotonic())
		return
	}
	// Its record may have been lost.
	if k := e.find(c.pid); k != nil && k.last == nil {
		if c.late++; c.late > 100 {
			if k.open {
				e.q.items = append(e.q.items, item{time: monotonic(), kind: trace.Exiting, task: k, rec: -1})
			}
			k.last = &item{kind: trace.Exited, task: k, rec: -1, n: uint64(c.status)}
			e.bury(k, monotonic())
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

// buryOthers ends leaders whose last threads were not traced, and, now and
// then, tasks that have gone without a record.
func (e *Engine) buryOthers() {
	for _, k := range e.slots {
		switch {
		case k == nil || k.ended || k.PID == e.command.pid:
		case k.last != nil:
			if e.threads[k.PID] == 1 && syscall.Kill(k.PID, 0) == syscall.ESRCH {
				e.bury(k, monotonic())
			}
		case e.idle%lookAround == 0 && e.missing > 0:
			if syscall.Tgkill(k.PID, k.tid, 0) == syscall.ESRCH {
				e.end(k)
			}
		}
	}
}

// lookAround is after how many looks that found nothing tasks are looked for.
const lookAround = 256
