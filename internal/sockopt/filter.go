package sockopt

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// rawOptions are those of SOL_RAW: a mask of ICMP types (linux/icmp.h).
var rawOptions = []option{{number: 1, as: icmpFilter{}}}

type icmpFilter struct{}

// Size implements d.Object.
func (icmpFilter) Size(*abi.ABI) int { return 4 }

// ShowAt implements d.Object.
func (icmpFilter) ShowAt(c *d.Call, b []byte) {
	c.P.BitSet(uint64(binary.LittleEndian.Uint32(b)), 32, &xlat.IcmpType)
}

// showLen implements sizedObject.
func (icmpFilter) showLen(c *d.Call, addr uint64, n int) bool {
	b, ok := c.Fetch(addr, min(n, 4))
	if !ok {
		return false
	}
	full := [4]byte{0xff, 0xff, 0xff, 0xff} // what is missing counts as set
	copy(full[:], b)
	c.P.BitSet(uint64(binary.LittleEndian.Uint32(full[:])), 32, &xlat.IcmpType)
	return true
}
