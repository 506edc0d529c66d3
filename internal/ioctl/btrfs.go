package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// btrfs are the commands of Btrfs (linux/btrfs.h); more are in btrfsmaintain and
// btrfssearch.
var btrfs = [...]Arg{
	{Names: "BTRFS_IOC_TRANS_START BTRFS_IOC_TRANS_END BTRFS_IOC_SYNC BTRFS_IOC_SCRUB_CANCEL BTRFS_IOC_QUOTA_RESCAN_WAIT BTRFS_IOC_DEFRAG BTRFS_IOC_BALANCE"},
	{Names: "BTRFS_IOC_DEFAULT_SUBVOL BTRFS_IOC_WAIT_SYNC", In: u64Cell},
	{Names: "BTRFS_IOC_START_SYNC", Out: u64Cell},
	{Names: "BTRFS_IOC_SUBVOL_GETFLAGS", Out: d.Ptr{To: &btrfsSubvolObj}},
	{Names: "BTRFS_IOC_SUBVOL_SETFLAGS", In: d.Ptr{To: &btrfsSubvolObj}},
	{Names: "BTRFS_IOC_SNAP_CREATE BTRFS_IOC_RESIZE BTRFS_IOC_SCAN_DEV BTRFS_IOC_FORGET_DEV BTRFS_IOC_ADD_DEV BTRFS_IOC_RM_DEV BTRFS_IOC_SUBVOL_CREATE " +
		"BTRFS_IOC_SNAP_DESTROY BTRFS_IOC_DEVICES_READY", In: d.Ptr{To: &btrfsVolume}},
	{Names: "BTRFS_IOC_SNAP_CREATE_V2 BTRFS_IOC_SUBVOL_CREATE_V2", In: d.Ptr{To: &btrfsVolume2}, Out: d.Ptr{To: &btrfsCreated}},
	{Names: "BTRFS_IOC_QGROUP_CREATE", In: d.Ptr{To: &btrfsGroupCreate}},
	{Names: "BTRFS_IOC_QGROUP_ASSIGN", In: d.Ptr{To: &btrfsGroupAssign}},
	{Names: "BTRFS_IOC_QGROUP_LIMIT", Out: d.Ptr{To: &btrfsGroupLimit}},
	{Names: "BTRFS_IOC_QUOTA_CTL", In: d.Ptr{To: &btrfsQuota}},
	{Names: "BTRFS_IOC_QUOTA_RESCAN", In: d.Ptr{To: &btrfsRescan}},
	{Names: "BTRFS_IOC_QUOTA_RESCAN_STATUS", Out: d.Ptr{To: &btrfsRescanStatus}},
	{Names: "BTRFS_IOC_DEFRAG_RANGE", In: d.Ptr{To: &btrfsDefrag}},
	{Names: "BTRFS_IOC_SEND", In: d.Ptr{To: &btrfsSend}},
	{Names: "BTRFS_IOC_GET_FEATURES", Out: d.Ptr{To: &btrfsFeatures}},
	{Names: "BTRFS_IOC_SET_FEATURES", In: d.Ptr{To: &btrfsFeaturePair}},
	{Names: "BTRFS_IOC_GET_SUPPORTED_FEATURES", Out: d.Ptr{To: &btrfsSupported}},
	{Names: "BTRFS_IOC_FS_INFO", Out: d.Ptr{To: &btrfsInfo}},
	{Names: "BTRFS_IOC_DEV_INFO", In: d.Ptr{To: &btrfsDevice}, Out: d.Ptr{To: &btrfsDeviceInfo}},
	{Names: "BTRFS_IOC_SET_RECEIVED_SUBVOL", In: d.Ptr{To: &btrfsReceived}, Out: d.Ptr{To: &btrfsReceivedAt}},
}

var (
	btrfsSubvolFlags = d.Flags64{&xlat.BtrfsSubvol}
	btrfsSubvolObj   = d.Num{Type: &btrfsSubvolFlags, Bytes: 8}
)

var btrfsVolume = d.Struct{Of: abi.Sizeof_btrfs_ioctl_vol_args, Fields: []*d.Field{
	{Name: "fd", At: abi.Btrfs_ioctl_vol_args_fd, Type: d.FD},
	{Name: "name", At: abi.Btrfs_ioctl_vol_args_name, Type: d.Chars},
}}

const (
	btrfsVolFlags = d.M + d.Expr(abi.Btrfs_ioctl_vol_args_v2_flags)
	btrfsInherit  = 4 // BTRFS_SUBVOL_QGROUP_INHERIT
)

