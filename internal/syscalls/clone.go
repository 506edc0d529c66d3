package syscalls

import (
	"bytes"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// New tasks and their namespaces: clone(2), fork(2), unshare(2), setns(2).

var fork = d.Syscall{Name: "fork", Ret: d.TID}

var vfork = d.Syscall{Name: "vfork", Ret: d.TID}

// The flags of clone that decide which arguments count (linux/sched.h).
const (
	clonePidfd        = 0x1000
	cloneSetTLS       = 0x80000
	cloneParentSetTID = 0x100000
	cloneChildClear   = 0x200000
	cloneChildSet     = 0x1000000
	cloneIntoCgroup   = 0x200000000

	cloneSignal = 0xff // CSIGNAL
)

// cloneFlags are flags and, in the lowest byte, the signal that the child's end sends.
func cloneFlags(c *d.Call, v uint64) {
	v = c.Word(v)
	c.P.Expr(v)
	if flags := v &^ cloneSignal; flags != 0 {
		c.P.Flags(flags, cloneFlagNames)
		if v&cloneSignal != 0 {
			c.P.Punct("|")
		}
	}
	if v&cloneSignal != 0 || v == 0 {
		d.Signal.Show(c, v&cloneSignal)
	}
	c.P.EndExpr()
}

var cloneFlagNames = d.Flags{&xlat.CloneFlag}

// clone's registers are not in the order in which they are shown, and the
// order differs: tls and child_tidptr change places on i386.
var clone = d.Syscall{Name: "clone", ABI: d.X86_64, Ret: d.TID, Tail: cloneTail, Params: []*d.Param{
	cloneStack, cloneFlagsParam, cloneParentTID,
	{Name: "tls", Type: d.Addr, Reg: d.Arg4, At: d.Exit, If: cloneHasTLS, Labelled: true},
	{Name: "child_tidptr", Type: d.Addr, Reg: d.Arg3, At: d.Exit, If: cloneHasChildTID, Labelled: true},
}}

var clone32 = d.Syscall{Name: "clone", ABI: d.I386, Ret: d.TID, Tail: cloneTail, Params: []*d.Param{
	cloneStack, cloneFlagsParam, cloneParentTID,
	{Name: "tls", Type: d.Ptr{To: &userDesc}, Reg: d.Arg3, At: d.Out, If: cloneHasTLS, Labelled: true},
	{Name: "child_tidptr", Type: d.Addr, Reg: d.Arg4, At: d.Exit, If: cloneHasChildTID, Labelled: true},
}}

var (
	cloneStack      = &d.Param{Name: "child_stack", Type: d.Addr, Reg: d.Arg1, Labelled: true}
	cloneFlagsParam = &d.Param{Name: "flags", Type: d.Func(cloneFlags), Reg: d.Arg0, Labelled: true}
	cloneParentTID  = &d.Param{Name: "parent_tid", Type: d.Cell{Of: &d.Num{Type: d.Func(showParentTID), Bytes: 4}}, Reg: d.Arg2, At: d.Out,
		If: func(c *d.Call) bool { return c.Args[0]&(clonePidfd|cloneParentSetTID) != 0 }, Labelled: true}
)

// showParentTID shows a thread, or with CLONE_PIDFD a descriptor that refers to it.
func showParentTID(c *d.Call, v uint64) {
	if c.Args[0]&clonePidfd != 0 {
		d.FD.Show(c, v)
		return
	}
	d.TID.Show(c, v)
}

func cloneHasTLS(c *d.Call) bool      { return c.Args[0]&cloneSetTLS != 0 }
func cloneHasChildTID(c *d.Call) bool { return c.Args[0]&(cloneChildSet|cloneChildClear) != 0 }

var clone3 = d.Syscall{Name: "clone3", Ret: d.TID, Tail: clone3Tail, Params: []*d.Param{
	{Name: "cl_args", Type: d.Sized{To: &cloneArgs, Len: d.Arg1, Min: 64}, Then: d.Sized{To: &cloneResults, Len: d.Arg1}, ThenIf: clone3Tells},
	{Name: "size", Type: d.Ulong},
}}

var clone3Flags = d.Flags64{&xlat.Clone3Flag}

// cloneArgs is struct clone_args (linux/sched.h); addresses have 64 bits on every ABI.
var cloneArgs = d.Struct{Of: abi.Sizeof_clone_args, Fields: []*d.Field{
	{Name: "flags", At: abi.Clone_args_flags, Type: &clone3Flags},
	{Name: "pidfd", At: abi.Clone_args_pidfd, Type: d.Addr64, If: hasPidfd},
	{Name: "child_tid", At: abi.Clone_args_child_tid, Type: d.Addr64, If: hasChildTID},
	{Name: "parent_tid", At: abi.Clone_args_parent_tid, Type: d.Addr64, If: hasParentTID},
	{Name: "exit_signal", At: abi.Clone_args_exit_signal, Type: d.Func(showExitSignal)},
	{Name: "stack", At: abi.Clone_args_stack, Type: d.Addr64},
	{Name: "stack_size", At: abi.Clone_args_stack_size, Type: d.Hex64},
	{Name: "tls", At: abi.Clone_args_tls, Type: d.Addr64, If: hasTLS},
	{Name: "set_tid", At: abi.Clone_args_set_tid, Type: d.Far{To: &cloneSetTIDs}, If: hasSetTID},
	{Name: "set_tid_size", At: abi.Clone_args_set_tid_size, Type: d.Uint64, If: hasSetTID},
	{Name: "cgroup", At: abi.Clone_args_cgroup, Type: d.Uint64, If: hasCgroup},
}}

// cloneResults is what clone3 has written through the addresses in it.
var cloneResults = d.Struct{Of: abi.Sizeof_clone_args, Fields: []*d.Field{
	{Name: "pidfd", At: abi.Clone_args_pidfd, Type: d.Far{To: d.Cell{Of: &d.FDObj}}, If: hasPidfd},
	{Name: "parent_tid", At: abi.Clone_args_parent_tid, Type: d.Far{To: d.Cell{Of: &d.TIDObj}}, If: hasParentTID},
}}

// Conditions on the flags in struct clone_args.
func clone3Has(c *d.Call, bits uint64) bool {
	return (d.M+d.Expr(abi.Clone_args_flags)).Eval(c)&bits != 0
}
func hasPidfd(c *d.Call) bool     { return clone3Has(c, clonePidfd) }
func hasParentTID(c *d.Call) bool { return clone3Has(c, cloneParentSetTID) }
func hasChildTID(c *d.Call) bool  { return clone3Has(c, cloneChildSet|cloneChildClear) }
func hasTLS(c *d.Call) bool       { return clone3Has(c, cloneSetTLS) }

func hasCgroup(c *d.Call) bool {
	return clone3Has(c, cloneIntoCgroup) || (d.M+d.Expr(abi.Clone_args_cgroup)).Eval(c) != 0
}

func hasSetTID(c *d.Call) bool {
	return (d.M+d.Expr(abi.Clone_args_set_tid)).Eval(c) != 0 || (d.M+d.Expr(abi.Clone_args_set_tid_size)).Eval(c) != 0
}

// clone3Tells says whether the kernel writes through an address in cl_args.
func clone3Excess(c *d.Call) bool {
	known := cloneArgs.Size(c.ABI)
	n := min(c.Word(c.Args[1]), 4096)
	if n <= uint64(known) {
		return false
	}
	if _, ok := c.Fetch(c.Word(c.Args[0]), known); !ok {
		return false
	}
	b, ok := c.Fetch(c.Word(c.Args[0])+uint64(known), int(n)-known)
	return !ok || bytes.ContainsFunc(b, func(r rune) bool { return r != 0 })
}

func clone3Tells(c *d.Call) bool {
	if c.Failed {
		return false
	}
	b, ok := c.Fetch(c.Word(c.Args[0]), 8)
	if ok && clone3Excess(c) {
		return true // bytes that no member has are shown again
	}
	return ok && abi.LoadInt(b, 8, false)&(clonePidfd|cloneParentSetTID) != 0
}

func showExitSignal(c *d.Call, v uint64) {
	if v > 64 { // NSIG
		c.P.Uint(v)
		return
	}
	d.Signal.Show(c, v)
}

// maxNesting is how many process ids clone3 takes (MAX_PID_NS_LEVEL).
const maxNesting = 32

var cloneSetTIDs = d.Reads{
	Func: func(c *d.Call, v uint64) {
		n := (d.M + d.Expr(abi.Clone_args_set_tid_size)).Eval(c)
		if n == 0 || n > maxNesting {
			c.P.Addr(v)
			return
		}
		c.ShowArray(v, n, &d.IntObj, false)
	},
	What: func(p *d.Planner, from d.Expr) {
		p.Object(from, &d.IntObj, d.M+d.Expr(abi.Clone_args_set_tid_size))
	},
}

// Namespaces of an existing task: unshare(2), setns(2).
var unshare = d.Syscall{Name: "unshare", Tail: unshareTail, Params: []*d.Param{
	{Name: "flags", Type: &d.Flags64{&xlat.UnshareFlag}},
}}

var setns = d.Syscall{Name: "setns", Tail: setnsTail, Params: []*d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "nstype", Type: &d.Flags{&xlat.SetnsFlag}},
}}

