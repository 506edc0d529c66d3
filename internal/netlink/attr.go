package netlink

import (
	"encoding/binary"

	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// An attrs names the types of attributes that stand in one place, and says
// what their values are.
type attrs struct {
	names *xlat.Table
	as    []shower // by type; nil: bytes
	each  shower   // of all types, where the type is an index
}

// A shower shows the value of an attribute, in the context of the structure
// that the attributes are behind. It returns false, having shown nothing, if
// the value is too short for what it should be.
type shower interface {
	show(c *d.Call, x *context, b []byte) bool
}

// showFunc is a shower that needs nothing else.
type showFunc func(c *d.Call, x *context, b []byte) bool

func (f showFunc) show(c *d.Call, x *context, b []byte) bool { return f(c, x, b) }

// A context is what the structure before the attributes says of them.
type context struct {
	family              uint8  // address family
	attrs               *attrs // of the message
	linkKind, slaveKind []byte // names of the drivers of a link
	end                 uint64 // address of the end of the memory that values are part of
}

const (
	attrSize = 4      // struct nlattr
	typeMask = 0x3fff // NLA_TYPE_MASK
)

// showAttrs shows the attributes in b: one, or an array of several.
func showAttrs(c *d.Call, t *attrs, x *context, b []byte) {
	if len(b) < attrSize {
		rawBytes(c, b)
		return
	}
	several := nextAttr(b) != nil
	if several {
		c.P.Array()
		c.P.Elem()
	}
	for shown := 1; ; shown++ {
		showAttr(c, t, x, b)
		if b = nextAttr(b); b == nil {
			break
		}
		if c.Abbrev && shown >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		if len(b) < attrSize {
			rawBytes(c, b)
			break
		}
	}
	if several {
		c.P.EndArray()
	}
}

// nextAttr returns what is behind the first attribute in b; nil if there is nothing more.
func nextAttr(b []byte) []byte {
	n := int(binary.LittleEndian.Uint16(b))
	if step := align(n); n >= attrSize && step < len(b) {
		return b[step:]
	}
	return nil
}

// showAttr shows the attribute that b begins with: its header, or the header
// and its value in an array.
func showAttr(c *d.Call, t *attrs, x *context, b []byte) {
	n, kind := int(binary.LittleEndian.Uint16(b)), binary.LittleEndian.Uint16(b[2:])
	value := b[attrSize:max(attrSize, min(n, len(b)))]
	if len(value) > 0 {
		c.P.Array()
		c.P.Elem()
	}
	c.P.Struct()
	c.P.Field("nla_len")
	c.P.Uint(uint64(n))
	c.P.Field("nla_type")
	showAttrType(c, t.names, kind)
	c.P.EndStruct()
	if len(value) == 0 {
		return
	}
	c.P.Elem()
	s := t.each
	if i := int(kind & typeMask); i < len(t.as) && t.as[i] != nil {
		s = t.as[i]
	}
	if s == nil || !s.show(c, x, value) {
		rawBytes(c, value)
	}
	c.P.EndArray()
}

// showAttrType shows a type and its flags: NLA_F_NESTED|IFLA_LINKINFO.
func showAttrType(c *d.Call, names *xlat.Table, kind uint16) {
	if names == nil {
		names = &noNames
	}
	if kind&^typeMask == 0 {
		c.P.Symbol(uint64(kind), names, show.Hexadecimal)
		return
	}
	c.P.Expr(uint64(kind))
	for i := range xlat.NlaFlag.Consts {
		if f := &xlat.NlaFlag.Consts[i]; uint64(kind)&f.Val != 0 {
			c.P.Named(f.Val, f.Name, show.Hexadecimal)
			c.P.Punct("|")
		}
	}
	c.P.Symbol(uint64(kind&typeMask), names, show.Hexadecimal)
	c.P.EndExpr()
}

var noNames xlat.Table

// number is a little-endian integer of size bytes; longer values have more behind it.
type number struct {
	size int
	as   d.Type
}

func (t *number) show(c *d.Call, _ *context, b []byte) bool {
	if len(b) < t.size {
		return false
	}
	t.as.Show(c, loadInt(b[:t.size]))
	return true
}

// anySize is an integer of as many bytes as there are, at most 8.
type anySize struct{ as d.Type }

func (t *anySize) show(c *d.Call, _ *context, b []byte) bool {
	if len(b) > 8 {
		return false
	}
	t.as.Show(c, loadInt(b))
	return true
}

// span is an integer of least bytes that may be told in up to most.
type span struct {
	least, most int
	as          d.Type
}

func (t *span) show(c *d.Call, _ *context, b []byte) bool {
	if len(b) < t.least || len(b) > t.most {
		return false
	}
	t.as.Show(c, loadInt(b[:t.least]))
	return true
}

// list is an array of integers of size bytes; 0: of longs.
type list struct {
	size int
	of   d.Type
}

func (t *list) show(c *d.Call, _ *context, b []byte) bool {
	size := t.size
	if size == 0 {
		size = c.ABI.Word
	}
	if len(b) < size {
		return false
	}
	c.P.Array()
	for i := 0; len(b) >= size; i, b = i+1, b[size:] {
		if c.Abbrev && i >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		t.of.Show(c, loadInt(b[:size]))
	}
	c.P.EndArray()
	return true
}

// objects is an array of objects.
type objects struct{ of d.Object }

func (t *objects) show(c *d.Call, _ *context, b []byte) bool {
	size := t.of.Size(c.ABI)
	if len(b) < size {
		return false
	}
	c.P.Array()
	for i := 0; len(b) >= size; i, b = i+1, b[size:] {
		if c.Abbrev && i >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		c.ShowAt(t.of, b[:size], 0)
	}
	c.P.EndArray()
	return true
}

func loadInt(b []byte) uint64 {
	var v uint64
	for i := len(b) - 1; i >= 0; i-- {
		v = v<<8 | uint64(b[i])
	}
	return v
}

// structure is a structure.
type structure struct{ of *d.Struct }

func (t *structure) show(c *d.Call, _ *context, b []byte) bool {
	size := t.of.Size(c.ABI)
	if len(b) < size {
		return false
	}
	c.ShowAt(t.of, b[:size], 0)
	return true
}

// part is a structure of which the last members, padding, may be missing.
type part struct {
	of    *d.Struct
	least int
}

func (t *part) show(c *d.Call, _ *context, b []byte) bool {
	if len(b) < t.least {
		return false
	}
	size := t.of.Size(c.ABI)
	if len(b) < size {
		whole := c.Scratch(size)
		copy(whole, b)
		b = whole
	}
	c.ShowAt(t.of, b[:size], 0)
	return true
}

// tailed is a structure, behind which there may be bytes of which nothing is known.
type tailed struct{ of *d.Struct }

func (t *tailed) show(c *d.Call, x *context, b []byte) bool {
	if !(&structure{t.of}).show(c, x, b) {
		return false
	}
	if rest := b[t.of.Size(c.ABI):]; len(rest) > 0 {
		c.P.Elem()
		rawBytes(c, rest)
	}
	return true
}

// grown is a structure that once ended earlier, at older[0] or older[1] bytes.
type grown struct {
	of    *d.Struct
	older [2]int
}

func (t *grown) show(c *d.Call, _ *context, b []byte) bool {
	size := min(len(b), t.of.Size(c.ABI))
	if len(b) < t.of.Size(c.ABI) && len(b) != t.older[0] && len(b) != t.older[1] {
		return false
	}
	c.ShowAt(t.of, b[:size], 0)
	return true
}

// nested are attributes within an attribute.
type nested struct{ in *attrs }

func (t *nested) show(c *d.Call, x *context, b []byte) bool {
	if len(b) < attrSize {
		return false
	}
	showAttrs(c, t.in, x, b)
	return true
}

var (
	u8  = number{1, d.Uint}
	u16 = number{2, d.Uint}
	u32 = number{4, d.Uint}
	u64 = number{8, d.Uint64}
	x16 = number{2, d.Hex32}
	x32 = number{4, d.Hex32}
	x64 = number{8, d.Hex64}
	s32 = number{4, d.Int}

	interfaceIndex = number{4, sockaddr.IfIndex}
	uid            = number{4, d.UID}
)

// text is a string that ends with a NUL, which may be the last byte that -s shows.
func text(c *d.Call, _ *context, b []byte) bool {
	c.P.QuoteText(b[:min(len(b), c.P.StrLen)], true)
	return true
}

// address is an internet address of the family that the structure says.
func address(c *d.Call, x *context, b []byte) bool {
	const inet, inet6 = 2, 10
	switch {
	case x.family == inet && len(b) >= 4:
		sockaddr.ShowInet4(c, b[:4])
	case x.family == inet6 && len(b) >= 16:
		sockaddr.ShowInet6(c, b[:16], "")
	default:
		return false
	}
	return true
}

// maxHardware is the length of the longest hardware address (MAX_ADDR_LEN).
const maxHardware = 32

// hardware is a hardware address.
func hardware(c *d.Call, _ *context, b []byte) bool {
	if len(b) > maxHardware {
		return false
	}
	if c.P.Converted(b) {
		c.P.HWAddr(b)
		c.P.EndConverted()
	}
	return true
}

// linkHardware is the hardware address of a link. The reference takes the
// family for the type of the hardware, and shows as many bytes as that has.
func linkHardware(c *d.Call, x *context, b []byte) bool {
	n := len(b)
	if n > maxHardware {
		return false
	}
	if int(x.family) < len(hardwareLens) && hardwareLens[x.family] != 0 {
		n = min(n, int(hardwareLens[x.family]))
	}
	if c.P.Converted(b) {
		c.P.HWAddr(b[:n])
		c.P.EndConverted()
	}
	return true
}

// hardwareLens are lengths of hardware addresses by ARPHRD_ type; 0: not known.
var hardwareLens = [...]uint8{0: 7, 1: 6, 3: 7, 6: 6, 7: 1, 15: 2, 24: 16, 27: 8, 32: 20}

// rawBytes shows a value of which nothing is known, cut at -s.
func rawBytes(c *d.Call, b []byte) {
	c.P.Binary(b[:min(len(b), c.P.StrLen)], len(b) > c.P.StrLen)
}

// cut shows the lower bits alone, whatever the size of the value.
type cut struct {
	bits uint
	as   d.Type
}

// Show implements d.Type.
func (t *cut) Show(c *d.Call, v uint64) { t.as.Show(c, v&(1<<t.bits-1)) }
