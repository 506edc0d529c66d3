package decode

// FDSet shows the set of descriptors below N at an address, a bit for each:
// [0 3]. Of a set of no descriptors it shows the address.
type FDSet struct {
	N Expr // int
	// Ready is for sets behind a result: it shows no more descriptors, without
	// what they refer to, than the Budget that the sets share has left.
	Ready bool
}

// fdSetMax is the number of descriptors of which the set is looked at:
// fs.nr_open is no higher where it has its default value.
const fdSetMax = 1 << 20

// Show implements Type.
func (t FDSet) Show(c *Call, v uint64) {
	v = c.Word(v)
	n := t.n(c)
	if n <= 0 {
		c.P.Addr(v)
		return
	}
	b, ok := c.Fetch(v, n)
	if !ok {
		c.P.Addr(v)
		return
	}
	limit := min(int(int32(t.N.Eval(c))), 8*n)
	c.P.Array()
	for fd := range limit {
		if b[fd/8]>>(fd%8)&1 == 0 {
			continue
		}
		c.P.ElemSpace()
		if !t.Ready {
			c.fd(int32(fd))
			continue
		}
		c.P.Int(int64(fd))
		if c.left--; c.left == 0 {
			break
		}
	}
	c.P.EndArray()
}

// n returns the number of bytes of the set: whole longs.
func (t FDSet) n(c *Call) int {
	n, word := int(int32(t.N.Eval(c))), c.ABI.Word
	n = min(n, fdSetMax)
	return (n + 8*word - 1) / (8 * word) * word
}

// Any says whether a set at addr can be read, has a descriptor in it, and of
// a Ready one the Budget lets that be shown.
func (t FDSet) Any(c *Call, addr uint64) bool {
	if t.Ready && c.left == 0 {
		return false
	}
	b, ok := c.Fetch(c.Word(addr), t.n(c))
	if !ok {
		return false
	}
	limit := min(int(int32(t.N.Eval(c))), 8*len(b))
	for fd := range limit {
		if b[fd/8]>>(fd%8)&1 != 0 {
			return true
		}
	}
	return false
}

// Plan implements Planned.
func (t FDSet) Plan(p *Planner, from Expr) { p.Blocks(from, p.ABI.Word, t.N, 8*p.ABI.Word) }
