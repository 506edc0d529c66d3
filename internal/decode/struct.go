package decode

import (
	"bytes"
	"encoding/binary"

	"gostrace/internal/abi"
)

// A Struct lists members in printing order, which need not be memory order.
type Struct struct {
	Of    abi.Member // its Sizeof_ name; or
	Bytes int        // its size, the same on every ABI
	// Fields are shown in full with -v, or always if Brief is nil.
	Fields []Field
	// Brief is shown otherwise, and "..." behind it.
	Brief []Field
}

// A Field is a member of a Struct.
type Field struct {
	Name string
	At   abi.Member
	// Type shows the member's value. Of an aggregate the value is its offset:
	// use Embed, EmbedArray, Chars.
	Type Type
	// If leaves the member out when it returns false.
	If func(c *Call) bool
}

// Size implements Object.
func (s *Struct) Size(a *abi.ABI) int { return sizeOf(a, s.Of, s.Bytes) }

// ShowAt implements Object.
func (s *Struct) ShowAt(c *Call, b []byte) {
	obj, field := c.obj, c.field
	c.obj = b
	c.P.Struct()
	fs, brief := s.Fields, c.Abbrev && s.Brief != nil
	if brief {
		fs = s.Brief
	}
	for i := range fs {
		f := &fs[i]
		v, ok := c.ABI.Load(b, f.At)
		if !ok {
			continue // not in this ABI, or an older, shorter structure
		}
		if f.If != nil && !f.If(c) {
			continue
		}
		c.P.Field(f.Name)
		c.field = f.At
		f.Type.Show(c, v)
	}
	if brief {
		c.P.MoreFields()
	}
	c.P.EndStruct()
	c.obj, c.field = obj, field
}

// Sized shows an extensible structure of which the program says the size
// (clone_args, open_how): Len bytes, of which To.Size are known. Known members
// beyond Len are left out.
type Sized struct {
	To  *Struct
	Len Expr
	// Min is the least Len that is looked at.
	Min int
}

// Show implements Type.
func (t Sized) Show(c *Call, v uint64) {
	v = c.Word(v)
	n := t.Len.Eval(c)
	if n < uint64(t.Min) || n == 0 {
		c.P.Addr(v)
		return
	}
	b, ok := c.Fetch(v, int(min(n, uint64(t.To.Size(c.ABI)))))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.at(t.To, b, v)
}

// Plan implements Planned.
func (t Sized) Plan(p *Planner, from Expr) { p.Object(from, t.To, 0) }

// Embed shows a structure that is a member of another one.
type Embed struct{ To Object }

// Show implements Type.
func (t Embed) Show(c *Call, off uint64) {
	n := t.To.Size(c.ABI)
	c.at(t.To, c.obj[off:int(off)+n], c.base+off)
}

// Plan implements Planned.
func (t Embed) Plan(p *Planner, from Expr) { p.embedded(t.To) }

// EmbedArray shows an array that is a member: of N elements if N is set, else of all.
type EmbedArray struct {
	Of Object
	N  Expr
}

// Show implements Type.
func (t EmbedArray) Show(c *Call, off uint64) {
	l, size := c.Field(), t.Of.Size(c.ABI)
	n := int(l.Size) / size
	if t.N != 0 {
		n = int(min(uint64(n), t.N.Eval(c)))
	}
	obj := c.obj
	c.P.Array()
	for i := range n {
		c.P.Elem()
		o := int(off) + i*size
		c.at(t.Of, obj[o:o+size], c.base+uint64(o))
	}
	c.P.EndArray()
}

// Chars shows a char array that is a member as a string that ends with a NUL
// or with the array.
const Chars charsType = 0

type charsType uint8

func (charsType) Show(c *Call, off uint64) {
	b := c.obj[off : off+uint64(c.Field().Size)]
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	c.P.Quote(b, false)
}

func loadWord(b []byte) uint64 {
	if len(b) == 4 {
		return uint64(binary.LittleEndian.Uint32(b))
	}
	return binary.LittleEndian.Uint64(b)
}
