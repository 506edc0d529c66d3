package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Capabilities: capget(2), capabilities(7).

var capget = d.Syscall{Name: "capget", Params: []*d.Param{
	{Name: "hdrp", Type: d.Ptr{To: &capHeader}},
	{Name: "datap", Type: capData{}, At: d.Out},
}}

var capset = d.Syscall{Name: "capset", Params: []*d.Param{
	{Name: "hdrp", Type: d.Ptr{To: &capHeader}},
	{Name: "datap", Type: capData{}},
}}

var capHeader = d.Struct{Of: abi.Sizeof_user_cap_header_struct, Fields: []*d.Field{
	{Name: "version", At: abi.User_cap_header_struct_version, Type: &d.Enum{Of: &xlat.CapVersion}},
	{Name: "pid", At: abi.User_cap_header_struct_pid, Type: d.PID},
}}

// capData is one or, in the later versions, two structs __user_cap_data_struct,
// of three words each: the second has the sets' upper halves.
type capData struct{}

const capDataSize = 12

// Versions with two structures (linux/capability.h).
const capVersion2, capVersion3 = 0x20071026, 0x20080522

// size is how much there is; 0 without a readable header.
func (capData) size(c *d.Call) int {
	b, ok := c.Fetch(c.Word(c.Args[0]), capHeader.Size(c.ABI))
	if !ok {
		return 0
	}
	if v := abi.LoadInt(b, 4, false); v == capVersion2 || v == capVersion3 {
		return 2 * capDataSize
	}
	return capDataSize
}

// Show implements decode.Type.
func (t capData) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	n := t.size(c)
	if n == 0 {
		c.P.Addr(v)
		return
	}
	b, ok := c.Fetch(v, n)
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.Struct()
	for i, name := range [...]string{"effective", "permitted", "inheritable"} {
		c.P.Field(name)
		low, high := abi.LoadInt(b[4*i:], 4, false), uint64(0)
		if len(b) > capDataSize {
			high = abi.LoadInt(b[capDataSize+4*i:], 4, false)
		}
		showCaps(c, low, high)
	}
	c.P.EndStruct()
}

// Plan implements decode.Planned.
func (capData) Plan(p *d.Planner, from d.Expr) {
	p.Object(d.Arg0, &capHeader, 0)
	p.Block(from, 2*capDataSize)
}

var capLow, capHigh = d.Flags{&xlat.CapLow}, d.Flags{&xlat.CapHigh}

func showCaps(c *d.Call, low, high uint64) {
	c.P.Expr(low | high<<32)
	if low != 0 || high == 0 {
		c.P.Flags(low, capLow)
	}
	if high != 0 {
		if low != 0 {
			c.P.Punct("|")
		}
		c.P.Flags(high, capHigh)
	}
	c.P.EndExpr()
}
