package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// struct sched_attr (linux/sched/types.h, sched_setattr(2)) begins with its
// size: the program's belief at entry, the kernel's after E2BIG.

// The first size that the structure had (SCHED_ATTR_SIZE_VER0); 0 means this, too.
const schedAttrSize0 = 48

const schedKeepPolicy, schedKeepParams = 0x8, 0x10 // linux/sched.h

var schedSetattr = d.Syscall{Name: "sched_setattr", Params: []*d.Param{
	schedPID,
	{Name: "attr", Type: setSchedAttr{}, Then: d.Ptr{To: &schedAttrSize}, ThenIf: schedTooBig},
	{Name: "flags", Type: d.Hex32},
}}

var schedGetattr = d.Syscall{Name: "sched_getattr", Params: []*d.Param{
	schedPID,
	{Name: "attr", Type: getSchedAttr{}, At: d.Out},
	{Name: "size", Type: d.Uint, At: d.Exit},
	{Name: "flags", Type: &d.Flags{&xlat.SchedGetattrFlag}, At: d.Exit},
}}

func schedTooBig(c *d.Call) bool {
	const e2big = 7
	return c.Failed && c.Ret == -e2big
}

// schedAttrSize is the structure's first member alone.
var schedAttrSize = d.Struct{Bytes: 4, Fields: []*d.Field{
	{Name: "size", At: abi.Sched_attr_size, Type: d.Uint},
}}

// schedAttrGot is what the kernel tells: all of it.
var schedAttrGot = d.Struct{Of: abi.Sizeof_sched_attr, Fields: []*d.Field{
	{Name: "size", At: abi.Sched_attr_size, Type: d.Uint},
	{Name: "sched_policy", At: abi.Sched_attr_sched_policy, Type: &plainPolicy},
	{Name: "sched_flags", At: abi.Sched_attr_sched_flags, Type: &d.Flags64{&xlat.SchedFlag}},
	{Name: "sched_nice", At: abi.Sched_attr_sched_nice, Type: d.Int},
	{Name: "sched_priority", At: abi.Sched_attr_sched_priority, Type: d.Uint},
	{Name: "sched_runtime", At: abi.Sched_attr_sched_runtime, Type: d.Uint64},
	{Name: "sched_deadline", At: abi.Sched_attr_sched_deadline, Type: d.Uint64},
	{Name: "sched_period", At: abi.Sched_attr_sched_period, Type: d.Uint64},
	{Name: "sched_util_min", At: abi.Sched_attr_sched_util_min, Type: d.Uint},
	{Name: "sched_util_max", At: abi.Sched_attr_sched_util_max, Type: d.Uint},
}}

var schedAttr = d.Struct{Of: abi.Sizeof_sched_attr, Fields: []*d.Field{
	{Name: "size", At: abi.Sched_attr_size, Type: d.Uint},
	{Name: "sched_policy", At: abi.Sched_attr_sched_policy, Type: &plainPolicy, If: hasSchedPolicy},
	{Name: "sched_flags", At: abi.Sched_attr_sched_flags, Type: &d.Flags64{&xlat.SchedFlag}},
	{Name: "sched_nice", At: abi.Sched_attr_sched_nice, Type: d.Int, If: hasSchedParams},
	{Name: "sched_priority", At: abi.Sched_attr_sched_priority, Type: d.Uint, If: hasSchedParams},
	{Name: "sched_runtime", At: abi.Sched_attr_sched_runtime, Type: d.Uint64, If: hasSchedParams},
	{Name: "sched_deadline", At: abi.Sched_attr_sched_deadline, Type: d.Uint64, If: hasSchedParams},
	{Name: "sched_period", At: abi.Sched_attr_sched_period, Type: d.Uint64, If: hasSchedParams},
	{Name: "sched_util_min", At: abi.Sched_attr_sched_util_min, Type: d.Uint, If: hasSchedUtil},
	{Name: "sched_util_max", At: abi.Sched_attr_sched_util_max, Type: d.Uint, If: hasSchedUtil},
}}

func schedAttrFlags(c *d.Call) uint64 { return (d.M + d.Expr(abi.Sched_attr_sched_flags)).Eval(c) }

func hasSchedPolicy(c *d.Call) bool {
	policy := (d.M + d.Expr(abi.Sched_attr_sched_policy)).Eval(c)
	return int32(policy) < 0 || schedAttrFlags(c)&(schedKeepPolicy|schedKeepParams) == 0
}
func hasSchedParams(c *d.Call) bool { return schedAttrFlags(c)&schedKeepParams == 0 }

// hasSchedUtil says whether both of the last members are there.
func hasSchedUtil(c *d.Call) bool {
	b, _ := c.Object()
	return len(b) == int(c.ABI.Members[abi.Sizeof_sched_attr].Size)
}

// setSchedAttr shows as much of a sched_attr as its first member says.
type setSchedAttr struct{}

// Show implements decode.Type.
func (setSchedAttr) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	first, ok := c.Fetch(v, 4)
	if !ok {
		c.P.Addr(v)
		return
	}
	size := abi.LoadInt(first, 4, false)
	switch {
	case size == 0:
		size = schedAttrSize0
	case size < schedAttrSize0:
		d.Ptr{To: &schedAttrSize}.Show(c, v)
		return
	}
	c.ShowSized(v, size, &schedAttr)
}

// Plan implements decode.Planned.
func (setSchedAttr) Plan(p *d.Planner, from d.Expr) { p.Object(from, &schedAttr, 0) }

// getSchedAttr is a sched_attr of which the kernel has filled in what its first member says.
type getSchedAttr struct{}

// Show implements decode.Type.
func (getSchedAttr) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	n := int(min(uint64(uint32(c.Args[2])), uint64(schedAttr.Size(c.ABI))))
	b, ok := c.FetchPadded(v, n, schedAttr.Size(c.ABI))
	if !ok || n == 0 {
		c.P.Addr(v)
		return
	}
	switch size, _ := c.ABI.Load(b, abi.Sched_attr_size); {
	case size < schedAttrSize0:
		c.ShowAt(&schedAttrSize, b, v)
	case size < uint64(len(b)):
		c.ShowPart(&schedAttrGot, b[:schedAttrSize0], v, schedAttrSize0)
	default:
		c.ShowAt(&schedAttrGot, b, v)
	}
}

// Plan implements decode.Planned.
func (getSchedAttr) Plan(p *d.Planner, from d.Expr) { p.Object(from, &schedAttr, 0) }
