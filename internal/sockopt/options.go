package sockopt

import (
	"gostrace/internal/abi"
	"gostrace/internal/bpf"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// boxed shows an integer in brackets: [1].
type boxed struct{ of *d.Num }

// Size implements d.Object.
func (o *boxed) Size(a *abi.ABI) int { return o.of.Size(a) }

// ShowAt implements d.Object.
func (o *boxed) ShowAt(c *d.Call, b []byte) {
	c.P.Array()
	c.P.Elem()
	o.of.ShowAt(c, b)
	c.P.EndArray()
}

var boxedInt = boxed{&d.IntObj}

// anyInt are the options of a level that has ints alone.
var anyInt = []option{{number: everyOption, as: &boxedInt}}

// socketOptions are those of SOL_SOCKET (asm-generic/socket.h).
var socketOptions = []option{
	{number: 4, as: &boxed{&d.Num{Type: d.Errno, Bytes: 4}}, out: true},
	{number: 13, as: &linger},
	{number: 17, as: &ucred, out: true},
	{number: 26, as: &bpf.Prog, exact: true, in: true},
	{number: 26, as: filter{}, out: true},
	{number: 51, as: &bpf.Prog, exact: true, in: true},
	{number: 74, as: &boxed{&d.Num{Type: &d.Enum{Of: &xlat.SockTxRehash, Base: show.UnsignedDecimal}, Bytes: 4}}},
	// Plain ints, of which a longer value is one, too.
	{number: 1, as: &boxedInt}, {number: 2, as: &boxedInt}, {number: 5, as: &boxedInt}, {number: 6, as: &boxedInt},
	{number: 7, as: &boxedInt}, {number: 8, as: &boxedInt}, {number: 9, as: &boxedInt}, {number: 10, as: &boxedInt},
	{number: 11, as: &boxedInt}, {number: 12, as: &boxedInt}, {number: 14, as: &boxedInt}, {number: 15, as: &boxedInt},
	{number: 16, as: &boxedInt}, {number: 18, as: &boxedInt}, {number: 19, as: &boxedInt}, {number: 27, as: &boxedInt},
	{number: 29, as: &boxedInt}, {number: 30, as: &boxedInt}, {number: 32, as: &boxedInt}, {number: 33, as: &boxedInt},
	{number: 34, as: &boxedInt}, {number: 35, as: &boxedInt}, {number: 36, as: &boxedInt}, {number: 37, as: &boxedInt},
	{number: 40, as: &boxedInt}, {number: 41, as: &boxedInt}, {number: 42, as: &boxedInt}, {number: 43, as: &boxedInt},
	{number: 44, as: &boxedInt}, {number: 45, as: &boxedInt}, {number: 46, as: &boxedInt}, {number: 49, as: &boxedInt},
	{number: 53, as: &boxedInt}, {number: 56, as: &boxedInt}, {number: 60, as: &boxedInt}, {number: 63, as: &boxedInt},
	{number: 64, as: &boxedInt}, {number: 65, as: &boxedInt}, {number: 68, as: &boxedInt}, {number: 69, as: &boxedInt},
	{number: 70, as: &boxedInt}, {number: 73, as: &boxedInt}, {number: 75, as: &boxedInt}, {number: 76, as: &boxedInt},
	{number: 82, as: &boxedInt}, {number: 83, as: &boxedInt}, {number: 84, as: &boxedInt},
}

var linger = d.Struct{Of: abi.Sizeof_linger, Fields: []*d.Field{
	{Name: "l_onoff", At: abi.Linger_l_onoff, Type: d.Int},
	{Name: "l_linger", At: abi.Linger_l_linger, Type: d.Int},
}}

var ucred = d.Struct{Of: abi.Sizeof_ucred, Fields: []*d.Field{
	{Name: "pid", At: abi.Ucred_pid, Type: d.PID},
	{Name: "uid", At: abi.Ucred_uid, Type: d.UID},
	{Name: "gid", At: abi.Ucred_gid, Type: d.UID},
}}

// ipOptions are those of SOL_IP (linux/in.h).
var ipOptions = []option{
	{number: 35, as: &ipMreq}, {number: 36, as: &ipMreq},
	{number: 42, as: &groupReq}, {number: 45, as: &groupReq},
	{number: 52, as: &boxed{&d.Num{Type: &d.Enum{Of: &xlat.InetProto}, Bytes: 4}}, out: true},
}

var ipMreq = d.Struct{Of: abi.Sizeof_ip_mreq, Fields: []*d.Field{
	{Name: "imr_multiaddr", At: abi.Ip_mreq_imr_multiaddr_s_addr, Type: sockaddr.Inet4},
	{Name: "imr_interface", At: abi.Ip_mreq_imr_interface_s_addr, Type: sockaddr.Inet4},
}}

var groupReq = d.Struct{Of: abi.Sizeof_group_req, Fields: []*d.Field{
	{Name: "gr_interface", At: abi.Group_req_gr_interface, Type: sockaddr.IfIndex},
	{Name: "gr_group", At: abi.Group_req_gr_group, Type: sockaddr.Storage},
}}

// ipv6Options are those of SOL_IPV6 (linux/in6.h).
var ipv6Options = []option{
	{number: 20, as: &ipv6Mreq}, {number: 21, as: &ipv6Mreq}, {number: 27, as: &ipv6Mreq}, {number: 28, as: &ipv6Mreq},
	{number: 42, as: &groupReq}, {number: 45, as: &groupReq},
}

var ipv6Mreq = d.Struct{Of: abi.Sizeof_ipv6_mreq, Fields: []*d.Field{
	{Name: "ipv6mr_multiaddr", At: abi.Ipv6_mreq_ipv6mr_multiaddr, Type: sockaddr.Inet6},
	{Name: "ipv6mr_interface", At: abi.Ipv6_mreq_ipv6mr_ifindex, Type: sockaddr.IfIndex},
}}

// packetOptions are those of SOL_PACKET (linux/if_packet.h).
var packetOptions = []option{
	{number: 1, as: &packetMreq, exact: true}, {number: 2, as: &packetMreq, exact: true},
	{number: 5, as: &tpacketReq, exact: true}, {number: 13, as: &tpacketReq, exact: true},
	{number: 6, as: &tpacketStats, out: true},
}

var packetMreq = d.Struct{Of: abi.Sizeof_packet_mreq, Fields: []*d.Field{
	{Name: "mr_ifindex", At: abi.Packet_mreq_mr_ifindex, Type: sockaddr.IfIndex},
	{Name: "mr_type", At: abi.Packet_mreq_mr_type, Type: &d.Enum{Of: &xlat.PacketMrType}},
	{Name: "mr_alen", At: abi.Packet_mreq_mr_alen, Type: d.Uint},
	{Name: "mr_address", At: abi.Packet_mreq_mr_address, Type: d.Func(showMrAddress)},
}}

// showMrAddress shows as many bytes of mr_address as mr_alen says.
func showMrAddress(c *d.Call, off uint64) {
	n := (d.M + d.Expr(abi.Packet_mreq_mr_alen)).Eval(c)
	b, _ := c.Object()
	sockaddr.ShowHWAddr(c, b[off:off+min(n, uint64(c.Field().Size))])
}

var tpacketReq = d.Struct{Of: abi.Sizeof_tpacket_req, Fields: []*d.Field{
	{Name: "tp_block_size", At: abi.Tpacket_req_tp_block_size, Type: d.Uint},
	{Name: "tp_block_nr", At: abi.Tpacket_req_tp_block_nr, Type: d.Uint},
	{Name: "tp_frame_size", At: abi.Tpacket_req_tp_frame_size, Type: d.Uint},
	{Name: "tp_frame_nr", At: abi.Tpacket_req_tp_frame_nr, Type: d.Uint},
}}

var tpacketStats = d.Struct{Of: abi.Sizeof_tpacket_stats, Fields: []*d.Field{
	{Name: "tp_packets", At: abi.Tpacket_stats_tp_packets, Type: d.Uint},
	{Name: "tp_drops", At: abi.Tpacket_stats_tp_drops, Type: d.Uint},
}}
