package ptrace

import (
	"errors"
	"fmt"
	"syscall"

	"gostrace/internal/trace"
)

// Close implements trace.Engine: it lets all tasks go, as they are: a signal
// about to be delivered is delivered, a stopped group stays stopped. It waits
// for running ones to stop, as only a stopped task can be let go; a second
// signal (Config.Interruptible) cuts that short and leaves the rest to the
// kernel, which detaches when the tracer ends.
func (e *Engine) Close() error {
	e.tick.remove()
	e.fresh, e.execing = nil, nil
	var errs []error
	let := func(k *task) {
		if err := e.detach(k); err != nil {
			errs = append(errs, err)
		}
	}
	for _, s := range e.queue[e.head:] {
		if k := e.find(s.tid); k != nil {
			k.status = s.status
		}
	}
	e.queue, e.head = e.queue[:0], 0
	for _, k := range e.slots {
		switch {
		case k.TID == 0:
		case k.stopped:
			let(k)
		default:
			if errno := ptrace(reqInterrupt, k.TID, 0, 0); errno != 0 && errno != syscall.ESRCH {
				errs = append(errs, fmt.Errorf("interrupting thread %d: %w", k.TID, errno))
			}
		}
	}
	caughtSignal.Store(0)
	for e.live > 0 && caughtSignal.Load() == 0 {
		tid, errno := e.wait4Blocking()
		if errno == syscall.EINTR {
			continue
		}
		if errno != 0 {
			break // ECHILD: the rest has ended
		}
		s := waitStatus(e.waits.status)
		k := e.find(tid)
		if k == nil {
			if k = e.stranger(stop{tid: tid, status: s}); k == nil {
				continue
			}
		}
		e.halt(k)
		k.status = s
		let(k)
	}
	return errors.Join(errs...)
}

// Detach lets go the task of an event that has not been resumed, which then
// must not be resumed.
func (e *Engine) Detach(ev *trace.Event) error { return e.detach(e.slots[ev.Task.Slot]) }

// detach lets k go, which is stopped or has ended.
func (e *Engine) detach(k *task) error {
	var err error
	if !k.status.stopped() {
		if k.TID == e.command.pid {
			e.command.status, e.command.ended = k.status, true
		}
		e.unhalt(k)
		e.remove(k)
		return nil
	}
	switch k.status.event() {
	case eventFork, eventVfork, eventClone:
		e.adopt(k) // it is traced as well
	}
	sig := k.status.delivery()
	if k.phase == preparing && sig == launchSignal {
		sig = 0
	}
	e.revert(k)
	errno := ptrace(reqDetach, k.TID, 0, uintptr(sig))
	if errno != 0 && errno != syscall.ESRCH {
		err = fmt.Errorf("detaching from thread %d: %w", k.TID, errno)
	}
	if errno == 0 && e.config.OnDetach != nil {
		ev := trace.Event{Kind: trace.Detached, Task: &k.Task}
		e.stamp(&ev, 0)
		e.config.OnDetach(&ev)
	}
	e.unhalt(k)
	e.remove(k)
	return err
}
