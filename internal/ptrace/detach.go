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
		k := e.find(s.tid)
		if k == nil {
			if k = e.stranger(s); k == nil {
				continue
			}
		}
		e.halt(k)
		k.status = s.status
	}
	e.queue, e.head = e.queue[:0], 0
	for _, k := range e.slots {
		switch {
		case k.TID == 0, k.silent && !k.stopped:
		case k.silent:
			e.unseen(k)
		case k.stopped:
			let(k)
		case k.filtered:
			e.keep(k)
		default:
			if errno := ptrace(reqInterrupt, k.TID, 0, 0); errno != 0 && errno != syscall.ESRCH {
				errs = append(errs, fmt.Errorf("interrupting thread %d: %w", k.TID, errno))
			}
		}
	}
	caughtSignal.Store(0)
	for e.live > e.quiet && caughtSignal.Load() == 0 {
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
		if k.silent {
			e.unseen(k)
			continue
		}
		if !e.postpone(k) {
			let(k)
		}
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
		e.gone(k, k.status)
		return nil
	}
	if k.filtered {
		e.revert(k)
		e.keep(k)
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
	e.forgive(k)
	errno := ptrace(reqDetach, k.TID, 0, uintptr(sig))
	if errno != 0 && errno != syscall.ESRCH {
		err = fmt.Errorf("detaching from thread %d: %w", k.TID, errno)
	}
	if errno == 0 {
		e.letGo(k)
	}
	e.unhalt(k)
	e.remove(k)
	return err
}

// letGo says that k is no longer traced.
func (e *Engine) letGo(k *task) {
	if e.config.OnDetach == nil {
		return
	}
	ev := trace.Event{Kind: trace.Detached, Task: &k.Task}
	e.stamp(&ev, 0)
	e.config.OnDetach(&ev)
}

// gone forgets k, which has ended.
func (e *Engine) gone(k *task, s waitStatus) {
	if k.TID == e.command.pid {
		e.command.status, e.command.ended = s, true
	}
	e.unhalt(k)
	e.remove(k)
}
