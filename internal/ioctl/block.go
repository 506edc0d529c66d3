package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// block are the commands of block devices (linux/fs.h, linux/blkpg.h,
// linux/blktrace_api.h).
var block = [...]Arg{
	{Names: "BLKRRPART BLKFLSBUF BLKTRACESTART BLKTRACESTOP BLKTRACETEARDOWN"},
	{Names: "BLKROSET BLKBSZSET", In: intCell},
	{Names: "BLKROGET BLKSSZGET BLKBSZGET BLKALIGNOFF", Out: intCell},
	{Names: "BLKIOMIN BLKIOOPT BLKPBSZGET BLKDISCARDZEROES BLKGETZONESZ BLKGETNRZONES", Out: uintCell},
	{Names: "BLKSECTGET BLKROTATIONAL", Out: d.Cell{Of: &ushort}},
	{Names: "BLKGETSIZE", Out: ulongCell},
	{Names: "BLKRASET BLKFRASET", In: d.Ulong},
	{Names: "BLKRAGET BLKFRAGET", Out: d.Cell{Of: &d.LongObj}},
	{Names: "BLKGETSIZE64 BLKGETDISKSEQ", Out: u64Cell},
	{Names: "BLKDISCARD BLKSECDISCARD BLKZEROOUT", In: d.Ptr{To: &sectorRange}},
	{Names: "BLKPG", In: d.Ptr{To: &blkpgArg}},
	{Names: "BLKTRACESETUP", Split: &blkTraceSetup},
}

var ushort = d.Num{Type: d.Uint, Bytes: 2}

// sectorRange is a start and a length in bytes.
var sectorRange = d.Row{Of: &d.U64Obj, N: 2}

var blkpgArg = d.Struct{Of: abi.Sizeof_blkpg_ioctl_arg, Fields: []*d.Field{
	{Name: "op", At: abi.Blkpg_ioctl_arg_op, Type: &d.Enum{Of: &xlat.BlkpgOp}},
	{Name: "flags", At: abi.Blkpg_ioctl_arg_flags, Type: d.Int},
	{Name: "datalen", At: abi.Blkpg_ioctl_arg_datalen, Type: d.Int},
	{Name: "data", At: abi.Blkpg_ioctl_arg_data, Type: d.Ptr{To: &blkpgPartition}},
}}

var blkpgPartition = d.Struct{Of: abi.Sizeof_blkpg_partition, Fields: []*d.Field{
	{Name: "start", At: abi.Blkpg_partition_start, Type: d.Int64},
	{Name: "length", At: abi.Blkpg_partition_length, Type: d.Int64},
	{Name: "pno", At: abi.Blkpg_partition_pno, Type: d.Int},
	{Name: "devname", At: abi.Blkpg_partition_devname, Type: d.Chars},
	{Name: "volname", At: abi.Blkpg_partition_volname, Type: d.Chars},
}}

var blkTraceSetup = d.Split{
	In: &d.Struct{Of: abi.Sizeof_blk_user_trace_setup, Fields: []*d.Field{
		{Name: "act_mask", At: abi.Blk_user_trace_setup_act_mask, Type: d.Uint},
		{Name: "buf_size", At: abi.Blk_user_trace_setup_buf_size, Type: d.Uint},
		{Name: "buf_nr", At: abi.Blk_user_trace_setup_buf_nr, Type: d.Uint},
		{Name: "start_lba", At: abi.Blk_user_trace_setup_start_lba, Type: d.Uint64},
		{Name: "end_lba", At: abi.Blk_user_trace_setup_end_lba, Type: d.Uint64},
		{Name: "pid", At: abi.Blk_user_trace_setup_pid, Type: d.PID},
	}},
	Out: &d.Struct{Of: abi.Sizeof_blk_user_trace_setup, Fields: []*d.Field{
		{Name: "name", At: abi.Blk_user_trace_setup_name, Type: d.Chars},
	}},
}
