package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var statx = d.Syscall{Name: "statx", Params: []*d.Param{
	dirParam,
	pathParam,
	{Name: "flags", Type: d.Func(statxFlags)},
	{Name: "mask", Type: &statxMask},
	{Name: "statxbuf", Type: d.Ptr{To: &statxBuf}, At: d.Out},
}}

var (
	statxMask  = d.Flags{&xlat.StatxMask}
	statxAttrs = d.Flags64{&xlat.StatxAttr}
)

// statxFlags are those of statx(2): how fresh the answer shall be, and AT_ flags.
func statxFlags(c *d.Call, v uint64) {
	c.P.FieldFlags(uint64(uint32(v)), 0x6000, statxSync, statxAtFlags)
}

var (
	statxSync    = []*xlat.Table{&xlat.StatxSync}
	statxAtFlags = []*xlat.Table{&xlat.AtFlag, {}} // nothing stands beside flags without a name
)

const (
	hasStat = d.M + d.Expr(abi.Statx_stx_mask)
	hasAttr = d.M + d.Expr(abi.Statx_stx_attributes)
)

// statxBuf is struct statx (linux/stat.h). Bits are those of stx_mask (and
// STATX_ATTR_WRITE_ATOMIC) that say that a member is valid.
var statxBuf = d.Struct{Of: abi.Sizeof_statx, Fields: []*d.Field{
	{Name: "stx_mask", At: abi.Statx_stx_mask, Type: &statxMask},
	{Name: "stx_blksize", At: abi.Statx_stx_blksize, Type: d.Uint},
	{Name: "stx_attributes", At: abi.Statx_stx_attributes, Type: &statxAttrs},
	{Name: "stx_nlink", At: abi.Statx_stx_nlink, Type: d.Uint, When: hasStat, Bits: 4},
	{Name: "stx_uid", At: abi.Statx_stx_uid, Type: d.UID, When: hasStat, Bits: 8},
	{Name: "stx_gid", At: abi.Statx_stx_gid, Type: d.UID, When: hasStat, Bits: 0x10},
	{Name: "stx_mode", At: abi.Statx_stx_mode, Type: fileMode, When: hasStat, Bits: 1 | 2},
	{Name: "stx_ino", At: abi.Statx_stx_ino, Type: d.Uint64, When: hasStat, Bits: 0x100},
	{Name: "stx_size", At: abi.Statx_stx_size, Type: d.Uint64, When: hasStat, Bits: 0x200},
	{Name: "stx_blocks", At: abi.Statx_stx_blocks, Type: d.Uint64, When: hasStat, Bits: 0x400},
	{Name: "stx_attributes_mask", At: abi.Statx_stx_attributes_mask, Type: &statxAttrs},
	{Name: "stx_atime", At: abi.Statx_stx_atime, Type: d.Func(statxTime), When: hasStat, Bits: 0x20},
	{Name: "stx_btime", At: abi.Statx_stx_btime, Type: d.Func(statxTime), When: hasStat, Bits: 0x800},
	{Name: "stx_ctime", At: abi.Statx_stx_ctime, Type: d.Func(statxTime), When: hasStat, Bits: 0x80},
	{Name: "stx_mtime", At: abi.Statx_stx_mtime, Type: d.Func(statxTime), When: hasStat, Bits: 0x40},
	{Name: "stx_rdev_major", At: abi.Statx_stx_rdev_major, Type: d.Uint},
	{Name: "stx_rdev_minor", At: abi.Statx_stx_rdev_minor, Type: d.Uint},
	{Name: "stx_dev_major", At: abi.Statx_stx_dev_major, Type: d.Uint},
	{Name: "stx_dev_minor", At: abi.Statx_stx_dev_minor, Type: d.Uint},
	{Name: "stx_mnt_id", At: abi.Statx_stx_mnt_id, Type: d.Hex64, When: hasStat, Bits: 0x1000},
	{Name: "stx_dio_mem_align", At: abi.Statx_stx_dio_mem_align, Type: d.Uint, When: hasStat, Bits: 0x2000},
	{Name: "stx_dio_offset_align", At: abi.Statx_stx_dio_offset_align, Type: d.Uint, When: hasStat, Bits: 0x2000},
	{Name: "stx_subvol", At: abi.Statx_stx_subvol, Type: d.Hex64, When: hasStat, Bits: 0x8000},
	{Name: "stx_atomic_write_unit_min", At: abi.Statx_stx_atomic_write_unit_min, Type: d.Uint, When: hasAttr, Bits: 0x400000},
	{Name: "stx_atomic_write_unit_max", At: abi.Statx_stx_atomic_write_unit_max, Type: d.Uint, When: hasAttr, Bits: 0x400000},
	{Name: "stx_atomic_write_segments_max", At: abi.Statx_stx_atomic_write_segments_max, Type: d.Uint, When: hasAttr, Bits: 0x400000},
	{Name: "stx_dio_read_offset_align", At: abi.Statx_stx_dio_read_offset_align, Type: d.Uint, When: hasStat, Bits: 0x20000},
	{Name: "stx_atomic_write_unit_max_opt", At: abi.Statx_stx_atomic_write_unit_max_opt, Type: d.Uint, When: hasAttr, Bits: 0x400000},
}, Brief: []*d.Field{
	{Name: "stx_mask", At: abi.Statx_stx_mask, Type: &statxMask},
	{Name: "stx_attributes", At: abi.Statx_stx_attributes, Type: &statxAttrs},
	{Name: "stx_mode", At: abi.Statx_stx_mode, Type: fileMode, When: hasStat, Bits: 1 | 2},
	{Name: "stx_size", At: abi.Statx_stx_size, Type: d.Uint64, When: hasStat, Bits: 0x200},
}}

// statxTime is a struct statx_timestamp, and its calendar time in a comment.
func statxTime(c *d.Call, off uint64) {
	statxStamp.Show(c, off)
	b, _ := c.Object()
	sec, _ := c.ABI.Load(b[off:], abi.Statx_timestamp_tv_sec)
	nsec, _ := c.ABI.Load(b[off:], abi.Statx_timestamp_tv_nsec)
	c.P.TimeComment(int64(sec), nsec)
}

var statxStamp = d.Embed{To: &d.Struct{Of: abi.Sizeof_statx_timestamp, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Statx_timestamp_tv_sec, Type: d.Int64},
	{Name: "tv_nsec", At: abi.Statx_timestamp_tv_nsec, Type: d.Uint},
}}}
