package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Message queues of System V: msgget(2), msgop(2), msgctl(2).

var msgget = d.Syscall{Name: "msgget", Params: []*d.Param{
	{Name: "key", Type: &ipcKey},
	{Name: "msgflg", Type: &ipcGetFlags},
}}

var (
	msgID       = &d.Param{Name: "msqid", Type: d.Int}
	msgSize     = &d.Param{Name: "msgsz", Type: d.Ulong}
	msgrcvFlags = &d.Param{Name: "msgflg", Type: &d.Flags{&xlat.MsgFlag}}
)

var msgsnd = d.Syscall{Name: "msgsnd", Params: []*d.Param{
	msgID, {Name: "msgp", Type: &message}, msgSize, msgrcvFlags,
}}

var msgrcv = d.Syscall{Name: "msgrcv", Params: []*d.Param{
	msgID, {Name: "msgp", Type: &message, At: d.Out}, msgSize,
	{Name: "msgtyp", Type: d.Long}, msgrcvFlags,
}}

// message is struct msgbuf (linux/msg.h) with as much text as the third argument says.
var message = d.Reads{
	Func: func(c *d.Call, v uint64) {
		v = c.Word(v)
		b, ok := c.Fetch(v, int(c.ABI.Members[abi.Sizeof_msgbuf].Size))
		if !ok {
			c.P.Addr(v)
			return
		}
		kind, _ := c.ABI.Load(b, abi.Msgbuf_mtype)
		c.P.Struct()
		c.P.Field("mtype")
		d.Long.Show(c, kind)
		c.P.Field("mtext")
		c.ShowBytes(v+uint64(c.ABI.Word), c.Word(c.Args[2]))
		c.P.EndStruct()
	},
	What: func(p *d.Planner, from d.Expr) {
		word := p.ABI.Word
		p.Block(from, 2*word)
		p.Memory(from, d.Arg2)               // the text is behind a long: all but its end,
		p.Blocks(from, 2*word, d.Arg2, word) // and that
	},
}

// The commands of msgctl(2) that fill a structure (linux/msg.h).
const (
	msgStat    = 11
	msgInfoCmd = 12
	msgStatAny = 13
)

var msgctl = d.Syscall{Name: "msgctl", Params: []*d.Param{
	msgID,
	{Name: "op", Type: &ipcCmd{&xlat.MsgCmd}},
	{Name: "buf", Reg: d.Arg2, If: msgTakes, Type: &d.Switch{On: d.U32 + d.Arg1, Else: d.Addr, Case: []d.Case{
		{Val: ipcSet, Type: d.Ptr{To: &msgSet}},
		{Val: ipc64 | ipcSet, Type: d.Ptr{To: &msgSet}},
	}}},
	{Name: "buf", Reg: d.Arg2, If: msgFills, At: d.Out, Type: &d.Switch{On: d.U32 + d.Arg1, Else: d.Ptr{To: &msqidDS}, Case: []d.Case{
		{Val: ipcInfo, Type: d.Ptr{To: &msginfo}},
		{Val: ipc64 | ipcInfo, Type: d.Ptr{To: &msginfo}},
		{Val: msgInfoCmd, Type: d.Ptr{To: &msginfo}},
		{Val: ipc64 | msgInfoCmd, Type: d.Ptr{To: &msginfo}},
	}}},
}}

func msgFills(c *d.Call) bool {
	switch uint32(c.Args[1]) &^ ipc64 {
	case ipcStat, ipcInfo, msgStat, msgInfoCmd, msgStatAny:
		return true
	}
	return false
}

func msgTakes(c *d.Call) bool { return !msgFills(c) }

// msqidDS is struct msqid64_ds (asm-generic/msgbuf.h).
var msqidDS = d.Struct{Of: abi.Sizeof_msqid64_ds, Fields: []*d.Field{
	{Name: "msg_perm", At: abi.Msqid64_ds_msg_perm, Type: d.Embed{To: &permStat}},
	{Name: "msg_stime", At: abi.Msqid64_ds_msg_stime, Type: d.Ulong},
	{Name: "msg_rtime", At: abi.Msqid64_ds_msg_rtime, Type: d.Ulong},
	{Name: "msg_ctime", At: abi.Msqid64_ds_msg_ctime, Type: d.Ulong},
	{Name: "msg_qnum", At: abi.Msqid64_ds_msg_qnum, Type: d.Ulong},
	{Name: "msg_qbytes", At: abi.Msqid64_ds_msg_qbytes, Type: d.Ulong},
	{Name: "msg_lspid", At: abi.Msqid64_ds_msg_lspid, Type: d.Int},
	{Name: "msg_lrpid", At: abi.Msqid64_ds_msg_lrpid, Type: d.Int},
}}

// msgSet is what IPC_SET looks at of it.
var msgSet = d.Struct{Of: abi.Sizeof_msqid64_ds, Fields: []*d.Field{
	{Name: "msg_perm", At: abi.Msqid64_ds_msg_perm, Type: d.Embed{To: &permSet}},
	{Name: "msg_qbytes", At: abi.Msqid64_ds_msg_qbytes, Type: d.Ulong},
}}

// msginfo is that of IPC_INFO and MSG_INFO (linux/msg.h).
var msginfo = d.Struct{Of: abi.Sizeof_msginfo, Fields: []*d.Field{
	{Name: "msgpool", At: abi.Msginfo_msgpool, Type: d.Int},
	{Name: "msgmap", At: abi.Msginfo_msgmap, Type: d.Int},
	{Name: "msgmax", At: abi.Msginfo_msgmax, Type: d.Int},
	{Name: "msgmnb", At: abi.Msginfo_msgmnb, Type: d.Int},
	{Name: "msgmni", At: abi.Msginfo_msgmni, Type: d.Int},
	{Name: "msgssz", At: abi.Msginfo_msgssz, Type: d.Int},
	{Name: "msgtql", At: abi.Msginfo_msgtql, Type: d.Int},
	{Name: "msgseg", At: abi.Msginfo_msgseg, Type: d.Uint},
}}
