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
	Fields []*Field
	// Brief is shown otherwise, and "..." behind it.
	Brief []*Field
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
	// When, if set, leaves the member out unless it evaluates to a value with
	// one of Bits set: a mask of what the structure holds.
	When Expr
	Bits uint64
}

// Nonzero is an If that leaves out a member of which all bytes are 0.
func Nonzero(c *Call) bool {
	l := c.Field()
	for _, b := range c.obj[l.Off : l.Off+l.Size] {
		if b != 0 {
			return true
		}
	}
	return false
}

// Size implements Object.
func (s *Struct) Size(a *abi.ABI) int { return sizeOf(a, s.Of, s.Bytes) }

// ShowAt implements Object.
func (s *Struct) ShowAt(c *Call, b []byte) { s.show(c, b, 0, false) }

// A NamedType is a Type that shows the name of its member itself, by
// Printer.Field or FieldKey: inet_pton(AF_INET6, "::1", &sin6_addr).
type NamedType interface {
	Type
	ShowNamed(c *Call, name string, v uint64)
}

// show shows the structure in b, of which the program says that it is size
// bytes long: what is beyond b as bytes, or, with dots, as "...".
func (s *Struct) show(c *Call, b []byte, size uint64, dots bool) {
	c.P.Struct()
	s.Members(c, b)
	if size > uint64(len(b)) {
		if dots {
			c.P.MoreFields()
		} else {
			c.excess(len(b), size)
		}
	}
	c.P.EndStruct()
}

// Members shows the members alone, for a structure of which others precede.
func (s *Struct) Members(c *Call, b []byte) {
	obj, field := c.obj, c.field
	c.obj = b
	fs, brief := s.Fields, c.Abbrev && s.Brief != nil
	if brief {
		fs = s.Brief
	}
	for i := range fs {
		f := fs[i]
		v, ok := c.ABI.Load(b, f.At)
		if !ok {
			continue // not in this ABI, or an older, shorter structure
		}
		c.field = f.At
		if f.If != nil && !f.If(c) || f.When != 0 && f.When.Eval(c)&f.Bits == 0 {
			continue
		}
		if t, ok := f.Type.(NamedType); ok {
			t.ShowNamed(c, f.Name, v)
			continue
		}
		c.P.Field(f.Name)
		f.Type.Show(c, v)
	}
	if brief {
		c.P.MoreFields()
	}
	c.obj, c.field = obj, field
}

// Embed shows a structure that is a member of another one.
type Embed struct{ To Object }

// Show implements Type.
func (t Embed) Show(c *Call, off uint64) {
	n := t.To.Size(c.ABI)
	c.at(t.To, c.obj[off:int(off)+n], c.base+off)
}

// Plan implements Planned.
func (t Embed) Plan(p *Planner, from Expr) { p.embedded(t.To) }

// EmbedArray shows an array that is a member: of N elements if N is set, else
// of all. In brief (without -v) at most as many as -s allows are shown.
type EmbedArray struct {
	Of Object
	N  Expr
	// All shows every element whatever -s says.
	All bool
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
		if c.Abbrev && !t.All && i >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		o := int(off) + i*size
		c.at(t.Of, obj[o:o+size], c.base+uint64(o))
	}
	c.P.EndArray()
}

// Chars shows a char array that is a member as a string, see ShowChars.
const Chars charsType = 0

type charsType uint8

func (charsType) Show(c *Call, off uint64) { c.ShowChars(c.obj[off : off+uint64(c.Field().Size)]) }

// ShowChars shows the string in an array of characters. One that does not end
// there is cut before the last character, where its NUL should be.
func (c *Call) ShowChars(b []byte) {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		c.P.Quote(b[:i], false)
		return
	}
	c.P.Quote(b[:max(0, len(b)-1)], true)
}

// UUID shows a member of 16 bytes that is a universally unique identifier.
const UUID uuidType = 0

type uuidType uint8

func (uuidType) Show(c *Call, off uint64) { c.P.UUID(c.obj[off : off+16]) }

// CharArray shows a char array that is a member as a string of which the last
// byte must be a NUL: without one it is cut.
const CharArray charArray = 0

type charArray uint8

func (charArray) Show(c *Call, off uint64) {
	b := c.obj[off : off+uint64(c.Field().Size)]
	if i := bytes.IndexByte(b, 0); i >= 0 {
		c.P.Quote(b[:i], false)
		return
	}
	c.P.Quote(b[:len(b)-1], true)
}

func loadWord(b []byte) uint64 {
	if len(b) == 4 {
		return uint64(binary.LittleEndian.Uint32(b))
	}
	return binary.LittleEndian.Uint64(b)
}

// Trailing shows an array that follows a structure: a member without a size of its own.
type Trailing struct{ Array }

// Show implements Type.
func (t Trailing) Show(c *Call, off uint64) { t.ShowN(c, c.base+off, t.N.Eval(c)) }

// Plan implements Planned.
func (t Trailing) Plan(p *Planner, from Expr) { p.Object(At+from, t.Of, t.N) }

// TrailingBytes shows Len bytes that follow a structure, as Buf does.
type TrailingBytes struct{ Len Expr }

// Show implements Type.
func (t TrailingBytes) Show(c *Call, off uint64) { c.ShowBytes(c.base+off, t.Len.Eval(c)) }

// Plan implements Planned.
func (t TrailingBytes) Plan(p *Planner, from Expr) { p.Bytes(At+from, t.Len) }
