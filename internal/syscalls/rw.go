package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

var read = d.Syscall{Name: "read", Params: []d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "buf", Type: d.Buf{Len: d.Ret}, At: d.Out},
	{Name: "count", Type: d.Ulong, At: d.Exit},
}}

var write = d.Syscall{Name: "write", Params: []d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "buf", Type: d.Buf{Len: d.Arg2}},
	{Name: "count", Type: d.Ulong},
}}

var pread64 = d.Syscall{Name: "pread64", Params: []d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "buf", Type: d.Buf{Len: d.Ret}, At: d.Out},
	{Name: "count", Type: d.Ulong, At: d.Exit},
	{Name: "pos", Type: d.Int64, Wide: true, At: d.Exit},
}}

var pwrite64 = d.Syscall{Name: "pwrite64", Params: []d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "buf", Type: d.Buf{Len: d.Arg2}},
	{Name: "count", Type: d.Ulong},
	{Name: "pos", Type: d.Int64, Wide: true},
}}

// iovecIn is an iovec whose buffer the call reads: shown in full.
var iovecIn = d.Struct{Of: abi.Sizeof_iovec, Fields: []d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: d.Buf{Len: d.M + d.Expr(abi.Iovec_iov_len)}},
	{Name: "iov_len", At: abi.Iovec_iov_len, Type: d.Ulong},
}}

var writev = d.Syscall{Name: "writev", Params: []d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "vec", Type: d.Array{Of: &iovecIn, N: d.Arg2}},
	{Name: "vlen", Type: d.Ulong},
}}
