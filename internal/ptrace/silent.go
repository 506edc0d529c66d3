package ptrace

import (
	"fmt"
	"syscall"
)

// A task that has our filter needs a tracer to its end: without one, the calls
// that count would fail with ENOSYS. So a child that nobody wants to hear of,
// and a task that was let go, stay traced, but silently: they stop only for
// calls that count, go on at once, and are in no event.

// keep lets k go as far as anyone can tell, but goes on to trace it silently.
func (e *Engine) keep(k *task) {
	e.letGo(k)
	e.silence(k)
	if k.stopped {
		e.unseen(k)
	}
}

// unseen has a silent task go on after a stop, or forgets it if it has ended.
func (e *Engine) unseen(k *task) {
	switch {
	case !k.status.stopped():
		e.gone(k, k.status)
	case k.phase == traced || !e.prepare(k):
		e.passUnseen(k)
	}
}

// passUnseen has a silent task go on after a stop.
func (e *Engine) passUnseen(k *task) {
	req, sig := e.onward(k), k.status.delivery()
	switch k.status.event() {
	case eventFork, eventVfork, eventClone:
		e.adopt(k)
	case eventExec:
		if k.phase == launching {
			k.phase = traced
		}
		if old, ok := eventMessage(k.TID, eventExec); ok {
			if x := e.find(old); x != nil && x != k {
				e.supersede(k, x)
				k = x
			}
		}
		req = e.onward(k)
	case eventSeccomp:
		if info := &e.info; getSyscallInfo(k.TID, info) == 0 && info.op == infoSeccomp {
			e.ours(k, uint32(info.spare[0]))
		}
	case eventStop:
		if s := syscall.Signal(k.status.stopSignal()); s != syscall.SIGTRAP {
			req = reqListen
		}
	}
	k.InSyscall, k.skip = false, false
	if err := e.restart(k, req, sig); err != nil {
		e.err = err
	}
}

// supersede ends k, a leader whose id the thread x of its group has taken over
// by execve.
func (e *Engine) supersede(k, x *task) {
	tid, status := k.TID, k.status
	e.unhalt(k)
	e.remove(k)
	e.rename(x, tid)
	e.halt(x)
	x.status = status
}

// replaced deals with the execve of a silent thread that has taken over the id
// of k, its leader. If the thread weren't traced, only the end of the process
// would be heard of, by its parent.
func (e *Engine) replaced(k, x *task) {
	e.unhalt(x)
	e.remove(x)
	k.mute = true
	e.goOn(k)
}

// Silent returns how many tasks are traced silently. When Next has returned
// io.EOF, or Close has returned, they still need their tracer: see Stay.
func (e *Engine) Silent() int { return e.quiet }

// Stay waits until no silent task is left, or until a fatal signal
// (Config.Interruptible) comes, which is then returned; 0 if none has.
func (e *Engine) Stay() (sig int, err error) {
	for e.quiet > 0 {
		if sig := caughtSignal.Swap(0); sig != 0 {
			return int(sig), nil
		}
		if err := e.attend(); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// attend waits for one report about a silent task and deals with it.
func (e *Engine) attend() error {
	tid, errno := e.wait4Blocking()
	switch errno {
	case 0:
	case syscall.EINTR:
		return nil
	case syscall.ECHILD:
		for _, k := range e.slots {
			if k.TID != 0 {
				e.gone(k, vanished)
			}
		}
		return nil
	default:
		return fmt.Errorf("waiting for a traced task: %w", errno)
	}
	s := stop{tid: tid, status: waitStatus(e.waits.status)}
	k := e.find(tid)
	if k == nil {
		if k = e.stranger(s); k == nil {
			return nil
		}
		e.silence(k)
	}
	e.halt(k)
	k.status = s.status
	e.unseen(k)
	return e.err
}
