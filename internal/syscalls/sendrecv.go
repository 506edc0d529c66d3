package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/netlink"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

var msgFlags = d.Flags{&xlat.MsgSockFlag}

var sendto = d.Syscall{Name: "sendto", Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "buf", Type: netlink.Buf{Len: d.Arg2}},
	{Name: "len", Type: d.Ulong},
	{Name: "flags", Type: &msgFlags},
	{Name: "dest_addr", Type: sockaddr.Ptr{Len: d.Arg5}},
	{Name: "addrlen", Type: d.Int},
}}

var send = d.Syscall{Name: "send", Params: sendto.Params[:4]}

var recvfrom = d.Syscall{Name: "recvfrom", Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "buf", Type: netlink.Buf{Len: d.Arg2, Got: true}, At: d.Out},
	{Name: "len", Type: d.Ulong, At: d.Exit},
	{Name: "flags", Type: &msgFlags, At: d.Exit},
	{Name: "src_addr", Type: sockaddr.Filled{Had: d.Kept5, Len: d.Arg5}, At: d.Out},
	{Name: "addrlen", Type: addrLen{Addr: d.Arg4}, At: d.Exit},
}}

var recv = d.Syscall{Name: "recv", Params: recvfrom.Params[:4]}
