package ioctl

import (
	"sort"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// An Arg declares the argument of some commands. The zero Arg, but for its
// Names, is of commands without one.
type Arg struct {
	// Names are the commands, separated by blanks.
	Names string
	// In shows the argument before the call.
	In d.Type
	// Out shows it after the call; behind " => " if there is In, else as an
	// address if the call failed.
	Out d.Type
	// Late shows it after the call, instead, also if the call failed.
	Late d.Type
}

// An argOf is one line of the generated table: the argument of a command.
type argOf struct {
	val uint32
	on  abis
	arg *Arg
}

// find returns the declaration of cmd's argument; nil if there is none.
func find(a *abi.ABI, cmd uint32) *Arg {
	want := abisOf(a)
	i := sort.Search(len(args), func(i int) bool { return args[i].val >= cmd })
	for ; i < len(args) && args[i].val == cmd; i++ {
		if args[i].on&want != 0 {
			return args[i].arg
		}
	}
	return findSized(cmd)
}

// of returns the declaration for the call being shown.
func of(c *d.Call) *Arg {
	cmd := uint32(c.Args[1])
	if a := find(c.ABI, cmd); a != nil {
		return a
	}
	return undeclared(c, cmd)
}

// Before says that the argument is known before the call, and does not change.
func Before(c *d.Call) bool { a := of(c); return a.In != nil && a.Out == nil }

// After says that the argument is the call's answer.
func After(c *d.Call) bool { a := of(c); return a.In == nil && a.Out != nil }

// Late says that the argument is shown after the call, even if that failed.
func Late(c *d.Call) bool { a := of(c); return a.Late != nil }

// Both says that the call changes its argument.
func Both(c *d.Call) bool { a := of(c); return a.In != nil && a.Out != nil }

// In shows the argument, the third one of ioctl(2), as it is before the call.
type In struct{}

// Show implements decode.Type.
func (In) Show(c *d.Call, v uint64) { of(c).In.Show(c, v) }

// Plan implements decode.Planned.
func (In) Plan(p *d.Planner, from d.Expr) { plan(p, from, func(a *Arg) d.Type { return a.In }) }

// Out shows the argument as it is after the call.
type Out struct{}

// Show implements decode.Type.
func (Out) Show(c *d.Call, v uint64) { of(c).Out.Show(c, v) }

// Plan implements decode.Planned.
func (Out) Plan(p *d.Planner, from d.Expr) { plan(p, from, func(a *Arg) d.Type { return a.Out }) }

func plan(p *d.Planner, from d.Expr, pick func(*Arg) d.Type) {
	want := abisOf(p.ABI)
	for i := range args {
		if t, ok := pick(args[i].arg).(d.Planned); ok && args[i].on&want != 0 {
			p.When(d.U32+d.Arg1, uint64(args[i].val), func() { t.Plan(p, from) })
		}
	}
	planSized(p, from, pick)
	for i := range raws {
		if t, ok := pick(&raws[i]).(d.Planned); ok {
			t.Plan(p, from)
		}
	}
}

// End shows the argument after a call that may have failed.
type End struct{}

// Show implements decode.Type.
func (End) Show(c *d.Call, v uint64) { of(c).Late.Show(c, v) }

// Save implements decode.Saver.
func (End) Save(c *d.Call, v uint64) {
	if t, ok := of(c).Late.(d.Saver); ok {
		t.Save(c, v)
	}
}

// Plan implements decode.Planned.
func (End) Plan(p *d.Planner, from d.Expr) { plan(p, from, func(a *Arg) d.Type { return a.Late }) }

// succeeded is for members that only a call that succeeded fills.
func succeeded(c *d.Call) bool { return !c.Failed }
