package sockopt

import (
	"gostrace/internal/abi"
	"gostrace/internal/bpf"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// An option that is an int; of a shorter value getsockopt(2) returns the bytes.
var (
	intSet = integer{as: d.Int}
	intGot = integer{as: d.Int, short: asBytes}
)

// socketOptions are those of SOL_SOCKET (asm-generic/socket.h).
var socketOptions = []option{
	{number: 4, get: &integer{as: d.Func(showErrno), short: asBytes}},
	{number: 13, set: &whole{of: &linger}, get: &partial{&linger}},
	{number: 17, get: &partial{&ucred}},
	{number: 26, set: &whole{of: &bpf.Prog, exact: true}, get: filter{}},
	{number: 51, set: &whole{of: &bpf.Prog, exact: true}},
	{number: 74, set: &integer{as: &txRehash}, get: &integer{as: &txRehash, short: asBytes}},
	{number: 77, get: &integer{as: d.FD, short: asBytes}},
	// Plain ints, of which a longer value is one, too.
	{number: 1, set: &intSet, get: &intGot}, {number: 2, set: &intSet, get: &intGot}, {number: 5, set: &intSet, get: &intGot},
	{number: 6, set: &intSet, get: &intGot}, {number: 7, set: &intSet, get: &intGot}, {number: 8, set: &intSet, get: &intGot},
	{number: 9, set: &intSet, get: &intGot}, {number: 10, set: &intSet, get: &intGot}, {number: 11, set: &intSet, get: &intGot},
	{number: 12, set: &intSet, get: &intGot}, {number: 14, set: &intSet, get: &intGot}, {number: 15, set: &intSet, get: &intGot},
	{number: 16, set: &intSet, get: &intGot}, {number: 18, set: &intSet, get: &intGot}, {number: 19, set: &intSet, get: &intGot},
	{number: 27, set: &intSet, get: &intGot}, {number: 29, set: &intSet, get: &intGot}, {number: 30, set: &intSet, get: &intGot},
	{number: 32, set: &intSet, get: &intGot}, {number: 33, set: &intSet, get: &intGot}, {number: 34, set: &intSet, get: &intGot},
	{number: 35, set: &intSet, get: &intGot}, {number: 36, set: &intSet, get: &intGot}, {number: 37, set: &intSet, get: &intGot},
	{number: 40, set: &intSet, get: &intGot}, {number: 41, set: &intSet, get: &intGot}, {number: 42, set: &intSet, get: &intGot},
	{number: 43, set: &intSet, get: &intGot}, {number: 44, set: &intSet, get: &intGot}, {number: 45, set: &intSet, get: &intGot},
	{number: 46, set: &intSet, get: &intGot}, {number: 49, set: &intSet, get: &intGot}, {number: 53, set: &intSet, get: &intGot},
	{number: 56, set: &intSet, get: &intGot}, {number: 60, set: &intSet, get: &intGot}, {number: 63, set: &intSet, get: &intGot},
	{number: 64, set: &intSet, get: &intGot}, {number: 65, set: &intSet, get: &intGot}, {number: 68, set: &intSet, get: &intGot},
	{number: 69, set: &intSet, get: &intGot}, {number: 70, set: &intSet, get: &intGot}, {number: 73, set: &intSet, get: &intGot},
	{number: 75, set: &intSet, get: &intGot}, {number: 76, set: &intSet, get: &intGot}, {number: 82, set: &intSet, get: &intGot},
	{number: 83, set: &intSet, get: &intGot}, {number: 84, set: &intSet, get: &intGot},
}

var txRehash = d.Enum{Of: &xlat.SockTxRehash, Base: show.SignedDecimal}

// showErrno shows the pending error of a socket.
func showErrno(c *d.Call, v uint64) {
	if d.ErrnoName(int64(int32(v))) == "" {
		c.P.Uint(uint64(uint32(v)))
		return
	}
	d.Errno.Show(c, v)
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
	{number: 35, set: &whole{of: &ipMreq}}, {number: 36, set: &whole{of: &ipMreq}},
	{number: 42, set: &whole{of: &groupReq}}, {number: 45, set: &whole{of: &groupReq}},
	{number: 51, set: &integer{as: portRange{}, short: asBytes, exact: true}, get: &integer{as: portRange{}, short: asBytes, exact: true}},
	{number: 52, get: &integer{as: &d.Enum{Of: &xlat.InetProto}, short: asBytes, exact: true}},
}

// portRange are two ports, the lower one in the lower half (ip(7)); of a port
// that is 0 the system's limit holds: 0x50000 /* ..5 */.
type portRange struct{}

// Show implements d.Type.
func (portRange) Show(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	if v == 0 || !c.P.Remarks() {
		c.P.Hex(v)
		return
	}
	c.P.Expr(v)
	c.P.Hex(v)
	c.P.Text(" /* ")
	if lo := v & 0xffff; lo != 0 {
		c.P.Uint(lo)
	}
	c.P.Text("..")
	if hi := v >> 16; hi != 0 {
		c.P.Uint(hi)
	}
	c.P.Text(" */")
	c.P.EndExpr()
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
	{number: 20, set: &whole{of: &ipv6Mreq}}, {number: 21, set: &whole{of: &ipv6Mreq}}, {number: 27, set: &whole{of: &ipv6Mreq}}, {number: 28, set: &whole{of: &ipv6Mreq}},
	{number: 42, set: &whole{of: &groupReq}}, {number: 45, set: &whole{of: &groupReq}},
}

var ipv6Mreq = d.Struct{Of: abi.Sizeof_ipv6_mreq, Fields: []*d.Field{
	{Name: "ipv6mr_multiaddr", At: abi.Ipv6_mreq_ipv6mr_multiaddr, Type: sockaddr.Inet6},
	{Name: "ipv6mr_interface", At: abi.Ipv6_mreq_ipv6mr_ifindex, Type: sockaddr.IfIndex},
}}

// packetOptions are those of SOL_PACKET (linux/if_packet.h).
var packetOptions = []option{
	{number: 1, set: &whole{of: &packetMreq, exact: true}}, {number: 2, set: &whole{of: &packetMreq, exact: true}},
	{number: 5, set: &whole{of: &tpacketReq, exact: true}}, {number: 13, set: &whole{of: &tpacketReq, exact: true}},
	{number: 6, get: &partial{&tpacketStats}},
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

var tpacketStats = d.Struct{Of: abi.Sizeof_tpacket_stats_v3, Fields: []*d.Field{
	{Name: "tp_packets", At: abi.Tpacket_stats_v3_tp_packets, Type: d.Uint},
	{Name: "tp_drops", At: abi.Tpacket_stats_v3_tp_drops, Type: d.Uint},
	{Name: "tp_freeze_q_cnt", At: abi.Tpacket_stats_v3_tp_freeze_q_cnt, Type: d.Uint},
}}
