package sockaddr

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Address families (linux/socket.h).
const (
	afUnix       = 1
	afInet       = 2
	afAX25       = 3
	afIPX        = 4
	afX25        = 9
	afInet6      = 10
	afNetlink    = 16
	afPacket     = 17
	afTIPC       = 30
	afBluetooth  = 31
	afRxRPC      = 33
	afIEEE802154 = 36
	afAlg        = 38
	afNFC        = 39
	afVsock      = 40
	afQIPCRTR    = 42
	afXDP        = 44
	afMCTP       = 45
)

var families = [...]family{
	afUnix:       {min: 3, show: showUnix},
	afInet:       {min: minInet4, members: &inetMembers},
	afAX25:       {min: ax25Size, show: showAX25},
	afIPX:        {min: 16, show: showIPX},
	afX25:        {min: 18, members: &x25Members},
	afInet6:      {min: minInet6, show: showInet6},
	afNetlink:    {min: 12, members: &netlinkMembers},
	afPacket:     {min: 20, show: showPacket},
	afTIPC:       {min: 16, members: &tipcMembers},
	afBluetooth:  {min: 4, show: showBluetooth},
	afRxRPC:      {min: 36, show: showRxRPC},
	afIEEE802154: {min: 20, members: &ieee802154Members},
	afAlg:        {min: 25, show: showAlg},
	afNFC:        {min: 16, show: showNFC},
	afVsock:      {min: 16, members: &vsockMembers},
	afQIPCRTR:    {min: 12, members: &qrtrMembers},
	afXDP:        {min: 16, members: &xdpMembers},
	afMCTP:       {min: 12, members: &mctpMembers},
}

var inetMembers = d.Struct{Of: abi.Sizeof_sockaddr_in, Fields: []*d.Field{
	{Name: "sin_port", At: abi.Sockaddr_in_sin_port, Type: Port},
	{Name: "sin_addr", At: abi.Sockaddr_in_sin_addr_s_addr, Type: Inet4},
}}

var inet6Members = d.Struct{Of: abi.Sizeof_sockaddr_in6, Fields: []*d.Field{
	{Name: "sin6_port", At: abi.Sockaddr_in6_sin6_port, Type: Port},
	{Name: "sin6_flowinfo", At: abi.Sockaddr_in6_sin6_flowinfo, Type: FlowInfo},
	{Name: "sin6_addr", At: abi.Sockaddr_in6_sin6_addr, Type: Inet6},
	{Name: "sin6_scope_id", At: abi.Sockaddr_in6_sin6_scope_id, Type: d.Func(showScope)},
}}

// showScope shows a scope id: of addresses that are local to a link it is an
// interface (RFC 4291, section 2.4 and 2.7).
func showScope(c *d.Call, v uint64) {
	obj, _ := c.Object()
	a := obj[c.ABI.Members[abi.Sockaddr_in6_sin6_addr].Off:]
	if a[0] == 0xfe && a[1]&0xc0 == 0x80 || a[0] == 0xff && a[1]&0xf == 2 {
		IfIndex.Show(c, v)
		return
	}
	d.Uint.Show(c, v)
}

var netlinkMembers = d.Struct{Of: abi.Sizeof_sockaddr_nl, Fields: []*d.Field{
	{Name: "nl_pad", At: abi.Sockaddr_nl_nl_pad, Type: d.Hex32, If: d.Nonzero},
	{Name: "nl_pid", At: abi.Sockaddr_nl_nl_pid, Type: d.PID},
	{Name: "nl_groups", At: abi.Sockaddr_nl_nl_groups, Type: d.Func(func(c *d.Call, v uint64) { c.P.HexFull(v, 8) })},
}}

var x25Members = d.Struct{Of: abi.Sizeof_sockaddr_x25, Fields: []*d.Field{
	{Name: "sx25_addr", At: abi.Sockaddr_x25_sx25_addr, Type: d.Embed{To: &x25Address}},
}}

var x25Address = d.Struct{Of: abi.Sizeof_x25_address, Fields: []*d.Field{
	{Name: "x25_addr", At: abi.X25_address_x25_addr, Type: d.CharArray},
}}

var algMembers = d.Struct{Of: abi.Sizeof_sockaddr_alg, Fields: []*d.Field{
	{Name: "salg_type", At: abi.Sockaddr_alg_salg_type, Type: d.CharArray},
	{Name: "salg_feat", At: abi.Sockaddr_alg_salg_feat, Type: &algFlags},
	{Name: "salg_mask", At: abi.Sockaddr_alg_salg_mask, Type: &algFlags},
}}

var algFlags = d.Wordy{To: &d.Flags{&xlat.CryptoAlgFlag}, When: show.NotRaw}

// showAlg shows AF_ALG, whose name is as long as the address has room for.
func showAlg(c *d.Call, b []byte, n int) bool {
	algMembers.Members(c, b)
	c.P.Field("salg_name")
	c.ShowChars(b[c.ABI.Members[abi.Sockaddr_alg_salg_name].Off:n])
	return true
}

var vsockMembers = d.Struct{Of: abi.Sizeof_sockaddr_vm, Fields: []*d.Field{
	{Name: "svm_reserved1", At: abi.Sockaddr_vm_svm_reserved1, Type: d.Hex32, If: d.Nonzero},
	{Name: "svm_cid", At: abi.Sockaddr_vm_svm_cid, Type: &d.Enum{Of: &xlat.VsockCID}},
	{Name: "svm_port", At: abi.Sockaddr_vm_svm_port, Type: &d.Enum{Of: &xlat.VsockPort}},
	{Name: "svm_flags", At: abi.Sockaddr_vm_svm_flags, Type: &d.Flags{&xlat.VsockFlag}},
	{Name: "svm_zero", At: abi.Sockaddr_vm_svm_zero, Type: hexBytes, If: vsockPadded},
}}

