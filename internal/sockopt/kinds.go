package sockopt

import (
	"encoding/binary"

	d "gostrace/internal/decode"
)

// whole is a structure: all of it, or nothing.
type whole struct {
	of d.Object
	// exact says that a longer value is none either.
	exact bool
}

func (w whole) show(c *d.Call, addr uint64, n int32) bool {
	size := w.of.Size(c.ABI)
	if int(n) < size || w.exact && int(n) != size {
		return false
	}
	b, ok := c.Fetch(addr, size)
	if ok {
		c.ShowAt(w.of, b, addr)
	}
	return ok
}

func (w whole) plan(p *d.Planner, from d.Expr) { p.Object(from, w.of, 0) }

// partial is a structure that the kernel returns as much of as there is room
// for: {l_onoff=1, l_linger="\x02"}.
type partial struct{ of *d.Struct }

func (w partial) show(c *d.Call, addr uint64, n int32) bool {
	size := min(int(n), w.of.Size(c.ABI))
	b, ok := c.Fetch(addr, size)
	if !ok {
		return false
	}
	c.P.Struct()
	w.of.Members(c, b)
	for _, f := range w.of.Fields {
		l := c.ABI.Members[f.At]
		if off := int(l.Off); off < size && size < off+int(l.Size) {
			c.P.Field(f.Name)
			c.P.Binary(b[off:], false)
		}
	}
	c.P.EndStruct()
	return true
}

func (w partial) plan(p *d.Planner, from d.Expr) { p.Object(from, w.of, 0) }

// integer is an int in brackets: [1].
type integer struct {
	as    d.Type
	short shortInt
	// exact says that a longer value is no int, but bytes.
	exact bool
}

// shortInt says how a value is shown that is shorter than an int.
type shortInt uint8

const (
	asAddress shortInt = iota
	asBytes            // "\x01\x02"
	asInt              // an int is there, whatever its length is said to be
)

func (w integer) show(c *d.Call, addr uint64, n int32) bool {
	if n < 4 && w.short == asAddress {
		return false
	}
	if w.short == asBytes && (n < 4 || n > 4 && w.exact) {
		c.ShowBinary(addr, uint64(uint32(n)))
		return true
	}
	b, ok := c.Fetch(addr, 4)
	if !ok {
		return false
	}
	c.P.Array()
	c.P.Elem()
	w.as.Show(c, uint64(int32(binary.LittleEndian.Uint32(b))))
	c.P.EndArray()
	return true
}

func (integer) plan(*d.Planner, d.Expr) {}

// numbers are as many unsigned ints as there are: [1, 2].
type numbers struct{}

func (numbers) show(c *d.Call, addr uint64, n int32) bool {
	d.Array{Of: &d.UintObj}.ShowN(c, addr, uint64(n/4))
	return true
}

func (numbers) plan(*d.Planner, d.Expr) {}
