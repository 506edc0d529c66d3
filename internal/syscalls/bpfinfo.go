package syscalls

import (
	"gostrace/internal/abi"
	"gostrace/internal/bpf"
	d "gostrace/internal/decode"
)

// What BPF_OBJ_GET_INFO_BY_FD returns, with -v: struct bpf_map_info or struct bpf_prog_info (linux/bpf.h).

const bpfInfoSize = 232 // of the larger one, struct bpf_prog_info

// A bpfObjectInfo is what there is to know of objects of a kind.
type bpfObjectInfo struct {
	link   string // what /proc links their descriptors to
	known  int
	groups []bpfGroup
}

var bpfInfos = [...]bpfObjectInfo{
	{"anon_inode:bpf-map", 100, []bpfGroup{{0, &bpfMapInfo}, {24, &bpfMapInfo24}, {40, &bpfMapInfo40}, {64, &bpfMapInfo64}, {80, &bpfMapInfo80}, {88, &bpfMapInfo88}}},
	{"anon_inode:bpf-prog", 228, []bpfGroup{{0, &bpfProgInfo}, {40, &bpfProgInfo40}, {80, &bpfProgInfo80}, {104, &bpfProgInfo104}, {128, &bpfProgInfo128}, {192, &bpfProgInfo192}, {208, &bpfProgInfo208}, {216, &bpfProgInfo216}, {220, &bpfProgInfo220}}},
}

// bpfInfoPtr shows what is known of the object.
var bpfInfoPtr = &d.Far{To: &d.Reads{Func: bpfShowInfo, What: func(p *d.Planner, from d.Expr) {
	p.Memory(from, d.M+d.Expr(abi.Bpf_attr_info_info_len))
	for i := range bpfInfos {
		for _, g := range bpfInfos[i].groups {
			p.Object(from, g.of, 0)
		}
	}
}}}

func bpfShowInfo(c *d.Call, v uint64) {
	var link []byte
	if c.Link != nil && !c.Abbrev {
		link = c.Link(int32(bpfMember(c, abi.Bpf_attr_info_bpf_fd)))
	}
	for i := range bpfInfos {
		info := &bpfInfos[i]
		if string(link) != info.link {
			continue
		}
		n := bpfMember(c, abi.Bpf_attr_info_info_len)
		if n == 0 || n > bpfMaxSize {
			break
		}
		b, ok := c.Fetch(v, int(n))
		if !ok {
			break
		}
		padded := c.Scratch(bpfInfoSize)
		copy(padded, b)
		c.P.Struct()
		for _, g := range info.groups {
			if len(b) > g.over {
				g.of.Members(c, padded)
			}
		}
		bpfExcess(c, b, info.known)
		c.P.EndStruct()
		return
	}
	c.P.Addr(v)
}

// bpfTag is a checksum.
func bpfTag(c *d.Call, off uint64) {
	b, _ := c.Object()
	c.P.Binary(b[off:off+8], false)
}

// bpfGPL is a bit behind the index of the interface.
func bpfGPL(c *d.Call, _ uint64) {
	b, _ := c.Object()
	c.P.Uint(uint64(b[c.Field().Off+4] & 1))
}

// bpfLoadTime is in nanoseconds since the machine was booted.
func bpfLoadTime(c *d.Call, v uint64) {
	c.P.Uint(v)
	if c.Boot != nil && !c.P.NumbersOnly() {
		const ns = 1e9
		boot := uint64(c.Boot())
		c.P.TimeComment(int64(boot/ns+v/ns+(boot%ns+v%ns)/ns), 0)
	}
}

var (
	bpfJited  = &d.Far{To: d.Buf{Len: d.M + d.Expr(abi.Bpf_prog_info_jited_prog_len), Binary: true}}
	bpfMapIDs = &d.Far{To: d.Array{Of: &d.UintObj, N: d.M + d.Expr(abi.Bpf_prog_info_nr_map_ids)}}
	bpfXlated = &d.Far{To: &d.Reads{
		Func: func(c *d.Call, v uint64) {
			n := bpfMember(c, abi.Bpf_prog_info_xlated_prog_len) / 8
			d.Array{Of: &bpf.Extended, Most: 4096}.ShowN(c, v, n)
		},
		What: func(p *d.Planner, from d.Expr) {
			p.Memory(from, d.M+d.Expr(abi.Bpf_prog_info_xlated_prog_len))
		},
	}}
)

var bpfMapInfo = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "type", At: abi.Bpf_map_info_type, Type: &bpfMapType},
	{Name: "id", At: abi.Bpf_map_info_id, Type: d.Uint},
	{Name: "key_size", At: abi.Bpf_map_info_key_size, Type: d.Uint},
	{Name: "value_size", At: abi.Bpf_map_info_value_size, Type: d.Uint},
	{Name: "max_entries", At: abi.Bpf_map_info_max_entries, Type: d.Uint},
	{Name: "map_flags", At: abi.Bpf_map_info_map_flags, Type: &bpfMapFlags},
}}

var bpfMapInfo24 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "name", At: abi.Bpf_map_info_name, Type: d.Chars},
}}

var bpfMapInfo40 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "ifindex", At: abi.Bpf_map_info_ifindex, Type: d.Func(bpfInterface)},
	{Name: "btf_vmlinux_value_type_id", At: abi.Bpf_map_info_btf_vmlinux_value_type_id, Type: d.Uint},
	{Name: "netns_dev", At: abi.Bpf_map_info_netns_dev, Type: d.Dev},
	{Name: "netns_ino", At: abi.Bpf_map_info_netns_ino, Type: d.Uint64},
}}

