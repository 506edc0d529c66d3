package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// ifStatsMsg is what a message of counters begins with (linux/if_link.h).
var ifStatsMsg = d.Struct{Of: abi.Sizeof_if_stats_msg, Fields: []*d.Field{
	{Name: "family", At: abi.If_stats_msg_family, Type: &family},
	{Name: "pad1", At: abi.If_stats_msg_pad1, Type: d.Hex32, If: d.Nonzero},
	{Name: "pad2", At: abi.If_stats_msg_pad2, Type: d.Hex32, If: d.Nonzero},
	{Name: "ifindex", At: abi.If_stats_msg_ifindex, Type: sockaddr.IfIndex},
	{Name: "filter_mask", At: abi.If_stats_msg_filter_mask, Type: &d.Flags{&xlat.IflaStatsBit}},
}}

var linkStatsAttr = grown{&linkStats64, [2]int{184, 192}}

var statsAttrs = attrs{names: &xlat.IflaStats, as: []shower{
	1: &linkStatsAttr, 2: &nested{&xstatsAttrs}, 3: &nested{&xstatsAttrs}, 4: &nested{&offloadAttrs}, 5: &nested{&afStatsAttrs},
}}

var (
	xstatsAttrs    = attrs{names: &xlat.LinkXstatsType, as: []shower{1: &nested{&bridgeXstats}, 2: &nested{&bondXstats}}}
	bridgeXstats   = attrs{names: &xlat.BridgeXstats, as: []shower{1: &tailed{&bridgeVlanXstats}, 2: &tailed{&brMcastStats}, 4: &tailed{&bridgeSTPXstats}}}
	bondXstats     = attrs{names: &xlat.BondXstats, as: []shower{1: &nested{&bond3AD}}}
	bond3AD        = attrs{names: &xlat.Bond3adStat, as: []shower{0: &u64, 1: &u64, 2: &u64, 3: &u64, 4: &u64, 5: &u64, 6: &u64, 7: &u64, 8: &u64}}
	offloadAttrs   = attrs{names: &xlat.IflaOffloadXstats, as: []shower{1: &linkStatsAttr}}
	afStatsAttrs   = attrs{names: &xlat.AF, as: []shower{28: &nested{&mplsStatsAttrs}}}
	mplsStatsAttrs = attrs{names: &xlat.MplsStats, as: []shower{1: &tailed{&mplsLinkStats}}}
)

var bridgeVlanXstats = d.Struct{Of: abi.Sizeof_bridge_vlan_xstats, Fields: []*d.Field{
	{Name: "rx_bytes", At: abi.Bridge_vlan_xstats_rx_bytes, Type: d.Uint64},
	{Name: "rx_packets", At: abi.Bridge_vlan_xstats_rx_packets, Type: d.Uint64},
	{Name: "tx_bytes", At: abi.Bridge_vlan_xstats_tx_bytes, Type: d.Uint64},
	{Name: "tx_packets", At: abi.Bridge_vlan_xstats_tx_packets, Type: d.Uint64},
	{Name: "vid", At: abi.Bridge_vlan_xstats_vid, Type: d.Uint},
	{Name: "flags", At: abi.Bridge_vlan_xstats_flags, Type: &d.Flags{&xlat.BridgeVlanInfoFlag}},
	{Name: "pad2", At: abi.Bridge_vlan_xstats_pad2, Type: d.Hex32, If: d.Nonzero},
}}

// directions are two counters: [[BR_MCAST_DIR_RX]=1, [BR_MCAST_DIR_TX]=2].
func directions(c *d.Call, off uint64) {
	b, _ := c.Object()
	inDirections.show(c, nil, b[off:off+16])
}

var inDirections = indexed{&xlat.BrMcastDir, 0, 8, d.Uint64}

