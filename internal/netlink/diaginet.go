package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

var inetDiagReq = d.Struct{Of: abi.Sizeof_inet_diag_req_v2, Fields: []*d.Field{
	{Name: "sdiag_family", At: abi.Inet_diag_req_v2_sdiag_family, Type: &family},
	{Name: "sdiag_protocol", At: abi.Inet_diag_req_v2_sdiag_protocol, Type: &inetProtocol},
	{Name: "idiag_ext", At: abi.Inet_diag_req_v2_idiag_ext, Type: &inetDiagExt},
	{Name: "idiag_states", At: abi.Inet_diag_req_v2_idiag_states, Type: &tcpStates},
	{Name: "id", At: abi.Inet_diag_req_v2_id, Type: d.Embed{To: inetDiagSockID{abi.Inet_diag_req_v2_sdiag_family}}},
}}

var inetDiagOldReq = d.Struct{Of: abi.Sizeof_inet_diag_req, Fields: []*d.Field{
	{Name: "idiag_family", At: abi.Inet_diag_req_idiag_family, Type: &family},
	{Name: "idiag_src_len", At: abi.Inet_diag_req_idiag_src_len, Type: d.Uint},
	{Name: "idiag_dst_len", At: abi.Inet_diag_req_idiag_dst_len, Type: d.Uint},
	{Name: "idiag_ext", At: abi.Inet_diag_req_idiag_ext, Type: &inetDiagExt},
	{Name: "id", At: abi.Inet_diag_req_id, Type: d.Embed{To: inetDiagSockID{abi.Inet_diag_req_idiag_family}}},
	{Name: "idiag_states", At: abi.Inet_diag_req_idiag_states, Type: &tcpStates},
	{Name: "idiag_dbs", At: abi.Inet_diag_req_idiag_dbs, Type: d.Uint},
}}

var inetDiagMsg = d.Struct{Of: abi.Sizeof_inet_diag_msg, Fields: []*d.Field{
	{Name: "idiag_family", At: abi.Inet_diag_msg_idiag_family, Type: &family},
	{Name: "idiag_state", At: abi.Inet_diag_msg_idiag_state, Type: &tcpState},
	{Name: "idiag_timer", At: abi.Inet_diag_msg_idiag_timer, Type: d.Uint},
	{Name: "idiag_retrans", At: abi.Inet_diag_msg_idiag_retrans, Type: d.Uint},
	{Name: "id", At: abi.Inet_diag_msg_id, Type: d.Embed{To: inetDiagSockID{abi.Inet_diag_msg_idiag_family}}},
	{Name: "idiag_expires", At: abi.Inet_diag_msg_idiag_expires, Type: d.Uint},
	{Name: "idiag_rqueue", At: abi.Inet_diag_msg_idiag_rqueue, Type: d.Uint},
	{Name: "idiag_wqueue", At: abi.Inet_diag_msg_idiag_wqueue, Type: d.Uint},
	{Name: "idiag_uid", At: abi.Inet_diag_msg_idiag_uid, Type: d.Uint},
	{Name: "idiag_inode", At: abi.Inet_diag_msg_idiag_inode, Type: d.Uint},
}}

var (
	inetProtocol = d.Enum{Of: &xlat.InetProto}
	inetDiagExt  = d.Flags{&xlat.InetDiagExt}
)

// inetDiagSockID is struct inet_diag_sockid, of which the addresses are of the
// family in the structure around it.
type inetDiagSockID struct{ family abi.Member }

// Size implements d.Object.
func (inetDiagSockID) Size(a *abi.ABI) int { return int(a.Members[abi.Sizeof_inet_diag_sockid].Size) }

// ShowAt implements d.Object.
func (t inetDiagSockID) ShowAt(c *d.Call, b []byte) {
	const inet, inet6 = 2, 10
	s := &inetDiagRawID
	switch (d.M + d.Expr(t.family)).Eval(c) {
	case inet:
		s = &inetDiagID4
	case inet6:
		s = &inetDiagID6
	}
	c.ShowAt(s, b, 0)
}

var (
	idSport  = &d.Field{Name: "idiag_sport", At: abi.Inet_diag_sockid_idiag_sport, Type: sockaddr.Port}
	idDport  = &d.Field{Name: "idiag_dport", At: abi.Inet_diag_sockid_idiag_dport, Type: sockaddr.Port}
	idIf     = &d.Field{Name: "idiag_if", At: abi.Inet_diag_sockid_idiag_if, Type: sockaddr.IfIndex}
	idCookie = &d.Field{Name: "idiag_cookie", At: abi.Inet_diag_sockid_idiag_cookie, Type: &pairOf}
)

var inetDiagID4 = d.Struct{Of: abi.Sizeof_inet_diag_sockid, Fields: []*d.Field{
	idSport, idDport,
	{Name: "idiag_src", At: abi.Inet_diag_sockid_idiag_src, Type: d.Func(showFirstInet4)},
	{Name: "idiag_dst", At: abi.Inet_diag_sockid_idiag_dst, Type: d.Func(showFirstInet4)},
	idIf, idCookie,
}}

