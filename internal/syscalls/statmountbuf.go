package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Bits of the mask of struct statmount: which members count (linux/mount.h).
const (
	hasSbBasic = 1 << iota
	hasMntBasic
	hasPropagateFrom
	hasMntRoot
	hasMntPoint
	hasFsType
	hasMntNsId
	hasMntOpts
	hasFsSubtype
	hasSbSource
	hasOptArray
	hasOptSecArray
	hasSupportedMask
	hasMntUidmap
	hasMntGidmap
)

const statmountHas = d.M + d.Expr(abi.Statmount_mask)

var (
	sbFlags         = d.Flags{&xlat.SuperFlag}
	mountPropagated = d.Flags64{&xlat.PropagationFlag}
)

// showWideMagic shows f_type of struct statfs in 64 bits on every ABI.
func showWideMagic(c *d.Call, v uint64) { c.P.Symbol(v, fsMagic.Of, fsMagic.Base) }

var statmountBuf = d.Struct{Of: abi.Sizeof_statmount, Fields: []*d.Field{
	{Name: "size", At: abi.Statmount_size, Type: d.Uint},
	{Name: "mnt_opts", At: abi.Statmount_mnt_opts, Type: d.Func(mountText), When: statmountHas, Bits: hasMntOpts},
	{Name: "mask", At: abi.Statmount_mask, Type: &statmountMask},
	{Name: "sb_dev_major", At: abi.Statmount_sb_dev_major, Type: d.Uint, When: statmountHas, Bits: hasSbBasic},
	{Name: "sb_dev_minor", At: abi.Statmount_sb_dev_minor, Type: d.Uint, When: statmountHas, Bits: hasSbBasic},
	{Name: "sb_magic", At: abi.Statmount_sb_magic, Type: d.Func(showWideMagic), When: statmountHas, Bits: hasSbBasic},
	{Name: "sb_flags", At: abi.Statmount_sb_flags, Type: &sbFlags, When: statmountHas, Bits: hasSbBasic},
	{Name: "fs_type", At: abi.Statmount_fs_type, Type: d.Func(mountText), When: statmountHas, Bits: hasFsType},
	{Name: "mnt_id", At: abi.Statmount_mnt_id, Type: d.Hex64, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_parent_id", At: abi.Statmount_mnt_parent_id, Type: d.Hex64, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_id_old", At: abi.Statmount_mnt_id_old, Type: d.Hex32, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_parent_id_old", At: abi.Statmount_mnt_parent_id_old, Type: d.Hex32, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_attr", At: abi.Statmount_mnt_attr, Type: &mountAttrs, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_propagation", At: abi.Statmount_mnt_propagation, Type: &mountPropagated, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_peer_group", At: abi.Statmount_mnt_peer_group, Type: d.Hex64, When: statmountHas, Bits: hasMntBasic},
	{Name: "mnt_master", At: abi.Statmount_mnt_master, Type: d.Hex64, When: statmountHas, Bits: hasMntBasic},
	{Name: "propagate_from", At: abi.Statmount_propagate_from, Type: d.Hex64, When: statmountHas, Bits: hasPropagateFrom},
	{Name: "mnt_root", At: abi.Statmount_mnt_root, Type: d.Func(mountText), When: statmountHas, Bits: hasMntRoot},
	{Name: "mnt_point", At: abi.Statmount_mnt_point, Type: d.Func(mountText), When: statmountHas, Bits: hasMntPoint},
	{Name: "mnt_ns_id", At: abi.Statmount_mnt_ns_id, Type: d.Hex64, When: statmountHas, Bits: hasMntNsId},
	{Name: "fs_subtype", At: abi.Statmount_fs_subtype, Type: d.Func(mountText), When: statmountHas, Bits: hasFsSubtype},
	{Name: "sb_source", At: abi.Statmount_sb_source, Type: d.Func(mountText), When: statmountHas, Bits: hasSbSource},
	{Name: "opt_num", At: abi.Statmount_opt_num, Type: d.Uint, When: statmountHas, Bits: hasOptArray},
	{Name: "opt_array", At: abi.Statmount_opt_array, Type: mountTexts{abi.Statmount_opt_num}, When: statmountHas, Bits: hasOptArray},
	{Name: "opt_sec_num", At: abi.Statmount_opt_sec_num, Type: d.Uint, When: statmountHas, Bits: hasOptSecArray},
	{Name: "opt_sec_array", At: abi.Statmount_opt_sec_array, Type: mountTexts{abi.Statmount_opt_sec_num}, When: statmountHas, Bits: hasOptSecArray},
	{Name: "supported_mask", At: abi.Statmount_supported_mask, Type: &statmountMask, When: statmountHas, Bits: hasSupportedMask},
	{Name: "mnt_uidmap_num", At: abi.Statmount_mnt_uidmap_num, Type: d.Uint, When: statmountHas, Bits: hasMntUidmap},
	{Name: "mnt_uidmap", At: abi.Statmount_mnt_uidmap, Type: mountTexts{abi.Statmount_mnt_uidmap_num}, When: statmountHas, Bits: hasMntUidmap},
	{Name: "mnt_gidmap_num", At: abi.Statmount_mnt_gidmap_num, Type: d.Uint, When: statmountHas, Bits: hasMntGidmap},
	{Name: "mnt_gidmap", At: abi.Statmount_mnt_gidmap, Type: mountTexts{abi.Statmount_mnt_gidmap_num}, When: statmountHas, Bits: hasMntGidmap},
}}
