package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var smcDiagReq = d.Struct{Of: abi.Sizeof_smc_diag_req, Fields: []*d.Field{
	{Name: "diag_family", At: abi.Smc_diag_req_diag_family, Type: &family},
	{Name: "diag_ext", At: abi.Smc_diag_req_diag_ext, Type: &d.Flags{&xlat.SmcDiagExt}},
	{Name: "id", At: abi.Smc_diag_req_id, Type: d.Embed{To: &inetDiagID4}},
}}

var smcDiagMsg = d.Struct{Of: abi.Sizeof_smc_diag_msg, Fields: []*d.Field{
	{Name: "diag_family", At: abi.Smc_diag_msg_diag_family, Type: &family},
	{Name: "diag_state", At: abi.Smc_diag_msg_diag_state, Type: &d.Enum{Of: &xlat.SmcState}},
	{Name: "diag_fallback", At: abi.Smc_diag_msg_diag_mode, Type: &d.Enum{Of: &xlat.SmcDiagMode}},
	{Name: "diag_shutdown", At: abi.Smc_diag_msg_diag_shutdown, Type: d.Uint},
	{Name: "id", At: abi.Smc_diag_msg_id, Type: d.Embed{To: &inetDiagID4}},
	{Name: "diag_uid", At: abi.Smc_diag_msg_diag_uid, Type: d.UID},
	{Name: "diag_inode", At: abi.Smc_diag_msg_diag_inode, Type: d.Uint64},
}}

// smcDiagAttrs are those of a socket of AF_SMC (linux/smc_diag.h).
var smcDiagAttrs = attrs{names: &xlat.SmcDiag, as: []shower{
	1: &structure{&smcConnInfo}, 2: &structure{&smcGroup}, 3: &span{1, 8, &d.Flags{&xlat.ShutdownFlag}}, 4: showFunc(dmbInfo), 5: &structure{&smcFallback},
}}

// byteFlags shows flags of a byte in two digits.
func byteFlags(c *d.Call, v uint64) { c.P.HexFull(v, 2) }

var smcConnInfo = d.Struct{Of: abi.Sizeof_smc_diag_conninfo, Fields: []*d.Field{
	{Name: "token", At: abi.Smc_diag_conninfo_token, Type: d.Uint},
	{Name: "sndbuf_size", At: abi.Smc_diag_conninfo_sndbuf_size, Type: d.Uint},
	{Name: "rmbe_size", At: abi.Smc_diag_conninfo_rmbe_size, Type: d.Uint},
	{Name: "peer_rmbe_size", At: abi.Smc_diag_conninfo_peer_rmbe_size, Type: d.Uint},
	{Name: "rx_prod", At: abi.Smc_diag_conninfo_rx_prod, Type: d.Embed{To: &smcCursor}},
	{Name: "rx_cons", At: abi.Smc_diag_conninfo_rx_cons, Type: d.Embed{To: &smcCursor}},
	{Name: "tx_prod", At: abi.Smc_diag_conninfo_tx_prod, Type: d.Embed{To: &smcCursor}},
	{Name: "tx_cons", At: abi.Smc_diag_conninfo_tx_cons, Type: d.Embed{To: &smcCursor}},
	{Name: "rx_prod_flags", At: abi.Smc_diag_conninfo_rx_prod_flags, Type: d.Func(byteFlags)},
	{Name: "rx_conn_state_flags", At: abi.Smc_diag_conninfo_rx_conn_state_flags, Type: d.Func(byteFlags)},
	{Name: "tx_prod_flags", At: abi.Smc_diag_conninfo_tx_prod_flags, Type: d.Func(byteFlags)},
	{Name: "tx_conn_state_flags", At: abi.Smc_diag_conninfo_tx_conn_state_flags, Type: d.Func(byteFlags)},
	{Name: "tx_prep", At: abi.Smc_diag_conninfo_tx_prep, Type: d.Embed{To: &smcCursor}},
	{Name: "tx_sent", At: abi.Smc_diag_conninfo_tx_sent, Type: d.Embed{To: &smcCursor}},
	{Name: "tx_fin", At: abi.Smc_diag_conninfo_tx_fin, Type: d.Embed{To: &smcCursor}},
}}

var smcCursor = d.Struct{Of: abi.Sizeof_smc_diag_cursor, Fields: []*d.Field{
	{Name: "reserved", At: abi.Smc_diag_cursor_reserved, Type: d.Uint},
	{Name: "wrap", At: abi.Smc_diag_cursor_wrap, Type: d.Uint},
	{Name: "count", At: abi.Smc_diag_cursor_count, Type: d.Uint},
}}

var smcGroup = d.Struct{Of: abi.Sizeof_smc_diag_lgrinfo, Fields: []*d.Field{
	{Name: "lnk", At: abi.Smc_diag_lgrinfo_lnk, Type: d.EmbedArray{Of: &smcLink}},
	{Name: "role", At: abi.Smc_diag_lgrinfo_role, Type: &d.Enum{Of: &xlat.SmcRole}},
}}

var smcLink = d.Struct{Of: abi.Sizeof_smc_diag_linkinfo, Fields: []*d.Field{
	{Name: "link_id", At: abi.Smc_diag_linkinfo_link_id, Type: d.Uint},
	{Name: "ibname", At: abi.Smc_diag_linkinfo_ibname, Type: d.CharArray},
	{Name: "ibport", At: abi.Smc_diag_linkinfo_ibport, Type: d.Uint},
	{Name: "gid", At: abi.Smc_diag_linkinfo_gid, Type: d.CharArray},
	{Name: "peer_gid", At: abi.Smc_diag_linkinfo_peer_gid, Type: d.CharArray},
}}

// dmbInfo is struct smcd_diag_dmbinfo, which once had no extended ids; what is missing
// of them is 0.
func dmbInfo(c *d.Call, _ *context, b []byte) bool {
	const short, long = 40, 56
	if len(b) < short {
		return false
	}
	if len(b) > short && len(b) < long {
		whole := c.Scratch(long)
		copy(whole, b)
		b = whole
	}
	c.ShowAt(&smcBuffer, b[:min(len(b), long)], 0)
	return true
}

var smcBuffer = d.Struct{Of: abi.Sizeof_smcd_diag_dmbinfo, Fields: []*d.Field{
	{Name: "linkid", At: abi.Smcd_diag_dmbinfo_linkid, Type: d.Uint},
	{Name: "peer_gid", At: abi.Smcd_diag_dmbinfo_peer_gid, Type: d.Hex64},
	{Name: "my_gid", At: abi.Smcd_diag_dmbinfo_my_gid, Type: d.Hex64},
	{Name: "token", At: abi.Smcd_diag_dmbinfo_token, Type: d.Hex64},
	{Name: "peer_token", At: abi.Smcd_diag_dmbinfo_peer_token, Type: d.Hex64},
	{Name: "peer_gid_ext", At: abi.Smcd_diag_dmbinfo_peer_gid_ext, Type: d.Hex64},
	{Name: "my_gid_ext", At: abi.Smcd_diag_dmbinfo_my_gid_ext, Type: d.Hex64},
}}

var smcFallback = d.Struct{Of: abi.Sizeof_smc_diag_fallback, Fields: []*d.Field{
	{Name: "reason", At: abi.Smc_diag_fallback_reason, Type: &smcDecline},
	{Name: "peer_diagnosis", At: abi.Smc_diag_fallback_peer_diagnosis, Type: &smcDecline},
}}

var smcDecline = d.Wordy{To: &d.Enum{Of: &xlat.SmcDecline}, When: show.NotRaw}
