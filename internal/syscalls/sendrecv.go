package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/netlink"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

var msgFlags = d.Flags{&xlat.MsgSockFlag}

var (
	sendto = d.Syscall{Name: "sendto", Moves: d.WritesBytes, Params: []*d.Param{
		socketFD, bytesToSend, paramLen, sendFlags,
		{Name: "dest_addr", Type: sockaddr.Ptr{Len: d.Arg5}},
		{Name: "addrlen", Type: d.Int},
	}}
	send = d.Syscall{Name: "send", Moves: d.WritesBytes, Params: []*d.Param{socketFD, bytesToSend, paramLen, sendFlags}}

	recvfrom = d.Syscall{Name: "recvfrom", Moves: d.ReadsBytes, Params: []*d.Param{
		socketFD, bytesReceived, paramLen, sendFlags,
		{Name: "src_addr", Type: sockaddr.Filled{Had: d.Kept5, Len: d.Arg5}, At: d.Out},
		{Name: "addrlen", Type: addrLen{Addr: d.Arg4}, At: d.Exit},
	}}
	recv = d.Syscall{Name: "recv", Moves: d.ReadsBytes, Params: []*d.Param{socketFD, bytesReceived, paramLen, sendFlags}}
)

var (
	bytesToSend   = &d.Param{Name: "buf", Type: netlink.Buf{Len: d.Arg2}}
	bytesReceived = &d.Param{Name: "buf", Type: netlink.Buf{Len: d.Arg2, Got: true}, At: d.Out}
	paramLen      = &d.Param{Name: "len", Type: d.Ulong}
	sendFlags     = &d.Param{Name: "flags", Type: &msgFlags}
)
