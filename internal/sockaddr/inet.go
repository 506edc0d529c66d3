package sockaddr

import (
	"encoding/binary"
	"math/bits"
	"net/netip"

	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Types of integers that are in the network's byte order.
const (
	Port      netOrder = iota // htons(80)
	FlowInfo                  // htonl(1)
	EtherType                 // htons(ETH_P_IP)
	Inet4                     // inet_addr("127.0.0.1")
)

type netOrder uint8

// Show implements d.Type.
func (t netOrder) Show(c *d.Call, v uint64) {
	var raw [4]byte
	n := 4
	binary.LittleEndian.PutUint32(raw[:], uint32(v))
	if t == Port || t == EtherType {
		n = 2
	}
	if !c.P.Converted(raw[:n]) {
		return
	}
	switch t {
	case Port:
		c.P.Wrap("htons")
		c.P.Uint(uint64(bits.ReverseBytes16(uint16(v))))
		c.P.EndWrap()
	case FlowInfo:
		c.P.Wrap("htonl")
		c.P.Uint(uint64(bits.ReverseBytes32(uint32(v))))
		c.P.EndWrap()
	case EtherType:
		ShowEtherType(c, v)
	case Inet4:
		c.P.Wrap("inet_addr")
		quote4(c, raw)
		c.P.EndWrap()
	}
	c.P.EndConverted()
}

// ShowEtherType shows an ETH_P_ number in the network's byte order that is an
// argument, not in memory: htons(0x3 /* ETH_P_ALL */) with -X verbose.
func ShowEtherType(c *d.Call, v uint64) {
	c.P.Wrap("htons")
	c.P.Symbol(uint64(bits.ReverseBytes16(uint16(v))), &xlat.EtherProto, show.Hexadecimal)
	c.P.EndWrap()
}

func quote4(c *d.Call, a [4]byte) {
	var buf [16]byte
	c.P.QuoteName(netip.AddrFrom4(a).AppendTo(buf[:0]))
}

// quote6 shows an address of version 6 as inet_ntop(3) writes it: netip
// differs where all but the last 32 bits are 0.
func quote6(c *d.Call, b []byte) {
	var buf [48]byte
	a := netip.AddrFrom16([16]byte(b))
	if binary.BigEndian.Uint64(b) == 0 && binary.BigEndian.Uint32(b[8:]) == 0 && b[12]|b[13] != 0 {
		t := append(buf[:0], "::"...)
		c.P.QuoteName(netip.AddrFrom4([4]byte(b[12:])).AppendTo(t))
		return
	}
	c.P.QuoteName(a.AppendTo(buf[:0]))
}

// Inet6 is a struct in6_addr that is a member: inet_pton(AF_INET6, "::1", &sin6_addr).
const Inet6 inet6 = 0

type inet6 uint8

// Show implements d.Type.
func (inet6) Show(c *d.Call, off uint64) {
	obj, _ := c.Object()
	ShowInet6(c, obj[off:off+16], "")
}

// ShowNamed implements d.NamedType.
func (inet6) ShowNamed(c *d.Call, name string, off uint64) {
	obj, _ := c.Object()
	if c.P.Converting() {
		c.P.FieldKey(name)
		ShowInet6(c, obj[off:off+16], name)
		return
	}
	c.P.Field(name)
	ShowInet6(c, obj[off:off+16], "")
}

// ShowInet6 shows 16 bytes as an address: inet_pton(AF_INET6, "::1"), with the
// name of a member to which it would be assigned if that isn't empty.
func ShowInet6(c *d.Call, b []byte, to string) {
	if !c.P.Converted(b) {
		return
	}
	c.P.Wrap("inet_pton")
	c.P.Constant("AF_INET6")
	c.P.Punct(", ")
	quote6(c, b)
	if to != "" {
		c.P.Punct(", ")
		c.P.Text("&")
		c.P.Text(to)
	}
	c.P.EndWrap()
	c.P.EndConverted()
}

// ShowInet4 shows 4 bytes as an address: inet_addr("127.0.0.1").
func ShowInet4(c *d.Call, b []byte) {
	Inet4.Show(c, uint64(binary.LittleEndian.Uint32(b)))
}

// ShowInet4In shows the first 4 bytes of b, the room of an address of either
// version, as an address of version 4.
func ShowInet4In(c *d.Call, b []byte) {
	if c.P.Converted(b) {
		c.P.Wrap("inet_addr")
		quote4(c, [4]byte(b))
		c.P.EndWrap()
		c.P.EndConverted()
	}
}

// IfIndex is the index of a network interface: if_nametoindex("lo").
const IfIndex ifIndex = 0

type ifIndex uint8

// Show implements d.Type.
func (ifIndex) Show(c *d.Call, v uint64) {
	var name []byte
	if c.Interface != nil && uint32(v) != 0 {
		name = c.Interface(uint32(v))
	}
	c.P.Interface(uint32(v), name)
}
