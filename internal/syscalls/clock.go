package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	clockID    = d.Enum{Of: &xlat.Clock}
	timerFlags = d.Flags{&xlat.TimerFlag}

	timespecPtr   = &d.Ptr{To: &timespec}
	timespec64Ptr = &d.Ptr{To: &timespec64}
	timevalPtr    = &d.Ptr{To: &timeval}

	// remaining and remaining64 are what is left of an interrupted sleep.
	remaining   = &d.Interrupted{Then: timespecPtr}
	remaining64 = &d.Interrupted{Then: timespec64Ptr}
)

var nanosleep = d.Syscall{Name: "nanosleep", Params: []*d.Param{
	{Name: "req", Type: timespecPtr},
	{Name: "rem", Type: remaining, At: d.Exit},
}}

var clockNanosleep = d.Syscall{Name: "clock_nanosleep", Params: []*d.Param{
	{Name: "clockid", Type: &clockID},
	{Name: "flags", Type: &timerFlags},
	{Name: "request", Type: timespecPtr},
	{Name: "remain", Type: remaining, At: d.Exit},
}}

var clockNanosleep64 = d.Syscall{Name: "clock_nanosleep_time64", Params: []*d.Param{
	{Name: "clockid", Type: &clockID},
	{Name: "flags", Type: &timerFlags},
	{Name: "request", Type: timespec64Ptr},
	{Name: "remain", Type: remaining64, At: d.Exit},
}}

var (
	clockGet = []*d.Param{{Name: "clockid", Type: &clockID}, {Name: "tp", Type: timespecPtr, At: d.Out}}
	clockSet = []*d.Param{{Name: "clockid", Type: &clockID}, {Name: "tp", Type: timespecPtr}}

	clockGet64 = []*d.Param{{Name: "clockid", Type: &clockID}, {Name: "tp", Type: timespec64Ptr, At: d.Out}}
	clockSet64 = []*d.Param{{Name: "clockid", Type: &clockID}, {Name: "tp", Type: timespec64Ptr}}
)

var (
	clockGettime   = d.Syscall{Name: "clock_gettime", Params: clockGet}
	clockGetres    = d.Syscall{Name: "clock_getres", Params: clockGet}
	clockSettime   = d.Syscall{Name: "clock_settime", Params: clockSet}
	clockGettime64 = d.Syscall{Name: "clock_gettime64", Params: clockGet64}
	clockGetres64  = d.Syscall{Name: "clock_getres_time64", Params: clockGet64}
	clockSettime64 = d.Syscall{Name: "clock_settime64", Params: clockSet64}
)

var timezone = d.Struct{Of: abi.Sizeof_timezone, Fields: []*d.Field{
	{Name: "tz_minuteswest", At: abi.Timezone_tz_minuteswest, Type: d.Int},
	{Name: "tz_dsttime", At: abi.Timezone_tz_dsttime, Type: d.Int},
}}

var gettimeofday = d.Syscall{Name: "gettimeofday", Params: []*d.Param{
	{Name: "tv", Type: timevalPtr, At: d.Out},
	{Name: "tz", Type: d.Ptr{To: &timezone}, At: d.Out},
}}

var settimeofday = d.Syscall{Name: "settimeofday", Params: []*d.Param{
	{Name: "tv", Type: timevalPtr},
	{Name: "tz", Type: d.Ptr{To: &timezone}},
}}

var time_ = d.Syscall{Name: "time", Params: []*d.Param{
	{Name: "tloc", Type: d.Cell{Of: &d.Num{Type: d.Func(showTime)}}, At: d.Out},
}, Tail: []*d.Param{{Name: "time", Type: d.Calendar, Reg: d.Ret, Bare: true, If: func(c *d.Call) bool { return c.Ret != 0 }}}}

// showTime shows a time_t, of which the calendar takes the 32 bits on i386 without a sign.
func showTime(c *d.Call, v uint64) {
	if c.ABI.Word == 4 {
		c.P.Int(int64(int32(v)))
	} else {
		c.P.Int(int64(v))
	}
	c.P.TimeComment(int64(v), 0)
}

// showTimesTicks shows a clock_t of times(2), without a sign.
func showTimesTicks(c *d.Call, v uint64) {
	c.P.Uint(v)
	if v != 0 && !c.P.NumbersOnly() {
		c.P.Ticks(v)
	}
}

var tms = d.Struct{Of: abi.Sizeof_tms, Fields: []*d.Field{
	{Name: "tms_utime", At: abi.Tms_tms_utime, Type: d.Func(showTimesTicks)},
	{Name: "tms_stime", At: abi.Tms_tms_stime, Type: d.Func(showTimesTicks)},
	{Name: "tms_cutime", At: abi.Tms_tms_cutime, Type: d.Func(showTimesTicks)},
	{Name: "tms_cstime", At: abi.Tms_tms_cstime, Type: d.Func(showTimesTicks)},
}}

var times = d.Syscall{Name: "times", Ret: d.Ulong, Params: []*d.Param{
	{Name: "buf", Type: d.Ptr{To: &tms}, At: d.Out},
}}

// restartSyscall goes on with a call that a signal or a stop interrupted: the task's previous one.
var restartSyscall = d.Syscall{Name: "restart_syscall", Params: []*d.Param{
	{Name: "interrupted", Type: d.Func(func(c *d.Call, _ uint64) {
		name := c.Interrupted
		if name == "" {
			name = "system call"
		}
		c.P.Text("<... resuming interrupted ")
		c.P.Word(name)
		c.P.Text(" ...>")
	})},
}}
