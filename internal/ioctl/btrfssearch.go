package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// btrfsSearches are the commands that look things up in a Btrfs (linux/btrfs.h).
var btrfsSearches = [...]Arg{
	{Names: "BTRFS_IOC_TREE_SEARCH", Split: &btrfsSearch1},
	{Names: "BTRFS_IOC_TREE_SEARCH_V2", Split: &btrfsSearch2},
	{Names: "BTRFS_IOC_INO_LOOKUP", In: d.Ptr{To: &btrfsLookup}, Out: d.Ptr{To: &btrfsLookedUp}},
	{Names: "BTRFS_IOC_INO_PATHS", In: d.Ptr{To: &btrfsInode}, Out: d.Ptr{To: &btrfsPaths}},
	{Names: "BTRFS_IOC_LOGICAL_INO", In: d.Ptr{To: &btrfsLogical}, Out: d.Ptr{To: &btrfsInodes}},
	{Names: "BTRFS_IOC_SPACE_INFO", In: d.Ptr{To: &btrfsSpace}, Out: d.Ptr{To: btrfsSpaces{}}},
}

var (
	btrfsObject    = d.EnumU64{Of: &xlat.BtrfsObject, Base: show.UnsignedDecimal}
	btrfsObjectObj = d.Num{Type: &btrfsObject, Bytes: 8}
	btrfsItem      = d.Enum{Of: &xlat.BtrfsItem, Base: show.UnsignedDecimal}
)

// orMax shows a number, of which the greatest has a name.
func orMax(c *d.Call, v uint64) {
	if v == ^uint64(0) {
		c.P.Named(v, "UINT64_MAX", show.UnsignedDecimal)
		return
	}
	c.P.Uint(v)
}

var btrfsKey = d.Struct{Of: abi.Sizeof_btrfs_ioctl_search_key, Fields: []*d.Field{
	{Name: "tree_id", At: abi.Btrfs_ioctl_search_key_tree_id, Type: &btrfsObject},
	{Name: "min_objectid", At: abi.Btrfs_ioctl_search_key_min_objectid, Type: &btrfsObject},
	{Name: "max_objectid", At: abi.Btrfs_ioctl_search_key_max_objectid, Type: &btrfsObject},
	{Name: "min_offset", At: abi.Btrfs_ioctl_search_key_min_offset, Type: d.Func(orMax)},
	{Name: "max_offset", At: abi.Btrfs_ioctl_search_key_max_offset, Type: d.Func(orMax)},
	{Name: "min_transid", At: abi.Btrfs_ioctl_search_key_min_transid, Type: d.Func(orMax)},
	{Name: "max_transid", At: abi.Btrfs_ioctl_search_key_max_transid, Type: d.Func(orMax)},
	{Name: "min_type", At: abi.Btrfs_ioctl_search_key_min_type, Type: &btrfsItem},
	{Name: "max_type", At: abi.Btrfs_ioctl_search_key_max_type, Type: &btrfsItem},
	{Name: "nr_items", At: abi.Btrfs_ioctl_search_key_nr_items, Type: d.Uint},
}}

// A btrfsSearch shows what is searched for, and what was found in the buffer
// behind it.
type btrfsSearch struct {
	In     *d.Struct
	Head   int // bytes before the buffer
	Buffer int // its size; 0: the program says
}

var (
	btrfsSearch1 = btrfsSearch{In: &btrfsKeyArg, Head: 104, Buffer: 4096 - 104}
	btrfsSearch2 = btrfsSearch{In: &btrfsKeyArg2, Head: 112}
)

var btrfsKeyArg = d.Struct{Bytes: 104, Fields: []*d.Field{
	{Name: "key", At: abi.Btrfs_ioctl_search_args_key, Type: d.Embed{To: &btrfsKey}},
}}

var btrfsKeyArg2 = d.Struct{Of: abi.Sizeof_btrfs_ioctl_search_args_v2, Fields: []*d.Field{
	{Name: "key", At: abi.Btrfs_ioctl_search_args_v2_key, Type: d.Embed{To: &btrfsKey}},
	{Name: "buf_size", At: abi.Btrfs_ioctl_search_args_v2_buf_size, Type: d.Uint64},
}}

