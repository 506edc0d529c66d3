package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// A protocol says what is known of the messages of a NETLINK_ protocol.
type protocol struct {
	// kinds names the types of its messages, or kind shows one.
	kinds *xlat.Table
	kind  func(c *d.Call, kind uint16)
	// purpose says what a type is for.
	purpose func(kind uint16) purpose
	// payload shows what is behind the header, which is not nothing.
	payload func(c *d.Call, h *header, b []byte)
}

// protocols by their number (linux/netlink.h).
var protocols = [...]protocol{
	netlinkRoute: {kinds: &xlat.RtmType, purpose: routePurpose, payload: showRoute},
	4:            {kinds: &xlat.SockDiagType, purpose: alwaysGet, payload: showDiag},
	6:            {kinds: &xlat.XfrmMsgType, purpose: xfrmPurpose},
	7:            {kinds: &xlat.SelnlMsgType, payload: showSELinux},
	9:            {kinds: &xlat.AuditType},
	12:           {kind: showNetfilterType, purpose: netfilterPurpose, payload: showNetfilter},
	16:           {kind: showGenericFamily, purpose: alwaysGet, payload: showGeneric},
}

// Protocols (linux/netlink.h).
const (
	netlinkRoute  = 0
	kobjectUevent = 15 // sends text
)

var unknownProtocol protocol

func protocolOf(n int) *protocol {
	if n < 0 || n >= len(protocols) {
		return &unknownProtocol
	}
	return &protocols[n]
}

func alwaysGet(uint16) purpose { return toGet }

// routePurpose says what a type of NETLINK_ROUTE is for: its lower two bits say it.
func routePurpose(kind uint16) purpose {
	const delAction = 49 // whose flags are those of a dump
	if kind == delAction {
		return toGet
	}
	return purpose(kind & 3)
}

func xfrmPurpose(kind uint16) purpose {
	switch kind {
	case 0x10, 0x13, 0x1e, 0x22, 0x24:
		return toMake
	case 0x11, 0x14:
		return toRemove
	case 0x12, 0x15, 0x1f, 0x23, 0x25:
		return toGet
	}
	return toAny
}

// showSELinux shows what NETLINK_SELINUX tells (linux/selinux_netlink.h).
func showSELinux(c *d.Call, h *header, b []byte) {
	s := &selnlEnforce
	switch h.kind {
	case 0x10:
	case 0x11:
		s = &selnlPolicy
	default:
		rawBytes(c, b)
		return
	}
	if size := s.Size(c.ABI); len(b) >= size {
		c.ShowAt(s, b[:size], 0)
		return
	}
	rawBytes(c, b)
}

var selnlEnforce = d.Struct{Of: abi.Sizeof_selnl_msg_setenforce, Fields: []*d.Field{
	{Name: "val", At: abi.Selnl_msg_setenforce_val, Type: d.Int},
}}

var selnlPolicy = d.Struct{Of: abi.Sizeof_selnl_msg_policyload, Fields: []*d.Field{
	{Name: "seqno", At: abi.Selnl_msg_policyload_seqno, Type: d.Uint},
}}

// showBehind shows the attributes, if any, that begin behind a structure of size bytes.
func showBehind(c *d.Call, t *attrs, x *context, b []byte, size int) {
	if b = b[min(align(size), len(b)):]; len(b) > 0 {
		c.P.Elem()
		if t == nil {
			rawBytes(c, b)
			return
		}
		showAttrs(c, t, x, b)
	}
}

// showFamily shows the payload of a message of which nothing is known but
// that it begins with an address family (struct rtgenmsg).
func showFamily(c *d.Call, b []byte) {
	c.P.Struct()
	c.P.Field("family")
	family.Show(c, uint64(b[0]))
	if len(b) > 1 {
		c.P.Field("data")
		rawBytes(c, b[1:])
	}
	c.P.EndStruct()
}

// cutHead shows a structure that is cut behind its first member, the family.
func cutHead(c *d.Call, name string, b []byte) {
	c.P.Struct()
	c.P.Field(name)
	family.Show(c, uint64(b[0]))
	c.P.MoreFields()
	c.P.EndStruct()
}
