package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Code for the kernel: init_module(2), delete_module(2), kexec_load(2).

var initModule = d.Syscall{Name: "init_module", Params: []*d.Param{
	{Name: "module_image", Type: d.Addr},
	{Name: "len", Type: d.Ulong},
	{Name: "param_values", Type: d.Str},
}}

var finitModule = d.Syscall{Name: "finit_module", Params: []*d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "param_values", Type: d.Str},
	{Name: "flags", Type: &d.Flags{&xlat.ModuleInitFlag}},
}}

var deleteModule = d.Syscall{Name: "delete_module", Params: []*d.Param{
	{Name: "name", Type: d.Str},
	{Name: "flags", Type: &d.Flags{&xlat.DeleteModuleFlag}},
}}

var kexecLoad = d.Syscall{Name: "kexec_load", Params: []*d.Param{
	{Name: "entry", Type: d.Addr},
	{Name: "nr_segments", Type: d.Ulong},
	{Name: "segments", Type: kexecSegments{}},
	{Name: "flags", Type: d.Func(showKexecFlags)},
}}

// kexecSegments is an array of as many segments as the kernel takes.
type kexecSegments struct{}

const kexecSegmentMax = 16 // KEXEC_SEGMENT_MAX, linux/kexec.h

// Show implements decode.Type.
func (kexecSegments) Show(c *d.Call, v uint64) {
	n := c.Word(c.Args[1])
	if n > kexecSegmentMax {
		c.P.Addr(c.Word(v))
		return
	}
	c.ShowArray(v, n, &kexecSegment, false)
}

// Plan implements decode.Planned.
func (kexecSegments) Plan(p *d.Planner, from d.Expr) { p.Object(from, &kexecSegment, d.Arg1) }

var kexecSegment = d.Struct{Of: abi.Sizeof_kexec_segment, Fields: []*d.Field{
	{Name: "buf", At: abi.Kexec_segment_buf, Type: d.Addr},
	{Name: "bufsz", At: abi.Kexec_segment_bufsz, Type: d.Ulong},
	{Name: "mem", At: abi.Kexec_segment_mem, Type: d.Addr},
	{Name: "memsz", At: abi.Kexec_segment_memsz, Type: d.Ulong},
}}

var kexecFlags = d.Flags{&xlat.KexecFlag}

// showKexecFlags shows the architecture and, apart from it, the flags.
func showKexecFlags(c *d.Call, v uint64) {
	const arch = 0xffff0000 // KEXEC_ARCH_MASK
	v = c.Word(v)
	c.P.Expr(v)
	c.P.Symbol(v&arch, &xlat.KexecArch, show.Hexadecimal)
	if flags := v &^ arch; flags != 0 {
		c.P.Punct("|")
		c.P.Flags(flags, kexecFlags)
	}
	c.P.EndExpr()
}

var kexecFileLoad = d.Syscall{Name: "kexec_file_load", Params: []*d.Param{
	{Name: "kernel_fd", Type: d.FD},
	{Name: "initrd_fd", Type: d.FD},
	{Name: "cmdline_len", Type: d.Ulong},
	{Name: "cmdline", Type: d.Buf{Len: d.Arg2}},
	{Name: "flags", Type: &d.Flags64{&xlat.KexecFileFlag}},
}}