// Show implements decode.Type.
func (t *btrfsSearch) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, t.In.Size(c.ABI))
	switch {
	case !c.Exit && !ok:
		c.P.Addr(v)
	case !c.Exit:
		c.Keep(v)
		c.P.Change()
		c.ShowAt(t.In, b, v)
	case c.HasKept():
		if ok {
			t.found(c, v, b)
		}
		c.P.EndChange()
	}
}

func (t *btrfsSearch) found(c *d.Call, v uint64, b []byte) {
	const eoverflow = 75
	size := uint64(t.Buffer)
	if size == 0 {
		size, _ = c.ABI.Load(b, abi.Btrfs_ioctl_search_args_v2_buf_size)
	}
	if c.Failed {
		if t.Buffer == 0 && c.Ret == -eoverflow {
			c.P.Arrow()
			c.P.Struct()
			c.P.Field("buf_size")
			c.P.Uint(size)
			c.P.EndStruct()
		}
		return
	}
	n, _ := c.ABI.Load(b, abi.Btrfs_ioctl_search_key_nr_items)
	c.P.Arrow()
	c.P.Struct()
	c.P.Field("key")
	c.P.Struct()
	c.P.Field("nr_items")
	c.P.Uint(n)
	c.P.EndStruct()
	if t.Buffer == 0 {
		c.P.Field("buf_size")
		c.P.Uint(size)
	}
	if c.Abbrev {
		c.P.MoreFields()
	} else {
		c.P.Field("buf")
		showBtrfsItems(c, v+uint64(t.Head), size, n)
	}
	c.P.EndStruct()
}

// showBtrfsItems shows the headers of n items in a buffer, which have their
// data behind them.
func showBtrfsItems(c *d.Call, addr, size, n uint64) {
	head := uint64(btrfsHeader.Size(c.ABI))
	c.P.Array()
	for off := uint64(0); n > 0; n-- {
		if off+head > size {
			c.P.MoreElems()
			break
		}
		b, ok := c.Fetch(addr+off, int(head))
		if !ok {
			c.P.UnreadElems(addr + off)
			break
		}
		c.P.Elem()
		c.ShowAt(&btrfsHeader, b, addr+off)
		data, _ := c.ABI.Load(b, abi.Btrfs_ioctl_search_header_len)
		off += head + data
	}
	c.P.EndArray()
}

// Abandon ends what a call began that will not return.
func (t *btrfsSearch) Abandon(c *d.Call) {
	if c.HasKept() {
		c.P.EndChange()
	}
}

// Plan implements decode.Planned.
func (t *btrfsSearch) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Object(from, t.In, 0) })
	p.At(false, true, func() { p.Memory(from, d.C+1<<16) })
}

var btrfsHeader = d.Struct{Of: abi.Sizeof_btrfs_ioctl_search_header, Fields: []*d.Field{
	{Name: "transid", At: abi.Btrfs_ioctl_search_header_transid, Type: d.Uint64},
	{Name: "objectid", At: abi.Btrfs_ioctl_search_header_objectid, Type: &btrfsObject},
	{Name: "offset", At: abi.Btrfs_ioctl_search_header_offset, Type: d.Uint64},
	{Name: "type", At: abi.Btrfs_ioctl_search_header_type, Type: &btrfsItem},
	{Name: "len", At: abi.Btrfs_ioctl_search_header_len, Type: d.Uint},
}}

var btrfsLookup = d.Struct{Of: abi.Sizeof_btrfs_ioctl_ino_lookup_args, Fields: []*d.Field{
	{Name: "treeid", At: abi.Btrfs_ioctl_ino_lookup_args_treeid, Type: &btrfsObject},
	{Name: "objectid", At: abi.Btrfs_ioctl_ino_lookup_args_objectid, Type: &btrfsObject},
}}

// btrfsLookedUp has the tree if the program passed 0, for its own.
var btrfsLookedUp = d.Struct{Of: abi.Sizeof_btrfs_ioctl_ino_lookup_args, Fields: []*d.Field{
	{Name: "treeid", At: abi.Btrfs_ioctl_ino_lookup_args_treeid, Type: &btrfsObject, If: btrfsOwnTree},
	{Name: "name", At: abi.Btrfs_ioctl_ino_lookup_args_name, Type: d.Chars},
}}

