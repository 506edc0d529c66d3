package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// seccomp(2) and its filters: programs of classic BPF (linux/filter.h).

const (
	seccompSetFilter   = 1 // SECCOMP_SET_MODE_FILTER, linux/seccomp.h
	seccompActionAvail = 2
	seccompNotifSizes  = 3
)

var seccomp = d.Syscall{Name: "seccomp", Params: []*d.Param{
	{Name: "operation", Type: &d.Enum{Of: &xlat.SeccompOp}},
	{Name: "flags", Type: &d.Switch{On: d.Arg0, Else: d.Hex32, Case: []d.Case{
		{Val: seccompSetFilter, Type: &d.Flags{&xlat.SeccompFlag}},
	}}},
	{Name: "args", At: d.Exit, Type: &d.Switch{On: d.Arg0, Else: d.Addr, Case: []d.Case{
		{Val: seccompSetFilter, Type: d.Ptr{To: &sockFprog}},
		{Val: seccompActionAvail, Type: d.Cell{Of: &d.Num{Type: &d.Enum{Of: &xlat.SeccompAction}, Bytes: 4}}},
		{Val: seccompNotifSizes, Type: ifSucceeded{d.Ptr{To: &seccompSizes}}},
	}}},
}}

var seccompSizes = d.Struct{Of: abi.Sizeof_seccomp_notif_sizes, Fields: []*d.Field{
	{Name: "seccomp_notif", At: abi.Seccomp_notif_sizes_seccomp_notif, Type: d.Uint},
	{Name: "seccomp_notif_resp", At: abi.Seccomp_notif_sizes_seccomp_notif_resp, Type: d.Uint},
	{Name: "seccomp_data", At: abi.Seccomp_notif_sizes_seccomp_data, Type: d.Uint},
}}

// sockFprog is struct sock_fprog; the program itself is shown with -v.
var sockFprog = d.Struct{Of: abi.Sizeof_sock_fprog, Fields: []*d.Field{
	{Name: "len", At: abi.Sock_fprog_len, Type: d.Uint},
	{Name: "filter", At: abi.Sock_fprog_filter, Type: bpfProgram{}},
}}

// bpfProgram is an array of instructions.
type bpfProgram struct{}

const bpfMaxInsns = 4096 // BPF_MAXINSNS, linux/bpf_common.h

// Show implements decode.Type.
func (bpfProgram) Show(c *d.Call, v uint64) {
	if c.Abbrev {
		c.P.Addr(c.Word(v))
		return
	}
	d.Array{Of: &bpfInsn, Most: bpfMaxInsns}.ShowN(c, v, (d.M + d.Expr(abi.Sock_fprog_len)).Eval(c))
}

// Plan implements decode.Planned.
func (bpfProgram) Plan(p *d.Planner, from d.Expr) {
	p.Object(from, &bpfInsn, d.M+d.Expr(abi.Sock_fprog_len))
}

// bpfInsn is struct sock_filter: BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_ALLOW).
var bpfInsn = d.ObjFunc{Of: abi.Sizeof_sock_filter, Func: showBpfInsn}

// The classes of instructions, in the lowest bits of the code.
const (
	bpfLd, bpfLdx, bpfAlu, bpfJmp, bpfRet, bpfMisc = 0, 1, 4, 5, 6, 7
)

func showBpfInsn(c *d.Call, b []byte) {
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
	showBpfCode(c, code)
	c.P.FnArg("k")
	if code&7 == bpfRet && !jumps {
		showSeccompRet(c, k)
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

// showBpfCode shows the parts that the class gives the code, and what is left.
func showBpfCode(c *d.Call, code uint64) {
	part := func(v uint64, t *xlat.Table) {
		c.P.Text("|")
		c.P.Symbol(v, t, show.Hexadecimal)
	}
	c.P.Expr(code)
	c.P.Symbol(code&7, &xlat.BpfClass, show.Hexadecimal)
	rest := uint64(0)
	switch code & 7 {
	case bpfLd, bpfLdx:
		part(code&0x18, &xlat.BpfSize)
		part(code&0xe0, &xlat.BpfMode)
	case bpfAlu:
		part(code&0x08, &xlat.BpfSrc)
		part(code&0xf0, &xlat.BpfOp)
	case bpfJmp:
		part(code&0x08, &xlat.BpfSrc)
		part(code&0xf0, &xlat.BpfJump)
	case bpfRet:
		part(code&0x18, &xlat.BpfRval)
		rest = code &^ 0x1f
	case bpfMisc:
		part(code&0xf8, &xlat.BpfMisc)
		rest = code &^ 0xff
	default:
		rest = code &^ 7
	}
	if rest != 0 {
		c.P.Text("|")
		c.P.Hex(rest)
		c.P.Comment(xlat.BpfMisc.Unknown)
	}
	c.P.EndExpr()
}

// showSeccompRet shows the action of a filter and its data.
func showSeccompRet(c *d.Call, v uint64) {
	const action = 0xffff0000 // SECCOMP_RET_ACTION_FULL
	c.P.Expr(v)
	c.P.Symbol(v&action, &xlat.SeccompAction, show.Hexadecimal)
	if data := v &^ action; data != 0 {
		c.P.Text("|")
		c.P.Hex(data)
	}
	c.P.EndExpr()
}
