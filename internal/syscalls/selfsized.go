package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// selfSized is a structure whose first member, of 32 bits, says how large it
// is. It was least bytes long once, if that is not 0. Of a shorter one only the
// size is shown; behind a longer one, the bytes that have no name.
type selfSized struct {
	of    *d.Struct
	least int
}

// Show implements d.Type.
func (t selfSized) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, 4)
	if !ok {
		c.P.Addr(v)
		return
	}
	full := t.of.Size(c.ABI)
	size, told := abi.LoadInt(b, 4, false), uint64(0)
	switch {
	case size >= uint64(full):
		b, ok = c.Fetch(v, full)
		told = size
	case t.least != 0 && size >= uint64(t.least):
		b, ok = c.Fetch(v, t.least)
	}
	if !ok {
		c.P.Struct()
		c.P.Field("size")
		c.P.Uint(size)
		c.P.UnknownFields()
		c.P.EndStruct()
		return
	}
	c.ShowPart(t.of, b, v, told)
}

// Plan implements d.Planned.
func (t selfSized) Plan(p *d.Planner, from d.Expr) { p.Block(from, 4096) }

// idsFound are the ids, of 64 bits, that the call found; there was room for Arg2 of them.
type idsFound struct{}

var id64Obj = d.Num{Type: d.Hex64, Bytes: 8}

// Show implements d.Type.
func (idsFound) Show(c *d.Call, v uint64) {
	if c.Failed && d.Arg2.Eval(c) != 0 {
		d.Addr.Show(c, v)
		return
	}
	d.Array{Of: &id64Obj, N: d.Ret}.Show(c, v)
}

// Plan implements d.Planned.
func (idsFound) Plan(p *d.Planner, from d.Expr) { p.Object(from, &id64Obj, d.Ret) }