var brMcastStats = d.Struct{Of: abi.Sizeof_br_mcast_stats, Fields: []*d.Field{
	{Name: "igmp_v1queries", At: abi.Br_mcast_stats_igmp_v1queries, Type: d.Func(directions)},
	{Name: "igmp_v2queries", At: abi.Br_mcast_stats_igmp_v2queries, Type: d.Func(directions)},
	{Name: "igmp_v3queries", At: abi.Br_mcast_stats_igmp_v3queries, Type: d.Func(directions)},
	{Name: "igmp_leaves", At: abi.Br_mcast_stats_igmp_leaves, Type: d.Func(directions)},
	{Name: "igmp_v1reports", At: abi.Br_mcast_stats_igmp_v1reports, Type: d.Func(directions)},
	{Name: "igmp_v2reports", At: abi.Br_mcast_stats_igmp_v2reports, Type: d.Func(directions)},
	{Name: "igmp_v3reports", At: abi.Br_mcast_stats_igmp_v3reports, Type: d.Func(directions)},
	{Name: "igmp_parse_errors", At: abi.Br_mcast_stats_igmp_parse_errors, Type: d.Uint64},
	{Name: "mld_v1queries", At: abi.Br_mcast_stats_mld_v1queries, Type: d.Func(directions)},
	{Name: "mld_v2queries", At: abi.Br_mcast_stats_mld_v2queries, Type: d.Func(directions)},
	{Name: "mld_leaves", At: abi.Br_mcast_stats_mld_leaves, Type: d.Func(directions)},
	{Name: "mld_v1reports", At: abi.Br_mcast_stats_mld_v1reports, Type: d.Func(directions)},
	{Name: "mld_v2reports", At: abi.Br_mcast_stats_mld_v2reports, Type: d.Func(directions)},
	{Name: "mld_parse_errors", At: abi.Br_mcast_stats_mld_parse_errors, Type: d.Uint64},
	{Name: "mcast_bytes", At: abi.Br_mcast_stats_mcast_bytes, Type: d.Func(directions)},
	{Name: "mcast_packets", At: abi.Br_mcast_stats_mcast_packets, Type: d.Func(directions)},
}}

var bridgeSTPXstats = d.Struct{Of: abi.Sizeof_bridge_stp_xstats, Fields: []*d.Field{
	{Name: "transition_blk", At: abi.Bridge_stp_xstats_transition_blk, Type: d.Uint64},
	{Name: "transition_fwd", At: abi.Bridge_stp_xstats_transition_fwd, Type: d.Uint64},
	{Name: "rx_bpdu", At: abi.Bridge_stp_xstats_rx_bpdu, Type: d.Uint64},
	{Name: "tx_bpdu", At: abi.Bridge_stp_xstats_tx_bpdu, Type: d.Uint64},
	{Name: "rx_tcn", At: abi.Bridge_stp_xstats_rx_tcn, Type: d.Uint64},
	{Name: "tx_tcn", At: abi.Bridge_stp_xstats_tx_tcn, Type: d.Uint64},
}}

var mplsLinkStats = d.Struct{Of: abi.Sizeof_mpls_link_stats, Fields: []*d.Field{
	{Name: "rx_packets", At: abi.Mpls_link_stats_rx_packets, Type: d.Uint64},
	{Name: "tx_packets", At: abi.Mpls_link_stats_tx_packets, Type: d.Uint64},
	{Name: "rx_bytes", At: abi.Mpls_link_stats_rx_bytes, Type: d.Uint64},
	{Name: "tx_bytes", At: abi.Mpls_link_stats_tx_bytes, Type: d.Uint64},
	{Name: "rx_errors", At: abi.Mpls_link_stats_rx_errors, Type: d.Uint64},
	{Name: "tx_errors", At: abi.Mpls_link_stats_tx_errors, Type: d.Uint64},
	{Name: "rx_dropped", At: abi.Mpls_link_stats_rx_dropped, Type: d.Uint64},
	{Name: "tx_dropped", At: abi.Mpls_link_stats_tx_dropped, Type: d.Uint64},
	{Name: "rx_noroute", At: abi.Mpls_link_stats_rx_noroute, Type: d.Uint64},
}}