var btrfsVolume2 = d.Struct{Of: abi.Sizeof_btrfs_ioctl_vol_args_v2, Fields: []*d.Field{
	{Name: "fd", At: abi.Btrfs_ioctl_vol_args_v2_fd, Type: d.FD},
	{Name: "flags", At: abi.Btrfs_ioctl_vol_args_v2_flags, Type: &btrfsSubvolFlags},
	{Name: "size", At: abi.Btrfs_ioctl_vol_args_v2_size, Type: d.Uint64, When: btrfsVolFlags, Bits: btrfsInherit},
	{Name: "qgroup_inherit", At: abi.Btrfs_ioctl_vol_args_v2_qgroup_inherit, Type: d.Ptr{To: &btrfsInheritance}, When: btrfsVolFlags, Bits: btrfsInherit},
	{Name: "name", At: abi.Btrfs_ioctl_vol_args_v2_name, Type: d.Chars},
}}

var btrfsCreated = d.Struct{Of: abi.Sizeof_btrfs_ioctl_vol_args_v2, Fields: []*d.Field{
	{Name: "transid", At: abi.Btrfs_ioctl_vol_args_v2_transid, Type: d.Uint64},
}}

var (
	btrfsLimitFlags = d.Flags64{&xlat.BtrfsLimit}
	btrfsLimit      = d.Struct{Of: abi.Sizeof_btrfs_qgroup_limit, Fields: []*d.Field{
		{Name: "flags", At: abi.Btrfs_qgroup_limit_flags, Type: &btrfsLimitFlags},
		{Name: "max_rfer", At: abi.Btrfs_qgroup_limit_max_rfer, Type: d.Uint64},
		{Name: "max_excl", At: abi.Btrfs_qgroup_limit_max_excl, Type: d.Uint64},
		{Name: "rsv_rfer", At: abi.Btrfs_qgroup_limit_rsv_rfer, Type: d.Uint64},
		{Name: "rsv_excl", At: abi.Btrfs_qgroup_limit_rsv_excl, Type: d.Uint64},
	}}
)

var (
	inheritFlags  = &d.Field{Name: "flags", At: abi.Btrfs_qgroup_inherit_flags, Type: &d.Flags64{&xlat.BtrfsInherit}}
	inheritGroups = &d.Field{Name: "num_qgroups", At: abi.Btrfs_qgroup_inherit_num_qgroups, Type: d.Uint64}
	inheritRef    = &d.Field{Name: "num_ref_copies", At: abi.Btrfs_qgroup_inherit_num_ref_copies, Type: d.Uint64}
	inheritExcl   = &d.Field{Name: "num_excl_copies", At: abi.Btrfs_qgroup_inherit_num_excl_copies, Type: d.Uint64}
	inheritLimit  = &d.Field{Name: "lim", At: abi.Btrfs_qgroup_inherit_lim, Type: d.Embed{To: &btrfsLimit}}
)

var btrfsInheritance = d.Struct{
	Of: abi.Sizeof_btrfs_qgroup_inherit,
	Fields: []*d.Field{
		inheritFlags, inheritGroups, inheritRef, inheritExcl, inheritLimit,
		{Name: "qgroups", At: abi.Btrfs_qgroup_inherit_qgroups, Type: d.Trailing{Array: d.Array{Of: &d.U64Obj, N: d.M + d.Expr(abi.Btrfs_qgroup_inherit_num_qgroups)}}},
	},
	Brief: []*d.Field{inheritFlags, inheritGroups, inheritRef, inheritExcl, inheritLimit},
}

var btrfsGroupCreate = d.Struct{Of: abi.Sizeof_btrfs_ioctl_qgroup_create_args, Fields: []*d.Field{
	{Name: "create", At: abi.Btrfs_ioctl_qgroup_create_args_create, Type: d.Uint64},
	{Name: "qgroupid", At: abi.Btrfs_ioctl_qgroup_create_args_qgroupid, Type: d.Uint64},
}}

var btrfsGroupAssign = d.Struct{Of: abi.Sizeof_btrfs_ioctl_qgroup_assign_args, Fields: []*d.Field{
	{Name: "assign", At: abi.Btrfs_ioctl_qgroup_assign_args_assign, Type: d.Uint64},
	{Name: "src", At: abi.Btrfs_ioctl_qgroup_assign_args_src, Type: d.Uint64},
	{Name: "dst", At: abi.Btrfs_ioctl_qgroup_assign_args_dst, Type: d.Uint64},
}}

var btrfsGroupLimit = d.Struct{Of: abi.Sizeof_btrfs_ioctl_qgroup_limit_args, Fields: []*d.Field{
	{Name: "qgroupid", At: abi.Btrfs_ioctl_qgroup_limit_args_qgroupid, Type: d.Uint64},
	{Name: "lim", At: abi.Btrfs_ioctl_qgroup_limit_args_lim, Type: d.Embed{To: &btrfsLimit}},
}}

