package ptrace

import (
	"fmt"
	"syscall"
	"unsafe"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// launch starts a command. The child waits until it is traced, makes itself
// what it would be without the tracer, and sends itself launchSignal: from that
// stop on its calls are traced, and the next one is execve.
//
// The signal is one that is ignored by default. So the child goes on to its
// execve, too, if its tracer dies before it has dealt with the stop.
func (e *Engine) launch(t *trace.Target) error {
	c, err := newChild(t, e.was, e.config.Seccomp)
	if err != nil {
		return err
	}
	var gate [2]int
	if err := syscall.Pipe2(gate[:], syscall.O_CLOEXEC); err != nil {
		return fmt.Errorf("making a pipe to %s: %w", t.Path, err)
	}
	defer syscall.Close(gate[0])
	c.gate = gate
	syscall.ForkLock.Lock()
	tid, errno := c.fork()
	syscall.ForkLock.Unlock()
	if errno != 0 {
		syscall.Close(gate[1])
		return fmt.Errorf("making a process for %s: %w", t.Path, errno)
	}
	options := e.options()
	if e.config.Seccomp != nil {
		options |= filteredOptions
	}
	if errno = ptrace(reqSeize, tid, 0, options); errno != 0 {
		err = attachError(tid, errno)
	} else if _, werr := syscall.Write(gate[1], []byte{0}); werr != nil {
		err = fmt.Errorf("starting process %d: %w", tid, werr)
	}
	syscall.Close(gate[1])
	var end waitStatus
	killed := false
	if err != nil {
		// With the gate closed, the child ends, if somebody hasn't killed it already.
		if end, killed = reap(tid); !killed {
			return err
		}
	}
	e.command = launched{pid: tid}
	k := e.addCommand(tid)
	if killed {
		e.halt(k)
		e.queue = append(e.queue, stop{tid: tid, status: end})
	}
	return nil
}

// addCommand makes a task of a process that is on its way to become the command.
func (e *Engine) addCommand(tid int) *task {
	k := e.add(tid, tid, trace.Launched)
	k.phase, k.begun = preparing, true
	k.filtered = e.config.Seccomp != nil
	e.fresh = append(e.fresh, k)
	return k
}

// reap waits for the end of a child that isn't traced, and says whether a signal caused it.
func reap(tid int) (end waitStatus, killed bool) {
	for {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(tid, &status, wAll, nil); err != syscall.EINTR {
			return waitStatus(status), err == nil && status.Signaled()
		}
	}
}

// options are those of PTRACE_SEIZE.
func (e *Engine) options() uintptr {
	o := uintptr(optSysGood | optTraceExec | optTraceExit)
	if e.target.Follow {
		o |= optTraceFork | optTraceVfork | optTraceClone
	}
	if e.config.KillOnExit {
		o |= optExitKill
	}
	return o
}

// prepare deals with the stops of a launched command before its execve and
// after that has failed. It returns false if the stop is everybody's business.
func (e *Engine) prepare(k *task) bool {
	sig := k.status.delivery()
	switch {
	case k.phase == launching:
		return false
	case k.phase == preparing && sig == launchSignal:
		k.phase = launching
		if k.filtered {
			e.filterSet(k)
		}
		if inherit.Has(e.was.Blocked, launchSignal) {
			mask := e.was.Blocked
			_ = ptrace(reqSetSigMask, k.TID, unsafe.Sizeof(mask), uintptr(unsafe.Pointer(&mask))) // if it is gone, its end is reported
		}
		e.goOn(k)
		return true
	}
	req := reqCont
	if k.status.event() == eventStop && k.status.stopSignal() != int(syscall.SIGTRAP) {
		req = reqListen
	}
	if err := e.restart(k, req, sig); err != nil {
		e.err = err
	}
	return true
}
