package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// BPF_LINK_CREATE: what follows the common members, by type.

// A bpfLinkKind says what a type of attachment has.
type bpfLinkKind struct {
	wrap  string
	known int
	of    *d.Struct
}

var (
	bpfLinkCgroup       = bpfLinkKind{"", 20, &bpfLinkTargetID}
	bpfLinkCgroupOrder  = bpfLinkKind{"cgroup", 32, &bpfLinkTcxMembers}
	bpfLinkTracing      = bpfLinkKind{"tracing", 32, &bpfLinkTracingMembers}
	bpfLinkIter         = bpfLinkKind{"", 28, &bpfLinkIterMembers}
	bpfLinkPerf         = bpfLinkKind{"perf_event", 24, &bpfLinkPerfMembers}
	bpfLinkKprobe       = bpfLinkKind{"kprobe_multi", 48, &bpfLinkKprobeMembers}
	bpfLinkNetfilter    = bpfLinkKind{"netfilter", 32, &bpfLinkNetfilterMembers}
	bpfLinkTcx          = bpfLinkKind{"tcx", 32, &bpfLinkTcxMembers}
	bpfLinkNetkit       = bpfLinkKind{"netkit", 32, &bpfLinkTcxMembers}
	bpfLinkUprobe       = bpfLinkKind{"uprobe_multi", 64, &bpfLinkUprobeMembers}
	bpfLinkTracingMulti = bpfLinkKind{"tracing_multi", 36, &bpfLinkTracingMultiMembers}
)

// bpfLinkKindOf returns the kind of a type (enum bpf_attach_type), nil if it has the common members alone.
func bpfLinkKindOf(kind uint64) *bpfLinkKind {
	switch kind {
	case 0, 1, 2, 3, 6, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 29, 30, 31, 32, 34, 49, 50, 51, 52, 53:
		return &bpfLinkCgroup
	case 24, 25, 26, 27, 58:
		return &bpfLinkTracing
	case 28:
		return &bpfLinkIter
	case 41:
		return &bpfLinkPerf
	case 42:
		return &bpfLinkKprobe
	case 45:
		return &bpfLinkNetfilter
	case 46, 47:
		return &bpfLinkTcx
	case 48:
		return &bpfLinkUprobe
	case 54, 55:
		return &bpfLinkNetkit
	case 59, 60, 61:
		return &bpfLinkTracingMulti
	}
	return nil
}

// bpfShowLink shows the members of the type in attr, of which there are size bytes. It returns where the last ends.
func bpfShowLink(c *d.Call, size int, attr []byte) (known int) {
	const common = 16
	kind, _ := c.ABI.Load(attr, abi.Bpf_attr_link_create_attach_type)
	k := bpfLinkKindOf(kind)
	if k == nil || size <= common {
		return common
	}
	if k == &bpfLinkCgroup {
		const before, after = 1 << 3, 1 << 4 // BPF_F_BEFORE, BPF_F_AFTER
		if flags, _ := c.ABI.Load(attr, abi.Bpf_attr_link_create_flags); flags&(before|after) != 0 {
			k = &bpfLinkCgroupOrder
		} else if abi.LoadInt(attr[common:], 4, false) == 0 {
			return k.known
		}
	}
	if k.wrap != "" {
		c.P.Field(k.wrap)
		c.P.Struct()
	}
	k.of.Members(c, attr)
	if k.wrap != "" {
		c.P.EndStruct()
	}
	return k.known
}

// bpfLinkReads are the attributes as what bpfShowLink reads beyond them needs them.
type bpfLinkReads struct{}

// Size implements Object.
func (bpfLinkReads) Size(*abi.ABI) int { return bpfAttrSize }

// ShowAt implements Object; bpfShowLink shows them.
func (bpfLinkReads) ShowAt(*d.Call, []byte) {}

// Plan implements PlannedObject: the members of every type, each for its own.
func (bpfLinkReads) Plan(p *d.Planner) {
	for kind := range uint64(bpfAttachTypes) {
		k := bpfLinkKindOf(kind)
		if k == nil {
			continue
		}
		p.When(d.M+d.Expr(abi.Bpf_attr_link_create_attach_type), kind, func() {
			for _, f := range k.of.Fields {
				p.Type(f.Type, d.M+d.Expr(f.At))
			}
		})
	}
}

// bpfAttachTypes is above every type that bpfLinkKindOf knows.
const bpfAttachTypes = 64

// bpfSecondWord is where a 64-bit member behind a 32-bit one is: the kernel aligns it whatever the program's ABI.
const bpfSecondWord = abi.Bpf_attr_link_create_kprobe_multi_syms

var bpfLinkTargetID = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "target_btf_id", At: abi.Bpf_attr_link_create_target_btf_id, Type: d.Uint},
}}

var bpfLinkTracingMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "target_btf_id", At: abi.Bpf_attr_link_create_tracing_target_btf_id, Type: d.Uint},
	{Name: "cookie", At: bpfSecondWord, Type: d.Hex64},
}}

var bpfLinkIterMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "iter_info", At: abi.Bpf_attr_link_create_iter_info, Type: farArray{d.Array{Of: &bpfIterInfo, N: d.M + d.Expr(abi.Bpf_attr_link_create_iter_info_len)}}},
	{Name: "iter_info_len", At: abi.Bpf_attr_link_create_iter_info_len, Type: d.Uint},
}}

// bpfIterInfo is union bpf_iter_link_info as it is for maps; the reference takes its length for their number.
var bpfIterInfo = d.ObjFunc{Bytes: 4, Func: func(c *d.Call, b []byte) {
	c.P.Struct()
	c.P.Field("map")
	c.P.Struct()
	c.P.Field("map_fd")
	d.FD.Show(c, abi.LoadInt(b, 4, false))
	c.P.EndStruct()
	c.P.EndStruct()
}}

var bpfLinkPerfMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "bpf_cookie", At: abi.Bpf_attr_link_create_perf_event_bpf_cookie, Type: d.Hex64},
}}

const (
	bpfKprobes = d.M + d.Expr(abi.Bpf_attr_link_create_kprobe_multi_cnt)
	bpfUprobes = d.M + d.Expr(abi.Bpf_attr_link_create_uprobe_multi_cnt)
	bpfTraces  = d.M + d.Expr(abi.Bpf_attr_link_create_tracing_multi_cnt)
)

var (
	bpfHex64       = d.Num{Type: d.Hex64, Bytes: 8}
	bpfKprobeFlags = d.Flags{&xlat.BpfKprobeFlag}
	bpfUprobeFlags = d.Flags{&xlat.BpfUprobeFlag}

	bpfNetfilterFlags = d.Flags{&xlat.BpfNetfilterFlag}
)

var bpfLinkKprobeMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "flags", At: abi.Bpf_attr_link_create_kprobe_multi_flags, Type: &bpfKprobeFlags},
	{Name: "cnt", At: abi.Bpf_attr_link_create_kprobe_multi_cnt, Type: d.Uint},
	{Name: "syms", At: abi.Bpf_attr_link_create_kprobe_multi_syms, Type: farArray{d.Array{Of: bpfSymbol{}, N: bpfKprobes}}},
	{Name: "addrs", At: abi.Bpf_attr_link_create_kprobe_multi_addrs, Type: farArray{d.Array{Of: &bpfHex64, N: bpfKprobes}}},
	{Name: "cookies", At: abi.Bpf_attr_link_create_kprobe_multi_cookies, Type: farArray{d.Array{Of: &bpfHex64, N: bpfKprobes}}},
}}

// farArray is an array at an address of 64 bits; one without elements is empty wherever it is.
type farArray struct{ d.Array }

// Show implements Type.
func (t farArray) Show(c *d.Call, v uint64) {
	if v != 0 && t.N.Eval(c) == 0 {
		v = 1
	}
	d.Far{To: t.Array}.Show(c, v)
}

// bpfSymbol is the address of the name of a function.
type bpfSymbol struct{}

// Size implements Object.
func (bpfSymbol) Size(a *abi.ABI) int { return a.Word }

// ShowAt implements Object.
func (bpfSymbol) ShowAt(c *d.Call, b []byte) { d.Str.Show(c, abi.LoadInt(b, len(b), false)) }

// Plan implements PlannedObject.
func (bpfSymbol) Plan(p *d.Planner) { p.String(d.M+d.Expr(abi.Iovec_iov_base), 0) }

var bpfLinkNetfilterMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "pf", At: abi.Bpf_attr_link_create_netfilter_pf, Type: d.Uint},
	{Name: "hooknum", At: abi.Bpf_attr_link_create_netfilter_hooknum, Type: d.Uint},
	{Name: "priority", At: abi.Bpf_attr_link_create_netfilter_priority, Type: d.Int},
	{Name: "flags", At: abi.Bpf_attr_link_create_netfilter_flags, Type: &bpfNetfilterFlags},
}}

var bpfLinkTcxMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "relative_fd", At: abi.Bpf_attr_link_create_tcx_relative_fd, Type: d.FD, If: bpfLinkByFD},
	{Name: "relative_id", At: abi.Bpf_attr_link_create_tcx_relative_id, Type: d.Uint, If: bpfLinkByID},
	{Name: "expected_revision", At: bpfSecondWord, Type: d.Hex64},
}}

var bpfLinkUprobeMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "path", At: abi.Bpf_attr_link_create_uprobe_multi_path, Type: d.Far{To: d.Path}},
	{Name: "offsets", At: abi.Bpf_attr_link_create_uprobe_multi_offsets, Type: farArray{d.Array{Of: &bpfHex64, N: bpfUprobes}}},
	{Name: "ref_ctr_offsets", At: abi.Bpf_attr_link_create_uprobe_multi_ref_ctr_offsets, Type: farArray{d.Array{Of: &bpfHex64, N: bpfUprobes}}},
	{Name: "cookies", At: abi.Bpf_attr_link_create_uprobe_multi_cookies, Type: farArray{d.Array{Of: &bpfHex64, N: bpfUprobes}}},
	{Name: "cnt", At: abi.Bpf_attr_link_create_uprobe_multi_cnt, Type: d.Uint},
	{Name: "flags", At: abi.Bpf_attr_link_create_uprobe_multi_flags, Type: &bpfUprobeFlags},
	{Name: "pid", At: abi.Bpf_attr_link_create_uprobe_multi_pid, Type: d.PID},
	{Name: "path_fd", At: abi.Bpf_attr_link_create_uprobe_multi_path_fd, Type: d.FD, If: bpfHasPathFD},
}}

// bpfHasPathFD says whether the attributes are long enough for the last member.
func bpfHasPathFD(c *d.Call) bool { return uint32(c.Args[2]) > 60 }

var bpfLinkTracingMultiMembers = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "ids", At: abi.Bpf_attr_link_create_tracing_multi_ids, Type: farArray{d.Array{Of: &d.UintObj, N: bpfTraces}}},
	{Name: "cookies", At: abi.Bpf_attr_link_create_tracing_multi_cookies, Type: farArray{d.Array{Of: &bpfHex64, N: bpfTraces}}},
	{Name: "cnt", At: abi.Bpf_attr_link_create_tracing_multi_cnt, Type: d.Uint},
}}
