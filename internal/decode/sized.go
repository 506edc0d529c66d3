package decode

import "gostrace/internal/abi"

// Sized shows an extensible structure of which the program says the size
// (clone_args, open_how): Len bytes, of which To.Size are known. Known members
// beyond Len are left out. Bytes beyond what is known must be 0, and are shown
// if they are not: {flags=0, /* bytes 24..31 */ "\x01..."}.
type Sized struct {
	To  *Struct
	Len Expr
	// Min is the least Len that is looked at, and Max, if not 0, the most.
	Min, Max int
}

// Show implements Type.
func (t Sized) Show(c *Call, v uint64) {
	v = c.Word(v)
	n := t.Len.Eval(c)
	if n < uint64(t.Min) || n == 0 || t.Max != 0 && n > uint64(t.Max) {
		c.P.Addr(v)
		return
	}
	n = min(n, sizedPage)
	b, ok := c.FetchPart(v, int(min(n, uint64(t.To.Size(c.ABI)))), t.To)
	if !ok {
		c.P.Addr(v)
		return
	}
	c.sized(t.To, b, v, n, false)
}

func (c *Call) sized(o *Struct, b []byte, addr, size uint64, dots bool) {
	base := c.base
	c.base = addr
	o.show(c, b, size, dots)
	c.base = base
}

// sizedPage is how much of an extensible structure the kernel looks at.
const sizedPage = 4096

// FetchPart copies the first n bytes of the structure o at addr, as Fetch does.
// A member of which only a part is among them ends in zeros.
func (c *Call) FetchPart(addr uint64, n int, o *Struct) ([]byte, bool) {
	size := n
	for _, f := range o.Fields {
		if l := c.ABI.Members[f.At]; l.Kind != abi.Absent && int(l.Off) < n {
			size = max(size, int(l.Off)+int(l.Size))
		}
	}
	return c.FetchPadded(addr, n, size)
}

// ShowPart shows the structure o, of which b has those bytes at addr that the
// decoder read, and of which the program says that it is size bytes long.
func (c *Call) ShowPart(o *Struct, b []byte, addr, size uint64) { c.sized(o, b, addr, size, false) }

// FetchPadded copies n bytes at addr into scratch of size bytes, as Fetch does;
// those behind them are 0.
func (c *Call) FetchPadded(addr uint64, n, size int) ([]byte, bool) {
	if addr == 0 || n < 0 || c.Addresses {
		return nil, false
	}
	b := c.scratch(size)
	clear(b)
	n = min(n, size)
	return b, c.ReadAt(b[:n], addr) == n
}

// Plan implements Planned.
func (t Sized) Plan(p *Planner, from Expr) {
	p.Object(from, t.To, 0)
	p.add(Block, from, 1, t.Len)
}

// ShowSized shows the first size bytes of the structure o at addr, without the
// members that are not in them, and "..." if it is larger than is known.
func (c *Call) ShowSized(addr, size uint64, o *Struct) {
	n := min(size, uint64(o.Size(c.ABI)))
	b, ok := c.FetchPart(addr, int(n), o)
	if !ok {
		c.P.Addr(addr)
		return
	}
	c.sized(o, b, addr, size, true)
}

// excess shows the bytes known to size of the structure at c.base, unless all
// are 0.
func (c *Call) excess(known int, size uint64) {
	size = min(size, sizedPage)
	if size <= uint64(known) {
		return
	}
	n := int(size) - known
	b, ok := c.Fetch(c.base+uint64(known), n)
	if !ok {
		c.P.UnknownFields()
		return
	}
	for _, x := range b {
		if x != 0 {
			c.P.Excess(known, b[:min(len(b), c.P.StrLen)], size-uint64(known))
			return
		}
	}
}
