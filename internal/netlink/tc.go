package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// tcmsg is what a message of traffic control begins with.
var tcmsg = d.Struct{Of: abi.Sizeof_tcmsg, Fields: []*d.Field{
	{Name: "tcm_family", At: abi.Tcmsg_tcm_family, Type: &family},
	{Name: "tcm_ifindex", At: abi.Tcmsg_tcm_ifindex, Type: sockaddr.IfIndex},
	{Name: "tcm_handle", At: abi.Tcmsg_tcm_handle, Type: d.Uint},
	{Name: "tcm_parent", At: abi.Tcmsg_tcm_parent, Type: d.Uint},
	{Name: "tcm_info", At: abi.Tcmsg_tcm_info, Type: d.Uint},
}}

// tcAttrs are those of traffic control (linux/rtnetlink.h).
var tcAttrs = attrs{names: &xlat.TcaType, as: []shower{
	1: showFunc(text), 3: &part{&tcStats, 36}, 5: &structure{&tcEstimator}, 6: &u32, 7: &nested{&tcStatsAttrs}, 8: &nested{&tcStabAttrs},
	11: &u32, 12: &u8, 13: &u32, 14: &u32, 15: &u32, 16: showFunc(text),
}}

var tcStats = d.Struct{Of: abi.Sizeof_tc_stats, Fields: []*d.Field{
	{Name: "bytes", At: abi.Tc_stats_bytes, Type: d.Uint64},
	{Name: "packets", At: abi.Tc_stats_packets, Type: d.Uint},
	{Name: "drops", At: abi.Tc_stats_drops, Type: d.Uint},
	{Name: "overlimits", At: abi.Tc_stats_overlimits, Type: d.Uint},
	{Name: "bps", At: abi.Tc_stats_bps, Type: d.Uint},
	{Name: "pps", At: abi.Tc_stats_pps, Type: d.Uint},
	{Name: "qlen", At: abi.Tc_stats_qlen, Type: d.Uint},
	{Name: "backlog", At: abi.Tc_stats_backlog, Type: d.Uint},
}}

var tcEstimator = d.Struct{Of: abi.Sizeof_tc_estimator, Fields: []*d.Field{
	{Name: "interval", At: abi.Tc_estimator_interval, Type: d.Int},
	{Name: "ewma_log", At: abi.Tc_estimator_ewma_log, Type: d.Uint},
}}

// tcStatsAttrs are counters (linux/gen_stats.h).
var tcStatsAttrs = attrs{names: &xlat.TcaStats, as: []shower{
	1: &part{&gnetBasic, 12}, 2: &structure{&gnetRateEst}, 3: &structure{&gnetQueue}, 5: &structure{&gnetRateEst64}, 7: &part{&gnetBasic, 12}, 8: &u64,
}}

var gnetBasic = d.Struct{Of: abi.Sizeof_gnet_stats_basic, Fields: []*d.Field{
	{Name: "bytes", At: abi.Gnet_stats_basic_bytes, Type: d.Uint64},
	{Name: "packets", At: abi.Gnet_stats_basic_packets, Type: d.Uint},
}}

var gnetRateEst = d.Struct{Of: abi.Sizeof_gnet_stats_rate_est, Fields: []*d.Field{
	{Name: "bps", At: abi.Gnet_stats_rate_est_bps, Type: d.Uint},
	{Name: "pps", At: abi.Gnet_stats_rate_est_pps, Type: d.Uint},
}}

var gnetQueue = d.Struct{Of: abi.Sizeof_gnet_stats_queue, Fields: []*d.Field{
	{Name: "qlen", At: abi.Gnet_stats_queue_qlen, Type: d.Uint},
	{Name: "backlog", At: abi.Gnet_stats_queue_backlog, Type: d.Uint},
	{Name: "drops", At: abi.Gnet_stats_queue_drops, Type: d.Uint},
	{Name: "requeues", At: abi.Gnet_stats_queue_requeues, Type: d.Uint},
	{Name: "overlimits", At: abi.Gnet_stats_queue_overlimits, Type: d.Uint},
}}

var gnetRateEst64 = d.Struct{Of: abi.Sizeof_gnet_stats_rate_est64, Fields: []*d.Field{
	{Name: "bps", At: abi.Gnet_stats_rate_est64_bps, Type: d.Uint64},
	{Name: "pps", At: abi.Gnet_stats_rate_est64_pps, Type: d.Uint64},
}}

// tcStabAttrs are a table of sizes (linux/pkt_sched.h).
var tcStabAttrs = attrs{names: &xlat.TcaStab, as: []shower{1: &structure{&tcSizeSpec}, 2: &list{2, d.Uint}}}

var tcSizeSpec = d.Struct{Of: abi.Sizeof_tc_sizespec, Fields: []*d.Field{
	{Name: "cell_log", At: abi.Tc_sizespec_cell_log, Type: d.Uint},
	{Name: "size_log", At: abi.Tc_sizespec_size_log, Type: d.Uint},
	{Name: "cell_align", At: abi.Tc_sizespec_cell_align, Type: d.Int},
	{Name: "overhead", At: abi.Tc_sizespec_overhead, Type: d.Int},
	{Name: "linklayer", At: abi.Tc_sizespec_linklayer, Type: d.Uint},
	{Name: "mpu", At: abi.Tc_sizespec_mpu, Type: d.Uint},
	{Name: "mtu", At: abi.Tc_sizespec_mtu, Type: d.Uint},
	{Name: "tsize", At: abi.Tc_sizespec_tsize, Type: d.Uint},
}}

// tcamsg is what a message about actions begins with.
var tcamsg = d.Struct{Of: abi.Sizeof_tcamsg, Fields: []*d.Field{
	{Name: "tca_family", At: abi.Tcamsg_tca_family, Type: &family},
}}

var actionAttrs = attrs{names: &xlat.TcaRoot, as: []shower{
	1: &nested{&actionList}, 2: &span{4, 8, &d.Flags{&xlat.TcaRootFlag}}, 3: &u32, 4: &anySize{d.Func(showMilliseconds)}, 5: showFunc(text),
}}

var actionList = attrs{each: &nested{&actionAttr}}

// actionAttr are those of an action (linux/pkt_cls.h).
var actionAttr = attrs{names: &xlat.TcaAct, as: []shower{
	1: showFunc(text), 3: &u32, 4: &nested{&tcStatsAttrs}, 7: &span{4, 8, &d.Flags{&xlat.TcaActFlag}},
	8: &span{4, 8, &d.Flags{&xlat.TcaActHWStats}}, 9: &span{4, 8, &d.Flags{&xlat.TcaActHWStats}}, 10: &u32,
}}

// showMilliseconds shows a time, and in a comment in seconds: 1 /* 0.001 s */.
func showMilliseconds(c *d.Call, v uint64) {
	c.P.Uint(v)
	c.P.SecondsComment(v, 3)
}
