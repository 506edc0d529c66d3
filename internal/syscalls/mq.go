package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Message queues of POSIX (mq_overview(7)).

var mqOpen = d.Syscall{Name: "mq_open", Ret: d.FD, Params: []*d.Param{
	{Name: "name", Type: d.Inert{To: d.Path}},
	{Name: "flags", Type: &openFlags},
	{Name: "mode", Type: d.Mode, If: mqCreates},
	{Name: "attr", Type: d.Ptr{To: &mqLimits}, If: mqCreates},
}}

func mqCreates(c *d.Call) bool { return c.Args[1]&oCreat != 0 }

var mqUnlink = d.Syscall{Name: "mq_unlink", Params: []*d.Param{{Name: "path", Type: d.Inert{To: d.Path}}}}

var (
	mqDes     = &d.Param{Name: "mqdes", Type: d.FD}
	mqLen     = &d.Param{Name: "msg_len", Type: d.Ulong}
	mqTime    = &d.Param{Name: "abs_timeout", Type: timespecPtr}
	mqTime64  = &d.Param{Name: "abs_timeout", Type: timespec64Ptr}
	mqIn      = &d.Param{Name: "msg_ptr", Type: d.Buf{Len: d.Arg2}}
	mqInPrio  = &d.Param{Name: "msg_prio", Type: d.Uint}
	mqOut     = &d.Param{Name: "msg_ptr", Type: d.Buf{Len: d.Ret}, At: d.Out}
	mqOutPrio = &d.Param{Name: "msg_prio", Type: d.Cell{Of: &d.UintObj}, At: d.Out}
)

var (
	mqTimedsend      = d.Syscall{Name: "mq_timedsend", Moves: d.WritesBytes, Params: []*d.Param{mqDes, mqIn, mqLen, mqInPrio, mqTime}}
	mqTimedsend64    = d.Syscall{Name: "mq_timedsend_time64", Moves: d.WritesBytes, Params: []*d.Param{mqDes, mqIn, mqLen, mqInPrio, mqTime64}}
	mqTimedreceive   = d.Syscall{Name: "mq_timedreceive", Moves: d.ReadsBytes, Params: []*d.Param{mqDes, mqOut, mqLen, mqOutPrio, mqTime}}
	mqTimedreceive64 = d.Syscall{Name: "mq_timedreceive_time64", Moves: d.ReadsBytes, Params: []*d.Param{mqDes, mqOut, mqLen, mqOutPrio, mqTime64}}
)

var mqNotify = d.Syscall{Name: "mq_notify", Params: []*d.Param{mqDes, {Name: "sevp", Type: sigeventPtr}}}

var mqGetsetattr = d.Syscall{Name: "mq_getsetattr", Params: []*d.Param{
	mqDes,
	{Name: "newattr", Type: d.Ptr{To: &mqAttr}},
	{Name: "oldattr", Type: d.Ptr{To: &mqAttr}, At: d.Out},
}}

// mqLimits is struct mq_attr (linux/mqueue.h) of a new queue, which has no flags there.
var mqLimits = d.Struct{Of: abi.Sizeof_mq_attr, Fields: []*d.Field{
	{Name: "mq_flags", At: abi.Mq_attr_mq_flags, Type: d.Hex},
	mqMaxmsg, mqMsgsize, mqCurmsgs,
}}

// mqAttr is that of an open queue.
var mqAttr = d.Struct{Of: abi.Sizeof_mq_attr, Fields: []*d.Field{
	{Name: "mq_flags", At: abi.Mq_attr_mq_flags, Type: d.Func(showMqFlags)},
	mqMaxmsg, mqMsgsize, mqCurmsgs,
}}

func showMqFlags(c *d.Call, v uint64) { c.P.Flags(c.Word(v), mqFlags) }

var mqFlags = []*xlat.Table{&xlat.MqFlag}

var (
	mqMaxmsg  = &d.Field{Name: "mq_maxmsg", At: abi.Mq_attr_mq_maxmsg, Type: d.Long}
	mqMsgsize = &d.Field{Name: "mq_msgsize", At: abi.Mq_attr_mq_msgsize, Type: d.Long}
	mqCurmsgs = &d.Field{Name: "mq_curmsgs", At: abi.Mq_attr_mq_curmsgs, Type: d.Long}
)