func vsockPadded(c *d.Call) bool {
	obj, _ := c.Object()
	l := c.ABI.Members[abi.Sockaddr_vm_svm_zero]
	for _, b := range obj[l.Off : l.Off+l.Size] {
		if b != 0 {
			return true
		}
	}
	return false
}

// hexBytes shows an array of bytes that is a member: "\x01\x02".
var hexBytes = d.Func(func(c *d.Call, off uint64) {
	obj, _ := c.Object()
	c.P.Binary(obj[off:off+uint64(c.Field().Size)], false)
})

var qrtrMembers = d.Struct{Of: abi.Sizeof_sockaddr_qrtr, Fields: []*d.Field{
	{Name: "sq_node", At: abi.Sockaddr_qrtr_sq_node, Type: &d.Enum{Of: &xlat.QrtrNode}},
	{Name: "sq_port", At: abi.Sockaddr_qrtr_sq_port, Type: &d.Enum{Of: &xlat.QrtrPort}},
}}

var xdpMembers = d.Struct{Of: abi.Sizeof_sockaddr_xdp, Fields: []*d.Field{
	{Name: "sxdp_flags", At: abi.Sockaddr_xdp_sxdp_flags, Type: &d.Flags{&xlat.XdpFlag}},
	{Name: "sxdp_ifindex", At: abi.Sockaddr_xdp_sxdp_ifindex, Type: IfIndex},
	{Name: "sxdp_queue_id", At: abi.Sockaddr_xdp_sxdp_queue_id, Type: d.Uint},
	{Name: "sxdp_shared_umem_fd", At: abi.Sockaddr_xdp_sxdp_shared_umem_fd, Type: d.FD, If: sharesUmem},
	{Name: "sxdp_shared_umem_fd", At: abi.Sockaddr_xdp_sxdp_shared_umem_fd, Type: d.Hex32, If: strayUmem},
}}

func sharesUmem(c *d.Call) bool {
	const xdpSharedUmem = 1 // linux/if_xdp.h
	return (d.M+d.Expr(abi.Sockaddr_xdp_sxdp_flags)).Eval(c)&xdpSharedUmem != 0
}

func strayUmem(c *d.Call) bool { return !sharesUmem(c) && d.Nonzero(c) }

var nfcMembers = d.Struct{Of: abi.Sizeof_sockaddr_nfc, Fields: []*d.Field{
	{Name: "dev_idx", At: abi.Sockaddr_nfc_dev_idx, Type: IfIndex},
	{Name: "target_idx", At: abi.Sockaddr_nfc_target_idx, Type: d.Hex32},
	{Name: "nfc_protocol", At: abi.Sockaddr_nfc_nfc_protocol, Type: &d.Enum{Of: &xlat.NfcProto}},
}}

// nfcLLCPMembers are those that AF_NFC has for connections, in addition.
var nfcLLCPMembers = d.Struct{Of: abi.Sizeof_sockaddr_nfc_llcp, Fields: []*d.Field{
	{Name: "dsap", At: abi.Sockaddr_nfc_llcp_dsap, Type: llcpSap},
	{Name: "ssap", At: abi.Sockaddr_nfc_llcp_ssap, Type: llcpSap},
	{Name: "service_name", At: abi.Sockaddr_nfc_llcp_service_name, Type: d.Func(showServiceName)},
	{Name: "service_name_len", At: abi.Sockaddr_nfc_llcp_service_name_len, Type: d.Ulong},
}}

var llcpSap = d.Wordy{To: &d.Enum{Of: &xlat.LlcpSap}, When: show.NotRaw}

func showServiceName(c *d.Call, off uint64) {
	obj, _ := c.Object()
	n := (d.M + d.Expr(abi.Sockaddr_nfc_llcp_service_name_len)).Eval(c)
	c.P.Quote(obj[off:off+min(n, uint64(c.Field().Size))], false)
}

// showNFC shows AF_NFC, of which there is a short and a long form.
func showNFC(c *d.Call, b []byte, n int) bool {
	nfcMembers.Members(c, b)
	switch {
	case n >= nfcLLCPMembers.Size(c.ABI):
		nfcLLCPMembers.Members(c, b)
	case n > nfcMembers.Size(c.ABI):
		c.P.MoreFields()
	}
	return true
}

var mctpMembers = d.Struct{Of: abi.Sizeof_sockaddr_mctp, Fields: []*d.Field{
	{Name: "__smctp_pad0", At: abi.Sockaddr_mctp___smctp_pad0, Type: d.Hex32, If: d.Nonzero},
	{Name: "smctp_network", At: abi.Sockaddr_mctp_smctp_network, Type: &d.Enum{Of: &xlat.MctpNet}},
	{Name: "smctp_addr", At: abi.Sockaddr_mctp_smctp_addr, Type: d.Embed{To: &mctpAddr}},
	{Name: "smctp_type", At: abi.Sockaddr_mctp_smctp_type, Type: d.Hex32},
	{Name: "smctp_tag", At: abi.Sockaddr_mctp_smctp_tag, Type: d.Hex32},
	{Name: "__smctp_pad1", At: abi.Sockaddr_mctp___smctp_pad1, Type: d.Hex32, If: d.Nonzero},
}}

var mctpAddr = d.Struct{Of: abi.Sizeof_mctp_addr, Fields: []*d.Field{
	{Name: "s_addr", At: abi.Mctp_addr_s_addr, Type: &d.Enum{Of: &xlat.MctpAddr}},
}}
