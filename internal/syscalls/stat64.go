package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

var (
	stat64Out  = &d.Param{Name: "statbuf", Type: d.Ptr{To: &stat64Buf}, At: d.Out}
	stat64Path = []*d.Param{pathParam, stat64Out}
)

// The stat family of 32-bit programs that has 64-bit sizes (stat(2), NOTES).
var (
	stat64    = d.Syscall{Name: "stat64", Params: stat64Path}
	lstat64   = d.Syscall{Name: "lstat64", Params: stat64Path}
	fstat64   = d.Syscall{Name: "fstat64", Params: []*d.Param{fdParam, stat64Out}}
	fstatat64 = d.Syscall{Name: "fstatat64", Params: []*d.Param{dirParam, pathParam, stat64Out, atParam}}
)

func stat64IsDevice(c *d.Call) bool { return isDevice((d.M + d.Expr(abi.Stat64_st_mode)).Eval(c)) }
func stat64IsOther(c *d.Call) bool  { return !stat64IsDevice(c) }

// stat64Buf is i386's struct stat64 (asm/stat.h).
var stat64Buf = d.Struct{
	Of: abi.Sizeof_stat64,
	Fields: []*d.Field{
		{Name: "st_dev", At: abi.Stat64_st_dev, Type: d.Dev},
		{Name: "st_ino", At: abi.Stat64_st_ino, Type: d.Uint64},
		{Name: "st_mode", At: abi.Stat64_st_mode, Type: fileMode},
		{Name: "st_nlink", At: abi.Stat64_st_nlink, Type: d.Uint64},
		{Name: "st_uid", At: abi.Stat64_st_uid, Type: d.Uint64},
		{Name: "st_gid", At: abi.Stat64_st_gid, Type: d.Uint64},
		{Name: "st_blksize", At: abi.Stat64_st_blksize, Type: d.Uint64},
		{Name: "st_blocks", At: abi.Stat64_st_blocks, Type: d.Uint64},
		{Name: "st_rdev", At: abi.Stat64_st_rdev, Type: d.Dev, If: stat64IsDevice},
		{Name: "st_size", At: abi.Stat64_st_size, Type: d.Uint64, If: stat64IsOther},
		{Name: "st_atime", At: abi.Stat64_st_atime, Type: d.TimeOf{Nsec: abi.Stat64_st_atime_nsec}},
		{Name: "st_atime_nsec", At: abi.Stat64_st_atime_nsec, Type: d.Uint64},
		{Name: "st_mtime", At: abi.Stat64_st_mtime, Type: d.TimeOf{Nsec: abi.Stat64_st_mtime_nsec}},
		{Name: "st_mtime_nsec", At: abi.Stat64_st_mtime_nsec, Type: d.Uint64},
		{Name: "st_ctime", At: abi.Stat64_st_ctime, Type: d.TimeOf{Nsec: abi.Stat64_st_ctime_nsec}},
		{Name: "st_ctime_nsec", At: abi.Stat64_st_ctime_nsec, Type: d.Uint64},
	},
	Brief: []*d.Field{
		{Name: "st_mode", At: abi.Stat64_st_mode, Type: fileMode},
		{Name: "st_rdev", At: abi.Stat64_st_rdev, Type: d.Dev, If: stat64IsDevice},
		{Name: "st_size", At: abi.Stat64_st_size, Type: d.Uint64, If: stat64IsOther},
	},
}

var (
	oldStatOut  = &d.Param{Name: "statbuf", Type: d.Ptr{To: &oldStatBuf}, At: d.Out}
	oldStatPath = []*d.Param{pathParam, oldStatOut}
)

// The first generation of these calls, which i386 still has.
var (
	oldstat  = d.Syscall{Name: "oldstat", Params: oldStatPath}
	oldlstat = d.Syscall{Name: "oldlstat", Params: oldStatPath}
	oldfstat = d.Syscall{Name: "oldfstat", Params: []*d.Param{fdParam, oldStatOut}}
)

func oldStatIsDevice(c *d.Call) bool {
	return isDevice((d.M + d.Expr(abi.Old_kernel_stat_st_mode)).Eval(c))
}
func oldStatIsOther(c *d.Call) bool { return !oldStatIsDevice(c) }

// none stands for a member that the structure doesn't have: 0.
func none(c *d.Call, v uint64) { c.P.Uint(0) }

// oldStatBuf is struct __old_kernel_stat (asm/stat.h).
var oldStatBuf = d.Struct{
	Of: abi.Sizeof_old_kernel_stat,
	Fields: []*d.Field{
		{Name: "st_dev", At: abi.Old_kernel_stat_st_dev, Type: d.Dev},
		{Name: "st_ino", At: abi.Old_kernel_stat_st_ino, Type: d.Uint64},
		{Name: "st_mode", At: abi.Old_kernel_stat_st_mode, Type: fileMode},
		{Name: "st_nlink", At: abi.Old_kernel_stat_st_nlink, Type: d.Uint64},
		{Name: "st_uid", At: abi.Old_kernel_stat_st_uid, Type: d.Uint64},
		{Name: "st_gid", At: abi.Old_kernel_stat_st_gid, Type: d.Uint64},
		{Name: "st_blksize", At: abi.Old_kernel_stat_st_dev, Type: d.Func(none)},
		{Name: "st_blocks", At: abi.Old_kernel_stat_st_dev, Type: d.Func(none)},
		{Name: "st_rdev", At: abi.Old_kernel_stat_st_rdev, Type: d.Dev, If: oldStatIsDevice},
		{Name: "st_size", At: abi.Old_kernel_stat_st_size, Type: d.Uint64, If: oldStatIsOther},
		{Name: "st_atime", At: abi.Old_kernel_stat_st_atime, Type: d.TimeOf{}},
		{Name: "st_mtime", At: abi.Old_kernel_stat_st_mtime, Type: d.TimeOf{}},
		{Name: "st_ctime", At: abi.Old_kernel_stat_st_ctime, Type: d.TimeOf{}},
	},
	Brief: []*d.Field{
		{Name: "st_mode", At: abi.Old_kernel_stat_st_mode, Type: fileMode},
		{Name: "st_rdev", At: abi.Old_kernel_stat_st_rdev, Type: d.Dev, If: oldStatIsDevice},
		{Name: "st_size", At: abi.Old_kernel_stat_st_size, Type: d.Uint64, If: oldStatIsOther},
	},
}
