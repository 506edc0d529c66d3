package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// file are the commands of files and file systems (linux/fs.h, linux/fiemap.h).
var file = [...]Arg{
	{Names: "FIFREEZE FITHAW"},
	{Names: "FITRIM", In: d.Ptr{To: &fstrimRange}},
	{Names: "FICLONE", In: d.Int},
	{Names: "FICLONERANGE", In: d.Ptr{To: &cloneRange}},
	{Names: "FIDEDUPERANGE", In: dedupe{d.Ptr{To: &dedupeRange}}, Out: d.Ptr{To: &deduped}},
	{Names: "FS_IOC_GETFLAGS FS_IOC32_GETFLAGS", Out: d.Cell{Of: &fsFlags}},
	{Names: "FS_IOC_SETFLAGS FS_IOC32_SETFLAGS", In: d.Cell{Of: &fsFlags}},
	{Names: "FS_IOC_FSGETXATTR", Out: d.Ptr{To: &fsxattrOut}},
	{Names: "FS_IOC_FSSETXATTR", In: d.Ptr{To: &fsxattrIn}},
	{Names: "FS_IOC_GETFSLABEL", Out: fsLabel},
	{Names: "FS_IOC_SETFSLABEL", In: fsLabel},
	{Names: "FS_IOC_SHUTDOWN", In: d.Cell{Of: &fsShutdown}},
	{Names: "FS_IOC_FIEMAP", In: d.Ptr{To: &fiemapIn}, Out: d.Ptr{To: &fiemapOut}},
	{Names: "FS_IOC_GETFSUUID", Out: d.Ptr{To: &fsUUID}},
	{Names: "FS_IOC_GETFSSYSFSPATH", Out: d.Ptr{To: &fsSysfsPath}},
	{Names: "FS_IOC_GETLBMD_CAP", Out: d.Ptr{To: &lbmdCap}},
	{Names: "FIOSETOWN SIOCSPGRP", In: pidCell},
	{Names: "FIOGETOWN SIOCGPGRP", Out: pidCell},
}

var (
	fsFlags    = d.Num{Type: &d.Flags{&xlat.FsFlag}, Bytes: 4}
	fsShutdown = d.Num{Type: &d.Enum{Of: &xlat.FsShutdown}, Bytes: 4}
	fsXflags   = d.Flags{&xlat.FsXflag}
)

// fsLabel is the label of a file system, of at most FSLABEL_MAX - 1 characters.
var fsLabel = &d.Ptr{To: &labelObj}

var labelObj = d.ObjFunc{Bytes: 256, Func: func(c *d.Call, b []byte) { c.ShowChars(b) }}

var fstrimRange = d.Struct{Of: abi.Sizeof_fstrim_range, Fields: []*d.Field{
	{Name: "start", At: abi.Fstrim_range_start, Type: d.Hex64},
	{Name: "len", At: abi.Fstrim_range_len, Type: d.Uint64},
	{Name: "minlen", At: abi.Fstrim_range_minlen, Type: d.Uint64},
}}

var cloneRange = d.Struct{Of: abi.Sizeof_file_clone_range, Fields: []*d.Field{
	{Name: "src_fd", At: abi.File_clone_range_src_fd, Type: d.FD},
	{Name: "src_offset", At: abi.File_clone_range_src_offset, Type: d.Uint64},
	{Name: "src_length", At: abi.File_clone_range_src_length, Type: d.Uint64},
	{Name: "dest_offset", At: abi.File_clone_range_dest_offset, Type: d.Uint64},
}}

// dedupe shows struct file_dedupe_range. Without destinations there is no answer.
type dedupe struct{ d.Ptr }

// Readable says whether to show the answer: if all destinations that are shown
// can be read.
func (t dedupe) Readable(c *d.Call, v uint64) bool {
	v = c.Word(v)
	b, ok := c.Fetch(v, t.To.Size(c.ABI))
	n, _ := c.ABI.Load(b, abi.File_dedupe_range_dest_count)
	if !ok || n == 0 {
		return false
	}
	if c.Abbrev {
		n = uint64(min(int(n), dedupeBrief, c.P.StrLen))
	}
	_, ok = c.Fetch(v+uint64(len(b)), int(n)*dedupeInfo.Size(c.ABI))
	return ok
}

