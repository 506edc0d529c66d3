package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// prctl is the declaration of operations of which nothing is known; the others
// are in prctlCalls. Its plan has what those read at entry.
var prctl = d.Syscall{Name: "prctl", Via: prctlCall, Params: []*d.Param{
	{Name: "op", Type: &prctlOp},
	{Name: "arg2", Type: forOthers{taskName{}}},
	{Name: "arg3", Type: forOthers{d.Ptr{To: &sockFprog}}},
	{Name: "arg4", Type: d.Hex},
	{Name: "arg5", Type: forOthers{d.Str}},
}}

// forOthers is a number that to some operation is of another type, which reads memory.
type forOthers struct{ what d.Type }

// Show implements d.Type.
func (t forOthers) Show(c *d.Call, v uint64) { d.Hex.Show(c, v) }

// Plan implements d.Planned.
func (t forOthers) Plan(p *d.Planner, from d.Expr) { p.Type(t.what, from) }

// prctlCall picks the declaration by the operation, and by the second argument if that matters.
func prctlCall(c *d.Call) *d.Syscall {
	op, sub := uint32(c.Args[0]), c.Word(c.Args[1])
	for i := range prctlCalls {
		if v := &prctlCalls[i]; v.op == op && (v.any || v.sub == sub) {
			return &v.call
		}
	}
	return nil
}

var prctlOp = d.Enum{Of: &xlat.PrctlOp}

// The parameters that are the same everywhere.
var (
	prOp   = &d.Param{Name: "op", Type: &prctlOp}
	prArg2 = &d.Param{Name: "arg2", Type: d.Hex}
	prArg3 = &d.Param{Name: "arg3", Type: d.Hex}
	prArg4 = &d.Param{Name: "arg4", Type: d.Hex}
	prArg5 = &d.Param{Name: "arg5", Type: d.Hex}
)

var prSpecSet = d.Flags{&xlat.PrSpecSet}

func showPdeathsig(c *d.Call, v uint64) {
	if v = c.Word(v); v >= uint64(len(xlat.Signal)) {
		c.P.Uint(v)
		return
	}
	d.Signal.Show(c, v)
}

// showSlack shows an unsigned long as a signed number of 64 bits.
func showSlack(c *d.Call, v uint64) { c.P.Int(int64(c.Word(v))) }

// showPtracer shows a process, or PR_SET_PTRACER_ANY: -1.
func showPtracer(c *d.Call, v uint64) {
	if c.Word(v) == c.Word(^uint64(0)) {
		c.P.Named(^uint64(0), "PR_SET_PTRACER_ANY", show.SignedDecimal)
		return
	}
	d.PID.Show(c, v)
}

// speculation is what PR_SET_SPECULATION_CTRL sets: 0 has no name, either.
func speculation(c *d.Call, v uint64) {
	v = c.Word(v)
	if v == 0 {
		c.P.Symbol(v, &xlat.PrSpecSet, show.Hexadecimal)
		return
	}
	c.P.Flags(v, prSpecSet)
}

// taskName is the name of a task: at most 15 bytes and a NUL (TASK_COMM_LEN).
type taskName struct{}

const taskNameMax = 15

// Show implements decode.Type.
func (taskName) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, nul, ok := c.String(v, taskNameMax+1)
	if !ok {
		c.P.Addr(v)
		return
	}
	n := min(len(b), taskNameMax, c.P.StrLen)
	c.P.Quote(b[:n], !nul || n < len(b))
}

// Plan implements decode.Planned.
func (taskName) Plan(p *d.Planner, from d.Expr) { p.String(from, taskNameMax+1) }
