package decode

// Array shows N consecutive objects: [{...}, {...}]. In brief (without -v) at
// most as many as -s allows are shown.
type Array struct {
	Of Object
	N  Expr
	// All shows every element whatever -s says.
	All bool
	// Max, if not 0, is the number of elements above which the kernel looks at none.
	Max int
}

// Show implements Type.
func (t Array) Show(c *Call, v uint64) { c.ShowArray(v, t.N.Eval(c), t.Of, t.All) }

// ShowArray shows n objects at addr.
func (c *Call) ShowArray(addr, n uint64, of Object, all bool) {
	addr = c.Word(addr)
	if addr == 0 || c.Addresses {
		c.P.Addr(addr)
		return
	}
	if n == 0 {
		c.P.Array()
		c.P.EndArray()
		return
	}
	size := of.Size(c.ABI)
	limit := ^uint64(0)
	if c.Abbrev && !all {
		limit = uint64(c.P.StrLen)
	}
	mark := len(c.arena)
	for i := range n {
		at := addr + i*uint64(size)
		if i >= limit {
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
		c.P.Elem()
		c.at(of, b, at)
		c.arena = c.arena[:min(mark, len(c.arena))]
	}
	c.P.EndArray()
}

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
			c.P.Text(" /* ")
			c.P.Int(int64(n))
			c.P.Text(plural(n, " var, unterminated */", " vars, unterminated */"))
			c.P.EndExpr()
			return
		}
		if loadWord(b) == 0 {
			break
		}
		n++
		c.arena = c.arena[:len(c.arena)-word]
	}
	c.P.Text(" /* ")
	c.P.Int(int64(n))
	c.P.Text(plural(n, " var */", " vars */"))
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
