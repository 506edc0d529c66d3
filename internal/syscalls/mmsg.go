package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

var sendmmsg = d.Syscall{Name: "sendmmsg", Moves: d.WritesMessages, Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "msgvec", Type: d.Array{Of: &mmsgSent, N: d.U32 + d.Arg2}, At: d.Exit},
	{Name: "vlen", Type: d.Uint, At: d.Exit},
	{Name: "flags", Type: &msgFlags, At: d.Exit},
}}

var recvmmsg = d.Syscall{Name: "recvmmsg", Moves: d.ReadsMessages, Tail: recvmmsgTail, Params: []*d.Param{
	socketFD, messagesGot, messagesRoom, messagesFlags,
	{Name: "timeout", Type: asItWas{d.Ptr{To: &timespec}}, At: d.Exit},
}}

var recvmmsgTime64 = d.Syscall{Name: "recvmmsg_time64", Moves: d.ReadsMessages, Tail: recvmmsgTail64, Params: []*d.Param{
	socketFD, messagesGot, messagesRoom, messagesFlags,
	{Name: "timeout", Type: asItWas{d.Ptr{To: &timespec64}}, At: d.Exit},
}}

var (
	messagesGot   = &d.Param{Name: "msgvec", Type: receivedMsgs{}, At: d.Out}
	messagesRoom  = &d.Param{Name: "vlen", Type: d.Uint, At: d.Exit}
	messagesFlags = &d.Param{Name: "flags", Type: &msgFlags, At: d.Exit}
)

// What is left of the timeout, and that it has passed.
var (
	recvmmsgTail   = []*d.Param{{Name: "left", Type: d.Ptr{To: &timespec}, Reg: d.Arg4, If: timeLeft}, waitedInVain}
	recvmmsgTail64 = []*d.Param{{Name: "left", Type: d.Ptr{To: &timespec64}, Reg: d.Arg4, If: timeLeft}, waitedInVain}
	waitedInVain   = &d.Param{Name: "timeout", Bare: true, Type: d.Func(showTimeout), Reg: d.Ret, If: func(c *d.Call) bool { return c.Ret == 0 }}
)

func timeLeft(c *d.Call) bool { return c.Ret != 0 && d.Arg4.Eval(c) != 0 }

func showTimeout(c *d.Call, _ uint64) { c.P.Word("Timeout") }

// mmsgSent is struct mmsghdr: a message, and how many of its bytes were sent.
var mmsgSent = d.Struct{Of: abi.Sizeof_mmsghdr, Fields: []*d.Field{
	{Name: "msg_hdr", At: abi.Mmsghdr_msg_hdr, Type: d.Embed{To: &msgSent}},
	{Name: "msg_len", At: abi.Mmsghdr_msg_len, Type: d.Uint, If: messageSent},
}}

// messageSent says whether the message being shown is one of those that the call has sent.
func messageSent(c *d.Call) bool {
	_, base := c.Object()
	return (base-d.Arg1.Eval(c))/uint64(c.ABI.Members[abi.Sizeof_mmsghdr].Size) < d.Ret.Eval(c)
}

var mmsgReceived = d.Struct{Of: abi.Sizeof_mmsghdr, Fields: []*d.Field{
	{Name: "msg_hdr", At: abi.Mmsghdr_msg_hdr, Type: receivedHdr{}},
	{Name: "msg_len", At: abi.Mmsghdr_msg_len, Type: d.Uint},
}}

// receivedHdr is the message within a struct mmsghdr, as long as its msg_len says.
type receivedHdr struct{}

// Show implements d.Type.
func (receivedHdr) Show(c *d.Call, off uint64) {
	c.Budget((d.M + d.Expr(abi.Mmsghdr_msg_len)).Eval(c))
	d.Embed{To: &msgReceived}.Show(c, off)
}

// Plan implements d.Planned.
func (receivedHdr) Plan(p *d.Planner, from d.Expr) { d.Embed{To: &msgReceived}.Plan(p, from) }

// receivedMsgs shows the messages that recvmmsg(2) has received.
type receivedMsgs struct{}

const maxMessages = 1024 // UIO_MAXIOV of linux/uio.h: the kernel looks at no more

// Save implements d.Saver.
func (receivedMsgs) Save(c *d.Call, v uint64) {
	size := uint64(c.ABI.Members[abi.Sizeof_mmsghdr].Size)
	n := min(uint64(uint32(c.Args[2])), maxMessages)
	for i := range n {
		if !stashNameLen(c, c.Word(v)+i*size) {
			return
		}
	}
}

// Show implements d.Type.
func (receivedMsgs) Show(c *d.Call, v uint64) {
	d.Array{Of: &mmsgReceived, N: d.Ret, Room: d.U32 + d.Arg2}.Show(c, v)
}

// Plan implements d.Planned.
func (receivedMsgs) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() { p.Object(from, &mmsgReceived, d.U32+d.Arg2) })
}

// asItWas shows at exit what an address pointed to at entry.
type asItWas struct{ d.Ptr }

// Save implements d.Saver.
func (t asItWas) Save(c *d.Call, v uint64) {
	if b, ok := c.Fetch(c.Word(v), t.To.Size(c.ABI)); ok {
		c.Stash(b)
	}
}

// Show implements d.Type.
func (t asItWas) Show(c *d.Call, v uint64) {
	if b := c.Stashed(); len(b) > 0 {
		c.P.OneColor()
		c.ShowAt(t.To, b, c.Word(v))
		c.P.EndOneColor()
		return
	}
	c.P.Addr(c.Word(v))
}

// Plan implements d.Planned.
func (t asItWas) Plan(p *d.Planner, from d.Expr) { p.AtEntryToo(func() { t.Ptr.Plan(p, from) }) }
