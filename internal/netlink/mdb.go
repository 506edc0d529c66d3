package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// brPortMsg is what a message about groups of a bridge begins with (linux/if_bridge.h).
var brPortMsg = d.Struct{Of: abi.Sizeof_br_port_msg, Fields: []*d.Field{
	{Name: "family", At: abi.Br_port_msg_family, Type: &family},
	{Name: "ifindex", At: abi.Br_port_msg_ifindex, Type: sockaddr.IfIndex},
}}

var mdbAttrs = attrs{names: &xlat.MdbaType, as: []shower{1: &nested{&mdbMdb}, 2: &nested{&mdbRouter}}}

var (
	mdbMdb    = attrs{names: &xlat.MdbaMdb, as: []shower{1: &nested{&mdbEntry}}}
	mdbEntry  = attrs{names: &xlat.MdbaMdbEntry, as: []shower{1: showFunc(mdbEntryInfo)}}
	mdbRouter = attrs{names: &xlat.MdbaRouter, as: []shower{1: showFunc(routerPort)}}
)

// mdbEntryInfo is a group, behind which there are attributes.
func mdbEntryInfo(c *d.Call, x *context, b []byte) bool {
	size := brMdbEntry.Size(c.ABI)
	if len(b) < size {
		return false
	}
	c.ShowAt(&brMdbEntry, b[:size], 0)
	showBehind(c, &mdbEntryAttrs, x, b, size)
	return true
}

var mdbEntryAttrs = attrs{names: &xlat.MdbaMdbEattr, as: []shower{1: &centiseconds}}

// routerPort is a port, behind which there are attributes.
func routerPort(c *d.Call, x *context, b []byte) bool {
	const size = 4
	if len(b) < size {
		return false
	}
	sockaddr.IfIndex.Show(c, loadInt(b[:size]))
	showBehind(c, &routerAttrs, x, b, size)
	return true
}

var routerAttrs = attrs{names: &xlat.MdbaRouterPattr, as: []shower{1: &centiseconds, 2: &number{1, &d.Enum{Of: &xlat.MdbRtrType}}, 3: &centiseconds, 4: &centiseconds}}

// showCentiseconds shows a time in hundredths of a second.
func showCentiseconds(c *d.Call, v uint64) {
	c.P.Uint(v)
	c.P.SecondsComment(v, 2)
}

// centiseconds is such a time in as many bytes as there are.
var centiseconds = anySize{d.Func(showCentiseconds)}

var brMdbEntry = d.Struct{Of: abi.Sizeof_br_mdb_entry, Fields: []*d.Field{
	{Name: "ifindex", At: abi.Br_mdb_entry_ifindex, Type: sockaddr.IfIndex},
	{Name: "state", At: abi.Br_mdb_entry_state, Type: &d.Enum{Of: &xlat.MdbState}},
	{Name: "flags", At: abi.Br_mdb_entry_flags, Type: &d.Flags{&xlat.MdbFlag}},
	{Name: "vid", At: abi.Br_mdb_entry_vid, Type: d.Uint},
	{Name: "addr", At: abi.Br_mdb_entry_addr, Type: d.Func(showMdbAddr)},
}}

// showMdbAddr shows the address of a group and its protocol. The reference takes
// that for an address family, which says what the address is.
func showMdbAddr(c *d.Call, off uint64) {
	const inet, inet6, protoAt = 2, 10, 16
	obj, _ := c.Object()
	b := obj[off:]
	proto := uint64(b[protoAt])<<8 | uint64(b[protoAt+1])
	c.P.Struct()
	c.P.Field("u")
	switch proto {
	case inet:
		sockaddr.ShowInet4In(c, b[:protoAt])
	case inet6:
		sockaddr.ShowInet6(c, b[:protoAt], "")
	default:
		c.P.Binary(b[:protoAt], false)
	}
	c.P.Field("proto")
	c.P.Wrap("htons")
	family.Show(c, proto)
	c.P.EndWrap()
	c.P.EndStruct()
}
