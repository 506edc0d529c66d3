package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Scheduling: sched(7), sched_setscheduler(2), sched_setattr(2).

const schedResetOnFork = 0x40000000 // linux/sched.h

// schedPolicy is a policy, perhaps with SCHED_RESET_ON_FORK.
func schedPolicy(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	if int32(v) < 0 || v&schedResetOnFork == 0 {
		c.P.Symbol(v, &xlat.SchedPolicy, show.Hexadecimal)
		return
	}
	c.P.Flags(v, schedPolicies)
}

var (
	schedPolicies = d.Flags{&xlat.SchedResetOnFork, &xlat.SchedPolicyField}
	plainPolicy   = d.Enum{Of: &xlat.SchedPolicy}
)

var schedParam = d.Struct{Of: abi.Sizeof_sched_param, Fields: []*d.Field{
	{Name: "sched_priority", At: abi.Sched_param_sched_priority, Type: d.Int},
}}

var schedPID = &d.Param{Name: "pid", Type: d.PID}

var schedSetscheduler = d.Syscall{Name: "sched_setscheduler", Params: []*d.Param{
	schedPID,
	{Name: "policy", Type: d.Func(schedPolicy)},
	{Name: "param", Type: d.Ptr{To: &schedParam}},
}}

var schedGetscheduler = d.Syscall{Name: "sched_getscheduler", Ret: d.Hex32, Params: []*d.Param{schedPID},
	Tail: []*d.Param{{Name: "policy", Reg: d.Ret, Type: d.Func(schedPolicy), Bare: true, Plain: true, If: succeeded}},
}

func succeeded(c *d.Call) bool { return !c.Failed }

var schedSetparam = d.Syscall{Name: "sched_setparam", Params: []*d.Param{
	schedPID,
	{Name: "param", Type: d.Ptr{To: &schedParam}},
}}

var schedGetparam = d.Syscall{Name: "sched_getparam", Params: []*d.Param{
	schedPID,
	{Name: "param", Type: d.Ptr{To: &schedParam}, At: d.Out},
}}

var schedPriorityMax = d.Syscall{Name: "sched_get_priority_max", Params: []*d.Param{{Name: "policy", Type: &plainPolicy}}}

var schedPriorityMin = d.Syscall{Name: "sched_get_priority_min", Params: []*d.Param{{Name: "policy", Type: &plainPolicy}}}

var schedRRGetInterval = d.Syscall{Name: "sched_rr_get_interval", Params: []*d.Param{
	schedPID,
	{Name: "tp", Type: d.Ptr{To: &timespec}, At: d.Out},
}}

var schedRRGetInterval64 = d.Syscall{Name: "sched_rr_get_interval_time64", Params: []*d.Param{
	schedPID,
	{Name: "tp", Type: d.Ptr{To: &timespec64}, At: d.Out},
}}

var schedYield = d.Syscall{Name: "sched_yield"}

var schedSetaffinity = d.Syscall{Name: "sched_setaffinity", Params: []*d.Param{
	schedPID,
	{Name: "cpusetsize", Type: d.Uint},
	{Name: "mask", Type: cpuSet{d.U32 + d.Arg1}},
}}

var schedGetaffinity = d.Syscall{Name: "sched_getaffinity", Params: []*d.Param{
	schedPID,
	{Name: "cpusetsize", Type: d.Uint},
	{Name: "mask", Type: cpuSet{d.Ret}, At: d.Out},
}}

// cpuSet is a set of processors, of Size bytes: [0 2 3]. Only as many as a
// cpu_set_t holds are looked at (CPU_SET(3)).
type cpuSet struct{ Size d.Expr }

const cpuSetSize = 128 // sizeof(cpu_set_t)

// Show implements decode.Type.
func (t cpuSet) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	size := t.Size.Eval(c)
	if size == 0 && v != 0 {
		c.P.Array()
		c.P.EndArray()
		return
	}
	b, ok := c.Fetch(v, int(min(size, cpuSetSize)))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.Array()
	for i := range 8 * len(b) {
		if b[i/8]>>(i%8)&1 != 0 {
			c.P.ElemSpace()
			c.P.Int(int64(i))
		}
	}
	if size > cpuSetSize {
		c.P.MoreElemsSpace()
	}
	c.P.EndArray()
}

// Plan implements decode.Planned.
func (t cpuSet) Plan(p *d.Planner, from d.Expr) { p.Block(from, cpuSetSize) }
