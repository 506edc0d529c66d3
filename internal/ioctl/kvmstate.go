package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// kvmStates are the commands that ask a hypervisor, and set up its machines (linux/kvm.h).
var kvmStates = [...]Arg{
	{Names: "KVM_CHECK_EXTENSION", In: d.Func(kvmCap)},
	{Names: "KVM_CREATE_VCPU", In: d.Uint, Ret: d.FD},
	{Names: "KVM_SET_USER_MEMORY_REGION", In: d.Ptr{To: &kvmRegion}},
	{Names: "KVM_GET_REGS", Out: d.Ptr{To: &kvmRegs}},
	{Names: "KVM_SET_REGS", In: d.Ptr{To: &kvmRegs}},
	{Names: "KVM_GET_SREGS", Out: d.Ptr{To: &kvmSregs}},
	{Names: "KVM_SET_SREGS", In: d.Ptr{To: &kvmSregs}},
	{Names: "KVM_SET_CPUID2", In: d.Ptr{To: &kvmCpuid}},
	{Names: "KVM_GET_SUPPORTED_CPUID KVM_GET_EMULATED_CPUID", Out: d.Ptr{To: &kvmCpuid}},
}

func kvmCap(c *d.Call, v uint64) { c.P.Symbol(v, &xlat.KvmCap, show.Hexadecimal) }

var kvmRegion = d.Struct{Of: abi.Sizeof_kvm_userspace_memory_region, Fields: []*d.Field{
	{Name: "slot", At: abi.Kvm_userspace_memory_region_slot, Type: d.Uint},
	{Name: "flags", At: abi.Kvm_userspace_memory_region_flags, Type: &d.Flags{&xlat.KvmMem}},
	{Name: "guest_phys_addr", At: abi.Kvm_userspace_memory_region_guest_phys_addr, Type: d.Hex64},
	{Name: "memory_size", At: abi.Kvm_userspace_memory_region_memory_size, Type: d.Uint64},
	{Name: "userspace_addr", At: abi.Kvm_userspace_memory_region_userspace_addr, Type: d.Hex64},
}}

var (
	kvmRax    = &d.Field{Name: "rax", At: abi.Kvm_regs_rax, Type: d.Hex64}
	kvmRsp    = &d.Field{Name: "rsp", At: abi.Kvm_regs_rsp, Type: d.Hex64}
	kvmRbp    = &d.Field{Name: "rbp", At: abi.Kvm_regs_rbp, Type: d.Hex64}
	kvmRip    = &d.Field{Name: "rip", At: abi.Kvm_regs_rip, Type: d.Hex64}
	kvmRflags = &d.Field{Name: "rflags", At: abi.Kvm_regs_rflags, Type: d.Hex64}
)

var kvmRegsFull = d.Struct{
	Of: abi.Sizeof_kvm_regs,
	Fields: []*d.Field{
		kvmRax,
		{Name: "rbx", At: abi.Kvm_regs_rbx, Type: d.Hex64},
		{Name: "rcx", At: abi.Kvm_regs_rcx, Type: d.Hex64},
		{Name: "rdx", At: abi.Kvm_regs_rdx, Type: d.Hex64},
		{Name: "rsi", At: abi.Kvm_regs_rsi, Type: d.Hex64},
		{Name: "rdi", At: abi.Kvm_regs_rdi, Type: d.Hex64},
		kvmRsp, kvmRbp,
		{Name: "r8", At: abi.Kvm_regs_r8, Type: d.Hex64},
		{Name: "r9", At: abi.Kvm_regs_r9, Type: d.Hex64},
		{Name: "r10", At: abi.Kvm_regs_r10, Type: d.Hex64},
		{Name: "r11", At: abi.Kvm_regs_r11, Type: d.Hex64},
		{Name: "r12", At: abi.Kvm_regs_r12, Type: d.Hex64},
		{Name: "r13", At: abi.Kvm_regs_r13, Type: d.Hex64},
		{Name: "r14", At: abi.Kvm_regs_r14, Type: d.Hex64},
		{Name: "r15", At: abi.Kvm_regs_r15, Type: d.Hex64},
		kvmRip, kvmRflags,
	},
}

// kvmRegs shows few registers in brief.
var kvmRegs = d.ObjFunc{Of: abi.Sizeof_kvm_regs, Func: func(c *d.Call, b []byte) {
	if !c.Abbrev {
		kvmRegsFull.ShowAt(c, b)
		return
	}
	c.P.Struct()
	kvmRegsFirst.Members(c, b)
	c.P.MoreFields()
	kvmRegsStack.Members(c, b)
	if !c.P.JSON { // where no member stands twice
		c.P.MoreFields()
	}
	kvmRegsLast.Members(c, b)
	c.P.EndStruct()
}}

var (
	kvmRegsFirst = d.Struct{Of: abi.Sizeof_kvm_regs, Fields: []*d.Field{kvmRax}}
	kvmRegsStack = d.Struct{Of: abi.Sizeof_kvm_regs, Fields: []*d.Field{kvmRsp, kvmRbp}}
	kvmRegsLast  = d.Struct{Of: abi.Sizeof_kvm_regs, Fields: []*d.Field{kvmRip, kvmRflags}}
)