var inetDiagID6 = d.Struct{Of: abi.Sizeof_inet_diag_sockid, Fields: []*d.Field{
	idSport, idDport,
	{Name: "idiag_src", At: abi.Inet_diag_sockid_idiag_src, Type: sockaddr.Inet6},
	{Name: "idiag_dst", At: abi.Inet_diag_sockid_idiag_dst, Type: sockaddr.Inet6},
	idIf, idCookie,
}}

var inetDiagRawID = d.Struct{Of: abi.Sizeof_inet_diag_sockid, Fields: []*d.Field{
	idSport, idDport,
	{Name: "idiag_src", At: abi.Inet_diag_sockid_idiag_src, Type: d.Func(showMemberBytes)},
	{Name: "idiag_dst", At: abi.Inet_diag_sockid_idiag_dst, Type: d.Func(showMemberBytes)},
	idIf, idCookie,
}}

// showFirstInet4 shows the first word of an array that is a member as an address.
func showFirstInet4(c *d.Call, off uint64) {
	b, _ := c.Object()
	sockaddr.ShowInet4In(c, b[off:off+16])
}

// showMemberBytes shows an array that is a member as bytes.
func showMemberBytes(c *d.Call, off uint64) {
	b, _ := c.Object()
	c.P.Binary(b[off:off+uint64(c.Field().Size)], false)
}

var inetReqAttrs = attrs{names: &xlat.InetDiagReqAttr, as: []shower{
	1: showFunc(bytecode), 3: &anySize{d.Func(showProtocol)},
}}

// inetDiagAttrs are those of a socket of AF_INET and AF_INET6 (linux/inet_diag.h).
var inetDiagAttrs = attrs{names: &xlat.InetDiagAttr, as: []shower{
	1: &structure{&inetMemInfo}, 3: &structure{&vegasInfo}, 4: showFunc(text), 5: &u8, 6: &u8, 7: &memInfo,
	8: &span{1, 8, d.Wordy{To: &d.Flags{&xlat.ShutdownFlag}, When: show.NotRaw}}, 9: &structure{&dctcpInfo}, 10: &anySize{d.Func(showProtocol)}, 11: &u8,
	12: &objects{&storageObject}, 13: &objects{&storageObject}, 15: &u32, 16: &structure{&bbrInfo}, 17: &u32, 18: &objects{&md5Sig},
	19: &nested{&ulpAttrs}, 20: &nested{&bpfStorageAttrs}, 21: &u64, 22: showFunc(sockoptBits),
}}

// storageObject is a struct sockaddr_storage.
var storageObject = d.ObjFunc{Bytes: sockaddr.Max, Func: sockaddr.ShowBytes}

var inetMemInfo = d.Struct{Of: abi.Sizeof_inet_diag_meminfo, Fields: []*d.Field{
	{Name: "idiag_rmem", At: abi.Inet_diag_meminfo_idiag_rmem, Type: d.Uint},
	{Name: "idiag_wmem", At: abi.Inet_diag_meminfo_idiag_wmem, Type: d.Uint},
	{Name: "idiag_fmem", At: abi.Inet_diag_meminfo_idiag_fmem, Type: d.Uint},
	{Name: "idiag_tmem", At: abi.Inet_diag_meminfo_idiag_tmem, Type: d.Uint},
}}

var vegasInfo = d.Struct{Of: abi.Sizeof_tcpvegas_info, Fields: []*d.Field{
	{Name: "tcpv_enabled", At: abi.Tcpvegas_info_tcpv_enabled, Type: d.Uint},
	{Name: "tcpv_rttcnt", At: abi.Tcpvegas_info_tcpv_rttcnt, Type: d.Uint},
	{Name: "tcpv_rtt", At: abi.Tcpvegas_info_tcpv_rtt, Type: d.Uint},
	{Name: "tcpv_minrtt", At: abi.Tcpvegas_info_tcpv_minrtt, Type: d.Uint},
}}

var dctcpInfo = d.Struct{Of: abi.Sizeof_tcp_dctcp_info, Fields: []*d.Field{
	{Name: "dctcp_enabled", At: abi.Tcp_dctcp_info_dctcp_enabled, Type: d.Uint},
	{Name: "dctcp_ce_state", At: abi.Tcp_dctcp_info_dctcp_ce_state, Type: d.Uint},
	{Name: "dctcp_alpha", At: abi.Tcp_dctcp_info_dctcp_alpha, Type: d.Uint},
	{Name: "dctcp_ab_ecn", At: abi.Tcp_dctcp_info_dctcp_ab_ecn, Type: d.Uint},
	{Name: "dctcp_ab_tot", At: abi.Tcp_dctcp_info_dctcp_ab_tot, Type: d.Uint},
}}

var bbrInfo = d.Struct{Of: abi.Sizeof_tcp_bbr_info, Fields: []*d.Field{
	{Name: "bbr_bw_lo", At: abi.Tcp_bbr_info_bbr_bw_lo, Type: d.Hex32},
	{Name: "bbr_bw_hi", At: abi.Tcp_bbr_info_bbr_bw_hi, Type: d.Hex32},
	{Name: "bbr_min_rtt", At: abi.Tcp_bbr_info_bbr_min_rtt, Type: d.Uint},
	{Name: "bbr_pacing_gain", At: abi.Tcp_bbr_info_bbr_pacing_gain, Type: d.Uint},
	{Name: "bbr_cwnd_gain", At: abi.Tcp_bbr_info_bbr_cwnd_gain, Type: d.Uint},
}}

