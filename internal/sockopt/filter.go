package sockopt

import (
	"encoding/binary"

	"gostrace/internal/abi"
	"gostrace/internal/bpf"
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

// filter is the program that SO_GET_FILTER returns: its length counts instructions.
type filter struct{}

// Size implements d.Object.
func (filter) Size(*abi.ABI) int { return 0 }

// ShowAt implements d.Object.
func (filter) ShowAt(*d.Call, []byte) {}

// showLen implements sizedObject.
func (filter) showLen(c *d.Call, addr uint64, n int) bool {
	if c.Abbrev {
		return false
	}
	d.Array{Of: &filterInsn}.ShowN(c, addr, uint64(n))
	return true
}

var filterInsn bpf.Insn
