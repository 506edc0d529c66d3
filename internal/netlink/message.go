package netlink

import (
	"encoding/binary"

	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

const (
	maxBytes = 64 << 10 // no more of a buffer is looked at
	headSize = 16       // struct nlmsghdr, the same on every ABI (linux/netlink.h)
)

// Message types of every protocol.
const (
	typeError = 2
	typeDone  = 3
	minType   = 16 // of a protocol's own
)

// showMessages shows the n bytes at addr as messages of a protocol; it returns
// false, having shown nothing, if they can't be read or are none.
func showMessages(c *d.Call, protocol int, addr, n uint64) bool {
	b, ok := c.Fetch(c.Word(addr), int(min(n, maxBytes)))
	switch {
	case len(b) < headSize && (!ok || len(b) == 0):
		return false
	case len(b) < headSize:
		rawBytes(c, b)
		return true
	}
	several := align(length(b)) < len(b) && len(b)-align(length(b)) >= headSize
	if several {
		c.P.Array()
		c.P.Elem()
	}
	shown := 1
	for showMessage(c, protocol, b); ; showMessage(c, protocol, b) {
		step := align(max(length(b), headSize))
		if step >= len(b) || len(b)-step < headSize || length(b) < headSize {
			break
		}
		b = b[step:]
		if c.Abbrev && shown >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		shown++
		c.P.Elem()
	}
	if several {
		c.P.EndArray()
	}
	return true
}

func length(b []byte) int { return int(min(binary.LittleEndian.Uint32(b), maxBytes)) }

func align(n int) int { return (n + 3) &^ 3 }

// showMessage shows the message that b begins with: its header, or the header
// and what is behind it in an array.
func showMessage(c *d.Call, protocol int, b []byte) {
	kind := binary.LittleEndian.Uint16(b[4:])
	payload := b[headSize:max(headSize, min(length(b), len(b)))]
	if len(payload) == 0 {
		showHeader(c, protocol, b, kind)
		return
	}
	c.P.Array()
	c.P.Elem()
	showHeader(c, protocol, b, kind)
	c.P.Elem()
	switch {
	case kind == typeError && len(payload) >= 4:
		showError(c, protocol, payload)
	case kind == typeDone && len(payload) >= 4:
		showCode(c, payload)
	case kind >= minType && protocol == netlinkRoute:
		showRoute(c, kind, payload)
	default:
		rawBytes(c, payload)
	}
	c.P.EndArray()
}

func showHeader(c *d.Call, protocol int, b []byte, kind uint16) {
	flags := uint64(binary.LittleEndian.Uint16(b[6:]))
	c.P.Struct()
	c.P.Field("nlmsg_len")
	c.P.Uint(uint64(binary.LittleEndian.Uint32(b)))
	c.P.Field("nlmsg_type")
	t := &xlat.NlmsgType
	if protocol == netlinkRoute && kind >= minType {
		t = &xlat.RtmType
	}
	c.P.Symbol(uint64(kind), t, show.Hexadecimal)
	c.P.Field("nlmsg_flags")
	c.P.Flags(flags, flagTables(protocol, kind))
	c.P.Field("nlmsg_seq")
	c.P.Uint(uint64(binary.LittleEndian.Uint32(b[8:])))
	c.P.Field("nlmsg_pid")
	d.PID.Show(c, uint64(binary.LittleEndian.Uint32(b[12:])))
	c.P.EndStruct()
}

// Flags mean different things by the kind of request: a type of NETLINK_ROUTE
// says it in its lower two bits.
var (
	plainFlags = []*xlat.Table{&xlat.NlmsgFlag}
	ackFlags   = []*xlat.Table{&xlat.NlmsgFlag, &xlat.NlmsgAckFlag}
	routeFlags = [4][]*xlat.Table{
		{&xlat.NlmsgFlag, &xlat.NlmsgNewFlag},
		{&xlat.NlmsgFlag, &xlat.NlmsgDelFlag},
		{&xlat.NlmsgFlag, &xlat.NlmsgGetFlag},
		{&xlat.NlmsgFlag},
	}
)

func flagTables(protocol int, kind uint16) []*xlat.Table {
	switch {
	case kind == typeError:
		return ackFlags
	case kind >= minType && protocol == netlinkRoute:
		return routeFlags[kind&3]
	case kind >= minType && protocol == netlinkSockDiag:
		return routeFlags[2]
	}
	return plainFlags
}

const netlinkSockDiag = 4

// showCode shows the result at the end of an answer: 0, or a negated errno.
func showCode(c *d.Call, b []byte) {
	v := int64(int32(binary.LittleEndian.Uint32(b)))
	if name := d.ErrnoName(-v); name != "" && v != 0 {
		c.P.NamedMinus(v, name)
		return
	}
	c.P.Int(v)
}

// showError shows struct nlmsgerr: an error, and the request that it is about.
func showError(c *d.Call, protocol int, b []byte) {
	c.P.Struct()
	c.P.Field("error")
	showCode(c, b)
	if b = b[4:]; len(b) > 0 {
		c.P.Field("msg")
		if len(b) >= headSize {
			showMessage(c, protocol, b)
		} else {
			rawBytes(c, b)
		}
	}
	c.P.EndStruct()
}
