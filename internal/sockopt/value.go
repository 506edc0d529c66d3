package sockopt

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// An option is one whose value is shown as what it is. The values of all
// others are shown as an int, if they are as long, else as bytes.
type option struct {
	number uint32
	// set and get show the value given to setsockopt(2) and returned by
	// getsockopt(2); nil: like that of all others.
	set, get value
}

// A value shows the n bytes at addr. It returns false, having shown nothing,
// if they are none of its kind or unreadable: the address is shown then.
type value interface {
	show(c *d.Call, addr uint64, n int32) bool
	plan(p *d.Planner, from d.Expr)
}

// everyOption is the number of an entry that stands for all that no entry before it is.
const everyOption = ^uint32(0)

// find returns how option n of a level is set or got, or nil.
func (l *level) find(n uint32, get bool) value {
	if l == nil {
		return nil
	}
	for i := range l.options {
		if o := &l.options[i]; o.number == n || o.number == everyOption {
			if get {
				return o.get
			}
			return o.set
		}
	}
	return nil
}

// Set shows the value given to setsockopt(2); its length is argument 4.
type Set struct{}

// Show implements d.Type.
func (Set) Show(c *d.Call, v uint64) {
	n := int32(c.Args[4])
	o := levelOf(c).find(uint32(c.Args[2]), false)
	switch {
	case o != nil:
		showValue(c, o, v, n)
	case n == 4:
		cell.Show(c, v)
	default:
		c.ShowBytes(v, uint64(uint32(n)))
	}
}

func showValue(c *d.Call, o value, v uint64, n int32) {
	v = c.Word(v)
	if !o.show(c, v, n) {
		c.P.Addr(v)
	}
}

var cell = d.Cell{Of: &d.IntObj}

// Plan implements d.Planned.
func (Set) Plan(p *d.Planner, from d.Expr) {
	p.Bytes(from, d.U32+d.Arg4)
	p.Block(from, 512)
	planOptions(p, from)
}

// planOptions adds what the values of options point to.
func planOptions(p *d.Planner, from d.Expr) {
	for i := range levels {
		for j := range levels[i].options {
			o := &levels[i].options[j]
			if o.set != nil {
				o.set.plan(p, from)
			}
			if o.get != nil {
				o.get.plan(p, from)
			}
		}
	}
}

// Got shows the value that getsockopt(2) returned; its length is the int
// behind argument 4, but no more than that was (parameter 4 keeps it).
type Got struct{}

// Show implements d.Type.
func (Got) Show(c *d.Call, v uint64) {
	b, ok := c.Fetch(c.Word(c.Args[4]), 4)
	if !ok {
		c.P.Addr(c.Word(v))
		return
	}
	n := min(int32(abi.LoadInt(b, 4, true)), int32(d.Kept4.Eval(c)))
	o := levelOf(c).find(uint32(c.Args[2]), true)
	switch {
	case n <= 0:
		c.P.Addr(c.Word(v))
	case o != nil:
		showValue(c, o, v, n)
	case n == 4:
		cell.Show(c, v)
	default:
		c.ShowBytes(v, uint64(n))
	}
}

// Plan implements d.Planned.
func (Got) Plan(p *d.Planner, from d.Expr) {
	p.Block(d.Arg4, 4)
	p.Block(from, 4096)
	planOptions(p, from)
}
