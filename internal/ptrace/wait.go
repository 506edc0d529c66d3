package ptrace

import (
	"fmt"
	"syscall"
	"unsafe"
)

// stop is what wait4 reported of a task.
type stop struct {
	tid    int
	status waitStatus
	cpu    int64 // system time used by its process, nanoseconds; 0 unless asked for
}

// lookAround is how many stops of one task in a row are heard before others are looked for.
const lookAround = 8

// vanished, which wait4 never reports, stands for a task's end without a report.
const vanished = ^waitStatus(0)

// waitArea is where wait4 writes to.
type waitArea struct {
	status uint32
	usage  syscall.Rusage
}

// wait waits until a task has something to report and queues it. With several
// tasks it queues everything that is there: the kernel looks for news in a
// fixed order, so one busy task could keep the others waiting for ever if it
// were resumed before they are heard. Where one is busy and the others sleep,
// it looks for them only now and then.
func (e *Engine) wait() error {
	e.queue, e.head = e.queue[:0], 0
	if e.crowded() && len(e.delays) == 0 {
		return e.waitCrowd()
	}
	e.ticked()
	tid, errno := e.report()
	switch errno {
	case 0:
	case syscall.EINTR:
		return nil
	case syscall.ECHILD:
		// The tasks have gone without a word: so does a leader when a thread
		// that isn't traced makes an execve and takes its id.
		e.lose()
		return nil
	default:
		return fmt.Errorf("waiting for a traced task: %w", errno)
	}
	e.tick.stops++
	e.collect(tid)
	if e.streak++; tid != e.busiest {
		e.busiest, e.streak = tid, 0
	}
	if e.streak%lookAround != 0 {
		return nil
	}
	for e.halted < e.live {
		tid, errno := e.wait4(wNoHang)
		if errno != 0 || tid <= 0 {
			break
		}
		e.collect(tid)
	}
	return nil
}

// report waits for the next report.
func (e *Engine) report() (int, syscall.Errno) {
	if len(e.delays) > 0 {
		left, err := e.expire()
		if err != nil {
			e.err = err
			return 0, syscall.EINTR
		}
		if len(e.delays) > 0 {
			return e.waitDelayed(left)
		}
	}
	return e.poll.wait(e)
}

// collect queues what wait4 has just reported.
func (e *Engine) collect(tid int) {
	s := stop{tid: tid, status: waitStatus(e.waits.status)}
	if e.target.CPUTime {
		t := e.waits.usage.Stime
		s.cpu = t.Sec*1e9 + t.Usec*1e3
	}
	if k := e.find(tid); k != nil && !k.stopped {
		k.stopped = true
		e.halted++
	}
	e.queue = append(e.queue, s)
}

// wait4 asks for one report without blocking; 0 if there is none.
func (e *Engine) wait4(flags int) (int, syscall.Errno) {
	tid, _, errno := syscall.RawSyscall6(syscall.SYS_WAIT4, ^uintptr(0), uintptr(unsafe.Pointer(&e.waits.status)),
		uintptr(flags|wAll|wNoThread), e.usage(), 0, 0)
	return int(tid), errno
}

// wait4Blocking waits for a report. The scheduler is told, so that other
// goroutines and the collector don't wait with it.
func (e *Engine) wait4Blocking() (int, syscall.Errno) {
	tid, _, errno := syscall.Syscall6(syscall.SYS_WAIT4, ^uintptr(0), uintptr(unsafe.Pointer(&e.waits.status)),
		wAll|wNoThread, e.usage(), 0, 0)
	return int(tid), errno
}

// usage is where wait4 is to write the times, if anyone wants them.
func (e *Engine) usage() uintptr {
	if e.target.CPUTime {
		return uintptr(unsafe.Pointer(&e.waits.usage))
	}
	return 0
}

// lose lets go all tasks for which the kernel has nothing to report any more.
func (e *Engine) lose() {
	for _, k := range e.slots {
		if k.TID != 0 {
			e.queue = append(e.queue, stop{tid: k.TID, status: vanished})
		}
	}
}
