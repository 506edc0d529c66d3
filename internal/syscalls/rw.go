package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Parameters that many calls of this family share.
var (
	paramCount  = &d.Param{Name: "count", Type: d.Ulong}
	paramOffset = &d.Param{Name: "offset", Type: d.Int64, Wide: true}
	paramRwf    = &d.Param{Name: "flags", Type: &d.Flags{&xlat.RwfFlag}, Reg: d.Arg5}

	bytesOut = &d.Param{Name: "buf", Type: d.Buf{Len: d.Ret}, At: d.Out}
	bytesIn  = &d.Param{Name: "buf", Type: d.Buf{Len: d.Arg2}}
	iovOut   = &d.Param{Name: "iov", Type: d.Array{Of: &iovecOut, N: d.Arg2, Total: d.Ret}, At: d.Exit}
	iovIn    = &d.Param{Name: "iov", Type: d.Array{Of: &iovecIn, N: d.Arg2}}
	iovCount = &d.Param{Name: "iovcnt", Type: d.Ulong}
)

var (
	read     = d.Syscall{Name: "read", Moves: d.ReadsBytes, Params: []*d.Param{fdParam, bytesOut, paramCount}}
	write    = d.Syscall{Name: "write", Moves: d.WritesBytes, Params: []*d.Param{fdParam, bytesIn, paramCount}}
	pread64  = d.Syscall{Name: "pread64", Moves: d.ReadsBytes, Params: []*d.Param{fdParam, bytesOut, paramCount, paramOffset}}
	pwrite64 = d.Syscall{Name: "pwrite64", Moves: d.WritesBytes, Params: []*d.Param{fdParam, bytesIn, paramCount, paramOffset}}
	readv    = d.Syscall{Name: "readv", Moves: d.ReadsVector, Params: []*d.Param{fdParam, iovOut, iovCount}}
	writev   = d.Syscall{Name: "writev", Moves: d.WritesVector, Params: []*d.Param{fdParam, iovIn, iovCount}}
)

// The offset of preadv(2) and its like has a second register on every ABI;
// only those of 32 bits put anything there.
var (
	preadv   = d.Syscall{Name: "preadv", Moves: d.ReadsVector, Params: []*d.Param{fdParam, iovOut, iovCount, paramOffset}}
	pwritev  = d.Syscall{Name: "pwritev", Moves: d.WritesVector, Params: []*d.Param{fdParam, iovIn, iovCount, paramOffset}}
	preadv2  = d.Syscall{Name: "preadv2", Moves: d.ReadsVector, Params: []*d.Param{fdParam, iovOut, iovCount, paramOffset, paramRwf}}
	pwritev2 = d.Syscall{Name: "pwritev2", Moves: d.WritesVector, Params: []*d.Param{fdParam, iovIn, iovCount, paramOffset, paramRwf}}
)

var vmsplice = d.Syscall{Name: "vmsplice", Moves: d.WritesVector, Params: []*d.Param{
	fdParam, iovIn, {Name: "nr_segs", Type: d.Ulong}, {Name: "flags", Type: &spliceFlags},
}}

var (
	remoteIov   = &d.Param{Name: "remote_iov", Type: d.Array{Of: &iovecAddr, N: d.Arg4}}
	remoteCount = &d.Param{Name: "riovcnt", Type: d.Ulong}
	localCount  = &d.Param{Name: "liovcnt", Type: d.Ulong}
	vmFlags     = &d.Param{Name: "flags", Type: d.Ulong}
)

var processVMReadv = d.Syscall{Name: "process_vm_readv", Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	{Name: "local_iov", Type: d.Array{Of: &iovecOut, N: d.Arg2, Total: d.Ret}, At: d.Exit},
	localCount, remoteIov, remoteCount, vmFlags,
}}

var processVMWritev = d.Syscall{Name: "process_vm_writev", Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	{Name: "local_iov", Type: d.Array{Of: &iovecIn, N: d.Arg2}},
	localCount, remoteIov, remoteCount, vmFlags,
}}

// iovecIn is struct iovec (linux/uio.h) of a buffer that the call reads.
var iovecIn = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: d.Buf{Len: iovLen}}, iovLength,
}}

// iovecOut is that of a buffer that the call fills.
var iovecOut = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: d.Share{Len: iovLen}}, iovLength,
}}

// iovecAddr is that of a buffer in another process.
var iovecAddr = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: d.Addr}, iovLength,
}}

var iovLength = &d.Field{Name: "iov_len", At: abi.Iovec_iov_len, Type: d.Ulong}

const iovLen = d.M + d.Expr(abi.Iovec_iov_len)