var kvmSegment = d.Struct{Of: abi.Sizeof_kvm_segment, Fields: []*d.Field{
	{Name: "base", At: abi.Kvm_segment_base, Type: d.Hex64},
	{Name: "limit", At: abi.Kvm_segment_limit, Type: d.Uint},
	{Name: "selector", At: abi.Kvm_segment_selector, Type: d.Uint},
	{Name: "type", At: abi.Kvm_segment_type, Type: d.Uint},
	{Name: "present", At: abi.Kvm_segment_present, Type: d.Uint},
	{Name: "dpl", At: abi.Kvm_segment_dpl, Type: d.Uint},
	{Name: "db", At: abi.Kvm_segment_db, Type: d.Uint},
	{Name: "s", At: abi.Kvm_segment_s, Type: d.Uint},
	{Name: "l", At: abi.Kvm_segment_l, Type: d.Uint},
	{Name: "g", At: abi.Kvm_segment_g, Type: d.Uint},
	{Name: "avl", At: abi.Kvm_segment_avl, Type: d.Uint},
}}

var kvmTable = d.Struct{Of: abi.Sizeof_kvm_dtable, Fields: []*d.Field{
	{Name: "base", At: abi.Kvm_dtable_base, Type: d.Hex64},
	{Name: "limit", At: abi.Kvm_dtable_limit, Type: d.Uint},
}}

var kvmCs = &d.Field{Name: "cs", At: abi.Kvm_sregs_cs, Type: d.Embed{To: &kvmSegment}}

var kvmSregs = d.Struct{
	Of: abi.Sizeof_kvm_sregs,
	Fields: []*d.Field{
		kvmCs,
		{Name: "ds", At: abi.Kvm_sregs_ds, Type: d.Embed{To: &kvmSegment}},
		{Name: "es", At: abi.Kvm_sregs_es, Type: d.Embed{To: &kvmSegment}},
		{Name: "fs", At: abi.Kvm_sregs_fs, Type: d.Embed{To: &kvmSegment}},
		{Name: "gs", At: abi.Kvm_sregs_gs, Type: d.Embed{To: &kvmSegment}},
		{Name: "ss", At: abi.Kvm_sregs_ss, Type: d.Embed{To: &kvmSegment}},
		{Name: "tr", At: abi.Kvm_sregs_tr, Type: d.Embed{To: &kvmSegment}},
		{Name: "ldt", At: abi.Kvm_sregs_ldt, Type: d.Embed{To: &kvmSegment}},
		{Name: "gdt", At: abi.Kvm_sregs_gdt, Type: d.Embed{To: &kvmTable}},
		{Name: "idt", At: abi.Kvm_sregs_idt, Type: d.Embed{To: &kvmTable}},
		{Name: "cr0", At: abi.Kvm_sregs_cr0, Type: d.Uint64},
		{Name: "cr2", At: abi.Kvm_sregs_cr2, Type: d.Uint64},
		{Name: "cr3", At: abi.Kvm_sregs_cr3, Type: d.Uint64},
		{Name: "cr4", At: abi.Kvm_sregs_cr4, Type: d.Uint64},
		{Name: "cr8", At: abi.Kvm_sregs_cr8, Type: d.Uint64},
		{Name: "efer", At: abi.Kvm_sregs_efer, Type: d.Uint64},
		{Name: "apic_base", At: abi.Kvm_sregs_apic_base, Type: d.Hex64},
		{Name: "interrupt_bitmap", At: abi.Kvm_sregs_interrupt_bitmap, Type: d.EmbedArray{Of: &hex64Obj, All: true}},
	},
	Brief: []*d.Field{kvmCs},
}

var kvmCpuid = d.Struct{Of: abi.Sizeof_kvm_cpuid2, Fields: []*d.Field{
	{Name: "nent", At: abi.Kvm_cpuid2_nent, Type: d.Uint},
	{Name: "entries", At: abi.Kvm_cpuid2_entries, Type: kvmEntries{d.Trailing{Array: d.Array{Of: &kvmEntry, N: d.M + d.Expr(abi.Kvm_cpuid2_nent)}}}},
}}

// kvmEntries shows entries with -v; in brief, whether there are any.
type kvmEntries struct{ d.Trailing }

// Show implements decode.Type.
func (t kvmEntries) Show(c *d.Call, off uint64) {
	if !c.Abbrev {
		t.Trailing.Show(c, off)
		return
	}
	c.P.Array()
	if t.N.Eval(c) != 0 {
		c.P.MoreElems()
	}
	c.P.EndArray()
}

var kvmEntry = d.Struct{Of: abi.Sizeof_kvm_cpuid_entry2, Fields: []*d.Field{
	{Name: "function", At: abi.Kvm_cpuid_entry2_function, Type: d.Hex32},
	{Name: "index", At: abi.Kvm_cpuid_entry2_index, Type: d.Hex32},
	{Name: "flags", At: abi.Kvm_cpuid_entry2_flags, Type: &d.Flags{&xlat.KvmCpuid}},
	{Name: "eax", At: abi.Kvm_cpuid_entry2_eax, Type: d.Hex32},
	{Name: "ebx", At: abi.Kvm_cpuid_entry2_ebx, Type: d.Hex32},
	{Name: "ecx", At: abi.Kvm_cpuid_entry2_ecx, Type: d.Hex32},
	{Name: "edx", At: abi.Kvm_cpuid_entry2_edx, Type: d.Hex32},
}}
