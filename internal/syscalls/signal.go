package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var (
	saFlags    = d.Flags64{&xlat.SaFlag}
	ssFlags    = d.Flags{&xlat.SsFlag}
	sigmaskHow = d.Enum{Of: &xlat.SigmaskHow}
	mask64     = d.Mask{Bytes: 8}
	maskWord   = d.Mask{}
	siginfoPtr = &d.Ptr{To: &siginfoOrNone}
)

const saRestorer = 0x04000000 // asm/signal.h

// handler shows a signal's action: SIG_DFL, SIG_IGN, SIG_ERR, or the address of a function.
const handler = handlerType(0)

type handlerType uint8

func (handlerType) Show(c *d.Call, v uint64) {
	switch c.Word(v) {
	case 0:
		c.P.Named(0, "SIG_DFL", show.Hexadecimal)
	case 1:
		c.P.Named(1, "SIG_IGN", show.Hexadecimal)
	case ^uint64(0): // of 64 bits: the reference knows it on no other ABI
		c.P.Named(v, "SIG_ERR", show.Hexadecimal)
	default:
		c.P.Addr(c.Word(v))
	}
}

// sigaction is the kernel's struct sigaction of rt_sigaction(2) (linux/signal_types.h).
var sigaction = d.Struct{Of: abi.Sizeof_kernel_sigaction, Fields: []*d.Field{
	{Name: "sa_handler", At: abi.Kernel_sigaction_sa_handler, Type: handler},
	{Name: "sa_mask", At: abi.Kernel_sigaction_sa_mask, Type: &mask64},
	{Name: "sa_flags", At: abi.Kernel_sigaction_sa_flags, Type: &saFlags},
	{Name: "sa_restorer", At: abi.Kernel_sigaction_sa_restorer, Type: d.Addr, If: func(c *d.Call) bool {
		return (d.M+d.Expr(abi.Kernel_sigaction_sa_flags)).Eval(c)&saRestorer != 0
	}},
}}

var rtSigaction = d.Syscall{Name: "rt_sigaction", Params: []*d.Param{
	{Name: "signum", Type: d.Signal},
	{Name: "act", Type: roomySigaction},
	{Name: "oldact", Type: roomySigaction, At: d.Out},
	{Name: "sigsetsize", Type: d.Ulong},
}}

// roomySigaction is a struct sigaction, for which there must be as much memory as if its set were sigsetRoom bytes long.
var roomySigaction = &d.Reads{
	Func: func(c *d.Call, v uint64) {
		v = c.Word(v)
		b, ok := c.Fetch(v, sigaction.Size(c.ABI)-8+sigsetRoom)
		if !ok {
			c.P.Addr(v)
			return
		}
		c.ShowAt(&sigaction, b[:sigaction.Size(c.ABI)], v)
	},
	What: func(p *d.Planner, from d.Expr) { p.Block(from, sigaction.Size(p.ABI)-8+sigsetRoom) },
}

const sigsetRoom = 64

// oldSigaction is that of sigaction(2) on i386 (asm/signal.h).
var oldSigaction = d.Struct{Of: abi.Sizeof_old_sigaction, Fields: []*d.Field{
	{Name: "sa_handler", At: abi.Old_sigaction_sa_handler, Type: handler},
	{Name: "sa_mask", At: abi.Old_sigaction_sa_mask, Type: &maskWord},
	{Name: "sa_flags", At: abi.Old_sigaction_sa_flags, Type: &saFlags},
	{Name: "sa_restorer", At: abi.Old_sigaction_sa_restorer, Type: d.Addr, If: func(c *d.Call) bool {
		return (d.M+d.Expr(abi.Old_sigaction_sa_flags)).Eval(c)&saRestorer != 0
	}},
}}

var sigactionCall = d.Syscall{Name: "sigaction", Params: []*d.Param{
	{Name: "signum", Type: d.Signal},
	{Name: "act", Type: d.Ptr{To: &oldSigaction}},
	{Name: "oldact", Type: d.Ptr{To: &oldSigaction}, At: d.Out},
}}

var signalCall = d.Syscall{Name: "signal", Ret: d.Hex, Params: []*d.Param{
	{Name: "signum", Type: d.Signal},
	{Name: "handler", Type: handler},
}, Tail: []*d.Param{{Name: "handler", Type: handler, Reg: d.Ret, Bare: true, Plain: true, If: func(c *d.Call) bool {
	return uint32(c.Ret) <= 1
}}}}

var rtSigprocmask = d.Syscall{Name: "rt_sigprocmask", Params: []*d.Param{
	{Name: "how", Type: &sigmaskHow},
	{Name: "set", Type: d.SigSetPtr{Size: d.Arg3}},
	{Name: "oldset", Type: d.SigSetPtr{Size: d.Arg3}, At: d.Out},
	{Name: "sigsetsize", Type: d.Ulong},
}}

var sigprocmask = d.Syscall{Name: "sigprocmask", Params: []*d.Param{
	{Name: "how", Type: &sigmaskHow},
	{Name: "set", Type: d.Ptr{To: &maskWord}},
	{Name: "oldset", Type: d.Ptr{To: &maskWord}, At: d.Out},
}}

