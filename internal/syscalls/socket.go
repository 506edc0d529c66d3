package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

var (
	addressFamily = d.Enum{Of: &xlat.AF}
	socketFlags   = d.Flags{&xlat.SockFlag}
)

// showSocketType shows a type of sockets, and flags: with -X raw and verbose
// these two apart, 0x1 /* SOCK_STREAM */|0x80000 /* SOCK_CLOEXEC */.
func showSocketType(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	kind := v & xlat.SockType.Mask
	name, ok := xlat.SockType.Name(kind)
	if !ok {
		socketFlags.Show(c, v)
		return
	}
	c.P.Expr(v)
	c.P.Named(kind, name, show.Hexadecimal)
	if v != kind {
		c.P.Punct("|")
		socketFlags.Show(c, v-kind)
	}
	c.P.EndExpr()
}

var socket = d.Syscall{Name: "socket", Ret: d.FD, Params: []*d.Param{
	{Name: "domain", Type: &addressFamily},
	{Name: "type", Type: d.Func(showSocketType)},
	{Name: "protocol", Type: &socketProtocol},
}}

// socketProtocol is the protocol of socket(2), named by the domain.
var socketProtocol = d.Switch{On: d.Arg0, Sorted: true, Else: d.Ulong, Case: []d.Case{
	{Val: 2, Type: &d.Enum{Of: &xlat.InetProto}},
	{Val: 3, Type: d.Func(func(c *d.Call, v uint64) { c.P.Commented(c.Word(v), &xlat.Ax25Proto, true) })},
	{Val: 10, Type: &d.Enum{Of: &xlat.InetProto}},
	{Val: 16, Type: &d.Enum{Of: &xlat.NetlinkProto}},
	{Val: 17, Type: d.Func(sockaddr.ShowEtherType)},
	{Val: 23, Type: &d.Enum{Of: &xlat.IrdaProto}},
	{Val: 29, Type: &d.Enum{Of: &xlat.CanProto}},
	{Val: 31, Type: &d.Enum{Of: &xlat.BluetoothProto}},
	{Val: 33, Type: &addressFamily},
	{Val: 34, Type: &d.Enum{Of: &xlat.IsdnProto}},
	{Val: 35, Type: &d.Enum{Of: &xlat.PhonetProto}},
	{Val: 37, Type: &d.Enum{Of: &xlat.CaifProto}},
	{Val: 39, Type: &d.Enum{Of: &xlat.NfcSockProto}},
	{Val: 41, Type: &d.Enum{Of: &xlat.KcmProto}},
	{Val: 43, Type: &d.Enum{Of: &xlat.SmcProto}},
}}

var socketpair = d.Syscall{Name: "socketpair", Params: []*d.Param{
	{Name: "domain", Type: &addressFamily},
	{Name: "type", Type: d.Func(showSocketType)},
	{Name: "protocol", Type: d.Ulong},
	{Name: "sv", Type: d.Array{Of: &d.FDObj, N: d.C + 2, All: true}, At: d.Out},
}}

var bind = d.Syscall{Name: "bind", Params: addressIn}

var connect = d.Syscall{Name: "connect", Params: addressIn}

// addressIn are the arguments of a call that takes an address.
var addressIn = []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "addr", Type: sockaddr.Ptr{Len: d.Arg2}},
	{Name: "addrlen", Type: d.Int},
}

// addressOut are those of a call that returns one.
var addressOut = []*d.Param{socketFD, addressGot, addressLen}

var (
	socketFD   = &d.Param{Name: "sockfd", Type: d.FD}
	addressGot = &d.Param{Name: "addr", Type: sockaddr.Filled{Had: d.Kept2, Len: d.Arg2}, At: d.Out}
	addressLen = &d.Param{Name: "addrlen", Type: addrLen{Addr: d.Arg1}, At: d.Exit}
)

var getsockname = d.Syscall{Name: "getsockname", Params: addressOut}

var getpeername = d.Syscall{Name: "getpeername", Params: addressOut}

var accept = d.Syscall{Name: "accept", Ret: d.FD, Params: addressOut}

var accept4 = d.Syscall{Name: "accept4", Ret: d.FD, Params: []*d.Param{
	socketFD, addressGot, addressLen,
	{Name: "flags", Type: &socketFlags, At: d.Exit},
}}

// addrLen is the int behind an address that says how long the address at Addr
// is: [128 => 16]. Without an address nobody looks at it.
type addrLen struct{ Addr d.Expr }

var lenInOut = &d.InOut{Of: &d.IntObj}

// Save implements d.Saver.
func (t addrLen) Save(c *d.Call, v uint64) { lenInOut.Save(c, v) }

// Show implements d.Type.
func (t addrLen) Show(c *d.Call, v uint64) {
	if t.Addr.Eval(c) == 0 {
		d.Addr.Show(c, v)
		return
	}
	lenInOut.Show(c, v)
}

// Plan implements d.Planned.
func (t addrLen) Plan(p *d.Planner, from d.Expr) { lenInOut.Plan(p, from) }

var listen = d.Syscall{Name: "listen", Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "backlog", Type: d.Int},
}}

var shutdown = d.Syscall{Name: "shutdown", Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "how", Type: &d.Enum{Of: &xlat.ShutdownHow}},
}}