const dedupeBrief = 2

const dedupeCount = d.M + d.Expr(abi.File_dedupe_range_dest_count)

var dedupeRange = d.Struct{Of: abi.Sizeof_file_dedupe_range, Fields: []*d.Field{
	{Name: "src_offset", At: abi.File_dedupe_range_src_offset, Type: d.Uint64},
	{Name: "src_length", At: abi.File_dedupe_range_src_length, Type: d.Uint64},
	{Name: "dest_count", At: abi.File_dedupe_range_dest_count, Type: d.Uint},
	{Name: "info", At: abi.File_dedupe_range_info, Type: d.Trailing{Array: d.Array{Of: &dedupeInfo, N: dedupeCount, Brief: dedupeBrief}}},
}}

var dedupeInfo = d.Struct{Of: abi.Sizeof_file_dedupe_range_info, Fields: []*d.Field{
	{Name: "dest_fd", At: abi.File_dedupe_range_info_dest_fd, Type: d.FD},
	{Name: "dest_offset", At: abi.File_dedupe_range_info_dest_offset, Type: d.Uint64},
}}

var deduped = d.Struct{Of: abi.Sizeof_file_dedupe_range, Fields: []*d.Field{
	{Name: "info", At: abi.File_dedupe_range_info, Type: d.Trailing{Array: d.Array{Of: &dedupedInfo, N: dedupeCount, Brief: dedupeBrief}}},
}}

var dedupedInfo = d.Struct{Of: abi.Sizeof_file_dedupe_range_info, Fields: []*d.Field{
	{Name: "bytes_deduped", At: abi.File_dedupe_range_info_bytes_deduped, Type: d.Uint64},
	{Name: "status", At: abi.File_dedupe_range_info_status, Type: d.Int},
}}

var fsxattrIn = d.Struct{Of: abi.Sizeof_fsxattr, Fields: []*d.Field{
	{Name: "fsx_xflags", At: abi.Fsxattr_fsx_xflags, Type: &fsXflags},
	{Name: "fsx_extsize", At: abi.Fsxattr_fsx_extsize, Type: d.Uint},
	{Name: "fsx_projid", At: abi.Fsxattr_fsx_projid, Type: d.Hex32},
	{Name: "fsx_cowextsize", At: abi.Fsxattr_fsx_cowextsize, Type: d.Uint},
}}

var fsxattrOut = d.Struct{Of: abi.Sizeof_fsxattr, Fields: []*d.Field{
	{Name: "fsx_xflags", At: abi.Fsxattr_fsx_xflags, Type: &fsXflags},
	{Name: "fsx_extsize", At: abi.Fsxattr_fsx_extsize, Type: d.Uint},
	{Name: "fsx_nextents", At: abi.Fsxattr_fsx_nextents, Type: d.Uint},
	{Name: "fsx_projid", At: abi.Fsxattr_fsx_projid, Type: d.Hex32},
	{Name: "fsx_cowextsize", At: abi.Fsxattr_fsx_cowextsize, Type: d.Uint},
}}

var fiemapFlags = d.Flags{&xlat.FiemapFlag}

var fiemapIn = d.Struct{Of: abi.Sizeof_fiemap, Fields: []*d.Field{
	{Name: "fm_start", At: abi.Fiemap_fm_start, Type: d.Uint64},
	{Name: "fm_length", At: abi.Fiemap_fm_length, Type: d.Uint64},
	{Name: "fm_flags", At: abi.Fiemap_fm_flags, Type: &fiemapFlags},
	{Name: "fm_extent_count", At: abi.Fiemap_fm_extent_count, Type: d.Uint},
}}

