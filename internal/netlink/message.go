package netlink

import (
	"encoding/binary"

	d "gostrace/internal/decode"
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
	end := c.Word(addr) + uint64(cap(b))
	for showMessage(c, protocol, b, end, false); ; showMessage(c, protocol, b, end, false) {
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
// and what is behind it in an array. With bare the header is all. What b is
// part of ends at address end in the tracee.
func showMessage(c *d.Call, protocol int, b []byte, end uint64, bare bool) {
	h := parseHeader(b, end)
	payload := b[headSize:max(headSize, min(length(b), len(b)))]
	if len(payload) == 0 || bare {
		h.show(c, protocol)
		return
	}
	c.P.Array()
	c.P.Elem()
	h.show(c, protocol)
	c.P.Elem()
	p := protocolOf(protocol)
	switch {
	case h.kind == typeError:
		showError(c, protocol, &h, payload)
	case h.kind == typeDone:
		showDone(c, payload)
	case h.kind >= minType && p.payload != nil:
		p.payload(c, &h, payload)
	default:
		rawBytes(c, payload)
	}
	c.P.EndArray()
}
