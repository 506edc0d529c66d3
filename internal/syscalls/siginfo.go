package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Siginfo is siginfo_t (asm-generic/siginfo.h): which members count depends on
// the code, where that is general, else on the signal (sigaction(2)).
var Siginfo = d.Struct{Of: abi.Sizeof_siginfo, Fields: []*d.Field{
	{Name: "si_signo", At: abi.Siginfo_si_signo, Type: Sig},
	{Name: "si_code", At: abi.Siginfo_si_code, Type: siCode{}},
	{Name: "si_errno", At: abi.Siginfo_si_errno, Type: d.Errno, If: hasErrno},
	{Name: "si_pid", At: abi.Siginfo_sifields_kill_pid, Type: d.PID, If: siSender},
	{Name: "si_uid", At: abi.Siginfo_sifields_kill_uid, Type: d.UID, If: siSender},
	{Name: "si_status", At: abi.Siginfo_sifields_sigchld_status, Type: d.Func(showStatus), If: siIsChild},
	{Name: "si_utime", At: abi.Siginfo_sifields_sigchld_utime, Type: d.Int64, If: siIsChild},
	{Name: "si_stime", At: abi.Siginfo_sifields_sigchld_stime, Type: d.Int64, If: siIsChild},
	{Name: "si_timerid", At: abi.Siginfo_sifields_timer_tid, Type: d.Hex32, If: siIsTimer},
	{Name: "si_overrun", At: abi.Siginfo_sifields_timer_overrun, Type: d.Int, If: siIsTimer},
	{Name: "si_int", At: abi.Siginfo_sifields_rt_sigval_sival_int, Type: d.Int, If: siHasValue},
	{Name: "si_ptr", At: abi.Siginfo_sifields_rt_sigval_sival_ptr, Type: d.Addr, If: siHasValue},
	{Name: "si_addr", At: abi.Siginfo_sifields_sigfault_addr, Type: d.Addr, If: siIsFault},
	{Name: "si_band", At: abi.Siginfo_sifields_sigpoll_band, Type: &siBand, If: siIsPoll},
	{Name: "si_fd", At: abi.Siginfo_sifields_sigpoll_fd, Type: d.FD, If: siIsPoll},
	{Name: "si_call_addr", At: abi.Siginfo_sifields_sigsys_call_addr, Type: d.Addr, If: siIsSys},
	{Name: "si_syscall", At: abi.Siginfo_sifields_sigsys_syscall, Type: d.Func(showSysNr), If: siIsSys},
	{Name: "si_arch", At: abi.Siginfo_sifields_sigsys_arch, Type: &d.Enum{Of: &xlat.AuditArch}, If: siIsSys},
}}

// Sig is a signal number.
var Sig = d.Signal

// The layouts of the part behind si_code.
const (
	siKill = 1 << iota
	siQueue
	siTimer
	siChild
	siFault
	siPoll
	siSys
)

// Codes and signals that choose a layout (asm-generic/siginfo.h, asm/signal.h).
const (
	siUser, siKernel, siQueueCode, siTimerCode, siTkill = 0, 0x80, -1, -2, -6

	sigIll, sigTrap, sigBus, sigFPE, sigSegv, sigChld, sigIO, sigSys = 4, 5, 7, 8, 11, 17, 29, 31
)

func siMember(c *d.Call, m abi.Member) int32 {
	return int32((d.M + d.Expr(m)).Eval(c))
}

func layoutOf(c *d.Call) int {
	switch code := siMember(c, abi.Siginfo_si_code); code {
	case siUser, siTkill:
		return siKill
	case siTimerCode:
		return siTimer
	case siKernel:
		switch siMember(c, abi.Siginfo_si_signo) {
		case sigSegv, sigBus, sigIll, sigFPE, sigTrap:
			return siFault
		}
		return 0
	default:
		if code < 0 {
			return siQueue
		}
	}
	switch siMember(c, abi.Siginfo_si_signo) {
	case sigChld:
		return siChild
	case sigSegv, sigBus, sigIll, sigFPE, sigTrap:
		return siFault
	case sigIO:
		return siPoll
	case sigSys:
		return siSys
	}
	return siKill
}

// Conditions on the layout, for the fields of Siginfo.
func siSender(c *d.Call) bool  { return layoutOf(c)&(siKill|siQueue|siChild) != 0 }
func siIsChild(c *d.Call) bool { return layoutOf(c) == siChild }
func siIsTimer(c *d.Call) bool { return layoutOf(c) == siTimer }
func siIsFault(c *d.Call) bool { return layoutOf(c) == siFault }
func siIsPoll(c *d.Call) bool  { return layoutOf(c) == siPoll }
func siIsSys(c *d.Call) bool   { return layoutOf(c) == siSys }

var siBand = d.Flags{&xlat.PollFlag}

func hasErrno(c *d.Call) bool { return siMember(c, abi.Siginfo_si_errno) != 0 }

func siHasValue(c *d.Call) bool {
	return layoutOf(c)&(siQueue|siTimer) != 0 && (d.M+d.Expr(abi.Siginfo_sifields_rt_sigval_sival_ptr)).Eval(c) != 0
}

// showStatus shows si_status: an exit status, or the signal that killed or stopped.
func showStatus(c *d.Call, v uint64) {
	const cldExited = 1
	if siMember(c, abi.Siginfo_si_code) == cldExited {
		d.Int.Show(c, v)
		return
	}
	Sig.Show(c, v)
}

// showSysNr shows the number of the call that SIGSYS is about, by name where its ABI has one.
func showSysNr(c *d.Call, v uint64) {
	const auditArchI386 = 0x40000003
	a := &abi.X86_64
	if uint32(siMember(c, abi.Siginfo_sifields_sigsys_arch)) == auditArchI386 {
		a = &abi.I386
	}
	if name := a.Syscall(v); name != "" {
		c.P.Named(v, "__NR_"+name, show.SignedDecimal)
		return
	}
	d.Int.Show(c, v)
}

// siCode shows si_code by the names that the signal gives it.
type siCode struct{}

// Show implements d.Type.
func (siCode) Show(c *d.Call, v uint64) {
	code := int32(v)
	t := &xlat.SiCode
	if code > 0 && code != siKernel {
		switch siMember(c, abi.Siginfo_si_signo) {
		case sigIll:
			t = &xlat.IllCode
		case sigFPE:
			t = &xlat.FpeCode
		case sigSegv:
			t = &xlat.SegvCode
		case sigBus:
			t = &xlat.BusCode
		case sigTrap:
			t = &xlat.TrapCode
		case sigChld:
			t = &xlat.CldCode
		case sigIO:
			t = &xlat.PollCode
		case sigSys:
			t = &xlat.SysCode
		}
	}
	c.P.Symbol(uint64(int64(code)), t, show.SignedHex)
}
