package sockaddr

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// showIPX shows AF_IPX (the former linux/ipx.h): port, network, node, type.
func showIPX(c *d.Call, b []byte, _ int) bool {
	c.P.Field("sipx_port")
	Port.Show(c, uint64(binary.LittleEndian.Uint16(b[2:])))
	c.P.Field("sipx_network")
	c.P.Wrap("htonl")
	c.P.Hex(uint64(binary.BigEndian.Uint32(b[4:])))
	c.P.EndWrap()
	c.P.Field("sipx_node")
	showBytes(c, b[8:14], false)
	c.P.Field("sipx_type")
	c.P.Hex(uint64(b[14]))
	return true
}

var ieee802154Members = d.Struct{Of: abi.Sizeof_sockaddr_ieee802154, Fields: []*d.Field{
	{Name: "addr", At: abi.Sockaddr_ieee802154_addr_addr_type, Type: d.Func(showIEEE802154)},
}}

// showIEEE802154 shows struct ieee802154_addr_sa, of which the type is given.
func showIEEE802154(c *d.Call, kind uint64) {
	const none, short = 0, 2
	obj, _ := c.Object()
	at := func(m abi.Member) []byte { l := c.ABI.Members[m]; return obj[l.Off : l.Off+l.Size] }
	c.P.Struct()
	c.P.Field("addr_type")
	c.P.Commented(kind, &xlat.Ieee802154AddrType, false)
	c.P.Field("pan_id")
	c.P.Hex(uint64(binary.LittleEndian.Uint16(at(abi.Sockaddr_ieee802154_addr_pan_id))))
	switch kind {
	case none:
	case short:
		c.P.Field("short_addr")
		c.P.Hex(uint64(binary.LittleEndian.Uint16(at(abi.Sockaddr_ieee802154_addr_short_addr))))
	default:
		c.P.Field("hwaddr")
		ShowHWAddr(c, at(abi.Sockaddr_ieee802154_addr_hwaddr))
	}
	c.P.EndStruct()
}

var rxrpcMembers = d.Struct{Of: abi.Sizeof_sockaddr_rxrpc, Fields: []*d.Field{
	{Name: "srx_service", At: abi.Sockaddr_rxrpc_srx_service, Type: &d.Enum{Of: &xlat.RxrpcService}},
	{Name: "transport_type", At: abi.Sockaddr_rxrpc_transport_type, Type: &d.Enum{Of: &xlat.SockType}},
	{Name: "transport_len", At: abi.Sockaddr_rxrpc_transport_len, Type: d.Uint},
	{Name: "transport", At: abi.Sockaddr_rxrpc_transport, Type: d.Func(showTransport)},
}}

// showTransport shows the address of AF_RXRPC's transport as a union.
func showTransport(c *d.Call, off uint64) {
	obj, _ := c.Object()
	b := obj[off:]
	c.P.Struct()
	switch binary.LittleEndian.Uint16(b) {
	case afInet:
		c.P.Field("sin")
		c.ShowAt(&transport4, b, 0)
	case afInet6:
		c.P.Field("sin6")
		c.ShowAt(&transport6, b, 0)
	default:
		c.P.Field("family")
		familyEnum.Show(c, uint64(binary.LittleEndian.Uint16(b)))
	}
	c.P.EndStruct()
}

var (
	transport4 = d.Struct{Of: abi.Sizeof_sockaddr_in, Fields: []*d.Field{
		{Name: "sin_family", At: abi.Sockaddr_in_sin_family, Type: &familyEnum},
		{Name: "sin_port", At: abi.Sockaddr_in_sin_port, Type: Port},
		{Name: "sin_addr", At: abi.Sockaddr_in_sin_addr_s_addr, Type: Inet4},
	}}
	transport6 = d.Struct{Of: abi.Sizeof_sockaddr_in6, Fields: []*d.Field{
		{Name: "sin6_family", At: abi.Sockaddr_in6_sin6_family, Type: &familyEnum},
		{Name: "sin6_port", At: abi.Sockaddr_in6_sin6_port, Type: Port},
		{Name: "sin6_flowinfo", At: abi.Sockaddr_in6_sin6_flowinfo, Type: FlowInfo},
		{Name: "sin6_addr", At: abi.Sockaddr_in6_sin6_addr, Type: Inet6},
		{Name: "sin6_scope_id", At: abi.Sockaddr_in6_sin6_scope_id, Type: d.Func(showScope)},
	}}
)

var tipcMembers = d.Struct{Of: abi.Sizeof_sockaddr_tipc, Fields: []*d.Field{
	{Name: "addrtype", At: abi.Sockaddr_tipc_addrtype, Type: &d.Enum{Of: &xlat.TipcAddrType}},
	{Name: "scope", At: abi.Sockaddr_tipc_scope, Type: &d.Enum{Of: &xlat.TipcScope}},
	{Name: "addr", At: abi.Sockaddr_tipc_addr, Type: d.Func(showTIPC)},
}}

// showTIPC shows the union of struct sockaddr_tipc, of which addrtype says the member.
func showTIPC(c *d.Call, off uint64) {
	const serviceRange, serviceAddr, socketAddr = 1, 2, 3
	obj, _ := c.Object()
	b := obj[off:]
	u := func(name string, off int) {
		c.P.Field(name)
		c.P.Uint(uint64(binary.LittleEndian.Uint32(b[off:])))
	}
	kind := (d.M + d.Expr(abi.Sockaddr_tipc_addrtype)).Eval(c)
	if kind < serviceRange || kind > socketAddr {
		c.P.Quote(b[:12], false)
		return
	}
	c.P.Struct()
	switch kind {
	case serviceRange:
		c.P.Field("nameseq")
		c.P.Struct()
		u("type", 0)
		u("lower", 4)
		u("upper", 8)
		c.P.EndStruct()
	case serviceAddr:
		c.P.Field("name")
		c.P.Struct()
		c.P.Field("name")
		c.P.Struct()
		u("type", 0)
		u("instance", 4)
		c.P.EndStruct()
		u("domain", 8)
		c.P.EndStruct()
	case socketAddr:
		c.P.Field("id")
		c.P.Struct()
		u("ref", 0)
		u("node", 4)
		c.P.EndStruct()
	}
	c.P.EndStruct()
}
