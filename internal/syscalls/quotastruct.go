package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	quotaFormat     = &d.Enum{Of: &xlat.QuotaFormat}
	quotaValid      = d.Flags{&xlat.QuotaValid}
	xfsQuota        = d.Flags{&xlat.XfsQuota}
	quotaFormatObj  = d.Num{Type: quotaFormat, Bytes: 4}
	xfsQuotaObj     = d.Num{Type: &xfsQuota, Bytes: 4}
	xfsQuotaTypeObj = d.Num{Type: &d.Flags{&xlat.XfsQuotaType}, Bytes: 4}
)

// dqinfo is struct if_dqinfo (linux/quota.h).
var dqinfo = d.Struct{Of: abi.Sizeof_if_dqinfo, Fields: []*d.Field{
	{Name: "dqi_bgrace", At: abi.If_dqinfo_dqi_bgrace, Type: d.Uint64},
	{Name: "dqi_igrace", At: abi.If_dqinfo_dqi_igrace, Type: d.Uint64},
	{Name: "dqi_flags", At: abi.If_dqinfo_dqi_flags, Type: &d.Flags{&xlat.QuotaInfoFlag}},
	{Name: "dqi_valid", At: abi.If_dqinfo_dqi_valid, Type: &d.Flags{&xlat.QuotaInfoValid}},
}}

// dqblk is struct if_dqblk.
var dqblk = d.Struct{Of: abi.Sizeof_if_dqblk, Fields: []*d.Field{
	{Name: "dqb_bhardlimit", At: abi.If_dqblk_dqb_bhardlimit, Type: d.Uint64},
	{Name: "dqb_bsoftlimit", At: abi.If_dqblk_dqb_bsoftlimit, Type: d.Uint64},
	{Name: "dqb_curspace", At: abi.If_dqblk_dqb_curspace, Type: d.Uint64},
	{Name: "dqb_ihardlimit", At: abi.If_dqblk_dqb_ihardlimit, Type: d.Uint64},
	{Name: "dqb_isoftlimit", At: abi.If_dqblk_dqb_isoftlimit, Type: d.Uint64},
	{Name: "dqb_curinodes", At: abi.If_dqblk_dqb_curinodes, Type: d.Uint64},
	{Name: "dqb_btime", At: abi.If_dqblk_dqb_btime, Type: d.Uint64},
	{Name: "dqb_itime", At: abi.If_dqblk_dqb_itime, Type: d.Uint64},
	{Name: "dqb_valid", At: abi.If_dqblk_dqb_valid, Type: &quotaValid},
}, Brief: []*d.Field{
	{Name: "dqb_bhardlimit", At: abi.If_dqblk_dqb_bhardlimit, Type: d.Uint64},
	{Name: "dqb_bsoftlimit", At: abi.If_dqblk_dqb_bsoftlimit, Type: d.Uint64},
	{Name: "dqb_curspace", At: abi.If_dqblk_dqb_curspace, Type: d.Uint64},
	{Name: "dqb_ihardlimit", At: abi.If_dqblk_dqb_ihardlimit, Type: d.Uint64},
	{Name: "dqb_isoftlimit", At: abi.If_dqblk_dqb_isoftlimit, Type: d.Uint64},
	{Name: "dqb_curinodes", At: abi.If_dqblk_dqb_curinodes, Type: d.Uint64},
}}

// nextDqblk is struct if_nextdqblk.
var nextDqblk = d.Struct{Of: abi.Sizeof_if_nextdqblk, Fields: []*d.Field{
	{Name: "dqb_bhardlimit", At: abi.If_nextdqblk_dqb_bhardlimit, Type: d.Uint64},
	{Name: "dqb_bsoftlimit", At: abi.If_nextdqblk_dqb_bsoftlimit, Type: d.Uint64},
	{Name: "dqb_curspace", At: abi.If_nextdqblk_dqb_curspace, Type: d.Uint64},
	{Name: "dqb_ihardlimit", At: abi.If_nextdqblk_dqb_ihardlimit, Type: d.Uint64},
	{Name: "dqb_isoftlimit", At: abi.If_nextdqblk_dqb_isoftlimit, Type: d.Uint64},
	{Name: "dqb_curinodes", At: abi.If_nextdqblk_dqb_curinodes, Type: d.Uint64},
	{Name: "dqb_btime", At: abi.If_nextdqblk_dqb_btime, Type: d.Uint64},
	{Name: "dqb_itime", At: abi.If_nextdqblk_dqb_itime, Type: d.Uint64},
	{Name: "dqb_valid", At: abi.If_nextdqblk_dqb_valid, Type: &quotaValid},
	{Name: "dqb_id", At: abi.If_nextdqblk_dqb_id, Type: d.Uint},
}, Brief: []*d.Field{
	{Name: "dqb_bhardlimit", At: abi.If_nextdqblk_dqb_bhardlimit, Type: d.Uint64},
	{Name: "dqb_bsoftlimit", At: abi.If_nextdqblk_dqb_bsoftlimit, Type: d.Uint64},
	{Name: "dqb_curspace", At: abi.If_nextdqblk_dqb_curspace, Type: d.Uint64},
	{Name: "dqb_ihardlimit", At: abi.If_nextdqblk_dqb_ihardlimit, Type: d.Uint64},
	{Name: "dqb_isoftlimit", At: abi.If_nextdqblk_dqb_isoftlimit, Type: d.Uint64},
	{Name: "dqb_curinodes", At: abi.If_nextdqblk_dqb_curinodes, Type: d.Uint64},
	{Name: "dqb_id", At: abi.If_nextdqblk_dqb_id, Type: d.Uint},
}}