var sigpending = d.Syscall{Name: "sigpending", Params: []*d.Param{
	{Name: "set", Type: d.Ptr{To: &maskWord}, At: d.Out},
}}

var ssetmask = d.Syscall{Name: "ssetmask", Ret: d.Hex, Params: []*d.Param{
	{Name: "newmask", Type: &maskWord},
}, Tail: []*d.Param{{Name: "old mask", Type: &maskWord, Reg: d.Ret}}}

var sgetmask = d.Syscall{Name: "sgetmask", Ret: d.Hex,
	Tail: []*d.Param{{Name: "mask", Type: &maskWord, Reg: d.Ret}}}

var rtSigpending = d.Syscall{Name: "rt_sigpending", Params: []*d.Param{
	{Name: "set", Type: &pendingSet, At: d.Out},
	{Name: "sigsetsize", Type: d.Ulong},
}}

// pendingSet is a set that may be smaller than the kernel's.
var pendingSet = d.Reads{
	Func: func(c *d.Call, v uint64) {
		n := c.Args[1]
		b, ok := c.Fetch(c.Word(v), int(min(n, 9)))
		if !ok || n == 0 || n > 8 {
			c.P.Addr(c.Word(v))
			return
		}
		c.SigSet(b)
	},
	What: func(p *d.Planner, from d.Expr) { p.Block(from, 8) },
}

var rtSigsuspend = d.Syscall{Name: "rt_sigsuspend", Params: []*d.Param{
	{Name: "set", Type: d.SigSetPtr{Size: d.Arg1}},
	{Name: "sigsetsize", Type: d.Ulong},
}}

// siginfoOrNone is a siginfo_t, empty if it is about no signal.
var siginfoOrNone = d.ObjFunc{Of: abi.Sizeof_siginfo, Func: func(c *d.Call, b []byte) {
	if signo, _ := c.ABI.Load(b, abi.Siginfo_si_signo); signo == 0 {
		c.P.Struct()
		c.P.EndStruct()
		return
	}
	Siginfo.ShowAt(c, b)
}}

var rtSigtimedwait = d.Syscall{Name: "rt_sigtimedwait", Params: []*d.Param{
	{Name: "set", Type: d.SigSetPtr{Size: d.Arg3}},
	{Name: "info", Type: siginfoPtr, At: d.Out},
	{Name: "timeout", Type: asItWas{d.Ptr{To: &timespec}}},
	{Name: "sigsetsize", Type: d.Ulong},
}, Tail: []*d.Param{{Name: "signal", Type: d.Signal, Reg: d.Ret, Bare: true, Plain: true, If: positive}}}

var rtSigtimedwait64 = d.Syscall{Name: "rt_sigtimedwait_time64", Params: []*d.Param{
	{Name: "set", Type: d.SigSetPtr{Size: d.Arg3}},
	{Name: "info", Type: siginfoPtr, At: d.Out},
	{Name: "timeout", Type: asItWas{d.Ptr{To: &timespec64}}},
	{Name: "sigsetsize", Type: d.Ulong},
}, Tail: []*d.Param{{Name: "signal", Type: d.Signal, Reg: d.Ret, Bare: true, If: positive}}}

func positive(c *d.Call) bool { return c.Ret > 0 }

var rtSigqueueinfo = d.Syscall{Name: "rt_sigqueueinfo", Params: []*d.Param{
	{Name: "tgid", Type: d.PID},
	{Name: "signum", Type: d.Signal},
	{Name: "info", Type: siginfoPtr},
}}

var rtTgsigqueueinfo = d.Syscall{Name: "rt_tgsigqueueinfo", Params: []*d.Param{
	{Name: "tgid", Type: d.PID},
	{Name: "tid", Type: d.TID},
	{Name: "signum", Type: d.Signal},
	{Name: "info", Type: siginfoPtr},
}}

var kill = d.Syscall{Name: "kill", Params: []*d.Param{
	{Name: "pid", Type: d.PIDOrGroup},
	{Name: "signum", Type: d.Signal},
}}

var tkill = d.Syscall{Name: "tkill", Params: []*d.Param{
	{Name: "tid", Type: d.TID},
	{Name: "signum", Type: d.Signal},
}}

var tgkill = d.Syscall{Name: "tgkill", Params: []*d.Param{
	{Name: "tgid", Type: d.PID},
	{Name: "tid", Type: d.TID},
	{Name: "signum", Type: d.Signal},
}}

var stack = d.Struct{Of: abi.Sizeof_sigaltstack, Fields: []*d.Field{
	{Name: "ss_sp", At: abi.Sigaltstack_ss_sp, Type: d.Addr},
	{Name: "ss_flags", At: abi.Sigaltstack_ss_flags, Type: &ssFlags},
	{Name: "ss_size", At: abi.Sigaltstack_ss_size, Type: d.Ulong},
}}

var sigaltstack = d.Syscall{Name: "sigaltstack", Params: []*d.Param{
	{Name: "ss", Type: d.Ptr{To: &stack}},
	{Name: "old_ss", Type: d.Ptr{To: &stack}, At: d.Out},
}}

var pause = d.Syscall{Name: "pause"}
