package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// ndtmsg is what a message about tables of neighbours begins with (linux/neighbour.h).
var ndtmsg = d.Struct{Of: abi.Sizeof_ndtmsg, Fields: []*d.Field{
	{Name: "ndtm_family", At: abi.Ndtmsg_ndtm_family, Type: &family},
}}

var ndtAttrs = attrs{names: &xlat.NdtaType, as: []shower{
	1: showFunc(text), 2: &u32, 3: &u32, 4: &u32, 5: &structure{&ndtConfig}, 6: &nested{&ndtParms}, 7: &structure{&ndtStats}, 8: &u64,
}}

var ndtConfig = d.Struct{Of: abi.Sizeof_ndt_config, Fields: []*d.Field{
	{Name: "ndtc_key_len", At: abi.Ndt_config_ndtc_key_len, Type: d.Uint},
	{Name: "ndtc_entry_size", At: abi.Ndt_config_ndtc_entry_size, Type: d.Uint},
	{Name: "ndtc_entries", At: abi.Ndt_config_ndtc_entries, Type: d.Uint},
	{Name: "ndtc_last_flush", At: abi.Ndt_config_ndtc_last_flush, Type: d.Uint},
	{Name: "ndtc_last_rand", At: abi.Ndt_config_ndtc_last_rand, Type: d.Uint},
	{Name: "ndtc_hash_rnd", At: abi.Ndt_config_ndtc_hash_rnd, Type: d.Uint},
	{Name: "ndtc_hash_mask", At: abi.Ndt_config_ndtc_hash_mask, Type: d.Func(showMask32)},
	{Name: "ndtc_hash_chain_gc", At: abi.Ndt_config_ndtc_hash_chain_gc, Type: d.Uint},
	{Name: "ndtc_proxy_qlen", At: abi.Ndt_config_ndtc_proxy_qlen, Type: d.Uint},
}}

// showMask32 shows a mask with all its digits.
func showMask32(c *d.Call, v uint64) { c.P.HexFull(v, 8) }

var ndtStats = d.Struct{Of: abi.Sizeof_ndt_stats, Fields: []*d.Field{
	{Name: "ndts_allocs", At: abi.Ndt_stats_ndts_allocs, Type: d.Uint64},
	{Name: "ndts_destroys", At: abi.Ndt_stats_ndts_destroys, Type: d.Uint64},
	{Name: "ndts_hash_grows", At: abi.Ndt_stats_ndts_hash_grows, Type: d.Uint64},
	{Name: "ndts_res_failed", At: abi.Ndt_stats_ndts_res_failed, Type: d.Uint64},
	{Name: "ndts_lookups", At: abi.Ndt_stats_ndts_lookups, Type: d.Uint64},
	{Name: "ndts_hits", At: abi.Ndt_stats_ndts_hits, Type: d.Uint64},
	{Name: "ndts_rcv_probes_mcast", At: abi.Ndt_stats_ndts_rcv_probes_mcast, Type: d.Uint64},
	{Name: "ndts_rcv_probes_ucast", At: abi.Ndt_stats_ndts_rcv_probes_ucast, Type: d.Uint64},
	{Name: "ndts_periodic_gc_runs", At: abi.Ndt_stats_ndts_periodic_gc_runs, Type: d.Uint64},
	{Name: "ndts_forced_gc_runs", At: abi.Ndt_stats_ndts_forced_gc_runs, Type: d.Uint64},
	{Name: "ndts_table_fulls", At: abi.Ndt_stats_ndts_table_fulls, Type: d.Uint64},
}}

var ndtParms = attrs{names: &xlat.NdtpaType, as: []shower{
	1: &interfaceIndex, 2: &u32, 3: &u64, 4: &u64, 5: &u64, 6: &u64, 7: &u64, 8: &u32, 9: &u32, 10: &u32, 11: &u32, 12: &u64, 13: &u64, 14: &u32, 15: &u64,
	16: &u32, 17: &u32, 19: &u64,
}}

// ifaddrlblmsg is what a message about labels of addresses begins with (linux/if_addrlabel.h).
var ifaddrlblmsg = d.Struct{Of: abi.Sizeof_ifaddrlblmsg, Fields: []*d.Field{
	{Name: "ifal_family", At: abi.Ifaddrlblmsg_ifal_family, Type: &family},
	{Name: "ifal_prefixlen", At: abi.Ifaddrlblmsg_ifal_prefixlen, Type: d.Uint},
	{Name: "ifal_flags", At: abi.Ifaddrlblmsg_ifal_flags, Type: d.Uint},
	{Name: "ifal_index", At: abi.Ifaddrlblmsg_ifal_index, Type: sockaddr.IfIndex},
	{Name: "ifal_seq", At: abi.Ifaddrlblmsg_ifal_seq, Type: d.Uint},
}}

var labelAttrs = attrs{names: &xlat.IfalType, as: []shower{1: showFunc(address), 2: &u32}}

// dcbmsg is what a message about data centre bridging begins with (linux/dcbnl.h).
var dcbmsg = d.Struct{Of: abi.Sizeof_dcbmsg, Fields: []*d.Field{
	{Name: "dcb_family", At: abi.Dcbmsg_dcb_family, Type: &family},
	{Name: "cmd", At: abi.Dcbmsg_cmd, Type: &d.Enum{Of: &xlat.DcbCmd}},
}}

var dcbAttrs = attrs{names: &xlat.DcbAttr}

// netconfmsg is what a message about settings begins with (linux/netconf.h).
var netconfmsg = d.Struct{Of: abi.Sizeof_netconfmsg, Fields: []*d.Field{
	{Name: "ncm_family", At: abi.Netconfmsg_ncm_family, Type: &family},
}}

var netconfAttrs = attrs{names: &xlat.NetconfaType, as: []shower{
	1: &interfaceIndex, 2: &s32, 3: &s32, 4: &s32, 5: &s32, 6: &s32, 7: &s32, 8: &s32, 9: &s32,
}}

// rtgenmsg is what a message about ids of network name spaces begins with (linux/net_namespace.h).
var rtgenmsg = d.Struct{Of: abi.Sizeof_rtgenmsg, Fields: []*d.Field{
	{Name: "rtgen_family", At: abi.Rtgenmsg_rtgen_family, Type: &family},
}}

var nsidAttrs = attrs{names: &xlat.NetnsaType, as: []shower{1: &s32, 2: &u32, 3: &number{4, d.FD}, 4: &s32, 5: &s32}}

// cacheReport is what a report about a multicast route begins with.
var cacheReport = d.Struct{Of: abi.Sizeof_rtgenmsg, Fields: []*d.Field{
	{Name: "rtgen_family", At: abi.Rtgenmsg_rtgen_family, Type: d.Func(showRouteFamily)},
}}

// showRouteFamily shows an address family or one of routing alone.
func showRouteFamily(c *d.Call, v uint64) {
	if _, known := xlat.AF.Name(v); known {
		family.Show(c, v)
		return
	}
	c.P.Symbol(v, &xlat.RtnlFamily, show.Hexadecimal)
}
