package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Limits and priorities: getrlimit(2), prlimit(2), getpriority(2), ioprio_set(2).

var rlimitResource = &d.Param{Name: "resource", Type: &d.Enum{Of: &xlat.RlimitResource}}

var (
	rlimit = d.Struct{Of: abi.Sizeof_rlimit, Fields: []*d.Field{
		{Name: "rlim_cur", At: abi.Rlimit_rlim_cur, Type: d.Func(showLimit)},
		{Name: "rlim_max", At: abi.Rlimit_rlim_max, Type: d.Func(showLimit)},
	}}
	rlimit64 = d.Struct{Of: abi.Sizeof_rlimit64, Fields: []*d.Field{
		{Name: "rlim_cur", At: abi.Rlimit64_rlim_cur, Type: d.Func(showLimit64)},
		{Name: "rlim_max", At: abi.Rlimit64_rlim_max, Type: d.Func(showLimit64)},
	}}
)

func showLimit64(c *d.Call, v uint64) { showLimitOf(c, v, ^uint64(0), "RLIM64_INFINITY") }

func showLimit(c *d.Call, v uint64) {
	if c.ABI.Word == 8 {
		showLimit64(c, v)
		return
	}
	showLimitOf(c, v, 1<<32-1, "RLIM_INFINITY")
}

// showLimitOf shows multiples of 1024 as such: 8192*1024.
func showLimitOf(c *d.Call, v, infinity uint64, name string) {
	switch {
	case v == infinity:
		c.P.NamedPlainly(v, name, show.UnsignedDecimal)
	case v > 1024 && v%1024 == 0:
		c.P.Product(v/1024, 1024)
	default:
		c.P.Uint(v)
	}
}

var getrlimit = d.Syscall{Name: "getrlimit", Params: []*d.Param{
	rlimitResource,
	{Name: "rlim", Type: d.Ptr{To: &rlimit}, At: d.Out},
}}

var ugetrlimit = d.Syscall{Name: "ugetrlimit", Params: []*d.Param{
	rlimitResource,
	{Name: "rlim", Type: d.Ptr{To: &rlimit}, At: d.Out},
}}

var setrlimit = d.Syscall{Name: "setrlimit", Params: []*d.Param{
	rlimitResource,
	{Name: "rlim", Type: d.Ptr{To: &rlimit}},
}}

var prlimit64 = d.Syscall{Name: "prlimit64", Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	rlimitResource,
	{Name: "new_limit", Type: d.Ptr{To: &rlimit64}},
	{Name: "old_limit", Type: d.Ptr{To: &rlimit64}, At: d.Out},
}}

var priorityWhich = &d.Param{Name: "which", Type: &d.Enum{Of: &xlat.PriorityWhich}}

// priorityWho is a process, a group or a user (linux/resource.h).
var priorityWho = &d.Switch{On: d.U32 + d.Arg0, Else: d.Int, Case: []d.Case{{Val: 0, Type: d.PID}, {Val: 1, Type: d.PGID}}}

var getpriority = d.Syscall{Name: "getpriority", Params: []*d.Param{
	priorityWhich,
	{Name: "who", Type: priorityWho},
}}

var setpriority = d.Syscall{Name: "setpriority", Params: []*d.Param{
	priorityWhich,
	{Name: "who", Type: priorityWho},
	{Name: "prio", Type: d.Int},
}}

var nice = d.Syscall{Name: "nice", Params: []*d.Param{{Name: "increment", Type: d.Int}}}

var ioprioWhich = &d.Param{Name: "which", Type: &d.Enum{Of: &xlat.IoprioWho}}

// ioprioOf is a process, a group or a user (linux/ioprio.h).
var ioprioOf = &d.Switch{On: d.U32 + d.Arg0, Else: d.Int, Case: []d.Case{{Val: 1, Type: d.PID}, {Val: 2, Type: d.PGID}}}

var ioprioGet = d.Syscall{Name: "ioprio_get", Params: []*d.Param{
	ioprioWhich,
	{Name: "who", Type: ioprioOf},
}, Tail: []*d.Param{{Name: "ioprio", Reg: d.Ret, Type: d.Func(explainIoprio), Bare: true, Explains: true, If: succeeded}}}

var ioprioSet = d.Syscall{Name: "ioprio_set", Params: []*d.Param{
	ioprioWhich,
	{Name: "who", Type: ioprioOf},
	{Name: "ioprio", Type: d.Func(showIoprio)},
}}

const ioprioClassShift = 13 // linux/ioprio.h

func showIoprio(c *d.Call, v uint64) { explainedIoprio(c, uint64(int64(int32(v))), show.SignedDecimal) }

// explainedIoprio shows the number in a base, and the expression beside it.
func explainedIoprio(c *d.Call, v uint64, b show.Base) {
	if !c.P.Explain(v, b) {
		return
	}
	ioprioValue(c, v)
	c.P.EndExplain()
}

// explainIoprio shows the expression alone.
func explainIoprio(c *d.Call, v uint64) {
	c.P.Expr(v)
	ioprioValue(c, v)
	c.P.EndExpr()
}

func ioprioValue(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	c.P.OneColor()
	c.P.Text("IOPRIO_PRIO_VALUE(")
	c.P.Symbol(v>>ioprioClassShift, &xlat.IoprioClass, show.Hexadecimal)
	c.P.Text(", ")
	c.P.Uint(v & (1<<ioprioClassShift - 1))
	c.P.Text(")")
	c.P.EndOneColor()
}
