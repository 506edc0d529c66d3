package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Memory policies, see numa(7): mbind(2), set_mempolicy(2), move_pages(2).

// mpolMode shows a mode and its flags, of an unsigned long.
func mpolMode(c *d.Call, v uint64) { showMpolMode(c, c.Word(v)) }

// mpolMode32 shows them of an int.
func mpolMode32(c *d.Call, v uint64) { showMpolMode(c, uint64(uint32(v))) }

const mpolModeFlags = 0xe000 // MPOL_MODE_FLAGS, linux/mempolicy.h

func showMpolMode(c *d.Call, v uint64) {
	if v&mpolModeFlags == 0 {
		c.P.Symbol(v, &xlat.Mpol, show.Hexadecimal)
		return
	}
	c.P.Flags(v, mpolModes)
}

var mpolModes = d.Flags{&xlat.MpolMode, &xlat.MpolModeFlag}

// nodemask is a set of nodes, in words. Its Max is the parameter with the
// number of bits, and one more.
type nodemask struct{ Max d.Expr }

// Show implements decode.Type.
func (t nodemask) Show(c *d.Call, v uint64) {
	bits := uint64(8 * c.ABI.Word)
	max := t.Max.Eval(c)
	words := (max + bits - 2) / bits
	if max != 0 && words == 0 {
		c.P.Addr(c.Word(v))
		return
	}
	if max == 0 {
		words = 0
	}
	c.ShowArray(v, words, &nodeWord, false)
}

// Plan implements decode.Planned.
func (t nodemask) Plan(p *d.Planner, from d.Expr) { p.Object(from, &nodeWord, t.Max) }

// nodemaskFound is a set that the call fills.
type nodemaskFound struct{ nodemask }

// Show implements decode.Type.
func (t nodemaskFound) Show(c *d.Call, v uint64) {
	if c.Failed && t.Max.Eval(c) != 0 {
		c.P.Addr(c.Word(v))
		return
	}
	t.nodemask.Show(c, v)
}

var nodeWord = d.Num{Type: d.Func(func(c *d.Call, v uint64) { c.P.HexFull(v, 2*c.ABI.Word) })}

var mbind = d.Syscall{Name: "mbind", Params: []*d.Param{
	{Name: "addr", Type: d.Addr},
	{Name: "len", Type: d.Ulong},
	{Name: "mode", Type: d.Func(mpolMode)},
	{Name: "nodemask", Type: nodemask{d.Arg4}},
	{Name: "maxnode", Type: d.Ulong},
	{Name: "flags", Type: &d.Flags{&xlat.MbindFlag}},
}}

var setMempolicy = d.Syscall{Name: "set_mempolicy", Params: []*d.Param{
	{Name: "mode", Type: d.Func(mpolMode32)},
	{Name: "nodemask", Type: nodemask{d.Arg2}},
	{Name: "maxnode", Type: d.Ulong},
}}

var getMempolicy = d.Syscall{Name: "get_mempolicy", Params: []*d.Param{
	{Name: "mode", Type: d.Cell{Of: &d.Num{Type: &d.Enum{Of: &xlat.Mpol}, Bytes: 4}}, At: d.Out},
	{Name: "nodemask", Type: nodemaskFound{nodemask{d.Arg2}}, At: d.Exit},
	{Name: "maxnode", Type: d.Ulong, At: d.Exit},
	{Name: "addr", Type: d.Addr, At: d.Exit},
	{Name: "flags", Type: &d.Flags64{&xlat.MempolicyFlag}, At: d.Exit},
}}

var setMempolicyHomeNode = d.Syscall{Name: "set_mempolicy_home_node", Params: []*d.Param{
	{Name: "start", Type: d.Addr},
	{Name: "len", Type: d.Ulong},
	{Name: "home_node", Type: d.Ulong},
	{Name: "flags", Type: d.Hex},
}}

var migratePages = d.Syscall{Name: "migrate_pages", Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	{Name: "maxnode", Type: d.Ulong},
	{Name: "old_nodes", Type: nodemask{d.Arg1}},
	{Name: "new_nodes", Type: nodemask{d.Arg1}},
}}

var movePages = d.Syscall{Name: "move_pages", Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	{Name: "count", Type: d.Ulong},
	{Name: "pages", Type: d.Array{Of: &pageAddr, N: d.Arg1}},
	{Name: "nodes", Type: d.Array{Of: &d.IntObj, N: d.Arg1}},
	{Name: "status", Type: gathered{d.Array{Of: &pageStatus, N: d.Arg1}}, At: d.Exit},
	{Name: "flags", Type: &d.Flags{&xlat.MovePagesFlag}, At: d.Exit},
}}

var pageAddr = d.Num{Type: d.Addr}

// pageStatus is a node, or a negative errno: -EFAULT.
var pageStatus = d.Num{Bytes: 4, Type: d.Func(func(c *d.Call, v uint64) {
	n := int64(int32(v))
	name := d.ErrnoName(-n)
	if n >= 0 || name == "" {
		c.P.Int(n)
		return
	}
	c.P.NamedMinus(n, name)
})}
