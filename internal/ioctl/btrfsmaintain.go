package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// btrfsMaintain are the commands that keep a Btrfs in shape (linux/btrfs.h).
var btrfsMaintain = [...]Arg{
	{Names: "BTRFS_IOC_BALANCE_CTL", In: &btrfsBalanceCtl},
	{Names: "BTRFS_IOC_BALANCE_V2", In: anyhow{&btrfsBalance}, Out: d.Ptr{To: &btrfsBalancing}},
	{Names: "BTRFS_IOC_BALANCE_PROGRESS", Out: d.Ptr{To: &btrfsBalancing}},
	{Names: "BTRFS_IOC_SCRUB", In: d.Ptr{To: &btrfsScrub}, Out: d.Ptr{To: &btrfsScrubbed}},
	{Names: "BTRFS_IOC_SCRUB_PROGRESS", In: d.Ptr{To: &btrfsScrubOf}, Out: d.Ptr{To: &btrfsScrubbed}},
	{Names: "BTRFS_IOC_GET_DEV_STATS", In: d.Ptr{To: &btrfsStatsOf}, Out: d.Ptr{To: &btrfsStats}},
	{Names: "BTRFS_IOC_DEV_REPLACE", In: d.Ptr{To: &btrfsReplace}, Out: d.Ptr{To: &btrfsReplaced}},
}

// anyhow shows what it points to, and says not whether it can: the answer is
// shown behind its address, too.
type anyhow struct{ To d.Object }

// Show implements decode.Type.
func (t anyhow) Show(c *d.Call, v uint64) { d.Ptr(t).Show(c, v) }

// Plan implements decode.Planned.
func (t anyhow) Plan(p *d.Planner, from d.Expr) { d.Ptr(t).Plan(p, from) }

var (
	btrfsBalanceCtl   = d.Enum{Of: &xlat.BtrfsBalanceCtl}
	btrfsBalanceFlags = d.Flags64{&xlat.BtrfsBalance}
)

const (
	btrfsBalanceOf       = d.M + d.Expr(abi.Btrfs_ioctl_balance_args_flags)
	btrfsBalanceData     = 1
	btrfsBalanceSystem   = 2
	btrfsBalanceMetadata = 4
)

var (
	balanceFlags = &d.Field{Name: "flags", At: abi.Btrfs_ioctl_balance_args_flags, Type: &btrfsBalanceFlags}
	balanceData  = &d.Field{Name: "data", At: abi.Btrfs_ioctl_balance_args_data, Type: d.Embed{To: &btrfsBalanceArgs}, When: btrfsBalanceOf, Bits: btrfsBalanceData}
	balanceMeta  = &d.Field{Name: "meta", At: abi.Btrfs_ioctl_balance_args_meta, Type: d.Embed{To: &btrfsBalanceArgs}, When: btrfsBalanceOf, Bits: btrfsBalanceMetadata}
	balanceSys   = &d.Field{Name: "sys", At: abi.Btrfs_ioctl_balance_args_sys, Type: d.Embed{To: &btrfsBalanceArgs}, When: btrfsBalanceOf, Bits: btrfsBalanceSystem}
)

var btrfsBalance = d.Struct{Of: abi.Sizeof_btrfs_ioctl_balance_args, Fields: []*d.Field{balanceFlags, balanceData, balanceMeta, balanceSys}}

var btrfsBalancing = d.Struct{Of: abi.Sizeof_btrfs_ioctl_balance_args, Fields: []*d.Field{
	balanceFlags,
	{Name: "state", At: abi.Btrfs_ioctl_balance_args_state, Type: &d.Flags64{&xlat.BtrfsBalanceState}},
	balanceData, balanceMeta, balanceSys,
}}

var btrfsBalanceArgs = d.Struct{Of: abi.Sizeof_btrfs_balance_args, Fields: []*d.Field{
	{Name: "profiles", At: abi.Btrfs_balance_args_profiles, Type: &btrfsBlocks},
	{Name: "usage", At: abi.Btrfs_balance_args_usage, Type: d.Func(orMax)},
	{Name: "devid", At: abi.Btrfs_balance_args_devid, Type: d.Dev},
	{Name: "pstart", At: abi.Btrfs_balance_args_pstart, Type: d.Func(orMax)},
	{Name: "pend", At: abi.Btrfs_balance_args_pend, Type: d.Func(orMax)},
	{Name: "vstart", At: abi.Btrfs_balance_args_vstart, Type: d.Func(orMax)},
	{Name: "vend", At: abi.Btrfs_balance_args_vend, Type: d.Func(orMax)},
	{Name: "target", At: abi.Btrfs_balance_args_target, Type: d.Func(orMax)},
	{Name: "flags", At: abi.Btrfs_balance_args_flags, Type: &d.Flags64{&xlat.BtrfsBalanceArg}},
}}

