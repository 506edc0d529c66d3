package syscalls

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/netlink"
	"gostrace/internal/sockaddr"
)

var sendmsg = d.Syscall{Name: "sendmsg", Moves: d.WritesMessage, Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "msg", Type: d.Ptr{To: &msgSent}},
	{Name: "flags", Type: &msgFlags},
}}

var recvmsg = d.Syscall{Name: "recvmsg", Moves: d.ReadsMessage, Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "msg", Type: receivedMsg{}, At: d.Exit},
	{Name: "flags", Type: &msgFlags, At: d.Exit},
}}

// msgSent is the message of sendmsg(2): struct user_msghdr (linux/socket.h).
var msgSent = d.Struct{Of: abi.Sizeof_user_msghdr, Fields: []*d.Field{
	{Name: "msg_name", At: abi.User_msghdr_msg_name, Type: sockaddr.Ptr{Len: msgNameLen}},
	{Name: "msg_namelen", At: abi.User_msghdr_msg_namelen, Type: d.Int},
	{Name: "msg_iov", At: abi.User_msghdr_msg_iov, Type: d.Array{Of: &iovecSent, N: msgIovLen}},
	msgVecLen, msgControl, msgControlSize, msgFlagsField,
}}

// msgReceived is that of recvmsg(2), of which Call.Budget says how long it is
// and Stashed, while that lasts, how much room there was for the address.
var msgReceived = d.Struct{Of: abi.Sizeof_user_msghdr, Fields: []*d.Field{
	{Name: "msg_name", At: abi.User_msghdr_msg_name, Type: msgName},
	{Name: "msg_namelen", At: abi.User_msghdr_msg_namelen, Type: d.Func(showMsgNameLen)},
	{Name: "msg_iov", At: abi.User_msghdr_msg_iov, Type: d.Array{Of: &iovecReceived, N: msgIovLen}},
	msgVecLen, msgControl, msgControlSize, msgFlagsField,
}}

var (
	msgVecLen      = &d.Field{Name: "msg_iovlen", At: abi.User_msghdr_msg_iovlen, Type: d.Ulong}
	msgControl     = &d.Field{Name: "msg_control", At: abi.User_msghdr_msg_control, Type: ControlMessages{Len: msgControlLen}, If: msgHasControl}
	msgControlSize = &d.Field{Name: "msg_controllen", At: abi.User_msghdr_msg_controllen, Type: d.Ulong}
	msgFlagsField  = &d.Field{Name: "msg_flags", At: abi.User_msghdr_msg_flags, Type: &msgFlags}
)

const (
	msgNameLen    = d.M + d.Expr(abi.User_msghdr_msg_namelen)
	msgIovLen     = d.M + d.Expr(abi.User_msghdr_msg_iovlen)
	msgControlLen = d.M + d.Expr(abi.User_msghdr_msg_controllen)
)

func msgHasControl(c *d.Call) bool { return msgControlLen.Eval(c) != 0 }

var iovecSent = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: netlink.Buf{Len: iovLen}}, iovLength,
}}

var iovecReceived = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: netlink.Buf{Len: iovLen, Part: true}}, iovLength,
}}

// msgName shows the address that a message came from.
var msgName = &d.Reads{
	Func: func(c *d.Call, v uint64) {
		n := int32(msgNameLen.Eval(c))
		if had, ok := msgNameRoom(c); ok {
			n = min(n, had)
		}
		sockaddr.Show(c, v, n)
	},
	What: func(p *d.Planner, from d.Expr) { p.Block(from, sockaddr.Max) },
}

func showMsgNameLen(c *d.Call, v uint64) {
	had, ok := msgNameRoom(c)
	if !ok || had == int32(v) {
		d.Int.Show(c, v)
		return
	}
	c.P.Change()
	c.P.Int(int64(had))
	c.P.Arrow()
	d.Int.Show(c, v)
	c.P.EndChange()
}

// msgNameRoom returns what msg_namelen was at entry. The messages of recvmmsg
// lie side by side, so that their address says which one of them is shown.
func msgNameRoom(c *d.Call) (int32, bool) {
	_, base := c.Object()
	i := int((base - c.Word(c.Args[1])) / uint64(c.ABI.Members[abi.Sizeof_mmsghdr].Size))
	b := c.Stashed()
	if i < 0 || 4*i+4 > len(b) {
		return 0, false
	}
	return int32(binary.LittleEndian.Uint32(b[4*i:])), true
}

// stashNameLen keeps the msg_namelen of the message at addr; false if it is unreadable.
func stashNameLen(c *d.Call, addr uint64) bool {
	l := c.ABI.Members[abi.User_msghdr_msg_namelen]
	if b, ok := c.Fetch(addr, int(c.ABI.Members[abi.Sizeof_user_msghdr].Size)); ok {
		c.Stash(b[l.Off : l.Off+4])
		return true
	}
	return false
}

// receivedMsg shows the message of recvmsg(2). If the call failed, only what
// the program said of the address is of interest.
type receivedMsg struct{}

// Save implements d.Saver.
func (receivedMsg) Save(c *d.Call, v uint64) { stashNameLen(c, c.Word(v)) }

// Show implements d.Type.
func (receivedMsg) Show(c *d.Call, v uint64) {
	if !c.Failed {
		c.Budget(uint64(c.Ret))
		d.Ptr{To: &msgReceived}.Show(c, v)
		return
	}
	b := c.Stashed()
	if len(b) < 4 {
		c.P.Addr(c.Word(v))
		return
	}
	c.P.Struct()
	c.P.Field("msg_namelen")
	c.P.Int(int64(int32(binary.LittleEndian.Uint32(b))))
	c.P.EndStruct()
}

// Plan implements d.Planned.
func (receivedMsg) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() { p.Object(from, &msgReceived, 0) })
}
