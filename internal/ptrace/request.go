package ptrace

import (
	"encoding/binary"
	"syscall"
	"unsafe"
)

// Requests, options and events: linux/ptrace.h; waiting: linux/wait.h.
const (
	reqPeekData       = 2
	reqPokeData       = 5
	reqCont           = 7
	reqGetRegs        = 12
	reqDetach         = 17
	reqSyscall        = 24
	reqGetEventMsg    = 0x4201
	reqGetSigInfo     = 0x4202
	reqSeize          = 0x4206
	reqInterrupt      = 0x4207
	reqListen         = 0x4208
	reqSetOptions     = 0x4200
	reqSetRegs        = 13
	reqSetSigMask     = 0x420b
	reqGetSyscallInfo = 0x420e
	reqSetSyscallInfo = 0x4212

	optSysGood      = 1 << 0
	optTraceFork    = 1 << 1
	optTraceVfork   = 1 << 2
	optTraceClone   = 1 << 3
	optTraceExec    = 1 << 4
	optTraceExit    = 1 << 6
	optTraceSeccomp = 1 << 7
	optExitKill     = 1 << 20

	eventFork    = 1
	eventVfork   = 2
	eventClone   = 3
	eventExec    = 4
	eventExit    = 6
	eventSeccomp = 7
	eventStop    = 128

	wNoHang   = 1
	wAll      = 0x40000000
	wNoThread = 0x20000000 // only children of this thread: not those that other goroutines started

	infoEntry   = 1 // PTRACE_SYSCALL_INFO_ENTRY
	infoExit    = 2
	infoSeccomp = 3

	archX86_64 = 0xc000003e // AUDIT_ARCH_X86_64, linux/audit.h
	archI386   = 0x40000003

	sysGoodTrap = int(syscall.SIGTRAP) | 0x80
)

// syscallInfo is struct ptrace_syscall_info (linux/ptrace.h). At an entry, data
// is nr and args; at an exit, the result and in the lowest byte of the second
// word is_error; at a stop by seccomp, spare[0] is what the filter says.
type syscallInfo struct {
	op    uint8
	_     [3]uint8
	arch  uint32
	ip    uint64
	sp    uint64
	data  [7]uint64
	spare [2]uint64 // of later kernels and PTRACE_SYSCALL_INFO_SECCOMP
}

// ptrace makes a request that takes two plain numbers. No request blocks.
func ptrace(req, tid int, addr, data uintptr) syscall.Errno {
	_, _, e := syscall.RawSyscall6(syscall.SYS_PTRACE, uintptr(req), uintptr(tid), addr, data, 0, 0)
	return e
}

// getSyscallInfo describes the stop that tid is in.
func getSyscallInfo(tid int, info *syscallInfo) syscall.Errno {
	return ptrace(reqGetSyscallInfo, tid, unsafe.Sizeof(*info), uintptr(unsafe.Pointer(info)))
}

// eventMessage returns what the event that tid is stopped for is about: a
// thread id. It returns false if tid has been killed: it may then be in another
// stop already, PTRACE_EVENT_EXIT, whose message is an exit status.
func eventMessage(tid, event int) (int, bool) {
	var msg uint64
	if ptrace(reqGetEventMsg, tid, 0, uintptr(unsafe.Pointer(&msg))) != 0 {
		return 0, false
	}
	var info [128]byte
	if ptrace(reqGetSigInfo, tid, 0, uintptr(unsafe.Pointer(&info))) != 0 {
		return 0, false
	}
	return int(msg), stopCode(&info) == event<<8|int(syscall.SIGTRAP)
}

// stopCode returns si_code of a siginfo_t (asm-generic/siginfo.h). For an event
// the kernel makes one up, whose code tells which.
func stopCode(info *[128]byte) int { return int(int32(binary.LittleEndian.Uint32(info[8:]))) }

// interruptedCall returns the system call that tid, stopped, was in, or -1.
func interruptedCall(tid int) int {
	var regs syscall.PtraceRegs
	if ptrace(reqGetRegs, tid, 0, uintptr(unsafe.Pointer(&regs))) != 0 {
		return -1
	}
	return int(int32(regs.Orig_rax))
}

// A waitStatus is what wait4 says of a task (wait(2), ptrace(2)).
type waitStatus uint32

func (s waitStatus) exited() bool    { return s&0x7f == 0 }
func (s waitStatus) stopped() bool   { return s&0xff == 0x7f }
func (s waitStatus) exitCode() int   { return int(s >> 8 & 0xff) }
func (s waitStatus) stopSignal() int { return int(s >> 8 & 0xff) }
func (s waitStatus) termSignal() int { return int(s & 0x7f) }
func (s waitStatus) core() bool      { return s&0x80 != 0 }
func (s waitStatus) event() int      { return int(s >> 16) }

// delivery is the signal that a task stopped with s is about to receive, or 0.
func (s waitStatus) delivery() int {
	if sig := s.stopSignal(); s.stopped() && s.event() == 0 && sig != sysGoodTrap {
		return sig
	}
	return 0
}
