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
	{Name: "si_errno", At: abi.Siginfo_si_errno, Type: d.Func(showSiErrno), If: hasErrno},
	{Name: "si_pid", At: abi.Siginfo_sifields_kill_pid, Type: d.PID, If: siSender},
	{Name: "si_uid", At: abi.Siginfo_sifields_kill_uid, Type: d.UID, If: siSender},
	{Name: "si_status", At: abi.Siginfo_sifields_sigchld_status, Type: d.Func(showStatus), If: siIsChild},
	{Name: "si_utime", At: abi.Siginfo_sifields_sigchld_utime, Type: d.Func(showTicks), If: siIsChild},
	{Name: "si_stime", At: abi.Siginfo_sifields_sigchld_stime, Type: d.Func(showTicks), If: siIsChild},
	{Name: "si_timerid", At: abi.Siginfo_sifields_timer_tid, Type: d.Hex32, If: siIsTimer},
	{Name: "si_overrun", At: abi.Siginfo_sifields_timer_overrun, Type: d.Int, If: siIsTimer},
	{Name: "si_int", At: abi.Siginfo_sifields_rt_sigval_sival_int, Type: d.Int, If: siHasValue},
	{Name: "si_ptr", At: abi.Siginfo_sifields_rt_sigval_sival_ptr, Type: d.Addr, If: siHasValue},
	{Name: "si_addr", At: abi.Siginfo_sifields_sigfault_addr, Type: d.Addr, If: siIsFault},
	{Name: "si_addr_lsb", At: abi.Siginfo_sifields_sigfault_addr_lsb, Type: d.Hex32, If: siBusLSB},
	{Name: "si_lower", At: abi.Siginfo_sifields_sigfault_addr_bnd_lower, Type: d.Addr, If: siSegvBounds},
	{Name: "si_upper", At: abi.Siginfo_sifields_sigfault_addr_bnd_upper, Type: d.Addr, If: siSegvBounds},
	{Name: "si_pkey", At: abi.Siginfo_sifields_sigfault_addr_pkey_pkey, Type: d.Uint, If: siSegvKey},
	{Name: "si_band", At: abi.Siginfo_sifields_sigpoll_band, Type: d.Long, If: siIsPoll},
	{Name: "si_fd", At: abi.Siginfo_sifields_sigpoll_fd, Type: d.Int, If: siIsPoll},
	{Name: "si_call_addr", At: abi.Siginfo_sifields_sigsys_call_addr, Type: d.Addr, If: siIsSys},
	{Name: "si_syscall", At: abi.Siginfo_sifields_sigsys_syscall, Type: d.Func(showSysNr), If: siIsSys},
	{Name: "si_arch", At: abi.Siginfo_sifields_sigsys_arch, Type: &d.Enum{Of: &xlat.AuditArch}, If: siIsSys},
}}

// Sig is a signal number.
var Sig = d.Signal

// A siLayout is what the part behind si_code holds.
type siLayout uint8

const (
	siNothing siLayout = iota
	siAny              // of a signal with no layout of its own: what is not 0
	siKill
	siQueue
	siTimer
	siChild
	siFault
	siPoll
	siSys
)

// Codes and signals that choose a layout (asm-generic/siginfo.h, asm/signal.h).
const (
	siUser, siKernel, siTimerCode, siSigIO, siTkill = 0, 0x80, -2, -5, -6

	sigIll, sigTrap, sigBus, sigFPE, sigSegv, sigChld, sigIO, sigSys = 4, 5, 7, 8, 11, 17, 29, 31

	busMCEErrAR, busMCEErrAO = 4, 5
	segvBndErr, segvPKUErr   = 3, 4
	pollHup                  = 6
)

func siMember(c *d.Call, m abi.Member) int32 {
	return int32((d.M + d.Expr(m)).Eval(c))
}

func layoutOf(c *d.Call) siLayout {
	code := siMember(c, abi.Siginfo_si_code)
	switch {
	case code == siUser || code == siTkill:
		return siKill
	case code == siTimerCode:
		return siTimer
	case code == siSigIO:
		return siPoll
	case code < 0:
		return siQueue
	}
	switch siMember(c, abi.Siginfo_si_signo) {
	case sigChld:
		return siChild
	case sigSegv, sigBus, sigIll, sigFPE, sigTrap:
		return siFault
	case sigIO:
		if code <= pollHup {
			return siPoll
		}
		return siNothing
	case sigSys:
		return siSys
	}
	return siAny
}

// Conditions on the layout, for the fields of Siginfo.
func siIsChild(c *d.Call) bool { return layoutOf(c) == siChild }
func siIsTimer(c *d.Call) bool { return layoutOf(c) == siTimer }
func siIsFault(c *d.Call) bool { return layoutOf(c) == siFault }
func siIsPoll(c *d.Call) bool  { return layoutOf(c) == siPoll }
func siIsSys(c *d.Call) bool   { return layoutOf(c) == siSys }

func siSender(c *d.Call) bool {
	switch layoutOf(c) {
	case siKill, siQueue, siChild:
		return true
	case siAny:
		return siMember(c, abi.Siginfo_sifields_kill_pid) != 0 || siMember(c, abi.Siginfo_sifields_kill_uid) != 0
	}
	return false
}

func siHasValue(c *d.Call) bool {
	switch layoutOf(c) {
	case siTimer:
		return true
	case siQueue, siAny:
		return (d.M + d.Expr(abi.Siginfo_sifields_rt_sigval_sival_ptr)).Eval(c) != 0
	}
	return false
}

func siBusLSB(c *d.Call) bool {
	code := siMember(c, abi.Siginfo_si_code)
	return siMember(c, abi.Siginfo_si_signo) == sigBus && (code == busMCEErrAR || code == busMCEErrAO)
}

func siSegvBounds(c *d.Call) bool {
	return siMember(c, abi.Siginfo_si_signo) == sigSegv && siMember(c, abi.Siginfo_si_code) == segvBndErr
}

func siSegvKey(c *d.Call) bool {
	return siMember(c, abi.Siginfo_si_signo) == sigSegv && siMember(c, abi.Siginfo_si_code) == segvPKUErr
}

// showSiErrno shows an error number; the kernel's is positive.
func showSiErrno(c *d.Call, v uint64) {
	if d.ErrnoName(int64(int32(v))) == "" {
		c.P.Uint(uint64(uint32(v)))
		return
	}
	d.Errno.Show(c, v)
}

func hasErrno(c *d.Call) bool { return siMember(c, abi.Siginfo_si_errno) != 0 }

// showTicks shows a time in clock ticks, a hundredth of a second each (times(2)).
func showTicks(c *d.Call, v uint64) {
	d.Long.Show(c, v)
	if v != 0 {
		c.P.Ticks(v)
	}
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

// showSysNr shows the number of the call that SIGSYS is about, by name where
// its architecture is known: as a constant if it is the native one's, else in a comment.
func showSysNr(c *d.Call, v uint64) {
	const archX86_64, archI386 = 0xc000003e, 0x40000003 // linux/audit.h
	switch uint32(siMember(c, abi.Siginfo_sifields_sigsys_arch)) {
	case archX86_64:
		if name := abi.X86_64.Syscall(v); name != "" {
			if c.P.Explain(v, show.SignedDecimal) {
				c.P.Text("__NR_")
				c.P.Text(name)
				c.P.EndExplain()
			}
			return
		}
	case archI386:
		d.Int.Show(c, v)
		if name := abi.I386.Syscall(v); name != "" {
			c.P.Comment(name)
		}
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