var btrfsQuota = d.Struct{Of: abi.Sizeof_btrfs_ioctl_quota_ctl_args, Fields: []*d.Field{
	{Name: "cmd", At: abi.Btrfs_ioctl_quota_ctl_args_cmd, Type: &d.EnumU64{Of: &xlat.BtrfsQuota}},
}}

var btrfsRescan = d.Struct{Of: abi.Sizeof_btrfs_ioctl_quota_rescan_args, Fields: []*d.Field{
	{Name: "flags", At: abi.Btrfs_ioctl_quota_rescan_args_flags, Type: d.Uint64},
}}

var btrfsRescanStatus = d.Struct{Of: abi.Sizeof_btrfs_ioctl_quota_rescan_args, Fields: []*d.Field{
	{Name: "flags", At: abi.Btrfs_ioctl_quota_rescan_args_flags, Type: d.Uint64},
	{Name: "progress", At: abi.Btrfs_ioctl_quota_rescan_args_progress, Type: d.Func(orMax)},
}}

var btrfsDefrag = d.Struct{Of: abi.Sizeof_btrfs_ioctl_defrag_range_args, Fields: []*d.Field{
	{Name: "start", At: abi.Btrfs_ioctl_defrag_range_args_start, Type: d.Uint64},
	{Name: "len", At: abi.Btrfs_ioctl_defrag_range_args_len, Type: d.Func(orMax)},
	{Name: "flags", At: abi.Btrfs_ioctl_defrag_range_args_flags, Type: &d.Flags64{&xlat.BtrfsDefrag}},
	{Name: "extent_thresh", At: abi.Btrfs_ioctl_defrag_range_args_extent_thresh, Type: d.Uint},
	{Name: "compress_type", At: abi.Btrfs_ioctl_defrag_range_args_compress_type, Type: &d.Enum{Of: &xlat.BtrfsCompress}},
}}

var btrfsSend = d.Struct{Of: abi.Sizeof_btrfs_ioctl_send_args, Fields: []*d.Field{
	{Name: "send_fd", At: abi.Btrfs_ioctl_send_args_send_fd, Type: d.FD},
	{Name: "clone_sources_count", At: abi.Btrfs_ioctl_send_args_clone_sources_count, Type: d.Uint64},
	{Name: "clone_sources", At: abi.Btrfs_ioctl_send_args_clone_sources, Type: fully{d.Array{Of: &btrfsObjectObj, N: d.M + d.Expr(abi.Btrfs_ioctl_send_args_clone_sources_count)}}},
	{Name: "parent_root", At: abi.Btrfs_ioctl_send_args_parent_root, Type: &btrfsObject},
	{Name: "flags", At: abi.Btrfs_ioctl_send_args_flags, Type: &d.Flags64{&xlat.BtrfsSend}},
}}

// fully shows an array with -v, else its address.
type fully struct{ d.Array }

// Show implements decode.Type.
func (t fully) Show(c *d.Call, v uint64) {
	if c.Abbrev {
		d.Addr64.Show(c, v)
		return
	}
	t.Array.Show(c, v)
}

// btrfsCompat are features of which there are none so far.
var btrfsCompat = xlat.Table{Unknown: "BTRFS_FEATURE_COMPAT_???"}

var btrfsFeatures = d.Struct{Of: abi.Sizeof_btrfs_ioctl_feature_flags, Fields: []*d.Field{
	{Name: "compat_flags", At: abi.Btrfs_ioctl_feature_flags_compat_flags, Type: &d.Flags64{&btrfsCompat}},
	{Name: "compat_ro_flags", At: abi.Btrfs_ioctl_feature_flags_compat_ro_flags, Type: &d.Flags64{&xlat.BtrfsCompatRO}},
	{Name: "incompat_flags", At: abi.Btrfs_ioctl_feature_flags_incompat_flags, Type: &d.Flags64{&xlat.BtrfsIncompat}},
}}

var btrfsFeaturePair = d.Row{Of: &btrfsFeatures, N: 2}

// btrfsSupported are three sets of features: those that there are, and those
// that can be set and cleared while the file system is mounted.
var btrfsSupported = d.ObjFunc{Bytes: 72, Func: func(c *d.Call, b []byte) {
	_, base := c.Object()
	c.P.Array()
	for i, what := range [...]string{"supported", "safe to set", "safe to clear"} {
		c.P.Elem()
		n := btrfsFeatures.Size(c.ABI)
		c.ShowAt(&btrfsFeatures, b[i*n:(i+1)*n], base+uint64(i*n))
		c.P.Comment(what)
	}
	c.P.EndArray()
}}

const (
	btrfsInfoFlags  = d.M + d.Expr(abi.Btrfs_ioctl_fs_info_args_flags)
	btrfsHasCsum    = 1
	btrfsHasGen     = 2
	btrfsHasMetaUID = 4
)

