package ptrace

import (
	"encoding/binary"
	"syscall"
	"unsafe"

	"gostrace/internal/filter"
	"gostrace/internal/trace"
)

// With a filter (Config.Seccomp) a task runs on PTRACE_CONT, and the kernel
// stops it only where the filter says so: at the entry of a call that counts.
// From there it goes on by PTRACE_SYSCALL, to stop at the call's exit. Where the
// filter does not tell all (Seccomp.Native, task.exact) a task runs on
// PTRACE_SYSCALL as without one, and its stops by the filter are nobody's business.
//
// A filter is for ever, and inherited: so children that nobody wants to hear of
// are traced as well, silently (silent.go).

// From linux/seccomp.h, linux/prctl.h and asm/unistd_64.h.
const (
	sysSeccomp       = 317
	seccompSetFilter = 1 // SECCOMP_SET_MODE_FILTER
	// seccompSpecAllow leaves the processor's speculation as it is (SECCOMP_FILTER_FLAG_SPEC_ALLOW).
	seccompSpecAllow = 1 << 2
	prSetNoNewPrivs  = 38
)

// filteredOptions are what a task with a filter must be traced with.
const filteredOptions = optTraceSeccomp | optTraceFork | optTraceVfork | optTraceClone | optExitKill

// sockFprog is struct sock_fprog, linux/filter.h.
type sockFprog struct {
	length uint16
	insns  *filter.Insn
}

// launchInfo is the siginfo_t of launchSignal (asm-generic/siginfo.h): its
// value is the errno of setting the filter.
type launchInfo struct {
	signo, errno, code, _ int32
	pid, uid              int32
	value                 uint64
	_                     [12]uint64
}

const siQueue = -1 // SI_QUEUE

// filterSet finds out, at launchSignal, whether the command k could set its filter.
func (e *Engine) filterSet(k *task) {
	var info [128]byte
	if ptrace(reqGetSigInfo, k.TID, 0, uintptr(unsafe.Pointer(&info))) != 0 {
		return // it is gone
	}
	errno := syscall.Errno(binary.NativeEndian.Uint64(info[unsafe.Offsetof(launchInfo{}.value):]))
	if errno == 0 {
		return
	}
	refused := e.config.Seccomp.Refused
	k.filtered, e.config.Seccomp = false, nil
	_ = ptrace(reqSetOptions, k.TID, 0, e.options()) // if it is gone, its end is reported
	if refused != nil {
		refused(errno)
	}
}

// onward returns the request by which k goes on to its next stop.
func (e *Engine) onward(k *task) int {
	switch {
	case !k.filtered, k.phase == launching:
		return reqSyscall
	case k.silent, k.mute:
		return reqCont
	case k.exact, k.InSyscall:
		return reqSyscall
	}
	if native := e.config.Seccomp.Native; native != nil && k.ABI != native {
		return reqSyscall
	}
	return reqCont
}

// seccompStop deals with a stop by a filter: for ours it fills in the event for
// the entry to a call.
func (e *Engine) seccompStop(k *task, ev *trace.Event) bool {
	info := &e.info
	if getSyscallInfo(k.TID, info) != 0 || info.op != infoSeccomp {
		return false
	}
	if !e.ours(k, uint32(info.spare[0])) || k.InSyscall {
		e.goOn(k)
		return false
	}
	ev.IP, ev.SP = info.ip, info.sp
	return entered(k, info, ev)
}

// ours says whether it was our filter that stopped k, by the data that come
// with the stop. Another's fails the call, as it does where nobody traces.
func (e *Engine) ours(k *task, data uint32) bool {
	const mask = 0xffff // SECCOMP_RET_DATA
	switch data {
	case filter.SeccompSandbox & mask:
		// Another filter may be about to come, and may have calls fail that
		// ours then never sees. It may be for all threads.
		for _, t := range e.slots {
			if t.TID != 0 && t.PID == k.PID {
				t.exact = true
			}
		}
		return true
	case filter.SeccompStop & mask:
		return true
	}
	var regs syscall.PtraceRegs
	if ptrace(reqGetRegs, k.TID, 0, uintptr(unsafe.Pointer(&regs))) == 0 {
		enosys := -int64(syscall.ENOSYS)
		regs.Orig_rax, regs.Rax = ^uint64(0), uint64(enosys)
		_ = ptrace(reqSetRegs, k.TID, 0, uintptr(unsafe.Pointer(&regs)))
	}
	return false
}
