package ebpf

import (
	"encoding/binary"
	"fmt"
	"syscall"
	"unsafe"
)

// With Config.Lossless a task that has written the record by which the ring is
// more than half full is sent SIGSTOP by the program that wrote it. This
// process traces the task by ptrace, but asks for no stops; so it is told of
// the signal before it is delivered, keeps the task until the ring has been
// read, and lets it go on without it: nobody else sees the signal. Other
// signals are passed on, and stops of groups left as they are.

const (
	ptraceCont       = 7
	ptraceDetach     = 17
	ptraceGetSigInfo = 0x4202
	ptraceSeize      = 0x4206
	ptraceInterrupt  = 0x4207
	ptraceListen     = 0x4208

	followOptions = 2 | 4 | 8 // PTRACE_O_TRACEFORK, VFORK, CLONE
	eventStop     = 128       // PTRACE_EVENT_STOP
	waitAll       = 0x40000000
	siKernel      = 0x80 // of a signal that no process has sent (asm-generic/siginfo.h)
)

// A holder keeps tasks back.
type holder struct {
	on   bool
	held []int
	info [128]byte
}

// ptrace makes one request. That the task has died meanwhile is no error of ours: its end is a record.
func ptrace(request, tid int, addr, data uintptr) syscall.Errno {
	_, _, errno := syscall.RawSyscall6(syscall.SYS_PTRACE, uintptr(request), uintptr(tid), addr, data, 0, 0)
	return errno
}

// seize makes tid a task that can be held back, and so its children.
func (e *Engine) seize(tid int) error {
	if !e.config.Lossless {
		return nil
	}
	options := uintptr(0)
	if e.target.Follow || len(e.target.PIDs) > 0 {
		options = followOptions
	}
	switch errno := ptrace(ptraceSeize, tid, 0, options); errno {
	case 0:
	case syscall.ESRCH:
	default:
		return fmt.Errorf("--lossless: holding back thread %d: %w (another tracer, a debugger perhaps, has it)", tid, errno)
	}
	e.hold.on = true
	return nil
}

// attend deals with what tasks that can be held back have to report. It returns
// when nothing is to report.
func (e *Engine) attend() {
	h := &e.hold
	if !h.on {
		return
	}
	for {
		var s syscall.WaitStatus
		tid, err := syscall.Wait4(-1, &s, syscall.WNOHANG|waitAll, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || tid <= 0 {
			break
		}
		if !s.Stopped() {
			if tid == e.command.pid {
				e.command.ended, e.command.status = true, s
			} else if e.config.OnChild != nil && e.find(tid) == nil {
				e.config.OnChild(tid, uint32(s))
			}
			continue
		}
		e.halted(tid, uint32(s))
	}
	if len(h.held) > 0 && e.ring.waiting() < e.ring.size/8 {
		e.letGo()
	}
}

// halted deals with the stop of one task.
func (e *Engine) halted(tid int, status uint32) {
	h := &e.hold
	sig, event := int(status>>8&0xff), int(status>>16)
	switch {
	case event == eventStop && stops(sig):
		_ = ptrace(ptraceListen, tid, 0, 0)
	case event != 0:
		_ = ptrace(ptraceCont, tid, 0, 0)
	case h.ours(tid, sig):
		h.held = append(h.held, tid)
	default:
		_ = ptrace(ptraceCont, tid, 0, uintptr(sig))
	}
}

// ours says whether the signal that a stopped task is about to get is from our program.
func (h *holder) ours(tid, sig int) bool {
	return sig == sigStop && ptrace(ptraceGetSigInfo, tid, 0, uintptr(unsafe.Pointer(&h.info))) == 0 &&
		binary.LittleEndian.Uint32(h.info[8:]) == siKernel
}

// letGo lets the tasks that are held back go on, without the signal.
func (e *Engine) letGo() {
	for _, tid := range e.hold.held {
		_ = ptrace(ptraceCont, tid, 0, 0)
	}
	e.hold.held = e.hold.held[:0]
}

// unseize ends the tracing by ptrace; what runs is stopped for a moment.
func (e *Engine) unseize() {
	if !e.hold.on {
		return
	}
	e.hold.on = false
	for _, tid := range e.hold.held {
		_ = ptrace(ptraceDetach, tid, 0, 0)
	}
	e.hold.held = nil
	for _, k := range e.byTID {
		if ptrace(ptraceInterrupt, k.tid, 0, 0) != 0 {
			continue
		}
		for {
			var s syscall.WaitStatus
			tid, err := syscall.Wait4(k.tid, &s, waitAll, nil)
			if err == syscall.EINTR {
				continue
			}
			if err == nil && tid == k.tid && s.Stopped() {
				sig := uintptr(0)
				if event := uint32(s) >> 16; event == 0 {
					sig = uintptr(s.StopSignal())
				}
				if e.hold.ours(tid, int(sig)) {
					sig = 0
				}
				_ = ptrace(ptraceDetach, tid, 0, sig)
			} else if err == nil && tid == e.command.pid {
				e.command.ended, e.command.status = true, s
			}
			break
		}
	}
}
