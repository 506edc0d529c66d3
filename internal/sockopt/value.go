package sockopt

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// An option is one whose value is shown as what it is. The values of all
// others are shown as an int, if they are as long, else as bytes.
type option struct {
	number uint32
	as     d.Object
	// exact says that a value of another length is none.
	exact bool
	// in and out leave setting or getting to what is shown of all others.
	in, out bool
}

// everyOption is the number of an entry that stands for all.
const everyOption = ^uint32(0)

// find returns how option n of level l is shown, or nil.
func (l *level) find(n uint32, out bool) *option {
	if l == nil {
		return nil
	}
	for i := range l.options {
		o := &l.options[i]
		if (o.number == n || o.number == everyOption) && (!o.in && !o.out || o.out == out) {
			return o
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
	if o == nil {
		if n == 4 {
			cell.Show(c, v)
			return
		}
		c.ShowBytes(v, uint64(uint32(n)))
		return
	}
	showOption(c, o, v, n)
}

func showOption(c *d.Call, o *option, v uint64, n int32) {
	v = c.Word(v)
	if sized, ok := o.as.(sizedObject); ok {
		if n <= 0 || !sized.showLen(c, v, int(n)) {
			c.P.Addr(v)
		}
		return
	}
	size := o.as.Size(c.ABI)
	if int(n) < size || o.exact && int(n) != size {
		c.P.Addr(v)
		return
	}
	d.Ptr{To: o.as}.Show(c, v)
}

// A sizedObject may be of several lengths.
type sizedObject interface {
	showLen(c *d.Call, addr uint64, n int) bool
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
			p.Type(d.Ptr{To: levels[i].options[j].as}, from)
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
	case o != nil:
		showOption(c, o, v, n)
	case n <= 0:
		c.P.Addr(c.Word(v))
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