// xfsDiskQuota is struct fs_disk_quota (linux/dqblk_xfs.h).
var xfsDiskQuota = d.Struct{Of: abi.Sizeof_fs_disk_quota, Fields: []*d.Field{
	{Name: "d_version", At: abi.Fs_disk_quota_d_version, Type: d.Int},
	{Name: "d_flags", At: abi.Fs_disk_quota_d_flags, Type: d.Func(showXfsType)},
	{Name: "d_fieldmask", At: abi.Fs_disk_quota_d_fieldmask, Type: d.Hex32},
	{Name: "d_id", At: abi.Fs_disk_quota_d_id, Type: d.Uint},
	{Name: "d_blk_hardlimit", At: abi.Fs_disk_quota_d_blk_hardlimit, Type: d.Uint64},
	{Name: "d_blk_softlimit", At: abi.Fs_disk_quota_d_blk_softlimit, Type: d.Uint64},
	{Name: "d_ino_hardlimit", At: abi.Fs_disk_quota_d_ino_hardlimit, Type: d.Uint64},
	{Name: "d_ino_softlimit", At: abi.Fs_disk_quota_d_ino_softlimit, Type: d.Uint64},
	{Name: "d_bcount", At: abi.Fs_disk_quota_d_bcount, Type: d.Uint64},
	{Name: "d_icount", At: abi.Fs_disk_quota_d_icount, Type: d.Uint64},
	{Name: "d_itimer", At: abi.Fs_disk_quota_d_itimer, Type: d.Int},
	{Name: "d_btimer", At: abi.Fs_disk_quota_d_btimer, Type: d.Int},
	{Name: "d_iwarns", At: abi.Fs_disk_quota_d_iwarns, Type: d.Uint},
	{Name: "d_bwarns", At: abi.Fs_disk_quota_d_bwarns, Type: d.Uint},
	{Name: "d_rtb_hardlimit", At: abi.Fs_disk_quota_d_rtb_hardlimit, Type: d.Uint64},
	{Name: "d_rtb_softlimit", At: abi.Fs_disk_quota_d_rtb_softlimit, Type: d.Uint64},
	{Name: "d_rtbcount", At: abi.Fs_disk_quota_d_rtbcount, Type: d.Uint64},
	{Name: "d_rtbtimer", At: abi.Fs_disk_quota_d_rtbtimer, Type: d.Int},
	{Name: "d_rtbwarns", At: abi.Fs_disk_quota_d_rtbwarns, Type: d.Uint},
}, Brief: []*d.Field{
	{Name: "d_version", At: abi.Fs_disk_quota_d_version, Type: d.Int},
	{Name: "d_flags", At: abi.Fs_disk_quota_d_flags, Type: d.Func(showXfsType)},
	{Name: "d_fieldmask", At: abi.Fs_disk_quota_d_fieldmask, Type: d.Hex32},
	{Name: "d_id", At: abi.Fs_disk_quota_d_id, Type: d.Uint},
	{Name: "d_blk_hardlimit", At: abi.Fs_disk_quota_d_blk_hardlimit, Type: d.Uint64},
	{Name: "d_blk_softlimit", At: abi.Fs_disk_quota_d_blk_softlimit, Type: d.Uint64},
	{Name: "d_ino_hardlimit", At: abi.Fs_disk_quota_d_ino_hardlimit, Type: d.Uint64},
	{Name: "d_ino_softlimit", At: abi.Fs_disk_quota_d_ino_softlimit, Type: d.Uint64},
	{Name: "d_bcount", At: abi.Fs_disk_quota_d_bcount, Type: d.Uint64},
	{Name: "d_icount", At: abi.Fs_disk_quota_d_icount, Type: d.Uint64},
}}