var btrfsInode = d.Struct{Of: abi.Sizeof_btrfs_ioctl_ino_path_args, Fields: []*d.Field{
	{Name: "inum", At: abi.Btrfs_ioctl_ino_path_args_inum, Type: d.Uint64},
	{Name: "size", At: abi.Btrfs_ioctl_ino_path_args_size, Type: d.Uint64},
	{Name: "fspath", At: abi.Btrfs_ioctl_ino_path_args_fspath, Type: d.Addr64},
}}

var btrfsPaths = d.Struct{Of: abi.Sizeof_btrfs_ioctl_ino_path_args, Fields: []*d.Field{
	{Name: "fspath", At: abi.Btrfs_ioctl_ino_path_args_fspath, Type: d.Far{To: d.Ptr{To: &btrfsPathData}}},
}}

var btrfsLogical = d.Struct{Of: abi.Sizeof_btrfs_ioctl_logical_ino_args, Fields: []*d.Field{
	{Name: "logical", At: abi.Btrfs_ioctl_logical_ino_args_logical, Type: d.Uint64},
	{Name: "size", At: abi.Btrfs_ioctl_logical_ino_args_size, Type: d.Uint64},
	{Name: "reserved", At: abi.Btrfs_ioctl_logical_ino_args_reserved, Type: d.EmbedArray{Of: &hex64Obj}, If: d.Nonzero},
	{Name: "flags", At: abi.Btrfs_ioctl_logical_ino_args_flags, Type: &d.Flags64{&xlat.BtrfsLogical}},
	{Name: "inodes", At: abi.Btrfs_ioctl_logical_ino_args_inodes, Type: d.Addr64},
}}

var btrfsInodes = d.Struct{Of: abi.Sizeof_btrfs_ioctl_logical_ino_args, Fields: []*d.Field{
	{Name: "inodes", At: abi.Btrfs_ioctl_logical_ino_args_inodes, Type: d.Far{To: d.Ptr{To: &btrfsInodeData}}},
}}

var (
	dataLeft    = &d.Field{Name: "bytes_left", At: abi.Btrfs_data_container_bytes_left, Type: d.Uint}
	dataMissing = &d.Field{Name: "bytes_missing", At: abi.Btrfs_data_container_bytes_missing, Type: d.Uint}
	dataCount   = &d.Field{Name: "elem_cnt", At: abi.Btrfs_data_container_elem_cnt, Type: d.Uint}
	dataMissed  = &d.Field{Name: "elem_missed", At: abi.Btrfs_data_container_elem_missed, Type: d.Uint}
)

const (
	btrfsElems = d.M + d.Expr(abi.Btrfs_data_container_elem_cnt)
	btrfsData  = d.At + d.M + d.Expr(abi.Btrfs_data_container_val)
)

// btrfsPathData is struct btrfs_data_container with paths: their offsets from
// the place where those begin.
var btrfsPathData = d.Struct{
	Of: abi.Sizeof_btrfs_data_container,
	Fields: []*d.Field{
		dataLeft, dataMissing, dataCount, dataMissed,
		{Name: "val", At: abi.Btrfs_data_container_elem_cnt, Type: &btrfsPathList},
	},
	Brief: []*d.Field{dataLeft, dataMissing, dataCount, dataMissed},
}

var btrfsPathList = d.Reads{
	Func: func(c *d.Call, n uint64) {
		base := btrfsData.Eval(c)
		c.ShowArray(base, n, &d.ObjFunc{Bytes: 8, Func: func(c *d.Call, b []byte) {
			at := base + abi.LoadInt(b, 8, false)
			s, _, ok := c.String(at, 4096)
			if !ok {
				c.P.Addr(at)
				return
			}
			c.P.Quote(s, false)
		}}, false)
	},
	What: func(p *d.Planner, _ d.Expr) { p.Memory(btrfsData, d.C+1<<16) },
}

