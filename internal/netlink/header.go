package netlink

import (
	"encoding/binary"

	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// A header is struct nlmsghdr (linux/netlink.h).
type header struct {
	length      uint32
	kind, flags uint16
	seq, port   uint32
	// end is where the memory that the message is part of ends in the tracee.
	end uint64
}

func parseHeader(b []byte, end uint64) header {
	le := binary.LittleEndian
	return header{le.Uint32(b), le.Uint16(b[4:]), le.Uint16(b[6:]), le.Uint32(b[8:]), le.Uint32(b[12:]), end}
}

// Flags that decide what is behind a header.
const (
	flagRequest = 1
	flagCapped  = 0x100 // of an error
)

func (h *header) show(c *d.Call, protocol int) {
	p := protocolOf(protocol)
	c.P.Struct()
	c.P.Field("nlmsg_len")
	c.P.Uint(uint64(h.length))
	c.P.Field("nlmsg_type")
	switch {
	case h.kind >= minType && p.kind != nil:
		p.kind(c, h.kind)
	case h.kind >= minType && p.kinds != nil:
		c.P.Symbol(uint64(h.kind), p.kinds, show.Hexadecimal)
	default:
		c.P.Symbol(uint64(h.kind), &xlat.NlmsgType, show.Hexadecimal)
	}
	c.P.Field("nlmsg_flags")
	c.P.Flags(uint64(h.flags), h.flagTables(p))
	c.P.Field("nlmsg_seq")
	c.P.Uint(uint64(h.seq))
	c.P.Field("nlmsg_pid")
	d.PID.Show(c, uint64(h.port))
	c.P.EndStruct()
}

// A purpose is what a type of messages is for: some flags mean different
// things by it.
type purpose uint8

const (
	toMake purpose = iota
	toRemove
	toGet
	toAny // none of these
)

var (
	ackFlags     = []*xlat.Table{&xlat.NlmsgFlag, &xlat.NlmsgAckFlag}
	purposeFlags = [...][]*xlat.Table{
		toMake:   {&xlat.NlmsgFlag, &xlat.NlmsgNewFlag},
		toRemove: {&xlat.NlmsgFlag, &xlat.NlmsgDelFlag},
		toGet:    {&xlat.NlmsgFlag, &xlat.NlmsgGetFlag},
		toAny:    {&xlat.NlmsgFlag},
	}
)

func (h *header) flagTables(p *protocol) []*xlat.Table {
	switch {
	case h.kind == typeError:
		return ackFlags
	case h.kind >= minType && p.purpose != nil:
		return purposeFlags[p.purpose(h.kind)]
	}
	return purposeFlags[toAny]
}