// showXfsType shows d_flags, which is a signed byte.
func showXfsType(c *d.Call, v uint64) { c.P.Flags(uint64(uint8(v)), xfsQuotaTypes) }

var xfsQuotaTypes = []*xlat.Table{&xlat.XfsQuotaType}

// xfsQuotaStat is struct fs_quota_stat.
var xfsQuotaStat = d.Struct{Of: abi.Sizeof_fs_quota_stat, Fields: []*d.Field{
	{Name: "qs_version", At: abi.Fs_quota_stat_qs_version, Type: d.Int},
	{Name: "qs_flags", At: abi.Fs_quota_stat_qs_flags, Type: &xfsQuota},
	{Name: "qs_uquota", At: abi.Fs_quota_stat_qs_uquota, Type: d.Embed{To: &xfsQuotaFile}},
	{Name: "qs_gquota", At: abi.Fs_quota_stat_qs_gquota, Type: d.Embed{To: &xfsQuotaFile}},
	{Name: "qs_incoredqs", At: abi.Fs_quota_stat_qs_incoredqs, Type: d.Uint},
	{Name: "qs_btimelimit", At: abi.Fs_quota_stat_qs_btimelimit, Type: d.Int},
	{Name: "qs_itimelimit", At: abi.Fs_quota_stat_qs_itimelimit, Type: d.Int},
	{Name: "qs_rtbtimelimit", At: abi.Fs_quota_stat_qs_rtbtimelimit, Type: d.Int},
	{Name: "qs_bwarnlimit", At: abi.Fs_quota_stat_qs_bwarnlimit, Type: d.Uint},
	{Name: "qs_iwarnlimit", At: abi.Fs_quota_stat_qs_iwarnlimit, Type: d.Uint},
}, Brief: []*d.Field{
	{Name: "qs_version", At: abi.Fs_quota_stat_qs_version, Type: d.Int},
}}

// xfsQuotaStatv is struct fs_quota_statv.
var xfsQuotaStatv = d.Struct{Of: abi.Sizeof_fs_quota_statv, Fields: []*d.Field{
	{Name: "qs_version", At: abi.Fs_quota_statv_qs_version, Type: d.Int},
	{Name: "qs_flags", At: abi.Fs_quota_statv_qs_flags, Type: &xfsQuota},
	{Name: "qs_incoredqs", At: abi.Fs_quota_statv_qs_incoredqs, Type: d.Uint},
	{Name: "qs_uquota", At: abi.Fs_quota_statv_qs_uquota, Type: d.Embed{To: &xfsQuotaFilev}},
	{Name: "qs_gquota", At: abi.Fs_quota_statv_qs_gquota, Type: d.Embed{To: &xfsQuotaFilev}},
	{Name: "qs_pquota", At: abi.Fs_quota_statv_qs_pquota, Type: d.Embed{To: &xfsQuotaFilev}},
	{Name: "qs_btimelimit", At: abi.Fs_quota_statv_qs_btimelimit, Type: d.Int},
	{Name: "qs_itimelimit", At: abi.Fs_quota_statv_qs_itimelimit, Type: d.Int},
	{Name: "qs_rtbtimelimit", At: abi.Fs_quota_statv_qs_rtbtimelimit, Type: d.Int},
	{Name: "qs_bwarnlimit", At: abi.Fs_quota_statv_qs_bwarnlimit, Type: d.Uint},
	{Name: "qs_iwarnlimit", At: abi.Fs_quota_statv_qs_iwarnlimit, Type: d.Uint},
}, Brief: []*d.Field{
	{Name: "qs_version", At: abi.Fs_quota_statv_qs_version, Type: d.Int},
}}

// xfsQuotaFile is struct fs_qfilestat.
var xfsQuotaFile = d.Struct{Of: abi.Sizeof_fs_qfilestat, Fields: []*d.Field{
	{Name: "qfs_ino", At: abi.Fs_qfilestat_qfs_ino, Type: d.Uint64},
	{Name: "qfs_nblks", At: abi.Fs_qfilestat_qfs_nblks, Type: d.Uint64},
	{Name: "qfs_nextents", At: abi.Fs_qfilestat_qfs_nextents, Type: d.Uint},
}}

// xfsQuotaFilev is struct fs_qfilestatv.
var xfsQuotaFilev = d.Struct{Of: abi.Sizeof_fs_qfilestatv, Fields: []*d.Field{
	{Name: "qfs_ino", At: abi.Fs_qfilestatv_qfs_ino, Type: d.Uint64},
	{Name: "qfs_nblks", At: abi.Fs_qfilestatv_qfs_nblks, Type: d.Uint64},
	{Name: "qfs_nextents", At: abi.Fs_qfilestatv_qfs_nextents, Type: d.Uint},
}}