// kcmp's last arguments mean something to some types only (kcmp(2)).
const kcmpFile, kcmpEpollTFD = 0, 7 // linux/kcmp.h

var kcmp = d.Syscall{Name: "kcmp", Params: []*d.Param{
	{Name: "pid1", Type: d.PID},
	{Name: "pid2", Type: d.PID},
	{Name: "type", Type: &d.Enum{Of: &xlat.KcmpType}},
	{Name: "idx1", If: kcmpHasIndex, Type: &d.Switch{On: d.Arg2, Else: d.Hex, Case: []d.Case{
		{Val: kcmpFile, Type: d.FD}, {Val: kcmpEpollTFD, Type: d.FD},
	}}},
	{Name: "idx2", If: kcmpHasIndex, Type: &d.Switch{On: d.Arg2, Else: d.Hex, Case: []d.Case{
		{Val: kcmpFile, Type: d.FD}, {Val: kcmpEpollTFD, Type: d.Ptr{To: &kcmpEpollSlot}},
	}}},
}}

func kcmpHasIndex(c *d.Call) bool {
	t := uint32(c.Args[2])
	return t == kcmpFile || t >= kcmpEpollTFD
}

var kcmpEpollSlot = d.Struct{Of: abi.Sizeof_kcmp_epoll_slot, Fields: []*d.Field{
	{Name: "efd", At: abi.Kcmp_epoll_slot_efd, Type: d.FD},
	{Name: "tfd", At: abi.Kcmp_epoll_slot_tfd, Type: d.FD},
	{Name: "toff", At: abi.Kcmp_epoll_slot_toff, Type: d.Uint},
}}
