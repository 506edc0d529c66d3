package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Waiting for tasks: wait4(2), waitid(2), getrusage(2).

var waitOptions = d.Flags{&xlat.WaitFlag}

var wait4 = d.Syscall{Name: "wait4", Ret: d.PID, Params: []*d.Param{
	{Name: "pid", Type: d.PIDOrGroup},
	waitStatusParam,
	{Name: "options", Type: &waitOptions, At: d.Exit},
	{Name: "usage", Type: ifReturned{d.Ptr{To: &rusage}}, At: d.Out},
}}

var waitpid = d.Syscall{Name: "waitpid", Ret: d.PID, Params: []*d.Param{
	{Name: "pid", Type: d.PIDOrGroup},
	waitStatusParam,
	{Name: "options", Type: &waitOptions, At: d.Exit},
}}

var waitStatusParam = &d.Param{Name: "status", Type: ifReturned{d.Cell{Of: &waitStatus}}, At: d.Out}

var waitid = d.Syscall{Name: "waitid", Params: []*d.Param{
	{Name: "idtype", Type: &d.Enum{Of: &xlat.WaitidType}},
	{Name: "id", Type: &d.Switch{On: d.Arg0, Else: d.PID, Case: []d.Case{{Val: pPidfd, Type: d.FD}, {Val: pPgid, Type: d.PGID}}}},
	{Name: "siginfo", Type: d.Ptr{To: &waitedSiginfo}, At: d.Out},
	{Name: "options", Type: &waitOptions, At: d.Exit},
	{Name: "usage", Type: d.Ptr{To: &rusage}, At: d.Out},
}}

const pPgid, pPidfd = 2, 3 // P_PGID, P_PIDFD of linux/wait.h

// waitedSiginfo is a siginfo_t of which the signal is 0 if no child was ready.
var waitedSiginfo = d.ObjFunc{Of: abi.Sizeof_siginfo, Func: func(c *d.Call, b []byte) {
	if signo, _ := c.ABI.Load(b, abi.Siginfo_si_signo); signo == 0 {
		c.P.Struct()
		c.P.EndStruct()
		return
	}
	Siginfo.ShowAt(c, b)
}}

// ifReturned shows an address alone if the call returned 0: wait4 without a child.
type ifReturned struct{ To d.Type }

// Show implements decode.Type.
func (t ifReturned) Show(c *d.Call, v uint64) {
	if c.Ret == 0 {
		c.P.Addr(c.Word(v))
		return
	}
	t.To.Show(c, v)
}

// Plan implements decode.Planned.
func (t ifReturned) Plan(p *d.Planner, from d.Expr) { p.Type(t.To, from) }

// waitStatus is the status of wait(2): what the macros of <sys/wait.h> tell.
var waitStatus = d.Num{Bytes: 4, Type: d.WaitStatus}

var getrusage = d.Syscall{Name: "getrusage", Params: []*d.Param{
	{Name: "who", Type: &d.Enum{Of: &xlat.RusageWho}},
	{Name: "usage", Type: d.Ptr{To: &rusage}, At: d.Out},
}}

var rusageTimes = []*d.Field{
	{Name: "ru_utime", At: abi.Rusage_ru_utime, Type: d.Embed{To: &timeval}},
	{Name: "ru_stime", At: abi.Rusage_ru_stime, Type: d.Embed{To: &timeval}},
}

var rusage = d.Struct{Of: abi.Sizeof_rusage, Brief: rusageTimes, Fields: []*d.Field{
	{Name: "ru_utime", At: abi.Rusage_ru_utime, Type: d.Embed{To: &timeval}},
	{Name: "ru_stime", At: abi.Rusage_ru_stime, Type: d.Embed{To: &timeval}},
	{Name: "ru_maxrss", At: abi.Rusage_ru_maxrss, Type: d.Ulong},
	{Name: "ru_ixrss", At: abi.Rusage_ru_ixrss, Type: d.Ulong},
	{Name: "ru_idrss", At: abi.Rusage_ru_idrss, Type: d.Ulong},
	{Name: "ru_isrss", At: abi.Rusage_ru_isrss, Type: d.Ulong},
	{Name: "ru_minflt", At: abi.Rusage_ru_minflt, Type: d.Ulong},
	{Name: "ru_majflt", At: abi.Rusage_ru_majflt, Type: d.Ulong},
	{Name: "ru_nswap", At: abi.Rusage_ru_nswap, Type: d.Ulong},
	{Name: "ru_inblock", At: abi.Rusage_ru_inblock, Type: d.Ulong},
	{Name: "ru_oublock", At: abi.Rusage_ru_oublock, Type: d.Ulong},
	{Name: "ru_msgsnd", At: abi.Rusage_ru_msgsnd, Type: d.Ulong},
	{Name: "ru_msgrcv", At: abi.Rusage_ru_msgrcv, Type: d.Ulong},
	{Name: "ru_nsignals", At: abi.Rusage_ru_nsignals, Type: d.Ulong},
	{Name: "ru_nvcsw", At: abi.Rusage_ru_nvcsw, Type: d.Ulong},
	{Name: "ru_nivcsw", At: abi.Rusage_ru_nivcsw, Type: d.Ulong},
}}
