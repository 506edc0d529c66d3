package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// bytecode is a filter of sockets (linux/inet_diag.h), of which the first
// instruction is shown and what it compares with.
func bytecode(c *d.Call, _ *context, b []byte) bool {
	const sGE, dLE, sCond, dCond, devCond, markCond = 2, 5, 7, 8, 9, 10
	size := inetDiagBCOp.Size(c.ABI)
	if len(b) < size {
		return false
	}
	code := b[0]
	c.ShowAt(&inetDiagBCOp, b[:size], 0)
	if b = b[size:]; len(b) == 0 {
		return true
	}
	c.P.Elem()
	switch {
	case code >= sGE && code <= dLE && len(b) >= size:
		c.ShowAt(&inetDiagBCOp, b[:size], 0)
	case (code == sCond || code == dCond) && len(b) >= inetDiagHostCond.Size(c.ABI):
		hostCond(c, b)
	case code == devCond && len(b) >= 4:
		sockaddr.IfIndex.Show(c, loadInt(b[:4]))
	case code == markCond && len(b) >= inetDiagMarkCond.Size(c.ABI):
		c.ShowAt(&inetDiagMarkCond, b[:inetDiagMarkCond.Size(c.ABI)], 0)
	default:
		rawBytes(c, b)
	}
	return true
}

// hostCond shows struct inet_diag_hostcond, behind which there is an address.
func hostCond(c *d.Call, b []byte) {
	const inet, inet6 = 2, 10
	size := inetDiagHostCond.Size(c.ABI)
	c.P.Struct()
	inetDiagHostCond.Members(c, b[:size])
	af := b[0]
	if b = b[size:]; len(b) > 0 {
		switch {
		case af == inet && len(b) >= 4:
			c.P.Field("addr")
			sockaddr.ShowInet4(c, b[:4])
		case af == inet6 && len(b) >= 16 && c.P.Converting():
			c.P.FieldKey("addr")
			sockaddr.ShowInet6(c, b[:16], "addr")
		case af == inet6 && len(b) >= 16:
			c.P.Field("addr")
			sockaddr.ShowInet6(c, b[:16], "")
		default:
			c.P.Field("addr")
			rawBytes(c, b)
		}
	}
	c.P.EndStruct()
}

var inetDiagHostCond = d.Struct{Of: abi.Sizeof_inet_diag_hostcond, Fields: []*d.Field{
	{Name: "family", At: abi.Inet_diag_hostcond_family, Type: &family},
	{Name: "prefix_len", At: abi.Inet_diag_hostcond_prefix_len, Type: d.Uint},
	{Name: "port", At: abi.Inet_diag_hostcond_port, Type: d.Uint},
}}

var inetDiagMarkCond = d.Struct{Of: abi.Sizeof_inet_diag_markcond, Fields: []*d.Field{
	{Name: "mark", At: abi.Inet_diag_markcond_mark, Type: d.Uint},
	{Name: "mask", At: abi.Inet_diag_markcond_mask, Type: d.Uint},
}}

var inetDiagBCOp = d.Struct{Of: abi.Sizeof_inet_diag_bc_op, Fields: []*d.Field{
	{Name: "code", At: abi.Inet_diag_bc_op_code, Type: &d.Enum{Of: &xlat.InetDiagBC}},
	{Name: "yes", At: abi.Inet_diag_bc_op_yes, Type: d.Uint},
	{Name: "no", At: abi.Inet_diag_bc_op_no, Type: d.Uint},
}}