var btrfsScrub = d.Struct{Of: abi.Sizeof_btrfs_ioctl_scrub_args, Fields: []*d.Field{
	{Name: "devid", At: abi.Btrfs_ioctl_scrub_args_devid, Type: d.Dev},
	{Name: "start", At: abi.Btrfs_ioctl_scrub_args_start, Type: d.Uint64},
	{Name: "end", At: abi.Btrfs_ioctl_scrub_args_end, Type: d.Func(orMax)},
	{Name: "flags", At: abi.Btrfs_ioctl_scrub_args_flags, Type: &d.Flags64{&xlat.BtrfsScrub}},
}}

var btrfsScrubOf = d.Struct{Of: abi.Sizeof_btrfs_ioctl_scrub_args, Fields: []*d.Field{
	{Name: "devid", At: abi.Btrfs_ioctl_scrub_args_devid, Type: d.Dev},
}}

var btrfsScrubbed = d.Struct{Of: abi.Sizeof_btrfs_ioctl_scrub_args, Fields: []*d.Field{
	{Name: "progress", At: abi.Btrfs_ioctl_scrub_args_progress, Type: d.Embed{To: &btrfsProgress}},
}}

var btrfsProgress = d.Struct{Of: abi.Sizeof_btrfs_scrub_progress, Fields: []*d.Field{
	{Name: "data_extents_scrubbed", At: abi.Btrfs_scrub_progress_data_extents_scrubbed, Type: d.Uint64},
	{Name: "tree_extents_scrubbed", At: abi.Btrfs_scrub_progress_tree_extents_scrubbed, Type: d.Uint64},
	{Name: "data_bytes_scrubbed", At: abi.Btrfs_scrub_progress_data_bytes_scrubbed, Type: d.Uint64},
	{Name: "tree_bytes_scrubbed", At: abi.Btrfs_scrub_progress_tree_bytes_scrubbed, Type: d.Uint64},
	{Name: "read_errors", At: abi.Btrfs_scrub_progress_read_errors, Type: d.Uint64},
	{Name: "csum_errors", At: abi.Btrfs_scrub_progress_csum_errors, Type: d.Uint64},
	{Name: "verify_errors", At: abi.Btrfs_scrub_progress_verify_errors, Type: d.Uint64},
	{Name: "no_csum", At: abi.Btrfs_scrub_progress_no_csum, Type: d.Uint64},
	{Name: "csum_discards", At: abi.Btrfs_scrub_progress_csum_discards, Type: d.Uint64},
	{Name: "super_errors", At: abi.Btrfs_scrub_progress_super_errors, Type: d.Uint64},
	{Name: "malloc_errors", At: abi.Btrfs_scrub_progress_malloc_errors, Type: d.Uint64},
	{Name: "uncorrectable_errors", At: abi.Btrfs_scrub_progress_uncorrectable_errors, Type: d.Uint64},
	{Name: "corrected_errors", At: abi.Btrfs_scrub_progress_corrected_errors, Type: d.Uint64},
	{Name: "last_physical", At: abi.Btrfs_scrub_progress_last_physical, Type: d.Uint64},
	{Name: "unverified_errors", At: abi.Btrfs_scrub_progress_unverified_errors, Type: d.Uint64},
}}

var (
	btrfsStatFlags = d.Flags64{&xlat.BtrfsStat}
	statItems      = &d.Field{Name: "nr_items", At: abi.Btrfs_ioctl_get_dev_stats_nr_items, Type: d.Uint64}
	statFlags      = &d.Field{Name: "flags", At: abi.Btrfs_ioctl_get_dev_stats_flags, Type: &btrfsStatFlags}
)

var btrfsStatsOf = d.Struct{Of: abi.Sizeof_btrfs_ioctl_get_dev_stats, Fields: []*d.Field{
	{Name: "devid", At: abi.Btrfs_ioctl_get_dev_stats_devid, Type: d.Dev}, statItems, statFlags,
}}

var btrfsStats = d.Struct{Of: abi.Sizeof_btrfs_ioctl_get_dev_stats, Fields: []*d.Field{
	statItems, statFlags,
	{Name: "values", At: abi.Btrfs_ioctl_get_dev_stats_values, Type: btrfsStatValues{}},
}}

// btrfsStatValues shows counts with the names of their indices.
type btrfsStatValues struct{}

