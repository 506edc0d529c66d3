package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	fsMagic     = d.Enum64{Of: &xlat.FsMagic}
	statfsFlags = statfsFlagsType{&xlat.StatfsFlag}
	fsid        = d.Struct{Bytes: 8, Fields: []*d.Field{{Name: "val", At: abi.Kernel_fsid_t_val, Type: d.EmbedArray{Of: &d.Hex32Ob}}}}
)

// statfsFlagsType are flags in a long of the ABI.
type statfsFlagsType d.Flags64

// Show implements d.Type.
func (f *statfsFlagsType) Show(c *d.Call, v uint64) { c.P.Flags(c.Word(v), *f) }

var statfs = d.Syscall{Name: "statfs", Params: []*d.Param{
	pathParam, {Name: "buf", Type: d.Ptr{To: &statfsBuf}, At: d.Out},
}}

var fstatfs = d.Syscall{Name: "fstatfs", Params: []*d.Param{
	fdParam, {Name: "buf", Type: d.Ptr{To: &statfsBuf}, At: d.Out},
}}

var statfs64 = d.Syscall{Name: "statfs64", Params: []*d.Param{
	pathParam, {Name: "size", Type: d.Ulong}, {Name: "buf", Type: &statfs64OfSize, At: d.Out},
}}

var fstatfs64 = d.Syscall{Name: "fstatfs64", Params: []*d.Param{
	fdParam, {Name: "size", Type: d.Ulong}, {Name: "buf", Type: &statfs64OfSize, At: d.Out},
}}

// statfs64OfSize is shown if it has the size that i386 programs say it has.
var statfs64OfSize = d.Switch{On: d.Arg1, Case: []d.Case{{Val: 84, Type: d.Ptr{To: &statfs64Buf}}}, Else: d.Addr}

// statfsBuf is struct statfs of the ABI (asm-generic/statfs.h).
var statfsBuf = d.Struct{Of: abi.Sizeof_statfs, Fields: []*d.Field{
	{Name: "f_type", At: abi.Statfs_f_type, Type: &fsMagic},
	{Name: "f_bsize", At: abi.Statfs_f_bsize, Type: d.Ulong},
	{Name: "f_blocks", At: abi.Statfs_f_blocks, Type: d.Ulong},
	{Name: "f_bfree", At: abi.Statfs_f_bfree, Type: d.Ulong},
	{Name: "f_bavail", At: abi.Statfs_f_bavail, Type: d.Ulong},
	{Name: "f_files", At: abi.Statfs_f_files, Type: d.Ulong},
	{Name: "f_ffree", At: abi.Statfs_f_ffree, Type: d.Ulong},
	{Name: "f_fsid", At: abi.Statfs_f_fsid, Type: d.Embed{To: &fsid}},
	{Name: "f_namelen", At: abi.Statfs_f_namelen, Type: d.Ulong},
	{Name: "f_frsize", At: abi.Statfs_f_frsize, Type: d.Ulong},
	{Name: "f_flags", At: abi.Statfs_f_flags, Type: &statfsFlags, When: d.M + d.Expr(abi.Statfs_f_flags), Bits: stValid},
}}

const stValid = 0x20 // f_flags has been filled in (linux/statfs.h)

// statfs64Buf is struct statfs64.
var statfs64Buf = d.Struct{Of: abi.Sizeof_statfs64, Fields: []*d.Field{
	{Name: "f_type", At: abi.Statfs64_f_type, Type: &fsMagic},
	{Name: "f_bsize", At: abi.Statfs64_f_bsize, Type: d.Ulong},
	{Name: "f_blocks", At: abi.Statfs64_f_blocks, Type: d.Uint64},
	{Name: "f_bfree", At: abi.Statfs64_f_bfree, Type: d.Uint64},
	{Name: "f_bavail", At: abi.Statfs64_f_bavail, Type: d.Uint64},
	{Name: "f_files", At: abi.Statfs64_f_files, Type: d.Uint64},
	{Name: "f_ffree", At: abi.Statfs64_f_ffree, Type: d.Uint64},
	{Name: "f_fsid", At: abi.Statfs64_f_fsid, Type: d.Embed{To: &fsid}},
	{Name: "f_namelen", At: abi.Statfs64_f_namelen, Type: d.Ulong},
	{Name: "f_frsize", At: abi.Statfs64_f_frsize, Type: d.Ulong},
	{Name: "f_flags", At: abi.Statfs64_f_flags, Type: &statfsFlags, When: d.M + d.Expr(abi.Statfs64_f_flags), Bits: stValid},
}}

// ustat has a dev_t of 32 bits. What it finds is shown as an address.
var ustat = d.Syscall{Name: "ustat", Params: []*d.Param{{Name: "dev", Type: d.Func(dev32)}, {Name: "ubuf", Type: d.Addr}}}