var md5Sig = d.Struct{Of: abi.Sizeof_tcp_diag_md5sig, Fields: []*d.Field{
	{Name: "tcpm_family", At: abi.Tcp_diag_md5sig_tcpm_family, Type: &family},
	{Name: "tcpm_prefixlen", At: abi.Tcp_diag_md5sig_tcpm_prefixlen, Type: d.Uint},
	{Name: "tcpm_keylen", At: abi.Tcp_diag_md5sig_tcpm_keylen, Type: d.Uint},
	{Name: "tcpm_addr", At: abi.Tcp_diag_md5sig_tcpm_addr, Type: md5Addr{}},
	{Name: "tcpm_key", At: abi.Tcp_diag_md5sig_tcpm_key, Type: d.Func(showMD5Key)},
}}

// md5Addr is the address of a peer, of the family before it.
type md5Addr struct{}

// Show implements d.Type.
func (t md5Addr) Show(c *d.Call, off uint64) { t.ShowNamed(c, "tcpm_addr", off) }

// ShowNamed implements d.NamedType.
func (md5Addr) ShowNamed(c *d.Call, name string, off uint64) {
	const inet, inet6 = 2, 10
	b, _ := c.Object()
	switch (d.M + d.Expr(abi.Tcp_diag_md5sig_tcpm_family)).Eval(c) {
	case inet:
		c.P.Field(name)
		showFirstInet4(c, off)
	case inet6:
		sockaddr.Inet6.ShowNamed(c, name, off)
	default:
		c.P.Field(name)
		c.P.Binary(b[off:off+16], false)
	}
}

func showMD5Key(c *d.Call, off uint64) {
	b, _ := c.Object()
	n := (d.M + d.Expr(abi.Tcp_diag_md5sig_tcpm_keylen)).Eval(c)
	c.P.Binary(b[off:off+min(n, uint64(c.Field().Size))], false)
}

func zeros(b []byte) bool {
	for _, x := range b {
		if x != 0 {
			return false
		}
	}
	return true
}

// sockoptNames are the bits of struct inet_diag_sockopt, in order.
var sockoptNames = [...]string{"recverr", "is_icsk", "freebind", "hdrincl", "mc_loop", "transparent", "mc_all", "nodefrag", "bind_address_no_port", "recverr_rfc4884", "defer_connect"}

// sockoptBits is struct inet_diag_sockopt: in brief the bits that are set.
func sockoptBits(c *d.Call, _ *context, b []byte) bool {
	const size = 2
	if len(b) < size {
		return false
	}
	v := loadInt(b[:size])
	c.P.Struct()
	for i, name := range sockoptNames {
		if bit := v >> i & 1; bit != 0 || !c.Abbrev {
			c.P.Field(name)
			c.P.Uint(bit)
		}
	}
	if rest := v >> len(sockoptNames); rest != 0 || !c.Abbrev {
		c.P.Field("unused")
		c.P.Hex(rest)
		c.P.Comment("bits 3..8")
	}
	c.P.EndStruct()
	if rest := b[size:]; !zeros(rest) {
		c.P.ExcessElem(size, rest[:min(len(rest), c.P.StrLen)], uint64(len(rest)))
	}
	return true
}

var ulpAttrs = attrs{names: &xlat.InetUlpInfo, as: []shower{
	1: showFunc(text), 2: &nested{&tlsAttrs}, 3: &nested{&mptcpAttrs},
}}

var tlsAttrs = attrs{names: &xlat.TlsInfo, as: []shower{
	1: &span{2, 8, &d.Enum{Of: &xlat.TlsVersion}}, 2: &span{2, 8, &d.Enum{Of: &xlat.TlsCipher}},
	3: &span{2, 8, &d.Enum{Of: &xlat.TlsConf}}, 4: &span{2, 8, &d.Enum{Of: &xlat.TlsConf}},
}}

var mptcpAttrs = attrs{names: &xlat.MptcpSubflow, as: []shower{
	1: &x32, 2: &x32, 3: &u32, 4: &u64, 5: &u32, 6: &u32, 7: &u16, 8: &span{4, 8, &d.Flags{&xlat.MptcpSubflowFlag}}, 9: &u8, 10: &u8,
}}

var bpfStorageAttrs = attrs{names: &xlat.SkBpfStorageRep, as: []shower{1: &nested{&bpfStorage}}}

var bpfStorage = attrs{names: &xlat.SkBpfStorage, as: []shower{2: &u32, 3: showFunc(bpfStorageValue)}}

// bpfStorageValue is a value of a map, of which integers are shown as such.
func bpfStorageValue(c *d.Call, _ *context, b []byte) bool {
	switch len(b) {
	case 1, 2, 4, 8:
		c.P.Hex(loadInt(b))
		return true
	}
	return false
}
