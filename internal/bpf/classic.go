package bpf

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Prog is struct sock_fprog; the program itself is shown with -v.
var Prog = d.Struct{Of: abi.Sizeof_sock_fprog, Fields: []*d.Field{
	&Len, {Name: "filter", At: abi.Sock_fprog_filter, Type: Program{Of: new(Insn)}},
}}

// Len is the member of struct sock_fprog that says how many instructions there are.
var Len = d.Field{Name: "len", At: abi.Sock_fprog_len, Type: d.Uint}

// Program is the array of instructions that a struct sock_fprog points to.
type Program struct{ Of *Insn }

const maxInsns = 4096 // BPF_MAXINSNS, linux/bpf_common.h

// Show implements d.Type.
func (t Program) Show(c *d.Call, v uint64) {
	if c.Abbrev {
		c.P.Addr(c.Word(v))
		return
	}
	d.Array{Of: t.Of, Most: maxInsns}.ShowN(c, v, (d.M + d.Expr(abi.Sock_fprog_len)).Eval(c))
}

// Plan implements d.Planned.
func (t Program) Plan(p *d.Planner, from d.Expr) {
	p.Object(from, t.Of, d.M+d.Expr(abi.Sock_fprog_len))
}

// Insn is struct sock_filter: BPF_STMT(BPF_RET|BPF_K, 0xffff).
type Insn struct {
	// Ret shows the result that an instruction returns; nil: in hexadecimal.
	Ret d.Type
}

// Size implements d.Object.
func (*Insn) Size(a *abi.ABI) int { return int(a.Members[abi.Sizeof_sock_filter].Size) }

// The classes of instructions, in the lowest bits of the code.
const (
	ld, ldx, alu, jmp, ret, misc = 0, 1, 4, 5, 6, 7
)

// ShowAt implements d.Object.
func (in *Insn) ShowAt(c *d.Call, b []byte) {
	code, _ := c.ABI.Load(b, abi.Sock_filter_code)
	jt, _ := c.ABI.Load(b, abi.Sock_filter_jt)
	jf, _ := c.ABI.Load(b, abi.Sock_filter_jf)
	k, _ := c.ABI.Load(b, abi.Sock_filter_k)
	jumps := jt != 0 || jf != 0
	if jumps {
		c.P.Fn("BPF_JUMP")
	} else {
		c.P.Fn("BPF_STMT")
	}
	c.P.FnArg("code")
	showCode(c, code)
	c.P.FnArg("k")
	if code&7 == ret && !jumps && in.Ret != nil {
		in.Ret.Show(c, k)
	} else {
		c.P.Hex(k)
	}
	if jumps {
		c.P.FnArg("jt")
		c.P.Hex(jt)
		c.P.FnArg("jf")
		c.P.Hex(jf)
	}
	c.P.EndFn()
}

// showCode shows the parts that the class gives the code, and what is left.
func showCode(c *d.Call, code uint64) {
	part := func(v uint64, t *xlat.Table) {
		c.P.Punct("|")
		c.P.Symbol(v, t, show.Hexadecimal)
	}
	c.P.Expr(code)
	c.P.Symbol(code&7, &xlat.BpfClass, show.Hexadecimal)
	rest := uint64(0)
	switch code & 7 {
	case ld, ldx:
		part(code&0x18, &xlat.BpfSize)
		part(code&0xe0, &xlat.BpfMode)
	case alu:
		part(code&0x08, &xlat.BpfSrc)
		part(code&0xf0, &xlat.BpfOp)
	case jmp:
		part(code&0x08, &xlat.BpfSrc)
		part(code&0xf0, &xlat.BpfJump)
	case ret:
		part(code&0x18, &xlat.BpfRval)
		rest = code &^ 0x1f
	case misc:
		part(code&0xf8, &xlat.BpfMisc)
		rest = code &^ 0xff
	default:
		rest = code &^ 7
	}
	if rest != 0 {
		c.P.Punct("|")
		c.P.Hex(rest)
		c.P.Comment(xlat.BpfMisc.Unknown)
	}
	c.P.EndExpr()
}
