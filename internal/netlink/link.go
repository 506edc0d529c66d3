package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// present is an If that leaves out a member that an older structure doesn't have.
func present(c *d.Call) bool {
	obj, _ := c.Object()
	l := c.Field()
	return int(l.Off+l.Size) <= len(obj)
}

// linkStats is struct rtnl_link_stats: counters (linux/if_link.h).
var linkStats = d.Struct{Of: abi.Sizeof_rtnl_link_stats, Fields: []*d.Field{
	{Name: "rx_packets", At: abi.Rtnl_link_stats_rx_packets, Type: d.Uint},
	{Name: "tx_packets", At: abi.Rtnl_link_stats_tx_packets, Type: d.Uint},
	{Name: "rx_bytes", At: abi.Rtnl_link_stats_rx_bytes, Type: d.Uint},
	{Name: "tx_bytes", At: abi.Rtnl_link_stats_tx_bytes, Type: d.Uint},
	{Name: "rx_errors", At: abi.Rtnl_link_stats_rx_errors, Type: d.Uint},
	{Name: "tx_errors", At: abi.Rtnl_link_stats_tx_errors, Type: d.Uint},
	{Name: "rx_dropped", At: abi.Rtnl_link_stats_rx_dropped, Type: d.Uint},
	{Name: "tx_dropped", At: abi.Rtnl_link_stats_tx_dropped, Type: d.Uint},
	{Name: "multicast", At: abi.Rtnl_link_stats_multicast, Type: d.Uint},
	{Name: "collisions", At: abi.Rtnl_link_stats_collisions, Type: d.Uint},
	{Name: "rx_length_errors", At: abi.Rtnl_link_stats_rx_length_errors, Type: d.Uint},
	{Name: "rx_over_errors", At: abi.Rtnl_link_stats_rx_over_errors, Type: d.Uint},
	{Name: "rx_crc_errors", At: abi.Rtnl_link_stats_rx_crc_errors, Type: d.Uint},
	{Name: "rx_frame_errors", At: abi.Rtnl_link_stats_rx_frame_errors, Type: d.Uint},
	{Name: "rx_fifo_errors", At: abi.Rtnl_link_stats_rx_fifo_errors, Type: d.Uint},
	{Name: "rx_missed_errors", At: abi.Rtnl_link_stats_rx_missed_errors, Type: d.Uint},
	{Name: "tx_aborted_errors", At: abi.Rtnl_link_stats_tx_aborted_errors, Type: d.Uint},
	{Name: "tx_carrier_errors", At: abi.Rtnl_link_stats_tx_carrier_errors, Type: d.Uint},
	{Name: "tx_fifo_errors", At: abi.Rtnl_link_stats_tx_fifo_errors, Type: d.Uint},
	{Name: "tx_heartbeat_errors", At: abi.Rtnl_link_stats_tx_heartbeat_errors, Type: d.Uint},
	{Name: "tx_window_errors", At: abi.Rtnl_link_stats_tx_window_errors, Type: d.Uint},
	{Name: "rx_compressed", At: abi.Rtnl_link_stats_rx_compressed, Type: d.Uint},
	{Name: "tx_compressed", At: abi.Rtnl_link_stats_tx_compressed, Type: d.Uint},
	{Name: "rx_nohandler", At: abi.Rtnl_link_stats_rx_nohandler, Type: d.Uint, If: present},
}}

