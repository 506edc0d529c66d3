package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// What a task tells the kernel about itself: set_tid_address(2), get_robust_list(2),
// membarrier(2), personality(2), arch_prctl(2), iopl(2).

var setTIDAddress = d.Syscall{Name: "set_tid_address", Ret: d.TID, Params: []*d.Param{{Name: "tidptr", Type: d.Addr}}}

var setRobustList = d.Syscall{Name: "set_robust_list", Params: []*d.Param{
	{Name: "addr", Type: d.Addr},
	{Name: "length", Type: d.Ulong},
}}

var getRobustList = d.Syscall{Name: "get_robust_list", Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	{Name: "head_ptr", Type: d.Cell{Of: &pageAddr}, At: d.Out},
	{Name: "len_ptr", Type: d.Cell{Of: &d.UlongOb}, At: d.Out},
}}

var membarrier = d.Syscall{Name: "membarrier",
	Ret: &d.Switch{On: d.Arg0, Else: d.Int, Case: []d.Case{{Val: membarrierQuery, Type: d.Hex32}}},
	Params: []*d.Param{
		{Name: "cmd", Type: &d.Enum{Of: &xlat.MembarrierCmd}},
		{Name: "flags", Type: &d.Flags{&xlat.MembarrierFlag}},
		{Name: "cpu_id", Type: d.Int, If: func(c *d.Call) bool { return c.Args[1]&membarrierFlagCPU != 0 }},
	},
	Tail: []*d.Param{{Name: "commands", Bare: true, Reg: d.Ret, Type: &d.Flags{&xlat.MembarrierCmd},
		If: func(c *d.Call) bool { return uint32(c.Args[0]) == membarrierQuery && c.Ret > 0 }}},
}

const membarrierQuery, membarrierFlagCPU = 0, 1 // linux/membarrier.h

var personality = d.Syscall{Name: "personality", Ret: d.Hex32, Params: []*d.Param{
	{Name: "persona", Type: d.Func(func(c *d.Call, v uint64) {
		if uint32(v) == queryPersonality {
			c.P.Hex(queryPersonality)
			return
		}
		showPersonality(c, v)
	})},
}, Tail: []*d.Param{{Name: "persona", Bare: true, Reg: d.Ret, Type: d.Func(showPersonality), If: succeeded}}}

const queryPersonality = 0xffffffff

var personalityFlags = d.Flags{&xlat.PersonalityFlag}

func showPersonality(c *d.Call, v uint64) {
	const perMask = 0xff // linux/personality.h
	v = uint64(uint32(v))
	c.P.Expr(v)
	c.P.Symbol(v&perMask, &xlat.Personality, show.Hexadecimal)
	if flags := v &^ perMask; flags != 0 {
		c.P.Punct("|")
		personalityFlags.Show(c, flags)
	}
	c.P.EndExpr()
}

// The operations of arch_prctl (asm/prctl.h) whose argument is not a number, or not there.
const (
	archGetFS             = 0x1003
	archGetGS             = 0x1004
	archGetCPUID          = 0x1011
	archGetXcompSupp      = 0x1021
	archGetXcompPerm      = 0x1022
	archReqXcompPerm      = 0x1023
	archGetXcompGuestPerm = 0x1024
	archReqXcompGuestPerm = 0x1025
)

var archPrctl = d.Syscall{Name: "arch_prctl", Params: []*d.Param{
	{Name: "op", Type: &d.Enum{Of: &xlat.ArchPrctlOp}},
	{Name: "addr", At: d.Exit, Early: archPrctlSets, If: func(c *d.Call) bool { return uint32(c.Args[0]) != archGetCPUID },
		Type: &d.Switch{On: d.Arg0, Else: d.Hex, Case: []d.Case{
			{Val: archGetFS, Type: ifSucceeded{d.Cell{Of: &pageAddr}}},
			{Val: archGetGS, Type: ifSucceeded{d.Cell{Of: &pageAddr}}},
			{Val: archGetXcompSupp, Type: ifSucceeded{xfeatures}},
			{Val: archGetXcompPerm, Type: ifSucceeded{xfeatures}},
			{Val: archGetXcompGuestPerm, Type: ifSucceeded{xfeatures}},
			{Val: archReqXcompPerm, Type: xfeature},
			{Val: archReqXcompGuestPerm, Type: xfeature},
		}}},
}}

// archPrctlSets says whether the argument is not the address of a result.
func archPrctlSets(c *d.Call) bool {
	switch uint32(c.Args[0]) {
	case archGetFS, archGetGS, archGetCPUID, archGetXcompSupp, archGetXcompPerm, archGetXcompGuestPerm:
		return false
	}
	return true
}

var (
	xfeature  = &d.Wordy{To: &d.Enum64{Of: &xlat.Xfeature}, When: show.NotRaw}
	xfeatures = &d.Cell{Of: &d.Num{Bytes: 8, Type: d.Wordy{To: &d.Flags64{&xlat.XfeatureMask}, When: show.NotRaw}}}
)

// ifSucceeded shows an address alone if the call failed: what At: d.Out does,
// for one case of a Switch.
type ifSucceeded struct{ To d.Type }

// Show implements decode.Type.
func (t ifSucceeded) Show(c *d.Call, v uint64) {
	if c.Failed {
		c.P.Addr(c.Word(v))
		return
	}
	t.To.Show(c, v)
}

// Plan implements decode.Planned.
func (t ifSucceeded) Plan(p *d.Planner, from d.Expr) { p.Type(t.To, from) }

// gathered is an array that the call fills: if it fails, an address, but an empty array is that anyhow.
type gathered struct{ d.Array }

// Show implements decode.Type.
func (t gathered) Show(c *d.Call, v uint64) {
	if c.Failed && t.N.Eval(c) != 0 {
		c.P.Addr(c.Word(v))
		return
	}
	t.Array.Show(c, v)
}

var iopl = d.Syscall{Name: "iopl", Params: []*d.Param{{Name: "level", Type: d.Int}}}

var ioperm = d.Syscall{Name: "ioperm", Params: []*d.Param{
	{Name: "from", Type: d.Hex},
	{Name: "num", Type: d.Hex},
	{Name: "turn_on", Type: d.Int},
}}

// bytesUsed is an If that leaves out a member of which all bytes are 0.
func bytesUsed(c *d.Call) bool {
	b, _ := c.Object()
	l := c.Field()
	for _, x := range b[l.Off : l.Off+l.Size] {
		if x != 0 {
			return true
		}
	}
	return false
}