var fiemapOut = d.Struct{
	Of: abi.Sizeof_fiemap,
	Fields: []*d.Field{
		{Name: "fm_flags", At: abi.Fiemap_fm_flags, Type: &fiemapFlags},
		{Name: "fm_mapped_extents", At: abi.Fiemap_fm_mapped_extents, Type: d.Uint},
		{Name: "fm_extents", At: abi.Fiemap_fm_extents, Type: d.Trailing{Array: d.Array{
			Of: &fiemapExtent, N: d.M + d.Expr(abi.Fiemap_fm_mapped_extents),
		}}},
	},
	Brief: []*d.Field{
		{Name: "fm_flags", At: abi.Fiemap_fm_flags, Type: &fiemapFlags},
		{Name: "fm_mapped_extents", At: abi.Fiemap_fm_mapped_extents, Type: d.Uint},
	},
}

var fiemapExtent = d.Struct{Of: abi.Sizeof_fiemap_extent, Fields: []*d.Field{
	{Name: "fe_logical", At: abi.Fiemap_extent_fe_logical, Type: d.Uint64},
	{Name: "fe_physical", At: abi.Fiemap_extent_fe_physical, Type: d.Uint64},
	{Name: "fe_length", At: abi.Fiemap_extent_fe_length, Type: d.Uint64},
	{Name: "fe_flags", At: abi.Fiemap_extent_fe_flags, Type: &d.Flags{&xlat.FiemapExtent}},
}}

// fsUUID is struct fsuuid2: of the 16 bytes the first len.
var fsUUID = d.Struct{Of: abi.Sizeof_fsuuid2, Fields: []*d.Field{
	{Name: "len", At: abi.Fsuuid2_len, Type: d.Uint},
	{Name: "uuid", At: abi.Fsuuid2_uuid, Type: d.Func(func(c *d.Call, off uint64) {
		obj, _ := c.Object()
		n := min((d.M + d.Expr(abi.Fsuuid2_len)).Eval(c), uint64(c.Field().Size))
		c.P.Binary(obj[off:off+n], false)
	})},
}}

var fsSysfsPath = d.Struct{Of: abi.Sizeof_fs_sysfs_path, Fields: []*d.Field{
	{Name: "len", At: abi.Fs_sysfs_path_len, Type: d.Uint},
	{Name: "name", At: abi.Fs_sysfs_path_name, Type: ubiName{abi.Fs_sysfs_path_len}},
}}

// lbmdCap is struct logical_block_metadata_cap.
var lbmdCap = d.Struct{Of: abi.Sizeof_logical_block_metadata_cap, Fields: []*d.Field{
	{Name: "lbmd_flags", At: abi.Logical_block_metadata_cap_lbmd_flags, Type: &d.Flags{&xlat.LbmdFlag}},
	{Name: "lbmd_interval", At: abi.Logical_block_metadata_cap_lbmd_interval, Type: d.Uint},
	{Name: "lbmd_size", At: abi.Logical_block_metadata_cap_lbmd_size, Type: d.Uint},
	{Name: "lbmd_opaque_size", At: abi.Logical_block_metadata_cap_lbmd_opaque_size, Type: d.Uint},
	{Name: "lbmd_opaque_offset", At: abi.Logical_block_metadata_cap_lbmd_opaque_offset, Type: d.Uint},
	{Name: "lbmd_pi_size", At: abi.Logical_block_metadata_cap_lbmd_pi_size, Type: d.Uint},
	{Name: "lbmd_pi_offset", At: abi.Logical_block_metadata_cap_lbmd_pi_offset, Type: d.Uint},
	{Name: "lbmd_guard_tag_type", At: abi.Logical_block_metadata_cap_lbmd_guard_tag_type, Type: &d.Enum{Of: &xlat.LbmdGuard}},
	{Name: "lbmd_app_tag_size", At: abi.Logical_block_metadata_cap_lbmd_app_tag_size, Type: d.Uint},
	{Name: "lbmd_ref_tag_size", At: abi.Logical_block_metadata_cap_lbmd_ref_tag_size, Type: d.Uint},
	{Name: "lbmd_storage_tag_size", At: abi.Logical_block_metadata_cap_lbmd_storage_tag_size, Type: d.Uint},
}}
