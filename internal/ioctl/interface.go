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
	const netrom, ether, ax25, loopback = 0, 1, 3, 772
	switch family {
	case netrom, ax25:
		return 7
	case ether, loopback:
		return 6
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

// ifConf shows struct ifconf, of which the call changes the length.
type ifConf struct{}

// Save implements decode.Saver.
func (ifConf) Save(c *d.Call, v uint64) {
	if b, ok := c.Fetch(c.Word(v), ifConfObj.Size(c.ABI)); ok {
		n, _ := c.ABI.Load(b, abi.Ifconf_ifc_len)
		c.Keep(n)
	}
}

// Show implements decode.Type.
func (ifConf) Show(c *d.Call, v uint64) { d.Ptr{To: &ifConfObj}.Show(c, v) }

// Plan implements decode.Planned.
func (ifConf) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() { p.Object(from, &ifConfObj, 0) })
}

var ifConfObj = d.Struct{Of: abi.Sizeof_ifconf, Fields: []*d.Field{
	{Name: "ifc_len", At: abi.Ifconf_ifc_len, Type: d.Func(showConfLen)},
	{Name: "ifc_buf", At: abi.Ifconf_ifc_ifcu_ifcu_buf, Type: &ifConfBuf},
}}

var ifConfBuf = d.Reads{
	Func: func(c *d.Call, v uint64) {
		if c.Failed {
			c.P.Addr(c.Word(v))
			return
		}
		n := (d.M + d.Expr(abi.Ifconf_ifc_len)).Eval(c)
		c.ShowArray(v, uint64(uint32(n))/uint64(ifSetAddr.Size(c.ABI)), &ifSetAddr, false)
	},
	What: func(p *d.Planner, from d.Expr) { p.Object(from, &ifSetAddr, d.M+d.Expr(abi.Ifconf_ifc_len)) },
}

func showConfLen(c *d.Call, v uint64) {
	was := c.Kept()
	noBuffer := (d.M + d.Expr(abi.Ifconf_ifc_ifcu_ifcu_buf)).Eval(c) == 0
	if was == v || c.Failed || noBuffer {
		confLen(c, v)
		return
	}
	c.P.Change()
	confLen(c, was)
	c.P.Arrow()
	confLen(c, v)
	c.P.EndChange()
}

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
