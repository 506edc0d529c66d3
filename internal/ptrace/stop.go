package ptrace

import (
	"fmt"
	"syscall"
	"unsafe"

	"gostrace/internal/abi"
	"gostrace/internal/trace"
)

// dispatch turns a stop into an event. It returns false if the stop is nobody's
// business; then it has dealt with it. A task that cannot be asked any more, or
// turns out to be in another stop, has been killed in the meantime: wait4 will
// report what became of it.
func (e *Engine) dispatch(s stop, ev *trace.Event) bool {
	k := e.find(s.tid)
	if k == nil {
		if k = e.stranger(s); k == nil {
			return false
		}
		if !k.begun && !k.silent {
			e.head-- // its Attached event first, then this stop
			ev.Kind, ev.Task, ev.By = trace.Attached, &k.Task, 0
			return true
		}
	}
	if !s.status.stopped() {
		return e.ended(k, s.status, ev)
	}
	ev.Task = &k.Task
	k.status = s.status
	if k.phase != traced && e.prepare(k) {
		return false
	}
	if k.silent || k.mute {
		e.passUnseen(k)
		return false
	}
	sig, event := s.status.stopSignal(), s.status.event()
	switch {
	case sig == sysGoodTrap:
		return e.syscallStop(k, ev)
	case event == 0:
		return e.signalStop(k, sig, ev)
	case event == eventSeccomp:
		return e.seccompStop(k, ev)
	case event == eventStop:
		return e.groupStop(k, sig, ev)
	case event == eventFork, event == eventVfork, event == eventClone:
		return e.forked(k, ev)
	case event == eventExec:
		return e.executed(k, ev)
	case event == eventExit:
		ev.Kind = trace.Exiting
		return true
	}
	e.goOn(k)
	return false
}

// goOn resumes a task after a stop that is nobody's business.
func (e *Engine) goOn(k *task) {
	if err := e.restart(k, e.onward(k), 0); err != nil {
		e.err = err
	}
}

// stranger deals with a report about no known task: it returns the task that it
// turns out to be, or nil.
func (e *Engine) stranger(s stop) *task {
	if !s.status.stopped() {
		if s.tid != int(wakerPID.Load()) && e.config.OnChild != nil {
			e.config.OnChild(s.tid, uint32(s.status))
		}
		return nil
	}
	if s.status.event() == eventExec {
		// A thread that is traced without its leader took the leader's id.
		if old, ok := eventMessage(s.tid, eventExec); ok {
			if k := e.find(old); k != nil {
				e.rename(k, s.tid)
				e.halt(k)
				return k
			}
		}
	}
	if !e.target.Follow && e.config.Seccomp == nil {
		// A child made with CLONE_PTRACE, which is traced although nobody asked.
		if errno := ptrace(reqDetach, s.tid, 0, uintptr(s.status.delivery())); errno != 0 && errno != syscall.ESRCH {
			e.err = fmt.Errorf("detaching from thread %d: %w", s.tid, errno)
		}
		return nil
	}
	// A child whose parent has not yet been heard of having it.
	e.poll.disturb()
	k := e.add(s.tid, group(s.tid, 0), trace.Followed)
	e.halt(k)
	if e.config.Seccomp != nil {
		// Its parent's stop will tell; until then, see everything.
		k.filtered = len(e.target.PIDs) == 0 || statusOf(k.TID).number("Seccomp") > 0
		k.exact = true
		if !e.target.Follow {
			e.silence(k)
		}
	}
	return k
}

// halt notes that k is stopped in our hands.
func (e *Engine) halt(k *task) {
	if !k.stopped {
		k.stopped = true
		e.halted++
	}
}

// unhalt notes that k no longer is.
func (e *Engine) unhalt(k *task) {
	if k.stopped {
		k.stopped = false
		e.halted--
	}
}

// ended fills in the event for the end of a task.
func (e *Engine) ended(k *task, s waitStatus, ev *trace.Event) bool {
	if k.silent {
		e.gone(k, s)
		return false
	}
	ev.Task = &k.Task
	switch {
	case s == vanished:
		ev.Kind = trace.Detached
	case s.exited():
		ev.Kind, ev.Status = trace.Exited, s.exitCode()
	default:
		ev.Kind, ev.Sig, ev.Core = trace.Killed, s.termSignal(), s.core()
	}
	return true
}

// syscallStop fills in the event for the entry to or the exit from a call.
func (e *Engine) syscallStop(k *task, ev *trace.Event) bool {
	if k.skip && k.InSyscall && k.phase == traced {
		k.skip, k.InSyscall = false, false
		e.goOn(k)
		return false
	}
	info := &e.info
	if errno := getSyscallInfo(k.TID, info); errno != 0 {
		if errno == syscall.EIO {
			e.err = ErrOldKernel
		}
		return false
	}
	ev.IP, ev.SP = info.ip, info.sp
	switch info.op {
	case infoEntry:
		return entered(k, info, ev)
	case infoExit:
		if !k.InSyscall {
			break
		}
		k.InSyscall = false
		if k.phase == launching {
			k.phase = failed // or its success would have been an event
		}
		ev.Kind, ev.Ret, ev.Failed = trace.SyscallExit, int64(info.data[0]), uint8(info.data[1]) != 0
		ev.Tampered, ev.PokeErr = 0, nil
		if k.tamper.Tampering != nil {
			e.tampered(k, ev)
		}
		return true
	default:
		return false
	}
	e.goOn(k)
	return false
}

