package sockopt

import (
	"encoding/binary"

	"gostrace/internal/bpf"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// rawOptions are those of SOL_RAW: a mask of ICMP types (linux/icmp.h).
var rawOptions = []option{{number: 1, set: icmpFilter{}, get: icmpFilter{}}}

type icmpFilter struct{}

func (icmpFilter) show(c *d.Call, addr uint64, n int32) bool {
	if n <= 0 {
		return false
	}
	b, ok := c.Fetch(addr, int(min(n, 4)))
	if !ok {
		return false
	}
	full := [4]byte{0xff, 0xff, 0xff, 0xff} // what is missing counts as set
	copy(full[:], b)
	c.P.BitSet(uint64(binary.LittleEndian.Uint32(full[:])), 32, &xlat.IcmpType)
	return true
}

func (icmpFilter) plan(*d.Planner, d.Expr) {}

// filter is the program that SO_GET_FILTER returns: its length counts instructions.
type filter struct{}

func (filter) show(c *d.Call, addr uint64, n int32) bool {
	if c.Abbrev || n <= 0 {
		return false
	}
	d.Array{Of: &filterInsn}.ShowN(c, addr, uint64(n))
	return true
}

func (filter) plan(*d.Planner, d.Expr) {}

var filterInsn bpf.Insn
