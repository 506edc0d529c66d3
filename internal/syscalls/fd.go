package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	close_ = d.Syscall{Name: "close", Params: []*d.Param{fdParam}}
	dup    = d.Syscall{Name: "dup", Ret: d.FD, Params: []*d.Param{{Name: "oldfd", Type: d.FD}}}
	dup2   = d.Syscall{Name: "dup2", Ret: d.FD, Params: []*d.Param{{Name: "oldfd", Type: d.FD}, {Name: "newfd", Type: d.FD}}}
)

var dup3 = d.Syscall{Name: "dup3", Ret: d.FD, Params: []*d.Param{
	{Name: "oldfd", Type: d.FD},
	{Name: "newfd", Type: d.FD},
	{Name: "flags", Type: &newFDFlags},
}}

// newFDFlags are the O_ flags of a call that creates descriptors; its access mode is nobody's choice.
var newFDFlags = d.Flags{&xlat.OpenFlag}

var closeRange = d.Syscall{Name: "close_range", Params: []*d.Param{
	{Name: "first", Type: d.Uint},
	{Name: "last", Type: d.Uint},
	{Name: "flags", Type: &d.Flags{&xlat.CloseRangeFlag}},
}}

// fdPair is the int[2] that pipe(2) fills.
var fdPair = &d.Param{Name: "pipefd", Type: d.Array{Of: &d.FDObj, N: d.C + 2}, At: d.Out}

var (
	pipe  = d.Syscall{Name: "pipe", Params: []*d.Param{fdPair}}
	pipe2 = d.Syscall{Name: "pipe2", Params: []*d.Param{fdPair, {Name: "flags", Type: &newFDFlags}}}
)

var whence = d.Enum{Of: &xlat.Whence}

var lseek = d.Syscall{Name: "lseek", Params: []*d.Param{
	fdParam,
	{Name: "offset", Type: d.Long},
	{Name: "whence", Type: &whence},
}}

// llseek has its offset in two registers, the high one first, on an ABI that has it at all.
var llseek = d.Syscall{Name: "_llseek", Params: []*d.Param{
	fdParam,
	{Name: "offset", Type: d.Func(func(c *d.Call, high uint64) { c.P.Int(int64(high<<32 | uint64(uint32(c.Args[2])))) })},
	{Name: "result", Type: d.Cell{Of: &d.U64Obj}, Reg: d.Arg3, At: d.Out},
	{Name: "whence", Type: &whence, Reg: d.Arg4},
}}

var flock = d.Syscall{Name: "flock", Params: []*d.Param{
	fdParam,
	{Name: "op", Type: &d.Flags{&xlat.FlockOp}},
}}

var (
	fsync     = d.Syscall{Name: "fsync", Params: []*d.Param{fdParam}}
	fdatasync = d.Syscall{Name: "fdatasync", Params: []*d.Param{fdParam}}
)

var syncFileRange = d.Syscall{Name: "sync_file_range", Params: []*d.Param{
	fdParam, paramOffset,
	{Name: "nbytes", Type: d.Int64, Wide: true},
	{Name: "flags", Type: &d.Flags{&xlat.SyncRangeFlag}},
}}

var readahead = d.Syscall{Name: "readahead", Params: []*d.Param{fdParam, paramOffset, paramCount}}

var fadviseAdvice = &d.Param{Name: "advice", Type: &d.Enum{Of: &xlat.Advice}}

// fadvise64's length is a size_t, that of fadvise64_64 64 bits on every ABI.
var fadvise64 = d.Syscall{Name: "fadvise64", Params: []*d.Param{fdParam, paramOffset, {Name: "len", Type: d.Ulong}, fadviseAdvice}}

var fadvise64To64 = d.Syscall{Name: "fadvise64_64", Params: []*d.Param{
	fdParam, paramOffset, {Name: "len", Type: d.Int64, Wide: true}, fadviseAdvice,
}}

var fallocate = d.Syscall{Name: "fallocate", Params: []*d.Param{
	fdParam,
	{Name: "mode", Type: &d.Flags{&xlat.FallocMode}},
	paramOffset,
	{Name: "len", Type: d.Int64, Wide: true},
}}
