package sockaddr

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// HWAddr is an array of bytes, a member, that is a hardware address: 02:fc:00:00:00:01.
const HWAddr hwAddr = 0

type hwAddr uint8

// Show implements d.Type.
func (hwAddr) Show(c *d.Call, off uint64) {
	obj, _ := c.Object()
	ShowHWAddr(c, obj[off:off+uint64(c.Field().Size)])
}

// ShowHWAddr shows b as a hardware address.
func ShowHWAddr(c *d.Call, b []byte) {
	if len(b) == 0 && !c.P.Converting() {
		c.P.Binary(b, false)
		return
	}
	if c.P.Converted(b) {
		c.P.HWAddr(b)
		c.P.EndConverted()
	}
}

var packetMembers = d.Struct{Of: abi.Sizeof_sockaddr_ll, Fields: []*d.Field{
	{Name: "sll_protocol", At: abi.Sockaddr_ll_sll_protocol, Type: EtherType},
	{Name: "sll_ifindex", At: abi.Sockaddr_ll_sll_ifindex, Type: IfIndex},
	{Name: "sll_hatype", At: abi.Sockaddr_ll_sll_hatype, Type: &d.Enum{Of: &xlat.ArpHardware}},
	{Name: "sll_pkttype", At: abi.Sockaddr_ll_sll_pkttype, Type: &d.Enum{Of: &xlat.PacketType}},
	{Name: "sll_halen", At: abi.Sockaddr_ll_sll_halen, Type: d.Uint},
}}

// showPacket shows AF_PACKET, whose address may be longer than its array
// (packet(7): sll_halen).
func showPacket(c *d.Call, b []byte, n int) bool {
	packetMembers.Members(c, b)
	off := int(c.ABI.Members[abi.Sockaddr_ll_sll_addr].Off)
	halen := int(b[c.ABI.Members[abi.Sockaddr_ll_sll_halen].Off])
	if halen == 0 {
		return true
	}
	c.P.Field("sll_addr")
	showBytes(c, b[off:min(off+halen, n, len(b))], halen > n-off)
	return true
}

// showBytes shows single bytes: [0x1, 00].
func showBytes(c *d.Call, b []byte, more bool) {
	c.P.Array()
	for _, x := range b {
		c.P.Elem()
		c.P.HexFull(uint64(x), 2)
	}
	if more {
		c.P.MoreElems()
	}
	c.P.EndArray()
}

// showBluetooth shows AF_BLUETOOTH, of which the length says the protocol
// (net/bluetooth/*.h).
func showBluetooth(c *d.Call, b []byte, n int) bool {
	switch n {
	case 4, 6:
		hciMembers.Members(c, b[:n])
	case 8:
		scoMembers.Members(c, b)
	case 10:
		rfcommMembers.Members(c, b)
	case 12, 14:
		l2capMembers.Members(c, b[:n])
	default:
		return false
	}
	return true
}

var hciMembers = d.Struct{Of: abi.Sizeof_sockaddr_hci, Fields: []*d.Field{
	{Name: "hci_dev", At: abi.Sockaddr_hci_hci_dev, Type: d.Func(showHost)},
	{Name: "hci_channel", At: abi.Sockaddr_hci_hci_channel, Type: &d.Enum{Of: &xlat.HciChannel}},
}}

func showHost(c *d.Call, v uint64) {
	c.P.Wrap("htobs")
	c.P.Uint(v)
	c.P.EndWrap()
}

var scoMembers = d.Struct{Of: abi.Sizeof_sockaddr_sco, Fields: []*d.Field{
	{Name: "sco_bdaddr", At: abi.Sockaddr_sco_sco_bdaddr, Type: HWAddr},
}}

var rfcommMembers = d.Struct{Of: abi.Sizeof_sockaddr_rc, Fields: []*d.Field{
	{Name: "rc_bdaddr", At: abi.Sockaddr_rc_rc_bdaddr, Type: HWAddr},
	{Name: "rc_channel", At: abi.Sockaddr_rc_rc_channel, Type: d.Uint},
}}

var l2capMembers = d.Struct{Of: abi.Sizeof_sockaddr_l2, Fields: []*d.Field{
	{Name: "l2_psm", At: abi.Sockaddr_l2_l2_psm, Type: dynamic{&xlat.L2capPsm, psmRanges}},
	{Name: "l2_bdaddr", At: abi.Sockaddr_l2_l2_bdaddr, Type: HWAddr},
	{Name: "l2_cid", At: abi.Sockaddr_l2_l2_cid, Type: dynamic{&xlat.L2capCid, cidRanges}},
	{Name: "l2_bdaddr_type", At: abi.Sockaddr_l2_l2_bdaddr_type, Type: &d.Enum{Of: &xlat.BdAddrType}},
}}

// dynamic is a number with names, and with ranges that have a name for their start.
type dynamic struct {
	names  *xlat.Table
	ranges []span
}

type span struct{ first, last uint64 }

var (
	psmRanges = []span{{0x80, 0xff}, {0x1001, 0xffff}}
	cidRanges = []span{{0x40, 0xffff}}
)

// Show implements d.Type.
func (t dynamic) Show(c *d.Call, v uint64) {
	c.P.Wrap("htobs")
	t.inner(c, v)
	c.P.EndWrap()
}

func (t dynamic) inner(c *d.Call, v uint64) {
	if _, ok := t.names.Name(v); !ok {
		for _, r := range t.ranges {
			if name, ok := t.names.Name(r.first); ok && v > r.first && v <= r.last {
				c.P.NamedPlus(v, r.first, name)
				return
			}
		}
	}
	c.P.Symbol(v, t.names, show.Hexadecimal)
}