// linkStats64 is struct rtnl_link_stats64.
var linkStats64 = d.Struct{Of: abi.Sizeof_rtnl_link_stats64, Fields: []*d.Field{
	{Name: "rx_packets", At: abi.Rtnl_link_stats64_rx_packets, Type: d.Uint64},
	{Name: "tx_packets", At: abi.Rtnl_link_stats64_tx_packets, Type: d.Uint64},
	{Name: "rx_bytes", At: abi.Rtnl_link_stats64_rx_bytes, Type: d.Uint64},
	{Name: "tx_bytes", At: abi.Rtnl_link_stats64_tx_bytes, Type: d.Uint64},
	{Name: "rx_errors", At: abi.Rtnl_link_stats64_rx_errors, Type: d.Uint64},
	{Name: "tx_errors", At: abi.Rtnl_link_stats64_tx_errors, Type: d.Uint64},
	{Name: "rx_dropped", At: abi.Rtnl_link_stats64_rx_dropped, Type: d.Uint64},
	{Name: "tx_dropped", At: abi.Rtnl_link_stats64_tx_dropped, Type: d.Uint64},
	{Name: "multicast", At: abi.Rtnl_link_stats64_multicast, Type: d.Uint64},
	{Name: "collisions", At: abi.Rtnl_link_stats64_collisions, Type: d.Uint64},
	{Name: "rx_length_errors", At: abi.Rtnl_link_stats64_rx_length_errors, Type: d.Uint64},
	{Name: "rx_over_errors", At: abi.Rtnl_link_stats64_rx_over_errors, Type: d.Uint64},
	{Name: "rx_crc_errors", At: abi.Rtnl_link_stats64_rx_crc_errors, Type: d.Uint64},
	{Name: "rx_frame_errors", At: abi.Rtnl_link_stats64_rx_frame_errors, Type: d.Uint64},
	{Name: "rx_fifo_errors", At: abi.Rtnl_link_stats64_rx_fifo_errors, Type: d.Uint64},
	{Name: "rx_missed_errors", At: abi.Rtnl_link_stats64_rx_missed_errors, Type: d.Uint64},
	{Name: "tx_aborted_errors", At: abi.Rtnl_link_stats64_tx_aborted_errors, Type: d.Uint64},
	{Name: "tx_carrier_errors", At: abi.Rtnl_link_stats64_tx_carrier_errors, Type: d.Uint64},
	{Name: "tx_fifo_errors", At: abi.Rtnl_link_stats64_tx_fifo_errors, Type: d.Uint64},
	{Name: "tx_heartbeat_errors", At: abi.Rtnl_link_stats64_tx_heartbeat_errors, Type: d.Uint64},
	{Name: "tx_window_errors", At: abi.Rtnl_link_stats64_tx_window_errors, Type: d.Uint64},
	{Name: "rx_compressed", At: abi.Rtnl_link_stats64_rx_compressed, Type: d.Uint64},
	{Name: "tx_compressed", At: abi.Rtnl_link_stats64_tx_compressed, Type: d.Uint64},
	{Name: "rx_nohandler", At: abi.Rtnl_link_stats64_rx_nohandler, Type: d.Uint64, If: present},
	{Name: "rx_otherhost_dropped", At: abi.Rtnl_link_stats64_rx_otherhost_dropped, Type: d.Uint64, If: present},
}}

// linkMap is struct rtnl_link_ifmap: where a device is.
var linkMap = d.Struct{Of: abi.Sizeof_rtnl_link_ifmap, Fields: []*d.Field{
	{Name: "mem_start", At: abi.Rtnl_link_ifmap_mem_start, Type: d.Hex64},
	{Name: "mem_end", At: abi.Rtnl_link_ifmap_mem_end, Type: d.Hex64},
	{Name: "base_addr", At: abi.Rtnl_link_ifmap_base_addr, Type: d.Hex64},
	{Name: "irq", At: abi.Rtnl_link_ifmap_irq, Type: d.Uint},
	{Name: "dma", At: abi.Rtnl_link_ifmap_dma, Type: d.Uint},
	{Name: "port", At: abi.Rtnl_link_ifmap_port, Type: d.Uint},
}}

// addrCacheinfo is struct ifa_cacheinfo: how long an address lasts.
var addrCacheinfo = d.Struct{Of: abi.Sizeof_ifa_cacheinfo, Fields: []*d.Field{
	{Name: "ifa_prefered", At: abi.Ifa_cacheinfo_ifa_prefered, Type: d.Uint},
	{Name: "ifa_valid", At: abi.Ifa_cacheinfo_ifa_valid, Type: d.Uint},
	{Name: "cstamp", At: abi.Ifa_cacheinfo_cstamp, Type: d.Uint},
	{Name: "tstamp", At: abi.Ifa_cacheinfo_tstamp, Type: d.Uint},
}}

// neighCacheinfo is struct nda_cacheinfo: when a neighbour was heard of.
var neighCacheinfo = d.Struct{Of: abi.Sizeof_nda_cacheinfo, Fields: []*d.Field{
	{Name: "ndm_confirmed", At: abi.Nda_cacheinfo_ndm_confirmed, Type: d.Uint},
	{Name: "ndm_used", At: abi.Nda_cacheinfo_ndm_used, Type: d.Uint},
	{Name: "ndm_updated", At: abi.Nda_cacheinfo_ndm_updated, Type: d.Uint},
	{Name: "ndm_refcnt", At: abi.Nda_cacheinfo_ndm_refcnt, Type: d.Uint},
}}