var bpfMapInfo64 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "btf_id", At: abi.Bpf_map_info_btf_id, Type: d.Uint},
	{Name: "btf_key_type_id", At: abi.Bpf_map_info_btf_key_type_id, Type: d.Uint},
	{Name: "btf_value_type_id", At: abi.Bpf_map_info_btf_value_type_id, Type: d.Uint},
}}

var bpfMapInfo80 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "btf_vmlinux_id", At: abi.Bpf_map_info_btf_vmlinux_id, Type: d.Uint},
	{Name: "map_extra", At: abi.Bpf_map_info_map_extra, Type: d.Hex64},
}}

var bpfMapInfo88 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "hash", At: abi.Bpf_map_info_hash, Type: d.Hex64},
	{Name: "hash_size", At: abi.Bpf_map_info_hash_size, Type: d.Uint},
}}

var bpfProgInfo = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "type", At: abi.Bpf_prog_info_type, Type: &bpfProgType},
	{Name: "id", At: abi.Bpf_prog_info_id, Type: d.Uint},
	{Name: "tag", At: abi.Bpf_prog_info_tag, Type: d.Func(bpfTag)},
	{Name: "jited_prog_len", At: abi.Bpf_prog_info_jited_prog_len, Type: d.Uint},
	{Name: "jited_prog_insns", At: abi.Bpf_prog_info_jited_prog_insns, Type: bpfJited},
	{Name: "xlated_prog_len", At: abi.Bpf_prog_info_xlated_prog_len, Type: d.Uint},
	{Name: "xlated_prog_insns", At: abi.Bpf_prog_info_xlated_prog_insns, Type: bpfXlated},
}}

var bpfProgInfo40 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "load_time", At: abi.Bpf_prog_info_load_time, Type: d.Func(bpfLoadTime)},
	{Name: "created_by_uid", At: abi.Bpf_prog_info_created_by_uid, Type: d.UID},
	{Name: "nr_map_ids", At: abi.Bpf_prog_info_nr_map_ids, Type: d.Uint},
	{Name: "map_ids", At: abi.Bpf_prog_info_map_ids, Type: bpfMapIDs},
	{Name: "name", At: abi.Bpf_prog_info_name, Type: d.Chars},
}}

var bpfProgInfo80 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "ifindex", At: abi.Bpf_prog_info_ifindex, Type: d.Func(bpfInterface)},
	{Name: "gpl_compatible", At: abi.Bpf_prog_info_ifindex, Type: d.Func(bpfGPL)},
	{Name: "netns_dev", At: abi.Bpf_prog_info_netns_dev, Type: d.Dev},
	{Name: "netns_ino", At: abi.Bpf_prog_info_netns_ino, Type: d.Uint64},
}}

var bpfProgInfo104 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "nr_jited_ksyms", At: abi.Bpf_prog_info_nr_jited_ksyms, Type: d.Uint},
	{Name: "nr_jited_func_lens", At: abi.Bpf_prog_info_nr_jited_func_lens, Type: d.Uint},
	{Name: "jited_ksyms", At: abi.Bpf_prog_info_jited_ksyms, Type: d.Addr64},
	{Name: "jited_func_lens", At: abi.Bpf_prog_info_jited_func_lens, Type: d.Addr64},
}}

var bpfProgInfo128 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "btf_id", At: abi.Bpf_prog_info_btf_id, Type: d.Uint},
	{Name: "func_info_rec_size", At: abi.Bpf_prog_info_func_info_rec_size, Type: d.Uint},
	{Name: "func_info", At: abi.Bpf_prog_info_func_info, Type: d.Addr64},
	{Name: "nr_func_info", At: abi.Bpf_prog_info_nr_func_info, Type: d.Uint},
	{Name: "nr_line_info", At: abi.Bpf_prog_info_nr_line_info, Type: d.Uint},
	{Name: "line_info", At: abi.Bpf_prog_info_line_info, Type: d.Addr64},
	{Name: "jited_line_info", At: abi.Bpf_prog_info_jited_line_info, Type: d.Addr64},
	{Name: "nr_jited_line_info", At: abi.Bpf_prog_info_nr_jited_line_info, Type: d.Uint},
	{Name: "line_info_rec_size", At: abi.Bpf_prog_info_line_info_rec_size, Type: d.Uint},
	{Name: "jited_line_info_rec_size", At: abi.Bpf_prog_info_jited_line_info_rec_size, Type: d.Uint},
	{Name: "nr_prog_tags", At: abi.Bpf_prog_info_nr_prog_tags, Type: d.Uint},
	{Name: "prog_tags", At: abi.Bpf_prog_info_prog_tags, Type: d.Addr64},
}}

var bpfProgInfo192 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "run_time_ns", At: abi.Bpf_prog_info_run_time_ns, Type: d.Uint64},
	{Name: "run_cnt", At: abi.Bpf_prog_info_run_cnt, Type: d.Uint64},
}}

var bpfProgInfo208 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "recursion_misses", At: abi.Bpf_prog_info_recursion_misses, Type: d.Func(bpfMaxUint)},
}}

var bpfProgInfo216 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "verified_insns", At: abi.Bpf_prog_info_verified_insns, Type: d.Uint},
}}

var bpfProgInfo220 = d.Struct{Bytes: bpfInfoSize, Fields: []*d.Field{
	{Name: "attach_btf_obj_id", At: abi.Bpf_prog_info_attach_btf_obj_id, Type: d.Uint},
	{Name: "attach_btf_id", At: abi.Bpf_prog_info_attach_btf_id, Type: d.Uint},
}}
