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
	// On, if set, are the ABIs on which they have the argument; on others it
	// is shown as a number.
	On abis
	// In shows the argument before the call.
	In d.Type
	// Out shows it after the call; behind " => " if there is In, else as an
	// address if the call failed.
	Out d.Type
	// Even says that an address stands in the place of Out if the call failed.
	Even bool
	// Late shows it after the call, instead, also if the call failed.
	Late d.Type
	// Split shows, instead, one part before the call and the other after it.
	Split parted
	// Ret shows the result, if In could be read; nil: signed decimal.
	Ret d.Type
	// Tail, if set, explains the result in parentheses behind it, unless TailIf
	// returns false.
	Tail   d.Type
	TailIf func(c *d.Call) bool
}

// A parted Type shows one part of its value at entry and the other at exit:
// decode.Split, or what picks one.
type parted interface {
	d.Type
	d.Planned
	Abandon(c *d.Call)
}

// A readable Type says whether it can show more than an address.
type readable interface {
	Readable(c *d.Call, v uint64) bool
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

// Split says that the call fills a part of its argument.
func Split(c *d.Call) bool { a := of(c); return a.Split != nil }

// Parts shows the argument that is known in part before the call. Its plan has
// all of it, so that Rest, which shows the other part, needs none.
type Parts struct{}

// Show implements decode.Type.
func (Parts) Show(c *d.Call, v uint64) { of(c).Split.Show(c, v) }

// Plan implements decode.Planned.
func (Parts) Plan(p *d.Planner, from d.Expr) {
	plan(p, from, func(a *Arg) d.Type { return a.Split })
}

// Rest shows the part of the argument that is known after the call.
type Rest struct{}

// Show implements decode.Type.
func (Rest) Show(c *d.Call, v uint64) { of(c).Split.Show(c, v) }

// Abandon ends what a call began that will not return.
func (Rest) Abandon(c *d.Call) { of(c).Split.Abandon(c) }

// In shows the argument, the third one of ioctl(2), as it is before the call.
type In struct{}

// Show implements decode.Type. Of an argument that cannot be read nothing is
// shown after the call.
func (In) Show(c *d.Call, v uint64) {
	a := of(c)
	if t, ok := a.In.(readable); a.Out != nil && (!ok || t.Readable(c, v)) {
		c.Keep(1)
		if b, ok := c.Fetch(c.Word(v), 8); ok {
			c.Stash(b) // its first 8 bytes, for Out
		}
	}
	a.In.Show(c, v)
}

// Plan implements decode.Planned.
func (In) Plan(p *d.Planner, from d.Expr) { plan(p, from, func(a *Arg) d.Type { return a.In }) }

// Out shows the argument as it is after the call.
type Out struct{}

// Show implements decode.Type.
func (Out) Show(c *d.Call, v uint64) {
	a := of(c)
	if c.Failed && a.Even {
		d.Addr.Show(c, v)
		return
	}
	a.Out.Show(c, v)
}

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

// Result shows the result.
type Result struct{}

// Show implements decode.Type.
func (Result) Show(c *d.Call, v uint64) {
	a := of(c)
	if t, ok := a.In.(readable); a.Ret != nil && (!ok || t.Readable(c, c.Args[2])) {
		a.Ret.Show(c, v)
		return
	}
	d.Long.Show(c, v)
}

// Explained says whether something explains the result.
func Explained(c *d.Call) bool {
	a := of(c)
	return a.Tail != nil && (a.TailIf == nil || a.TailIf(c))
}

// Tail explains the result.
type Tail struct{}

// Show implements decode.Type.
func (Tail) Show(c *d.Call, v uint64) { of(c).Tail.Show(c, v) }
