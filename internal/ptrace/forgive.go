package ptrace

import (
	"syscall"
	"unsafe"

	"gostrace/internal/abi"
)

// Some calls fail with EINTR whenever a task is disturbed in its wait, also by
// a tracer that comes or goes (signal(7), "Interruption of system calls ... by
// stop signals"). A program that has no handlers need not expect that. So when
// the engine has disturbed such a wait, it has the kernel begin it again, as the
// kernel does by itself after most calls. The wait may last longer than was
// asked for, which any wait may.

// restartNoHandler is the result, ERESTARTNOHAND (include/linux/errno.h), that
// tells the kernel to make the call again, unless a handler of the program is
// about to run: then the program gets its EINTR.
const restartNoHandler = -514

// waitsAnew says whether a call that failed with EINTR has done nothing but wait.
func waitsAnew(name string) bool {
	switch name {
	case "epoll_wait", "epoll_pwait", "epoll_pwait2",
		"semop", "semtimedop", "semtimedop_time64",
		"rt_sigtimedwait", "rt_sigtimedwait_time64",
		"io_getevents", "io_pgetevents", "io_pgetevents_time64", "io_uring_enter",
		// With SO_RCVTIMEO or SO_SNDTIMEO; what has begun returns what was done.
		"recvfrom", "recvmsg", "recvmmsg", "recvmmsg_time64", "sendto", "sendmsg", "sendmmsg", "accept", "accept4":
		return true
	}
	return false
}

// disturbed says whether k, which is in a stop, was interrupted in a call that only waits.
func (e *Engine) disturbed(k *task) bool {
	var regs registers
	if ptrace(reqGetRegs, k.TID, 0, uintptr(unsafe.Pointer(&regs))) != 0 {
		return false
	}
	if int32(regs.Rax) != -int32(syscall.EINTR) || int64(regs.Orig_rax) < 0 || getSyscallInfo(k.TID, &e.info) != 0 {
		return false
	}
	a := &abi.X86_64
	if e.info.arch == archI386 {
		a = &abi.I386
	}
	return waitsAnew(a.Syscall(regs.Orig_rax))
}

// forgive has k begin again the wait that attaching to it, or the wish to let
// it go, has disturbed: k is in the stop that PTRACE_INTERRUPT asked for, from
// which the kernel goes on to look at the result.
func (e *Engine) forgive(k *task) {
	if k.status.event() == eventStop && k.status.stopSignal() == int(syscall.SIGTRAP) && e.disturbed(k) {
		setResultRegister(k.TID, restartNoHandler)
	}
}

// postpone says whether k, which was interrupted so that it can be let go, had
// better be let go in its next stop: it is at the exit of a call that only
// waits, and only in the stop that follows can it be forgiven. It goes on there.
func (e *Engine) postpone(k *task) bool {
	if k.status.stopSignal() != sysGoodTrap || k.tamper.Tampering != nil || !k.InSyscall || !e.disturbed(k) {
		return false
	}
	k.InSyscall = false // once is enough
	// Any stop takes back the wish for another , so it must be said again.
	return ptrace(reqInterrupt, k.TID, 0, 0) == 0 && e.restart(k, reqCont, 0) == nil
}