// ShowNamed implements decode.NamedType.
func (t btrfsStatValues) ShowNamed(c *d.Call, name string, off uint64) {
	c.P.FieldKey(name)
	t.Show(c, off)
}

// Show implements decode.Type.
func (btrfsStatValues) Show(c *d.Call, off uint64) {
	obj, _ := c.Object()
	n := (d.M + d.Expr(abi.Btrfs_ioctl_get_dev_stats_nr_items)).Eval(c)
	c.P.Array()
	for i := uint64(0); i < n; i++ {
		if i == uint64(len(xlat.BtrfsStatName.Consts)) {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		c.P.Index(i, 0, &xlat.BtrfsStatName)
		c.P.Uint(abi.LoadInt(obj[off+8*i:], 8, false))
	}
	c.P.EndArray()
}

const (
	btrfsReplaceCmd    = d.M + d.Expr(abi.Btrfs_ioctl_dev_replace_args_cmd)
	btrfsReplaceStart  = 0
	btrfsReplaceStatus = 1
)

var btrfsReplace = d.Struct{Of: abi.Sizeof_btrfs_ioctl_dev_replace_args, Fields: []*d.Field{
	{Name: "cmd", At: abi.Btrfs_ioctl_dev_replace_args_cmd, Type: &d.EnumU64{Of: &xlat.BtrfsReplace}},
	{Name: "start", At: abi.Btrfs_ioctl_dev_replace_args_start, Type: d.Embed{To: &btrfsReplaceBy}, If: func(c *d.Call) bool { return btrfsReplaceCmd.Eval(c) == btrfsReplaceStart }},
}}

var btrfsReplaced = d.Struct{Of: abi.Sizeof_btrfs_ioctl_dev_replace_args, Fields: []*d.Field{
	{Name: "result", At: abi.Btrfs_ioctl_dev_replace_args_result, Type: &d.EnumU64{Of: &xlat.BtrfsReplaceResult}},
	{Name: "status", At: abi.Btrfs_ioctl_dev_replace_args_status, Type: d.Embed{To: &btrfsReplacing}, If: func(c *d.Call) bool { return btrfsReplaceCmd.Eval(c) == btrfsReplaceStatus }},
}}

var btrfsReplaceBy = d.Struct{Of: abi.Sizeof_btrfs_ioctl_dev_replace_start_params, Fields: []*d.Field{
	{Name: "srcdevid", At: abi.Btrfs_ioctl_dev_replace_start_params_srcdevid, Type: d.Dev},
	{Name: "cont_reading_from_srcdev_mode", At: abi.Btrfs_ioctl_dev_replace_start_params_cont_reading_from_srcdev_mode, Type: &d.EnumU64{Of: &xlat.BtrfsReplaceMode}},
	{Name: "srcdev_name", At: abi.Btrfs_ioctl_dev_replace_start_params_srcdev_name, Type: d.Chars},
	{Name: "tgtdev_name", At: abi.Btrfs_ioctl_dev_replace_start_params_tgtdev_name, Type: d.Chars},
}}

var btrfsReplacing = d.Struct{Of: abi.Sizeof_btrfs_ioctl_dev_replace_status_params, Fields: []*d.Field{
	{Name: "replace_state", At: abi.Btrfs_ioctl_dev_replace_status_params_replace_state, Type: &d.EnumU64{Of: &xlat.BtrfsReplaceState}},
	{Name: "progress_1000", At: abi.Btrfs_ioctl_dev_replace_status_params_progress_1000, Type: d.Func(btrfsPerMille)},
	{Name: "time_started", At: abi.Btrfs_ioctl_dev_replace_status_params_time_started, Type: d.TimeOf{}},
	{Name: "time_stopped", At: abi.Btrfs_ioctl_dev_replace_status_params_time_stopped, Type: d.TimeOf{}},
	{Name: "num_write_errors", At: abi.Btrfs_ioctl_dev_replace_status_params_num_write_errors, Type: d.Uint64},
	{Name: "num_uncorrectable_read_errors", At: abi.Btrfs_ioctl_dev_replace_status_params_num_uncorrectable_read_errors, Type: d.Uint64},
}}

// btrfsPerMille shows a part of 1000, in a comment of 100.
func btrfsPerMille(c *d.Call, v uint64) {
	c.P.Uint(v)
	if c.P.Remarks() {
		c.P.Text(" /* ")
		c.P.Uint(v / 10)
		c.P.Text(".")
		c.P.Uint(v % 10)
		c.P.Text("% */")
	}
}
