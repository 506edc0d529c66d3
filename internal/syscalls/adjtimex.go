package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// The adjustment of clocks: adjtimex(2).

var adjtimex = d.Syscall{Name: "adjtimex", Tail: clockState, Params: []*d.Param{
	{Name: "buf", Type: d.Ptr{To: &timex}, At: d.Out},
}}

var clockAdjtime = d.Syscall{Name: "clock_adjtime", Tail: clockStateOf, Params: []*d.Param{
	{Name: "clockid", Type: &clockID},
	{Name: "buf", Type: d.Ptr{To: &timex}, At: d.Out},
}}

var clockAdjtime64 = d.Syscall{Name: "clock_adjtime64", Tail: clockStateOf64, Params: []*d.Param{
	{Name: "clockid", Type: &clockID},
	{Name: "buf", Type: d.Ptr{To: &timex64}, At: d.Out},
}}

// clockState is the result of adjtimex(2), explained: where the state is shown, too.
var (
	clockState     = []*d.Param{{Name: "state", Type: &d.Enum{Of: &xlat.AdjtimexState}, Reg: d.Ret, Bare: true, Plain: true, If: adjtimexShown}}
	clockStateOf   = []*d.Param{{Name: "state", Type: &d.Enum{Of: &xlat.AdjtimexState}, Reg: d.Ret, Bare: true, Plain: true, If: clockAdjtimeShown}}
	clockStateOf64 = []*d.Param{{Name: "state", Type: &d.Enum{Of: &xlat.AdjtimexState}, Reg: d.Ret, Bare: true, Plain: true, If: clockAdjtime64Shown}}
)

func timexReadable(c *d.Call, addr uint64, o *d.Struct) bool {
	_, ok := c.Fetch(c.Word(addr), o.Size(c.ABI))
	return ok
}

func adjtimexShown(c *d.Call) bool       { return timexReadable(c, c.Args[0], &timex) }
func clockAdjtimeShown(c *d.Call) bool   { return timexReadable(c, c.Args[1], &timex) }
func clockAdjtime64Shown(c *d.Call) bool { return timexReadable(c, c.Args[1], &timex64) }

var (
	timexModes  = d.Flags{&xlat.AdjtimexMode}
	timexStatus = d.Flags{&xlat.AdjtimexStatus}
)

// timex is struct timex of the ABI (linux/timex.h).
var timex = d.Struct{Of: abi.Sizeof_timex, Fields: []*d.Field{
	{Name: "modes", At: abi.Timex_modes, Type: &timexModes},
	{Name: "offset", At: abi.Timex_offset, Type: d.Int64},
	{Name: "freq", At: abi.Timex_freq, Type: d.Int64},
	{Name: "maxerror", At: abi.Timex_maxerror, Type: d.Int64},
	{Name: "esterror", At: abi.Timex_esterror, Type: d.Int64},
	{Name: "status", At: abi.Timex_status, Type: &timexStatus},
	{Name: "constant", At: abi.Timex_constant, Type: d.Int64},
	{Name: "precision", At: abi.Timex_precision, Type: d.Int64},
	{Name: "tolerance", At: abi.Timex_tolerance, Type: d.Int64},
	{Name: "time", At: abi.Timex_time, Type: d.Embed{To: &timeval}},
	{Name: "tick", At: abi.Timex_tick, Type: d.Int64},
	{Name: "ppsfreq", At: abi.Timex_ppsfreq, Type: d.Int64},
	{Name: "jitter", At: abi.Timex_jitter, Type: d.Int64},
	{Name: "shift", At: abi.Timex_shift, Type: d.Int},
	{Name: "stabil", At: abi.Timex_stabil, Type: d.Int64},
	{Name: "jitcnt", At: abi.Timex_jitcnt, Type: d.Int64},
	{Name: "calcnt", At: abi.Timex_calcnt, Type: d.Int64},
	{Name: "errcnt", At: abi.Timex_errcnt, Type: d.Int64},
	{Name: "stbcnt", At: abi.Timex_stbcnt, Type: d.Int64},
	{Name: "tai", At: abi.Timex_tai, Type: d.Int},
}}

// timex64 is struct __kernel_timex, with 64-bit times on every ABI.
var timex64 = d.Struct{Of: abi.Sizeof_kernel_timex, Fields: []*d.Field{
	{Name: "modes", At: abi.Kernel_timex_modes, Type: &timexModes},
	{Name: "offset", At: abi.Kernel_timex_offset, Type: d.Int64},
	{Name: "freq", At: abi.Kernel_timex_freq, Type: d.Int64},
	{Name: "maxerror", At: abi.Kernel_timex_maxerror, Type: d.Int64},
	{Name: "esterror", At: abi.Kernel_timex_esterror, Type: d.Int64},
	{Name: "status", At: abi.Kernel_timex_status, Type: &timexStatus},
	{Name: "constant", At: abi.Kernel_timex_constant, Type: d.Int64},
	{Name: "precision", At: abi.Kernel_timex_precision, Type: d.Int64},
	{Name: "tolerance", At: abi.Kernel_timex_tolerance, Type: d.Int64},
	{Name: "time", At: abi.Kernel_timex_time, Type: d.Embed{To: &timeval64}},
	{Name: "tick", At: abi.Kernel_timex_tick, Type: d.Int64},
	{Name: "ppsfreq", At: abi.Kernel_timex_ppsfreq, Type: d.Int64},
	{Name: "jitter", At: abi.Kernel_timex_jitter, Type: d.Int64},
	{Name: "shift", At: abi.Kernel_timex_shift, Type: d.Int},
	{Name: "stabil", At: abi.Kernel_timex_stabil, Type: d.Int64},
	{Name: "jitcnt", At: abi.Kernel_timex_jitcnt, Type: d.Int64},
	{Name: "calcnt", At: abi.Kernel_timex_calcnt, Type: d.Int64},
	{Name: "errcnt", At: abi.Kernel_timex_errcnt, Type: d.Int64},
	{Name: "stbcnt", At: abi.Kernel_timex_stbcnt, Type: d.Int64},
	{Name: "tai", At: abi.Kernel_timex_tai, Type: d.Int},
}}

// timeval64 is struct __kernel_timex_timeval.
var timeval64 = d.Struct{Of: abi.Sizeof_kernel_timex_timeval, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Kernel_timex_timeval_tv_sec, Type: d.Int64},
	{Name: "tv_usec", At: abi.Kernel_timex_timeval_tv_usec, Type: d.Uint64},
}}
