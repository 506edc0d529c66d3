package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// A subsystem of NETLINK_NETFILTER has its number in the upper half of the
// types of its messages (linux/netfilter/nfnetlink.h).
type subsystem struct {
	kinds *xlat.Table
	// purposes of its types in order: 'n' to make, 'd' to remove, 'g' to get.
	purposes string
}

var subsystems = [...]subsystem{
	1:  {&xlat.NfctMsg, "ngdggggg"},
	2:  {&xlat.NfctExpMsg, "ngdg"},
	3:  {&xlat.NfqnlMsg, ""},
	4:  {&xlat.NfulnlMsg, ""},
	5:  {&xlat.NfOsfMsg, ""},
	6:  {&xlat.IpsetCmd, ""},
	7:  {&xlat.NfAcctMsg, "nggd"},
	8:  {&xlat.NfctTimeoutMsg, "ngd"},
	9:  {&xlat.NfCthelperMsg, "ngd"},
	10: {&xlat.NftMsg, "ngdngdngdngdngdng-ngdgngdgdddddddg"},
	11: {&xlat.NfCompatMsg, "g"},
	12: {&xlat.NfHookMsg, "g"},
}

// Types that begin and end a batch, which belong to no subsystem.
const (
	batchBegin = 0x10
	batchEnd   = 0x11
)

func showNetfilterType(c *d.Call, kind uint16) {
	if kind == batchBegin || kind == batchEnd {
		c.P.Symbol(uint64(kind), &xlat.NfnlMsg, show.Hexadecimal)
		return
	}
	sub, msg := uint64(kind>>8), uint64(kind&0xff)
	c.P.Expr(uint64(kind))
	c.P.Symbol(sub, &xlat.NfnlSubsys, show.Hexadecimal)
	c.P.Text("<<8|")
	if sub < uint64(len(subsystems)) && subsystems[sub].kinds != nil {
		c.P.Symbol(msg, subsystems[sub].kinds, show.Hexadecimal)
	} else {
		c.P.Hex(msg)
	}
	c.P.EndExpr()
}

func netfilterPurpose(kind uint16) purpose {
	if sub := int(kind >> 8); sub < len(subsystems) {
		if p, i := subsystems[sub].purposes, int(kind&0xff); i < len(p) {
			switch p[i] {
			case 'n':
				return toMake
			case 'd':
				return toRemove
			case 'g':
				return toGet
			}
		}
	}
	return toAny
}

var nfgenmsg = d.Struct{Of: abi.Sizeof_nfgenmsg, Fields: []*d.Field{
	{Name: "nfgen_family", At: abi.Nfgenmsg_nfgen_family, Type: &family},
	{Name: "version", At: abi.Nfgenmsg_version, Type: &d.Enum{Of: &xlat.NfnetlinkVersion}},
	{Name: "res_id", At: abi.Nfgenmsg_res_id, Type: d.Func(showPort)},
}}

func showNetfilter(c *d.Call, h *header, b []byte) {
	size := nfgenmsg.Size(c.ABI)
	if len(b) < size {
		rawBytes(c, b)
		return
	}
	c.ShowAt(&nfgenmsg, b[:size], 0)
	if h.kind == batchBegin || h.kind == batchEnd {
		if b = b[size:]; len(b) > 0 {
			c.P.Elem()
			rawBytes(c, b)
		}
		return
	}
	showBehind(c, &unknownAttrs, &context{}, b, size)
}

// unknownAttrs are attributes of which nothing is known.
var unknownAttrs attrs
