package sockaddr

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
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
	c.P.HexFull(uint64(b[14]), 2)
	if b[15] != 0 {
		c.P.Field("sipx_zero")
		c.P.HexFull(uint64(b[15]), 2)
	}
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
	c.P.Commented(uint64(uint32(kind)), &xlat.Ieee802154AddrType, false)
	c.P.Field("pan_id")
	c.P.Commented(uint64(binary.LittleEndian.Uint16(at(abi.Sockaddr_ieee802154_addr_pan_id))), &xlat.Ieee802154PanID, false)
	switch kind {
	case none:
	case short:
		c.P.Field("short_addr")
		c.P.Commented(uint64(binary.LittleEndian.Uint16(at(abi.Sockaddr_ieee802154_addr_short_addr))), &xlat.Ieee802154ShortAddr, false)
	default:
		c.P.Field("hwaddr")
		ShowHWAddr(c, at(abi.Sockaddr_ieee802154_addr_hwaddr))
	}
	c.P.EndStruct()
}

var rxrpcMembers = d.Struct{Of: abi.Sizeof_sockaddr_rxrpc, Fields: []*d.Field{
	{Name: "srx_service", At: abi.Sockaddr_rxrpc_srx_service, Type: d.Wordy{To: &d.Enum{Of: &xlat.RxrpcService}, When: show.NotRaw}},
	{Name: "transport_type", At: abi.Sockaddr_rxrpc_transport_type, Type: &d.Enum{Of: &xlat.SockTypeName}},
	{Name: "transport_len", At: abi.Sockaddr_rxrpc_transport_len, Type: d.Uint},
}}

// showRxRPC shows AF_RXRPC, in which there is an address of another family, as
// a union.
func showRxRPC(c *d.Call, b []byte, n int) bool {
	rxrpcMembers.Members(c, b)
	at := int(c.ABI.Members[abi.Sockaddr_rxrpc_transport].Off)
	length := int(binary.LittleEndian.Uint16(b[c.ABI.Members[abi.Sockaddr_rxrpc_transport_len].Off:]))
	c.P.Field("transport")
	c.P.Struct()
	b, n = b[at:], min(length, n-at)
	af := uint64(binary.LittleEndian.Uint16(b))
	switch af {
	case afInet:
		c.P.Field("sin")
		c.P.Struct()
		c.P.Field("sin_family")
		showTransport(c, af, b, n)
		c.P.EndStruct()
	case afInet6:
		c.P.Field("sin6")
		c.P.Struct()
		c.P.Field("sin6_family")
		showTransport(c, af, b, n)
		c.P.EndStruct()
	default:
		c.P.Field("family")
		familyEnum.Show(c, af)
		showNameless(c, b, n)
	}
	c.P.EndStruct()
	return true
}

// showTransport shows an internet address, or its bytes if there are too few.
func showTransport(c *d.Call, af uint64, b []byte, n int) {
	familyEnum.Show(c, af)
	switch {
	case af == afInet && n >= minInet4:
		inetMembers.Members(c, b)
	case af == afInet6 && n >= minInet6:
		showInet6(c, b, n)
	default:
		showNameless(c, b, n)
	}
}

// showNameless shows what is behind a family in n bytes.
func showNameless(c *d.Call, b []byte, n int) {
	if n > familySize {
		c.P.FieldKey("sa_data")
		c.P.Quote(b[familySize:n], false)
	}
}

var tipcMembers = d.Struct{Of: abi.Sizeof_sockaddr_tipc, Fields: []*d.Field{
	{Name: "addrtype", At: abi.Sockaddr_tipc_addrtype, Type: &d.Enum{Of: &xlat.TipcAddrType}},
	{Name: "scope", At: abi.Sockaddr_tipc_scope, Type: d.Func(showTIPCScope)},
	{Name: "addr", At: abi.Sockaddr_tipc_addr, Type: d.Func(showTIPC)},
}}

// showTIPCScope shows a scope, a signed char: of one that is negative the
// reference shows the negated char.
func showTIPCScope(c *d.Call, v uint64) {
	s := int8(v)
	switch {
	case s >= 0:
		c.P.Symbol(v, &xlat.TipcScope, show.Hexadecimal)
	case c.P.JSON:
		c.P.Int(int64(s))
	default:
		c.P.Text("-")
		c.P.Symbol(uint64(uint32(-s)), &xlat.TipcScope, show.Hexadecimal)
	}
}

// showTIPC shows the union of struct sockaddr_tipc, of which addrtype says the member.
func showTIPC(c *d.Call, off uint64) {
	const serviceRange, serviceAddr, socketAddr = 1, 2, 3
	obj, _ := c.Object()
	b := obj[off:]
	u := func(name string, off int) {
		c.P.Field(name)
		c.P.Uint(uint64(binary.LittleEndian.Uint32(b[off:])))
	}
	x := func(name string, off int) {
		c.P.Field(name)
		c.P.Hex(uint64(binary.LittleEndian.Uint32(b[off:])))
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
		x("domain", 8)
		c.P.EndStruct()
	case socketAddr:
		c.P.Field("id")
		c.P.Struct()
		u("ref", 0)
		x("node", 4)
		c.P.EndStruct()
	}
	c.P.EndStruct()
}
