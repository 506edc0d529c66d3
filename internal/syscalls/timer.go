package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var itimer = d.Enum{Of: &xlat.Itimer}

var setitimer = d.Syscall{Name: "setitimer", Params: []*d.Param{
	{Name: "which", Type: &itimer},
	{Name: "new_value", Type: d.Ptr{To: &itimerval}},
	{Name: "old_value", Type: d.Ptr{To: &itimerval}, At: d.Out},
}}

var getitimer = d.Syscall{Name: "getitimer", Params: []*d.Param{
	{Name: "which", Type: &itimer},
	{Name: "curr_value", Type: d.Ptr{To: &itimerval}, At: d.Out},
}}

// How a sigevent notifies (asm-generic/siginfo.h): who is told of what.
const (
	sigevSignal   = 0
	sigevThread   = 2
	sigevThreadID = 4
)

func sigevNotify(c *d.Call) uint64 { return (d.M + d.Expr(abi.Sigevent_sigev_notify)).Eval(c) }

// Sigevent is struct sigevent (sigevent(7)).
var Sigevent = d.Struct{Of: abi.Sizeof_sigevent, Fields: []*d.Field{
	{Name: "sigev_value", At: abi.Sigevent_sigev_value, Type: d.Embed{To: &sigval}, If: func(c *d.Call) bool {
		return (d.M + d.Expr(abi.Sigevent_sigev_value_sival_ptr)).Eval(c) != 0
	}},
	{Name: "sigev_signo", At: abi.Sigevent_sigev_signo, Type: d.Func(func(c *d.Call, v uint64) {
		switch sigevNotify(c) {
		case sigevSignal, sigevThread, sigevThreadID:
			d.Signal.Show(c, v)
		default:
			d.Uint.Show(c, v)
		}
	})},
	{Name: "sigev_notify", At: abi.Sigevent_sigev_notify, Type: &d.Enum{Of: &xlat.SigevNotify, Base: show.Hexadecimal}},
	{Name: "sigev_notify_thread_id", At: abi.Sigevent_sigev_un_tid, Type: d.TID, If: func(c *d.Call) bool {
		return sigevNotify(c) == sigevThreadID
	}},
	{Name: "sigev_notify_function", At: abi.Sigevent_sigev_un_sigev_thread_function, Type: d.Addr, If: func(c *d.Call) bool {
		return sigevNotify(c) == sigevThread
	}},
	{Name: "sigev_notify_attributes", At: abi.Sigevent_sigev_un_sigev_thread_attribute, Type: d.Addr, If: func(c *d.Call) bool {
		return sigevNotify(c) == sigevThread
	}},
}}

// sigeventPtr is a struct sigevent, of which the kernel's padding need not be there.
var sigeventPtr = &d.Reads{
	Func: func(c *d.Call, v uint64) {
		v = c.Word(v)
		used := 3*c.ABI.Word + 8 // a value, two ints, and two addresses
		b, ok := c.FetchPadded(v, used, Sigevent.Size(c.ABI))
		if !ok {
			c.P.Addr(v)
			return
		}
		c.ShowAt(&Sigevent, b, v)
	},
	What: func(p *d.Planner, from d.Expr) { p.Object(from, &Sigevent, 0) },
}

// sigval is union sigval, shown as both of its members.
var sigval = d.Struct{Of: abi.Sizeof_sigval, Fields: []*d.Field{
	{Name: "sival_int", At: abi.Sigval_sival_int, Type: d.Int},
	{Name: "sival_ptr", At: abi.Sigval_sival_ptr, Type: d.Addr},
}}

var timerCreate = d.Syscall{Name: "timer_create", Params: []*d.Param{
	{Name: "clockid", Type: &clockID},
	{Name: "sevp", Type: sigeventPtr},
	{Name: "timerid", Type: d.Cell{Of: &d.IntObj}, At: d.Out},
}}

var (
	timerSet = []*d.Param{
		{Name: "timerid", Type: d.Int},
		{Name: "flags", Type: &timerFlags},
		{Name: "new_value", Type: d.Ptr{To: &itimerspec}},
		{Name: "old_value", Type: d.Ptr{To: &itimerspec}, At: d.Out},
	}
	timerSet64 = []*d.Param{
		{Name: "timerid", Type: d.Int},
		{Name: "flags", Type: &timerFlags},
		{Name: "new_value", Type: d.Ptr{To: &itimerspec64}},
		{Name: "old_value", Type: d.Ptr{To: &itimerspec64}, At: d.Out},
	}
)

var (
	timerSettime   = d.Syscall{Name: "timer_settime", Params: timerSet}
	timerSettime64 = d.Syscall{Name: "timer_settime64", Params: timerSet64}
)

var timerGettime = d.Syscall{Name: "timer_gettime", Params: []*d.Param{
	{Name: "timerid", Type: d.Int},
	{Name: "curr_value", Type: d.Ptr{To: &itimerspec}, At: d.Out},
}}

var timerGettime64 = d.Syscall{Name: "timer_gettime64", Params: []*d.Param{
	{Name: "timerid", Type: d.Int},
	{Name: "curr_value", Type: d.Ptr{To: &itimerspec64}, At: d.Out},
}}

var timerGetoverrun = d.Syscall{Name: "timer_getoverrun", Params: []*d.Param{{Name: "timerid", Type: d.Int}}}

var timerDelete = d.Syscall{Name: "timer_delete", Params: []*d.Param{{Name: "timerid", Type: d.Int}}}
