package netlink

import (
	"math/bits"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// A kind of messages of NETLINK_ROUTE is about one thing: the types to make,
// remove, get and set it are four numbers in a row.
type routeKind struct {
	head  *d.Struct // the structure behind the header; its first byte is the address family
	lone  bool      // that is all it has, the rest is padding
	attrs *attrs    // nil: bytes
}

var routeKinds = [...]routeKind{
	(16 - minType) / 4:  {head: &ifinfomsg, attrs: &linkAttrs},
	(20 - minType) / 4:  {head: &ifaddrmsg, attrs: &addrAttrs},
	(24 - minType) / 4:  {head: &rtmsg, attrs: &routeAttrs},
	(28 - minType) / 4:  {head: &ndmsg, attrs: &neighAttrs},
	(32 - minType) / 4:  {head: &ruleHdr, attrs: &ruleAttrs},
	(36 - minType) / 4:  {head: &tcmsg, attrs: &tcAttrs},
	(40 - minType) / 4:  {head: &tcmsg, attrs: &tcAttrs},
	(44 - minType) / 4:  {head: &tcmsg, attrs: &tcAttrs},
	(48 - minType) / 4:  {head: &tcamsg, lone: true, attrs: &actionAttrs},
	(56 - minType) / 4:  {head: &ifaddrmsg, attrs: &addrAttrs}, // multicast addresses
	(60 - minType) / 4:  {head: &ifaddrmsg, attrs: &addrAttrs}, // anycast addresses
	(64 - minType) / 4:  {head: &ndtmsg, lone: true, attrs: &ndtAttrs},
	(72 - minType) / 4:  {head: &ifaddrlblmsg, attrs: &labelAttrs},
	(76 - minType) / 4:  {head: &dcbmsg, attrs: &dcbAttrs},
	(80 - minType) / 4:  {head: &netconfmsg, attrs: &netconfAttrs},
	(84 - minType) / 4:  {head: &brPortMsg, attrs: &mdbAttrs},
	(88 - minType) / 4:  {head: &rtgenmsg, attrs: &nsidAttrs},
	(92 - minType) / 4:  {head: &ifStatsMsg, attrs: &statsAttrs},
	(96 - minType) / 4:  {head: &cacheReport},
	(100 - minType) / 4: {head: &tcmsg, attrs: &tcAttrs},
	(104 - minType) / 4: {head: &nhmsg, attrs: &nexthopAttrs},
}

var family = d.Enum{Of: &xlat.AF}

// showRoute shows the payload of a message of NETLINK_ROUTE.
func showRoute(c *d.Call, h *header, b []byte) {
	i := int(h.kind-minType) / 4
	_, known := xlat.RtmType.Name(uint64(h.kind))
	if !known || i >= len(routeKinds) || routeKinds[i].head == nil {
		showFamily(c, b)
		return
	}
	k := &routeKinds[i]
	size := k.head.Size(c.ABI)
	if k.lone && len(b) < size {
		b = append(c.Scratch(size)[:0], b...)[:size]
	}
	if len(b) < size {
		cutHead(c, k.head.Fields[0].Name, b)
		return
	}
	c.ShowAt(k.head, b[:size], 0)
	x := context{family: b[0], attrs: k.attrs, end: h.end}
	showBehind(c, k.attrs, &x, b, size)
}

var ifinfomsg = d.Struct{Of: abi.Sizeof_ifinfomsg, Fields: []*d.Field{
	{Name: "ifi_family", At: abi.Ifinfomsg_ifi_family, Type: &family},
	{Name: "ifi_type", At: abi.Ifinfomsg_ifi_type, Type: &d.Enum{Of: &xlat.ArpHardware}},
	{Name: "ifi_index", At: abi.Ifinfomsg_ifi_index, Type: sockaddr.IfIndex},
	{Name: "ifi_flags", At: abi.Ifinfomsg_ifi_flags, Type: &d.Flags{&xlat.IfFlag}},
	{Name: "ifi_change", At: abi.Ifinfomsg_ifi_change, Type: d.Hex32},
}}

var ifaddrmsg = d.Struct{Of: abi.Sizeof_ifaddrmsg, Fields: []*d.Field{
	{Name: "ifa_family", At: abi.Ifaddrmsg_ifa_family, Type: &family},
	{Name: "ifa_prefixlen", At: abi.Ifaddrmsg_ifa_prefixlen, Type: d.Uint},
	{Name: "ifa_flags", At: abi.Ifaddrmsg_ifa_flags, Type: &addrFlags},
	{Name: "ifa_scope", At: abi.Ifaddrmsg_ifa_scope, Type: &scope},
	{Name: "ifa_index", At: abi.Ifaddrmsg_ifa_index, Type: sockaddr.IfIndex},
}}

var (
	addrFlags  = d.Flags{&xlat.IfaFlag}
	tos        = d.Flags{&xlat.IPTos}
	scope      = d.Enum{Of: &xlat.RtScope}
	table      = d.Enum{Of: &xlat.RtTable}
	routeProto = d.Enum{Of: &xlat.RtProto}
	routeType  = d.Enum{Of: &xlat.RtnType}
)

var rtmsg = d.Struct{Of: abi.Sizeof_rtmsg, Fields: []*d.Field{
	{Name: "rtm_family", At: abi.Rtmsg_rtm_family, Type: &family},
	{Name: "rtm_dst_len", At: abi.Rtmsg_rtm_dst_len, Type: d.Uint},
	{Name: "rtm_src_len", At: abi.Rtmsg_rtm_src_len, Type: d.Uint},
	{Name: "rtm_tos", At: abi.Rtmsg_rtm_tos, Type: &tos},
	{Name: "rtm_table", At: abi.Rtmsg_rtm_table, Type: &table},
	{Name: "rtm_protocol", At: abi.Rtmsg_rtm_protocol, Type: &routeProto},
	{Name: "rtm_scope", At: abi.Rtmsg_rtm_scope, Type: &scope},
	{Name: "rtm_type", At: abi.Rtmsg_rtm_type, Type: &routeType},
	{Name: "rtm_flags", At: abi.Rtmsg_rtm_flags, Type: &d.Flags{&xlat.RtmFlag}},
}}

var ndmsg = d.Struct{Of: abi.Sizeof_ndmsg, Fields: []*d.Field{
	{Name: "ndm_family", At: abi.Ndmsg_ndm_family, Type: &family},
	{Name: "ndm_ifindex", At: abi.Ndmsg_ndm_ifindex, Type: sockaddr.IfIndex},
	{Name: "ndm_state", At: abi.Ndmsg_ndm_state, Type: &d.Flags{&xlat.NudState}},
	{Name: "ndm_flags", At: abi.Ndmsg_ndm_flags, Type: &d.Flags{&xlat.NtfFlag}},
	{Name: "ndm_type", At: abi.Ndmsg_ndm_type, Type: &routeType},
}}

// linkAttrs are those of a link (linux/if_link.h).
var linkAttrs = attrs{names: &xlat.IflaType, as: []shower{
	1: showFunc(linkHardware), 2: showFunc(linkHardware), 3: showFunc(text), 4: &u32, 5: &u32, 6: showFunc(text), 7: &grown{&linkStats, [2]int{92, 92}},
	10: &u32, 13: &u32, 14: &part{&linkMap, 28}, 15: &u32, 16: &u8, 17: &u8, 12: showFunc(protoInfo), 18: showFunc(linkInfo), 19: &u32, 20: showFunc(text), 21: &u32, 22: &nested{&vfInfoList}, 24: &nested{&vfPorts}, 25: &nested{&portAttrs},
	23: &linkStatsAttr, 26: showFunc(familySpec), 27: &u32, 28: &number{4, d.FD}, 29: &span{4, 8, &d.Flags{&xlat.RtextFilter}}, 30: &u32, 31: &u32, 32: &u32,
	33: &u8, 35: &u32, 37: &s32, 38: showFunc(text), 39: &u8, 40: &u32, 41: &u32, 43: &nested{&xdpAttrs}, 44: &number{4, &d.Enum{Of: &xlat.IflaEvent}}, 45: &s32, 46: &s32, 47: &u32, 48: &u32, 49: &interfaceIndex,
	50: &u32, 51: &u32, 52: &nested{&propAttrs}, 53: showFunc(text), 54: showFunc(linkHardware), 55: &nested{&protoDownReason}, 56: showFunc(text), 57: showFunc(text), 58: &u32, 59: &u32, 60: &u32, 61: &u32,
	62: &u32, 63: &u32, 64: &u32, 66: &u64, 67: &u8, 68: &u16, 69: &u16,
}}

// addrAttrs are those of an address (linux/if_addr.h).
var addrAttrs = attrs{names: &xlat.IfaType, as: []shower{
	1: showFunc(address), 2: showFunc(address), 3: showFunc(text), 4: showFunc(address), 5: showFunc(address), 6: &structure{&addrCacheinfo}, 7: showFunc(address),
	8: &number{4, &addrFlags}, 9: &u32, 10: &s32,
}}

// routeAttrs are those of a route (linux/rtnetlink.h).
var routeAttrs = attrs{names: &xlat.RtaType, as: []shower{
	1: showFunc(address), 2: showFunc(address), 3: &interfaceIndex, 4: &interfaceIndex, 5: showFunc(address), 6: &u32, 7: showFunc(address),
	8: &nested{&metrics}, 9: showFunc(multipath), 10: &u32, 11: &u32, 12: &structure{&routeCacheinfo}, 14: &u32, 15: &number{4, &table}, 16: &u32, 17: &structure{&mfcStats}, 18: showFunc(via), 19: showFunc(address), 20: &u8, 21: &number{2, &d.Enum{Of: &xlat.LwtEncap}}, 23: &u64,
	25: &u32, 26: &u8, 27: &u8, 28: &u16, 29: &u16, 30: &u32, 31: &number{4, d.Func(showFlowLabel)},
}}

func showFlowLabel(c *d.Call, v uint64) {
	c.P.Wrap("htonl")
	c.P.Uint(uint64(bits.ReverseBytes32(uint32(v))))
	c.P.EndWrap()
}

func showPort(c *d.Call, v uint64) {
	c.P.Wrap("htons")
	c.P.Uint(uint64(bits.ReverseBytes16(uint16(v))))
	c.P.EndWrap()
}

func showProtocol(c *d.Call, v uint64) { c.P.Symbol(v, &xlat.InetProto, show.Hexadecimal) }

// neighAttrs are those of a neighbour (linux/neighbour.h).
var neighAttrs = attrs{names: &xlat.NdaType, as: []shower{
	1: showFunc(address), 2: showFunc(hardware), 3: &structure{&neighCacheinfo}, 4: &u32, 5: &u16,
	6: &number{2, d.Func(showPort)}, 7: &u32, 8: &interfaceIndex, 9: &interfaceIndex, 10: &u32, 11: &u32,
	12: &anySize{d.Func(showProtocol)}, 13: &u32, 14: &nested{&fdbAttrs}, 15: &span{4, 8, &d.Flags{&xlat.NtfExtFlag}},
	16: &span{2, 8, &d.Flags{&xlat.NudState}}, 17: &anySize{&cut{8, &d.Flags{&xlat.NtfFlag}}},
}}

var fdbAttrs = attrs{names: &xlat.NfeaType, as: []shower{1: &span{1, 8, &d.Flags{&xlat.FdbNotify}}}}

// propAttrs are those of IFLA_PROP_LIST: attributes of a link of which there may be several.
var propAttrs = attrs{names: &xlat.IflaType, as: []shower{53: showFunc(text)}}

var protoDownReason = attrs{names: &xlat.IflaProtoDownReason, as: []shower{1: &x32, 2: &x32}}
