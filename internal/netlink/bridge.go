package netlink

import (
	"bytes"
	"math/bits"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// linkInfo are the attributes of IFLA_LINKINFO, of which the first says what the others are.
func linkInfo(c *d.Call, x *context, b []byte) bool {
	in := *x
	in.linkKind, in.slaveKind = nil, nil
	return (&nested{&infoAttrs}).show(c, &in, b)
}

var infoAttrs = attrs{names: &xlat.LinkInfo, as: []shower{1: showFunc(linkKind), 2: showFunc(linkData), 4: showFunc(slaveKind), 5: showFunc(slaveData)}}

// linkKind is the name of the driver of a link, slaveKind that of the one it is a part of.
func linkKind(c *d.Call, x *context, b []byte) bool {
	x.linkKind = showKind(c, b)
	return true
}

func slaveKind(c *d.Call, x *context, b []byte) bool {
	x.slaveKind = showKind(c, b)
	return true
}

// showKind shows a string that ends at the first NUL, and returns it.
func showKind(c *d.Call, b []byte) []byte {
	n := bytes.IndexByte(b, 0)
	ends := n >= 0
	if !ends {
		n = len(b)
	}
	limit := min(n, c.P.StrLen)
	c.P.Quote(b[:limit], !ends || limit < n)
	return b[:n]
}

// linkData are the attributes that a driver has for a link.
func linkData(c *d.Call, x *context, b []byte) bool {
	switch string(x.linkKind) {
	case "bridge":
		return (&nested{&bridgeAttrs}).show(c, x, b)
	case "tun":
		return (&nested{&tunAttrs}).show(c, x, b)
	}
	return false
}

// slaveData are those that a driver has for a part of its link.
func slaveData(c *d.Call, x *context, b []byte) bool {
	return string(x.slaveKind) == "bridge" && (&nested{&bridgePortAttrs}).show(c, x, b)
}

// protoInfo are attributes that a family has for a link.
func protoInfo(c *d.Call, x *context, b []byte) bool {
	const bridge, inet6 = 7, 10
	switch x.family {
	case bridge:
		return (&nested{&bridgePortAttrs}).show(c, x, b)
	case inet6:
		return (&nested{&inet6Attrs}).show(c, x, b)
	}
	return false
}

// familySpec are the attributes of IFLA_AF_SPEC.
func familySpec(c *d.Call, x *context, b []byte) bool {
	const bridge = 7
	if x.family == bridge {
		return (&nested{&bridgeSpec}).show(c, x, b)
	}
	return (&nested{&familyAttrs}).show(c, x, b)
}

// bridgeSpec are those that a bridge has there (linux/if_bridge.h).
var bridgeSpec = attrs{names: &xlat.BridgeSpec, as: []shower{
	0: &span{2, 8, &d.Flags{&xlat.BridgeFlag}}, 1: &span{2, 8, &d.Enum{Of: &xlat.BridgeMode}}, 2: &tailed{&bridgeVlanInfo}, 3: &nested{&bridgeVlanTunnel},
}}

var bridgeVlanInfo = d.Struct{Of: abi.Sizeof_bridge_vlan_info, Fields: []*d.Field{
	{Name: "flags", At: abi.Bridge_vlan_info_flags, Type: &d.Flags{&xlat.BridgeVlanInfoFlag}},
	{Name: "vid", At: abi.Bridge_vlan_info_vid, Type: d.Uint},
}}

var bridgeVlanTunnel = attrs{names: &xlat.BridgeVlanTunnel, as: []shower{1: &u32, 2: &u16, 3: &span{2, 8, &d.Flags{&xlat.BridgeVlanInfoFlag}}}}

// bridgeAttrs are those of a bridge (linux/if_link.h).
var bridgeAttrs = attrs{names: &xlat.IflaBridge, as: []shower{
	1: &centiseconds, 2: &centiseconds, 3: &centiseconds, 4: &centiseconds, 5: &u32, 6: &u16, 7: &u8, 8: &span{2, 8, d.Func(showVlanProto)},
	9: &x16, 10: &structure{&bridgeID}, 11: &structure{&bridgeID}, 12: &u16, 13: &u32, 14: &u8, 15: &u8, 16: &centiseconds, 17: &centiseconds, 18: &centiseconds, 19: &centiseconds,
	20: showFunc(hardware), 22: &u8, 23: &u8, 24: &u8, 25: &u8, 26: &u32, 27: &u32, 28: &u32, 29: &u32,
	30: &centiseconds, 31: &centiseconds, 32: &centiseconds, 33: &centiseconds, 34: &centiseconds, 35: &centiseconds,
	36: &u8, 37: &u8, 38: &u8, 39: &u16, 41: &u8, 42: &u8, 43: &u8, 44: &u8, 45: &u8, 46: &structure{&bridgeBoolOpt}, 47: &nested{&bridgeQuerier},
	48: &u32, 49: &u32, 50: &span{4, 8, &d.Enum{Of: &xlat.BridgeSTPMode}},
}}

// showVlanProto shows the protocol of a VLAN in the network's byte order.
func showVlanProto(c *d.Call, v uint64) { showNamedPort(c, v, &xlat.VlanProto) }

// showEtherType shows a protocol of Ethernet in the network's byte order.
func showEtherType(c *d.Call, v uint64) { showNamedPort(c, v, &xlat.EtherProto) }

func showNamedPort(c *d.Call, v uint64, names *xlat.Table) {
	c.P.Wrap("htons")
	c.P.Symbol(uint64(bits.ReverseBytes16(uint16(v))), names, show.Hexadecimal)
	c.P.EndWrap()
}

var bridgeID = d.Struct{Of: abi.Sizeof_ifla_bridge_id, Fields: []*d.Field{
	{Name: "prio", At: abi.Ifla_bridge_id_prio, Type: d.Func(showPriority)},
	{Name: "addr", At: abi.Ifla_bridge_id_addr, Type: sockaddr.HWAddr},
}}

// showPriority shows the two bytes of a priority.
func showPriority(c *d.Call, off uint64) {
	b, _ := c.Object()
	c.P.Array()
	for _, v := range b[off : off+2] {
		c.P.Elem()
		c.P.Uint(uint64(v))
	}
	c.P.EndArray()
}

var bridgeBoolOpt = d.Struct{Of: abi.Sizeof_br_boolopt_multi, Fields: []*d.Field{
	{Name: "optval", At: abi.Br_boolopt_multi_optval, Type: &boolOpts},
	{Name: "optmask", At: abi.Br_boolopt_multi_optmask, Type: &boolOpts},
}}

var boolOpts = d.Flags{&xlat.BridgeBoolOpt}

// bridgeQuerier is who asks for the groups that a bridge has members of.
var bridgeQuerier = attrs{names: &xlat.BridgeQuerier, as: []shower{
	1: showFunc(inet4), 2: &interfaceIndex, 3: &centiseconds, 5: showFunc(token), 6: &interfaceIndex, 7: &centiseconds,
}}

func inet4(c *d.Call, _ *context, b []byte) bool {
	if len(b) < 4 {
		return false
	}
	sockaddr.ShowInet4(c, b[:4])
	return true
}

// bridgePortAttrs are those of a port of a bridge (linux/if_link.h).
var bridgePortAttrs = attrs{names: &xlat.IflaBridgePort, as: []shower{
	1: &u8, 2: &u16, 3: &u32, 4: &u8, 5: &u8, 6: &u8, 7: &u8, 8: &u8, 9: &u8, 10: &u8, 11: &u8, 12: &u8, 13: &structure{&bridgeID}, 14: &structure{&bridgeID},
	15: &u16, 16: &u16, 17: &u16, 18: &u16, 19: &u8, 20: &u8, 21: &centiseconds, 22: &centiseconds, 23: &centiseconds, 25: &u8, 27: &u8, 28: &u8, 29: &u8, 30: &u8, 31: &x16,
	32: &u8, 33: &u8, 34: &interfaceIndex, 35: &u8, 36: &u8, 37: &u32, 38: &u32, 39: &u8, 40: &u8, 41: &u32, 42: &u32, 43: &u8, 44: &u32, 45: &u8,
}}

// tunAttrs are those of a tunnel that a program is the other end of.
var tunAttrs = attrs{names: &xlat.IflaTun, as: []shower{
	1: &uid, 2: &uid, 3: &span{1, 8, &d.Enum{Of: &xlat.TunType}}, 4: &u8, 5: &u8, 6: &u8, 7: &u8, 8: &u32, 9: &u32,
}}
