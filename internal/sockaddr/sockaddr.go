package sockaddr

import (
	"bytes"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Max is the size of the largest address (sockaddr_storage, linux/socket.h).
const Max = 128

const familySize = 2 // sa_family_t

// Ptr is a struct sockaddr that the program passes; Len is its size.
type Ptr struct{ Len d.Expr }

// Show implements d.Type.
func (t Ptr) Show(c *d.Call, v uint64) { Show(c, v, int32(t.Len.Eval(c))) }

// Plan implements d.Planned.
func (t Ptr) Plan(p *d.Planner, from d.Expr) { p.Block(from, Max) }

// Show shows the sockaddr of n bytes at addr, or addr if n is impossible or
// the memory unreadable.
func Show(c *d.Call, addr uint64, n int32) {
	addr = c.Word(addr)
	if n < familySize {
		c.P.Addr(addr)
		return
	}
	b, ok := c.Fetch(addr, int(min(n, Max)))
	if !ok {
		c.P.Addr(addr)
		return
	}
	ShowBytes(c, b)
}

// Filled is a struct sockaddr that the kernel fills in: at most as many bytes as the
// program had room for (Had, 0 if unknown), and as many as the int at Len says now.
type Filled struct{ Had, Len d.Expr }

// Show implements d.Type.
func (t Filled) Show(c *d.Call, v uint64) {
	b, ok := c.Fetch(t.Len.Eval(c), 4)
	if !ok {
		c.P.Addr(c.Word(v))
		return
	}
	Show(c, v, min(int32(t.Had.Eval(c)), int32(abi.LoadInt(b, 4, true))))
}

// Plan implements d.Planned. (The int at Len is in the plan of its parameter.)
func (t Filled) Plan(p *d.Planner, from d.Expr) { p.Block(from, Max) }

// Storage is a struct sockaddr_storage that is a member.
const Storage storage = 0

type storage uint8

// Show implements d.Type.
func (storage) Show(c *d.Call, off uint64) {
	obj, _ := c.Object()
	ShowBytes(c, obj[off:min(uint64(len(obj)), off+Max)])
}

// A family says how the members behind sa_family are shown.
type family struct {
	// min is the fewest bytes that an address has.
	min int
	// members of an address; of bytes that the address lacks they are 0.
	members *d.Struct
	// func, if set, shows the members instead; it returns false if the address is none.
	show func(c *d.Call, b []byte, n int) bool
}

// ShowBytes shows the sockaddr in b, which has at least 2 bytes.
func ShowBytes(c *d.Call, b []byte) {
	n := len(b)
	af := abi.LoadInt(b, familySize, false)
	c.P.Struct()
	c.P.Field("sa_family")
	familyEnum.Show(c, af)
	if n > familySize && !known(c, af, b) {
		c.P.Field("sa_data")
		c.P.Quote(b[familySize:], false)
	}
	c.P.EndStruct()
}

var familyEnum = d.Enum{Of: &xlat.AF}

// known shows what is behind the family if that is known and b long enough.
func known(c *d.Call, af uint64, b []byte) bool {
	if af >= uint64(len(families)) {
		return false
	}
	f, n := &families[af], len(b)
	if f.members == nil && f.show == nil || n < f.min {
		return false
	}
	full := c.Scratch(Max)
	copy(full, b)
	if f.show != nil {
		return f.show(c, full, n)
	}
	f.members.Members(c, full)
	return true
}

// showUnix shows the path of AF_UNIX: a name in the file system ends with a
// NUL, an abstract one, shown as @"name", with the address (unix(7)).
func showUnix(c *d.Call, b []byte, n int) bool {
	const pathMax = 108
	path := b[familySize:min(n, familySize+pathMax)]
	c.P.Field("sun_path")
	if path[0] == 0 {
		c.P.Abstract(path[1:])
		return true
	}
	if i := bytes.IndexByte(path, 0); i >= 0 {
		path = path[:i]
	}
	c.P.Quote(path, false)
	return true
}

// showInet6 shows AF_INET6, which once had no scope id (24 bytes, ipv6(7)).
func showInet6(c *d.Call, b []byte, n int) bool {
	if n == minInet6 {
		b = b[:n]
	}
	inet6Members.Members(c, b)
	return true
}

// The fewest bytes of an internet address.
const (
	minInet4 = 16
	minInet6 = 24
)