// entered fills in the event for the entry to a call.
func entered(k *task, info *syscallInfo, ev *trace.Event) bool {
	k.InSyscall = true
	k.tamper.Tampering = nil
	if info.arch == archI386 {
		k.ABI = &abi.I386
	} else {
		k.ABI = &abi.X86_64
	}
	ev.Kind, ev.Skip = trace.SyscallEnter, false
	ev.Nr, ev.Args = info.data[0], [6]uint64(info.data[1:7])
	return true
}

// signalStop fills in the event for a signal that is about to be delivered.
func (e *Engine) signalStop(k *task, sig int, ev *trace.Event) bool {
	ev.Kind, ev.Sig = trace.Signal, sig
	errno := ptrace(reqGetSigInfo, k.TID, 0, uintptr(unsafe.Pointer(&ev.Info)))
	if errno == syscall.ESRCH || errno == 0 && stopCode(&ev.Info) == eventExit<<8|int(syscall.SIGTRAP) {
		return false
	}
	ev.NoInfo = errno != 0
	e.locate(k, ev)
	return true
}

// locate fills in where the task is, if anyone wants to know.
func (e *Engine) locate(k *task, ev *trace.Event) {
	if e.target.IP && getSyscallInfo(k.TID, &e.info) == 0 {
		ev.IP, ev.SP = e.info.ip, e.info.sp
	}
}

// groupStop deals with PTRACE_EVENT_STOP: a task's first stop, a stop of its
// group by sig, or with SIGTRAP the end of one.
func (e *Engine) groupStop(k *task, sig int, ev *trace.Event) bool {
	first := !k.begun
	k.begun = true
	if first && k.Origin == trace.Requested {
		k.Resuming = interruptedCall(k.TID)
		e.forgive(k)
	}
	switch syscall.Signal(sig) {
	case syscall.SIGSTOP, syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU:
		ev.Kind, ev.Sig = trace.GroupStop, sig
		e.locate(k, ev)
		return true
	}
	e.goOn(k)
	return false
}

// forked fills in the Attached event for the child of k, which stays stopped
// until that is dealt with. If the child was heard of first, it has been.
func (e *Engine) forked(k *task, ev *trace.Event) bool {
	child, ok := e.adopt(k)
	if !ok {
		return false
	}
	if child == nil || child.silent {
		e.goOn(k)
		return false
	}
	child.parent = k
	ev.Kind, ev.Task, ev.By = trace.Attached, &child.Task, k.TID
	return true
}

// adopt makes a task of the child for which k has stopped; nil if it is one
// already. It returns false if k is in that stop no more.
func (e *Engine) adopt(k *task) (*task, bool) {
	tid, ok := eventMessage(k.TID, k.status.event())
	if !ok || tid == 0 {
		return nil, ok
	}
	if child := e.find(tid); child != nil {
		child.filtered, child.exact = k.filtered, k.exact
		return nil, true
	}
	e.poll.disturb()
	child := e.add(tid, group(tid, k.PID), trace.Followed)
	child.filtered, child.exact = k.filtered, k.exact
	if k.silent || !e.target.Follow {
		e.silence(child)
	}
	return child, true
}

// executed fills in the event for an execve that succeeded. If a thread other
// than the leader made it, k is the leader's, of which the kernel said nothing
// more, and the thread has its id now.
func (e *Engine) executed(k *task, ev *trace.Event) bool {
	ev.Kind = trace.Exec
	if k.phase == launching {
		k.phase = traced
	}
	old, ok := eventMessage(k.TID, eventExec)
	if !ok {
		return false
	}
	x := e.find(old)
	if x == nil || x == k {
		return true
	}
	if x.silent && !k.silent {
		e.replaced(k, x)
		return false
	}
	e.forget(k)
	e.unhalt(k)
	e.rename(x, k.TID)
	e.halt(x)
	x.status = k.status
	e.execing = x
	ev.Kind, ev.By = trace.Superseded, old
	return true
}

// group returns the thread group id of tid. It may be that of its parent's.
func group(tid, parent int) int {
	for _, pid := range [...]int{tid, parent} {
		_, _, errno := syscall.RawSyscall(syscall.SYS_TGKILL, uintptr(pid), uintptr(tid), 0)
		if pid > 0 && (errno == 0 || errno == syscall.EPERM) {
			return pid
		}
	}
	return threadGroup(tid)
}
