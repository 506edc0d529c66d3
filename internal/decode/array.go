package decode

import "math/bits"

// Array shows N consecutive objects: [{...}, {...}]. In brief (without -v) at
// most as many as -s allows are shown.
type Array struct {
	Of Object
	N  Expr
	// All shows every element whatever -s says.
	All bool
	// Brief, if not 0, is how many elements are shown at most without -v, whatever -s says.
	Brief int
	// Most, if not 0, is how many elements are shown whatever -v says.
	Most int
	// Max, if not 0, is the number of elements above which the kernel looks at none.
	Max int
	// Room, if set, is the number of elements that there is room for, should N claim more: the
	// result of a call is not always the kernel's.
	Room Expr
	// Only, if set, leaves out the elements, laid out in b, for which it returns false.
	Only func(c *Call, b []byte) bool
	// Total, if set, is the number of bytes that the call moved, which the
	// elements share among themselves in order: see Share.
	Total Expr
}

// Show implements Type.
func (t Array) Show(c *Call, v uint64) {
	if t.Total != 0 {
		c.left = t.Total.Eval(c)
	}
	t.ShowN(c, v, t.N.Eval(c))
}

// ShowArray shows n objects at addr.
func (c *Call) ShowArray(addr, n uint64, of Object, all bool) {
	Array{Of: of, All: all}.ShowN(c, addr, n)
}

// ShowN shows n elements at address v, whatever N says.
func (t Array) ShowN(c *Call, v, n uint64) {
	addr, size := c.Word(v), t.Of.Size(c.ABI)
	if addr == 0 || c.Addresses || beyond(addr, n, size) {
		c.P.Addr(addr)
		return
	}
	if n == 0 {
		c.P.Array()
		c.P.EndArray()
		return
	}
	limit := ^uint64(0)
	if c.Abbrev && !t.All {
		limit = uint64(c.P.StrLen)
		if t.Brief != 0 {
			limit = uint64(t.Brief)
		}
	}
	if t.Most != 0 {
		limit = min(limit, uint64(t.Most))
	}
	mark := len(c.arena)
	shown := uint64(0)
	for i := range n {
		at := addr + i*uint64(size)
		if t.Room != 0 && i >= t.Room.Eval(c) {
			if i == 0 {
				c.P.Array()
			}
			c.P.MoreElems()
			break
		}
		b, ok := c.Fetch(at, size)
		if !ok {
			if i == 0 {
				c.P.Addr(addr)
				return
			}
			c.P.UnreadElems(at)
			break
		}
		if i == 0 {
			c.P.Array()
		}
		if t.Only == nil || t.Only(c, b) {
			if shown >= limit {
				c.P.MoreElems()
				break
			}
			shown++
			c.P.Elem()
			c.at(t.Of, b, at)
		}
		c.arena = c.arena[:min(mark, len(c.arena))]
	}
	c.P.EndArray()
}

// beyond says whether n objects at addr are more than the 64-bit address space holds.
func beyond(addr, n uint64, size int) bool {
	hi, lo := bits.Mul64(n, uint64(size))
	_, carry := bits.Add64(addr, lo, 0)
	return hi != 0 || carry != 0
}

// Share shows, of Len bytes at an address, those that the call moved: the next
// part of the Total of the array that this is a member of. If the call failed
// it shows the address.
type Share struct{ Len Expr }

// Show implements Type.
func (t Share) Show(c *Call, v uint64) {
	if c.Failed {
		c.P.Addr(c.Word(v))
		return
	}
	n := min(t.Len.Eval(c), c.left)
	c.left -= n
	c.ShowBytes(v, n)
}

// Plan implements Planned.
func (t Share) Plan(p *Planner, from Expr) { p.Bytes(from, t.Len) }

// Plan implements Planned.
func (t Array) Plan(p *Planner, from Expr) { p.Object(from, t.Of, t.N) }

// StrVec shows a vector of pointers to strings that ends with NULL (argv).
// Brief, if set, shows instead only the address and how many there are, in
// a comment: 0x7ffc /* 35 vars */, unless -v.
type StrVec struct{ Brief bool }

// Show implements Type.
func (t StrVec) Show(c *Call, v uint64) {
	v = c.Word(v)
	if t.Brief && c.Abbrev {
		t.count(c, v)
		return
	}
	word := c.ABI.Word
	if v == 0 || c.Addresses {
		c.P.Addr(v)
		return
	}
	mark := len(c.arena)
	for i := 0; ; i++ {
		at := v + uint64(i*word)
		b, ok := c.Fetch(at, word)
		if !ok {
			if i == 0 {
				c.P.Addr(v)
				return
			}
			c.P.UnreadElems(at)
			break
		}
		if i == 0 {
			c.P.Array()
		}
		s := loadWord(b)
		if s == 0 {
			break
		}
		if c.Abbrev && i >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		Str.Show(c, s)
		c.arena = c.arena[:min(mark, len(c.arena))]
	}
	c.P.EndArray()
}

func (t StrVec) count(c *Call, v uint64) {
	c.P.Expr(v)
	c.P.Addr(v)
	if v == 0 || c.Addresses {
		c.P.EndExpr()
		return
	}
	n, word := 0, c.ABI.Word
	for {
		b, ok := c.Fetch(v+uint64(n*word), word)
		if !ok {
			if n == 0 {
				c.P.EndExpr()
				return
			}
			c.P.OpenComment()
			c.P.Int(int64(n))
			c.P.Text(plural(n, " var, unterminated", " vars, unterminated"))
			c.P.CloseComment()
			c.P.EndExpr()
			return
		}
		if loadWord(b) == 0 {
			break
		}
		n++
		c.arena = c.arena[:len(c.arena)-word]
	}
	c.P.OpenComment()
	c.P.Int(int64(n))
	c.P.Text(plural(n, " var", " vars"))
	c.P.CloseComment()
	c.P.EndExpr()
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Plan implements Planned.
func (t StrVec) Plan(p *Planner, from Expr) { p.Strings(from) }

// Budget sets how many bytes the call moved, for a call that moved several
// messages, or how many descriptors it counted in several sets; what shows
// them takes of it.
func (c *Call) Budget(n uint64) { c.left = n }

// Take returns how many of the next n bytes the call moved, and counts them.
func (c *Call) Take(n uint64) uint64 {
	n = min(n, c.left)
	c.left -= n
	return n
}