var btrfsInfo = d.Struct{Of: abi.Sizeof_btrfs_ioctl_fs_info_args, Fields: []*d.Field{
	{Name: "max_id", At: abi.Btrfs_ioctl_fs_info_args_max_id, Type: d.Uint64},
	{Name: "num_devices", At: abi.Btrfs_ioctl_fs_info_args_num_devices, Type: d.Uint64},
	{Name: "fsid", At: abi.Btrfs_ioctl_fs_info_args_fsid, Type: d.UUID},
	{Name: "nodesize", At: abi.Btrfs_ioctl_fs_info_args_nodesize, Type: d.Uint},
	{Name: "sectorsize", At: abi.Btrfs_ioctl_fs_info_args_sectorsize, Type: d.Uint},
	{Name: "clone_alignment", At: abi.Btrfs_ioctl_fs_info_args_clone_alignment, Type: d.Uint},
	{Name: "csum_type", At: abi.Btrfs_ioctl_fs_info_args_csum_type, Type: &d.Enum{Of: &xlat.BtrfsCsum}, When: btrfsInfoFlags, Bits: btrfsHasCsum},
	{Name: "csum_size", At: abi.Btrfs_ioctl_fs_info_args_csum_size, Type: d.Uint, When: btrfsInfoFlags, Bits: btrfsHasCsum},
	{Name: "flags", At: abi.Btrfs_ioctl_fs_info_args_flags, Type: &d.Flags64{&xlat.BtrfsInfo}},
	{Name: "generation", At: abi.Btrfs_ioctl_fs_info_args_generation, Type: d.Uint64, When: btrfsInfoFlags, Bits: btrfsHasGen},
	{Name: "metadata_uuid", At: abi.Btrfs_ioctl_fs_info_args_metadata_uuid, Type: d.UUID, When: btrfsInfoFlags, Bits: btrfsHasMetaUID},
}}

var btrfsDevice = d.Struct{Of: abi.Sizeof_btrfs_ioctl_dev_info_args, Fields: []*d.Field{
	{Name: "devid", At: abi.Btrfs_ioctl_dev_info_args_devid, Type: d.Dev},
	{Name: "uuid", At: abi.Btrfs_ioctl_dev_info_args_uuid, Type: d.UUID, If: d.Nonzero},
}}

var btrfsDeviceInfo = d.Struct{Of: abi.Sizeof_btrfs_ioctl_dev_info_args, Fields: []*d.Field{
	{Name: "uuid", At: abi.Btrfs_ioctl_dev_info_args_uuid, Type: d.UUID, If: d.Nonzero},
	{Name: "bytes_used", At: abi.Btrfs_ioctl_dev_info_args_bytes_used, Type: d.Uint64},
	{Name: "total_bytes", At: abi.Btrfs_ioctl_dev_info_args_total_bytes, Type: d.Uint64},
	{Name: "path", At: abi.Btrfs_ioctl_dev_info_args_path, Type: d.Chars},
}}

var btrfsTime = d.ObjFunc{Of: abi.Sizeof_btrfs_ioctl_timespec, Func: func(c *d.Call, b []byte) {
	sec, _ := c.ABI.Load(b, abi.Btrfs_ioctl_timespec_sec)
	nsec, _ := c.ABI.Load(b, abi.Btrfs_ioctl_timespec_nsec)
	c.P.Struct()
	c.P.Field("sec")
	c.P.Uint(sec)
	c.P.Field("nsec")
	c.P.Uint(nsec)
	c.P.EndStruct()
	c.P.TimeComment(int64(sec), nsec)
}}

var btrfsReceived = d.Struct{Of: abi.Sizeof_btrfs_ioctl_received_subvol_args, Fields: []*d.Field{
	{Name: "uuid", At: abi.Btrfs_ioctl_received_subvol_args_uuid, Type: d.UUID},
	{Name: "stransid", At: abi.Btrfs_ioctl_received_subvol_args_stransid, Type: d.Uint64},
	{Name: "stime", At: abi.Btrfs_ioctl_received_subvol_args_stime, Type: d.Embed{To: &btrfsTime}},
	{Name: "flags", At: abi.Btrfs_ioctl_received_subvol_args_flags, Type: d.Uint64},
}}

var btrfsReceivedAt = d.Struct{Of: abi.Sizeof_btrfs_ioctl_received_subvol_args, Fields: []*d.Field{
	{Name: "rtransid", At: abi.Btrfs_ioctl_received_subvol_args_rtransid, Type: d.Uint64},
	{Name: "rtime", At: abi.Btrfs_ioctl_received_subvol_args_rtime, Type: d.Embed{To: &btrfsTime}},
}}
