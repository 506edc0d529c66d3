package netlink

import (
	"encoding/binary"

	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// showCode shows the result at the beginning of an answer: 0, or a negated errno.
func showCode(c *d.Call, b []byte) {
	v := int64(int32(binary.LittleEndian.Uint32(b)))
	if name := d.ErrnoName(-v); name != "" && v != 0 {
		c.P.NamedMinus(v, name)
		return
	}
	c.P.Int(v)
}

// showError shows struct nlmsgerr: an error, the request that it is about, and
// what else the kernel says of it.
func showError(c *d.Call, protocol int, h *header, b []byte) {
	const codeSize = 4
	if len(b) < codeSize+headSize {
		rawBytes(c, b)
		return
	}
	msg := b[codeSize:]
	size := headSize
	if h.flags&flagCapped == 0 {
		size = max(length(msg), headSize)
	}
	rest := msg[min(align(size), len(msg)):]
	if len(rest) > 0 {
		c.P.Array()
		c.P.Elem()
	}
	c.P.Struct()
	c.P.Field("error")
	showCode(c, b)
	c.P.Field("msg")
	showMessage(c, protocol, msg, h.end, h.flags&flagCapped != 0)
	c.P.EndStruct()
	if len(rest) > 0 {
		c.P.Elem()
		showAttrs(c, &errorAttrs, &context{}, rest)
		c.P.EndArray()
	}
}

// showDone shows the end of an answer of several messages: a result alone.
func showDone(c *d.Call, b []byte) {
	if len(b) != 4 {
		rawBytes(c, b)
		return
	}
	c.P.Int(int64(int32(binary.LittleEndian.Uint32(b))))
}

// errorAttrs are what is told of an error (enum nlmsgerr_attrs of linux/netlink.h).
var errorAttrs = attrs{names: &xlat.NlmsgErrAttr, as: []shower{
	1: showFunc(text), 2: &u32, 3: &list{1, d.Uint},
}}
