package syscalls

import (
	"gostrace/internal/abi"
	"gostrace/internal/bpf"
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

// sockFprog is a filter of seccomp(2), whose results are actions.
var sockFprog = d.Struct{Of: abi.Sizeof_sock_fprog, Fields: []*d.Field{
	&bpf.Len, {Name: "filter", At: abi.Sock_fprog_filter, Type: bpf.Program{Of: &bpf.Insn{Ret: d.Func(showSeccompRet)}}},
}}

// showSeccompRet shows the action of a filter and its data.
func showSeccompRet(c *d.Call, v uint64) {
	const action = 0xffff0000 // SECCOMP_RET_ACTION_FULL
	c.P.Expr(v)
	c.P.Symbol(v&action, &xlat.SeccompAction, show.Hexadecimal)
	if data := v &^ action; data != 0 {
		c.P.Punct("|")
		c.P.Hex(data)
	}
	c.P.EndExpr()
}
