package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

var ifFlagSet = d.Flags{&xlat.IfFlag}

// ifFlags shows the flags of an interface, which ifreq has room for 16 of.
func ifFlags(c *d.Call, v uint64) { ifFlagSet.Show(c, uint64(uint16(v))) }

// showIfSockaddr shows the struct sockaddr in an ifreq.
func showIfSockaddr(c *d.Call, off uint64) {
	obj, _ := c.Object()
	sockaddr.ShowBytes(c, obj[off:off+uint64(c.Field().Size)])
}

// hwaddr is struct sockaddr with a hardware address (netdevice(7)).
var hwaddr = d.Struct{Of: abi.Sizeof_sockaddr, Fields: []*d.Field{
	{Name: "sa_family", At: abi.Sockaddr_sa_family, Type: &d.Enum{Of: &xlat.ArpHardware}},
	{Name: "sa_data", At: abi.Sockaddr_sa_data, Type: d.Func(showHwaddr)},
}}

// hwaddrSize returns the bytes in an address of a kind of hardware (linux/if_arp.h).
func hwaddrSize(family uint64) int {
	switch family {
	case 7, 290, 773, 820, 821, 822: // ARCNET, MCTP, LOCALTLK, PHONET, PHONET_PIPE, CAIF
		return 1
	case 15: // DLCI
		return 2
	case 768, 776, 777, 778, 779, 783: // TUNNEL, SIT, IPDDP, IPGRE, PIMREG, IRDA
		return 4
	case 270, 271: // ROSE, X25
		return 5
	case 1, 6, 772, 774, 780, 801, 802, 803: // ETHER, IEEE802, LOOPBACK, FDDI, HIPPI, IEEE80211 and its like
		return 6
	case 0, 3: // NETROM, AX25
		return 7
	case 27, 804, 805, 825, 826: // EUI64, IEEE802154 and its monitor, 6LOWPAN, VSOCKMON
		return 8
	}
	return 14
}

func showHwaddr(c *d.Call, off uint64) {
	const hex = "0123456789abcdef"
	obj, _ := c.Object()
	b := obj[off : off+uint64(c.Field().Size)]
	var text [3 * 14]byte
	s := text[:0]
	for i, x := range b[:min(len(b), hwaddrSize((d.M+d.Expr(abi.Sockaddr_sa_family)).Eval(c)))] {
		if i > 0 {
			s = append(s, ':')
		}
		s = append(s, hex[x>>4], hex[x&15])
	}
	c.P.Notation(b, s)
}

// ifMap is struct ifmap (linux/if.h).
var ifMap = d.Struct{Of: abi.Sizeof_ifmap, Fields: []*d.Field{
	{Name: "mem_start", At: abi.Ifmap_mem_start, Type: d.Hex},
	{Name: "mem_end", At: abi.Ifmap_mem_end, Type: d.Hex},
	{Name: "base_addr", At: abi.Ifmap_base_addr, Type: d.Hex32},
	{Name: "irq", At: abi.Ifmap_irq, Type: d.Hex32},
	{Name: "dma", At: abi.Ifmap_dma, Type: d.Hex32},
	{Name: "port", At: abi.Ifmap_port, Type: d.Hex32},
}}

// ifConf shows struct ifconf, of which the call changes the length. Without a
// buffer it asks how long one must be.
type ifConf struct{}

// Show implements decode.Type.
func (ifConf) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, int(c.ABI.Members[abi.Sizeof_ifconf].Size))
	n, _ := c.ABI.Load(b, abi.Ifconf_ifc_len)
	buf, _ := c.ABI.Load(b, abi.Ifconf_ifc_ifcu_ifcu_buf)
	if !c.Exit {
		if !ok {
			c.P.Addr(v)
			return
		}
		c.Stash(b)
		c.P.Struct()
		if buf != 0 {
			c.P.Field("ifc_len")
			c.P.Change()
			confLen(c, n)
		}
		return
	}
	was := c.Stashed()
	if len(was) == 0 {
		return
	}
	wasLen, _ := c.ABI.Load(was, abi.Ifconf_ifc_len)
	wasBuf, _ := c.ABI.Load(was, abi.Ifconf_ifc_ifcu_ifcu_buf)
	if !ok {
		n, buf = wasLen, wasBuf
	}
	if wasBuf == 0 {
		c.P.Field("ifc_len")
		confLen(c, n)
	} else {
		if n != wasLen {
			c.P.Arrow()
			confLen(c, n)
		}
		c.P.EndChange()
	}
	c.P.Field("ifc_buf")
	switch {
	case buf != wasBuf && (c.Failed || wasBuf == 0):
		c.P.Change()
		c.P.Addr(wasBuf)
		c.P.Arrow()
		c.P.Addr(buf)
		c.P.EndChange()
	case c.Failed || !ok || int32(n) < 0:
		c.P.Addr(buf)
	default:
		c.ShowArray(buf, n/uint64(ifSetAddr.Size(c.ABI)), &ifSetAddr, false)
	}
	c.P.EndStruct()
}

// Abandon ends what a call began that will not return.
func (ifConf) Abandon(c *d.Call) {
	was := c.Stashed()
	if len(was) == 0 {
		return
	}
	if buf, _ := c.ABI.Load(was, abi.Ifconf_ifc_ifcu_ifcu_buf); buf != 0 {
		c.P.EndChange()
	}
	c.P.EndStruct()
}

// Plan implements decode.Planned.
func (ifConf) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Object(from, &ifConfObj, 0) })
}

var ifConfObj = d.Struct{Of: abi.Sizeof_ifconf, Fields: []*d.Field{
	{Name: "ifc_len", At: abi.Ifconf_ifc_len, Type: d.Int},
	{Name: "ifc_buf", At: abi.Ifconf_ifc_ifcu_ifcu_buf, Type: d.Array{Of: &ifSetAddr, N: d.M + d.Expr(abi.Ifconf_ifc_len)}},
}}

// confLen shows a length, and in a comment how many interfaces that is.
func confLen(c *d.Call, v uint64) {
	size := uint64(ifSetAddr.Size(c.ABI))
	c.P.Int(int64(int32(v)))
	n := uint64(uint32(v)) / size
	if n == 0 || uint64(uint32(v))%size != 0 {
		return
	}
	c.P.OpenComment()
	c.P.Uint(n)
	c.P.Text(" * sizeof(struct ifreq)")
	c.P.CloseComment()
}