var btrfsInodeData = d.Struct{
	Of: abi.Sizeof_btrfs_data_container,
	Fields: []*d.Field{
		dataLeft, dataMissing, dataCount, dataMissed,
		{Name: "val", At: abi.Btrfs_data_container_elem_cnt, Type: &btrfsInodeList},
	},
	Brief: []*d.Field{dataLeft, dataMissing, dataCount, dataMissed},
}

// btrfsInodeList shows inodes, of which each is three numbers.
var btrfsInodeList = d.Reads{
	Func: func(c *d.Call, n uint64) { c.ShowArray(btrfsData.Eval(c), n/3, &btrfsInodeAt, false) },
	What: func(p *d.Planner, _ d.Expr) { p.Object(btrfsData, &btrfsInodeAt, btrfsElems) },
}

var btrfsInodeAt = d.ObjFunc{Bytes: 24, Func: func(c *d.Call, b []byte) {
	c.P.Struct()
	for i, name := range [...]string{"inum", "offset", "root"} {
		c.P.Field(name)
		v := abi.LoadInt(b[8*i:], 8, false)
		if i == 2 {
			btrfsObject.Show(c, v)
		} else {
			c.P.Uint(v)
		}
	}
	c.P.EndStruct()
}}

var btrfsSpace = d.Struct{Of: abi.Sizeof_btrfs_ioctl_space_args, Fields: []*d.Field{
	{Name: "space_slots", At: abi.Btrfs_ioctl_space_args_space_slots, Type: d.Uint64},
}}

// btrfsSpaces shows how many spaces there are, and those that are behind if the
// program has room for any.
type btrfsSpaces struct{}

var (
	spaceTotal = &d.Field{Name: "total_spaces", At: abi.Btrfs_ioctl_space_args_total_spaces, Type: d.Uint64}
	spaceList  = &d.Field{Name: "spaces", At: abi.Btrfs_ioctl_space_args_spaces, Type: d.Trailing{Array: d.Array{Of: &btrfsSpaceInfo, N: d.M + d.Expr(abi.Btrfs_ioctl_space_args_total_spaces)}}}

	btrfsSomeSpaces = d.Struct{Of: abi.Sizeof_btrfs_ioctl_space_args, Fields: []*d.Field{spaceTotal, spaceList}, Brief: []*d.Field{spaceTotal}}
	btrfsNoSpaces   = d.Struct{Of: abi.Sizeof_btrfs_ioctl_space_args, Fields: []*d.Field{spaceTotal}}
)

// Size implements decode.Object.
func (btrfsSpaces) Size(a *abi.ABI) int { return btrfsNoSpaces.Size(a) }

// ShowAt implements decode.Object.
func (btrfsSpaces) ShowAt(c *d.Call, b []byte) {
	slots, _ := c.ABI.Load(b, abi.Btrfs_ioctl_space_args_space_slots)
	total, _ := c.ABI.Load(b, abi.Btrfs_ioctl_space_args_total_spaces)
	if slots == 0 && total != 0 {
		btrfsNoSpaces.ShowAt(c, b)
		return
	}
	btrfsSomeSpaces.ShowAt(c, b)
}

// Plan implements decode.PlannedObject.
func (btrfsSpaces) Plan(p *d.Planner) {
	p.Type(spaceList.Type, d.M+d.Expr(spaceList.At))
}

var btrfsBlocks = d.Flags64{&xlat.BtrfsBlockGroup}

var btrfsSpaceInfo = d.Struct{Of: abi.Sizeof_btrfs_ioctl_space_info, Fields: []*d.Field{
	{Name: "flags", At: abi.Btrfs_ioctl_space_info_flags, Type: &d.Flags64{&xlat.BtrfsSpaceInfo}},
	{Name: "total_bytes", At: abi.Btrfs_ioctl_space_info_total_bytes, Type: d.Uint64},
	{Name: "used_bytes", At: abi.Btrfs_ioctl_space_info_used_bytes, Type: d.Uint64},
}}

// btrfsOwnTree says that the program passed no tree.
func btrfsOwnTree(c *d.Call) bool {
	b := c.Stashed()
	return len(b) == 8 && abi.LoadInt(b, 8, false) == 0
}
