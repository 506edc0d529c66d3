package netlink

import (
	"gostrace/internal/abi"
	"gostrace/internal/bpf"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// A diagKind is what NETLINK_SOCK_DIAG says about sockets of an address
// family, or is asked about them.
type diagKind struct {
	af          uint8
	req, msg    *d.Struct
	asks, tells *attrs // behind req, behind msg; nil: nothing is shown behind it
}

var diagKinds = [...]diagKind{
	{1, &unixDiagReq, &unixDiagMsg, nil, &unixDiagAttrs},
	{2, &inetDiagReq, &inetDiagMsg, &inetReqAttrs, &inetDiagAttrs},
	{10, &inetDiagReq, &inetDiagMsg, &inetReqAttrs, &inetDiagAttrs},
	{16, &netlinkDiagReq, &netlinkDiagMsg, nil, &netlinkDiagAttrs},
	{17, &packetDiagReq, &packetDiagMsg, nil, &packetDiagAttrs},
	{43, &smcDiagReq, &smcDiagMsg, nil, &smcDiagAttrs},
}

// showDiag shows a message of NETLINK_SOCK_DIAG (linux/sock_diag.h), which is a
// request by its flags.
func showDiag(c *d.Call, h *header, b []byte) {
	for i := range diagKinds {
		k := &diagKinds[i]
		if k.af != b[0] || len(b) < 2 {
			continue
		}
		s, t := k.msg, k.tells
		if h.flags&flagRequest != 0 {
			s, t = k.req, k.asks
		}
		if s == &inetDiagReq && (h.kind == tcpDiag || h.kind == dccpDiag) {
			s = &inetDiagOldReq
		}
		size := s.Size(c.ABI)
		if len(b) < size {
			cutHead(c, s.Fields[0].Name, b)
			return
		}
		c.ShowAt(s, b[:size], 0)
		if t != nil {
			showBehind(c, t, &context{family: b[0], end: h.end}, b, size)
		}
		return
	}
	showFamily(c, b)
}

// Types of requests from before SOCK_DIAG_BY_FAMILY (linux/inet_diag.h).
const (
	tcpDiag  = 18
	dccpDiag = 19
)

var (
	tcpState   = d.Enum{Of: &xlat.TcpState}
	tcpStates  = d.Flags{&xlat.TcpStateBit}
	socketType = d.Enum{Of: &xlat.SockTypeName}
)

// pairOf shows an array of two ints that is a member: [1, 2].
var pairOf = d.EmbedArray{Of: &d.UintObj}

var unixDiagReq = d.Struct{Of: abi.Sizeof_unix_diag_req, Fields: []*d.Field{
	{Name: "sdiag_family", At: abi.Unix_diag_req_sdiag_family, Type: &family},
	{Name: "sdiag_protocol", At: abi.Unix_diag_req_sdiag_protocol, Type: d.Uint},
	{Name: "udiag_states", At: abi.Unix_diag_req_udiag_states, Type: &tcpStates},
	{Name: "udiag_ino", At: abi.Unix_diag_req_udiag_ino, Type: d.Uint},
	{Name: "udiag_show", At: abi.Unix_diag_req_udiag_show, Type: &d.Flags{&xlat.UdiagShow}},
	{Name: "udiag_cookie", At: abi.Unix_diag_req_udiag_cookie, Type: &pairOf},
}}

var unixDiagMsg = d.Struct{Of: abi.Sizeof_unix_diag_msg, Fields: []*d.Field{
	{Name: "udiag_family", At: abi.Unix_diag_msg_udiag_family, Type: &family},
	{Name: "udiag_type", At: abi.Unix_diag_msg_udiag_type, Type: &socketType},
	{Name: "udiag_state", At: abi.Unix_diag_msg_udiag_state, Type: &tcpState},
	{Name: "udiag_ino", At: abi.Unix_diag_msg_udiag_ino, Type: d.Uint},
	{Name: "udiag_cookie", At: abi.Unix_diag_msg_udiag_cookie, Type: &pairOf},
}}

var unixDiagAttrs = attrs{names: &xlat.UnixDiag, as: []shower{
	0: showFunc(text), 1: &structure{&unixDiagVFS}, 2: &u32, 3: &list{4, d.Uint}, 4: &structure{&unixDiagRQLen}, 5: &memInfo, 6: &u8, 7: &uid,
}}

var unixDiagVFS = d.Struct{Of: abi.Sizeof_unix_diag_vfs, Fields: []*d.Field{
	{Name: "udiag_vfs_dev", At: abi.Unix_diag_vfs_udiag_vfs_dev, Type: d.Dev},
	{Name: "udiag_vfs_ino", At: abi.Unix_diag_vfs_udiag_vfs_ino, Type: d.Uint},
}}

var unixDiagRQLen = d.Struct{Of: abi.Sizeof_unix_diag_rqlen, Fields: []*d.Field{
	{Name: "udiag_rqueue", At: abi.Unix_diag_rqlen_udiag_rqueue, Type: d.Uint},
	{Name: "udiag_wqueue", At: abi.Unix_diag_rqlen_udiag_wqueue, Type: d.Uint},
}}

// memInfo are counters of a socket's memory: [[SK_MEMINFO_RMEM_ALLOC]=1, ...].
var memInfo = indexed{&xlat.SkMemInfo, 0, 4, d.Uint}

var netlinkDiagReq = d.Struct{Of: abi.Sizeof_netlink_diag_req, Fields: []*d.Field{
	{Name: "sdiag_family", At: abi.Netlink_diag_req_sdiag_family, Type: &family},
	{Name: "sdiag_protocol", At: abi.Netlink_diag_req_sdiag_protocol, Type: d.Func(showNetlinkProtocol)},
	{Name: "ndiag_ino", At: abi.Netlink_diag_req_ndiag_ino, Type: d.Uint},
	{Name: "ndiag_show", At: abi.Netlink_diag_req_ndiag_show, Type: &d.Flags{&xlat.NdiagShow}},
	{Name: "ndiag_cookie", At: abi.Netlink_diag_req_ndiag_cookie, Type: &pairOf},
}}

// showNetlinkProtocol shows the protocol of sockets that are asked for, or that all are.
func showNetlinkProtocol(c *d.Call, v uint64) {
	const all = 0xff
	if v == all {
		c.P.Named(v, "NDIAG_PROTO_ALL", show.Hexadecimal)
		return
	}
	c.P.Symbol(v, &xlat.NetlinkProto, show.Hexadecimal)
}

var netlinkDiagMsg = d.Struct{Of: abi.Sizeof_netlink_diag_msg, Fields: []*d.Field{
	{Name: "ndiag_family", At: abi.Netlink_diag_msg_ndiag_family, Type: &family},
	{Name: "ndiag_type", At: abi.Netlink_diag_msg_ndiag_type, Type: &socketType},
	{Name: "ndiag_protocol", At: abi.Netlink_diag_msg_ndiag_protocol, Type: &d.Enum{Of: &xlat.NetlinkProto}},
	{Name: "ndiag_state", At: abi.Netlink_diag_msg_ndiag_state, Type: &d.Enum{Of: &xlat.NetlinkState}},
	{Name: "ndiag_portid", At: abi.Netlink_diag_msg_ndiag_portid, Type: d.Uint},
	{Name: "ndiag_dst_portid", At: abi.Netlink_diag_msg_ndiag_dst_portid, Type: d.Uint},
	{Name: "ndiag_dst_group", At: abi.Netlink_diag_msg_ndiag_dst_group, Type: d.Uint},
	{Name: "ndiag_ino", At: abi.Netlink_diag_msg_ndiag_ino, Type: d.Uint},
	{Name: "ndiag_cookie", At: abi.Netlink_diag_msg_ndiag_cookie, Type: &pairOf},
}}

var netlinkDiagAttrs = attrs{names: &xlat.NetlinkDiag, as: []shower{
	0: &memInfo, 1: &list{0, d.Func(showGroups)}, 2: &structure{&netlinkDiagRing}, 3: &structure{&netlinkDiagRing}, 4: &number{4, &d.Flags{&xlat.NdiagFlag}},
}}

// showGroups shows a long of a set of groups.
func showGroups(c *d.Call, v uint64) { c.P.HexFull(v, 2*c.ABI.Word) }

var netlinkDiagRing = d.Struct{Of: abi.Sizeof_netlink_diag_ring, Fields: []*d.Field{
	{Name: "ndr_block_size", At: abi.Netlink_diag_ring_ndr_block_size, Type: d.Uint},
	{Name: "ndr_block_nr", At: abi.Netlink_diag_ring_ndr_block_nr, Type: d.Uint},
	{Name: "ndr_frame_size", At: abi.Netlink_diag_ring_ndr_frame_size, Type: d.Uint},
	{Name: "ndr_frame_nr", At: abi.Netlink_diag_ring_ndr_frame_nr, Type: d.Uint},
}}

var packetDiagReq = d.Struct{Of: abi.Sizeof_packet_diag_req, Fields: []*d.Field{
	{Name: "sdiag_family", At: abi.Packet_diag_req_sdiag_family, Type: &family},
	{Name: "sdiag_protocol", At: abi.Packet_diag_req_sdiag_protocol, Type: d.Hex32},
	{Name: "pdiag_ino", At: abi.Packet_diag_req_pdiag_ino, Type: d.Uint},
	{Name: "pdiag_show", At: abi.Packet_diag_req_pdiag_show, Type: &d.Flags{&xlat.PacketShow}},
	{Name: "pdiag_cookie", At: abi.Packet_diag_req_pdiag_cookie, Type: &pairOf},
}}

var packetDiagMsg = d.Struct{Of: abi.Sizeof_packet_diag_msg, Fields: []*d.Field{
	{Name: "pdiag_family", At: abi.Packet_diag_msg_pdiag_family, Type: &family},
	{Name: "pdiag_type", At: abi.Packet_diag_msg_pdiag_type, Type: &socketType},
	{Name: "pdiag_num", At: abi.Packet_diag_msg_pdiag_num, Type: &d.Enum{Of: &xlat.EtherProto}},
	{Name: "pdiag_ino", At: abi.Packet_diag_msg_pdiag_ino, Type: d.Uint},
	{Name: "pdiag_cookie", At: abi.Packet_diag_msg_pdiag_cookie, Type: &pairOf},
}}

var packetDiagAttrs = attrs{names: &xlat.PacketDiag, as: []shower{
	0: &structure{&packetDiagInfo}, 1: &objects{&packetDiagMclist}, 2: &structure{&packetDiagRing}, 3: &structure{&packetDiagRing},
	4: &u32, 5: &uid, 6: &memInfo, 7: showFunc(socketFilter),
}}

// socketFilter is the BPF program of a socket; its address in brief.
func socketFilter(c *d.Call, x *context, b []byte) bool {
	size := filterInsn.Size(c.ABI)
	if len(b) < size {
		return false
	}
	addr := x.end - uint64(cap(b))
	if c.Abbrev {
		c.P.Addr(addr)
		return true
	}
	d.Array{Of: &filterInsn}.ShowN(c, addr, uint64(len(b)/size))
	return true
}

var filterInsn bpf.Insn

var packetDiagInfo = d.Struct{Of: abi.Sizeof_packet_diag_info, Fields: []*d.Field{
	{Name: "pdi_index", At: abi.Packet_diag_info_pdi_index, Type: sockaddr.IfIndex},
	{Name: "pdi_version", At: abi.Packet_diag_info_pdi_version, Type: &d.Enum{Of: &xlat.TpacketVersion}},
	{Name: "pdi_reserve", At: abi.Packet_diag_info_pdi_reserve, Type: d.Uint},
	{Name: "pdi_copy_thresh", At: abi.Packet_diag_info_pdi_copy_thresh, Type: d.Uint},
	{Name: "pdi_tstamp", At: abi.Packet_diag_info_pdi_tstamp, Type: d.Uint},
	{Name: "pdi_flags", At: abi.Packet_diag_info_pdi_flags, Type: &d.Flags{&xlat.PdiFlag}},
}}

var packetDiagMclist = d.Struct{Of: abi.Sizeof_packet_diag_mclist, Fields: []*d.Field{
	{Name: "pdmc_index", At: abi.Packet_diag_mclist_pdmc_index, Type: sockaddr.IfIndex},
	{Name: "pdmc_count", At: abi.Packet_diag_mclist_pdmc_count, Type: d.Uint},
	{Name: "pdmc_type", At: abi.Packet_diag_mclist_pdmc_type, Type: d.Uint},
	{Name: "pdmc_alen", At: abi.Packet_diag_mclist_pdmc_alen, Type: d.Uint},
	{Name: "pdmc_addr", At: abi.Packet_diag_mclist_pdmc_addr, Type: d.Func(showMclistAddr)},
}}

// showMclistAddr shows as many bytes of pdmc_addr as pdmc_alen says.
func showMclistAddr(c *d.Call, off uint64) {
	b, _ := c.Object()
	n := (d.M + d.Expr(abi.Packet_diag_mclist_pdmc_alen)).Eval(c)
	c.P.Binary(b[off:off+min(n, uint64(c.Field().Size))], false)
}

var packetDiagRing = d.Struct{Of: abi.Sizeof_packet_diag_ring, Fields: []*d.Field{
	{Name: "pdr_block_size", At: abi.Packet_diag_ring_pdr_block_size, Type: d.Uint},
	{Name: "pdr_block_nr", At: abi.Packet_diag_ring_pdr_block_nr, Type: d.Uint},
	{Name: "pdr_frame_size", At: abi.Packet_diag_ring_pdr_frame_size, Type: d.Uint},
	{Name: "pdr_frame_nr", At: abi.Packet_diag_ring_pdr_frame_nr, Type: d.Uint},
	{Name: "pdr_retire_tmo", At: abi.Packet_diag_ring_pdr_retire_tmo, Type: d.Uint},
	{Name: "pdr_sizeof_priv", At: abi.Packet_diag_ring_pdr_sizeof_priv, Type: d.Uint},
	{Name: "pdr_features", At: abi.Packet_diag_ring_pdr_features, Type: d.Uint},
}}
