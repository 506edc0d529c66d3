package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	statOut  = &d.Param{Name: "statbuf", Type: d.Ptr{To: &statBuf}, At: d.Out}
	statPath = []*d.Param{pathParam, statOut}
)

var (
	stat_ = d.Syscall{Name: "stat", Params: statPath}
	lstat = d.Syscall{Name: "lstat", Params: statPath}
	fstat = d.Syscall{Name: "fstat", Params: []*d.Param{fdParam, statOut}}
)

var newfstatat = d.Syscall{Name: "newfstatat", Params: []*d.Param{dirParam, pathParam, statOut, atParam}}

var atFlags = d.Flags{&xlat.AtFlag}

// fileMode is st_mode: S_IFREG|0644.
const fileMode = modeType(0)

type modeType uint8

func (modeType) Show(c *d.Call, v uint64) {
	c.P.FileMode(v, &xlat.FileType, &xlat.FileModeBit)
}

// isDevice says whether the struct stat being shown has an st_rdev of interest.
func isDevice(mode uint64) bool {
	return mode&0170000 == 0020000 || mode&0170000 == 0060000
}

func statIsDevice(c *d.Call) bool { return isDevice((d.M + d.Expr(abi.Stat_st_mode)).Eval(c)) }
func statIsOther(c *d.Call) bool  { return !statIsDevice(c) }

// statBuf is struct stat of the ABI (asm/stat.h).
var statBuf = d.Struct{
	Of: abi.Sizeof_stat,
	Fields: []*d.Field{
		{Name: "st_dev", At: abi.Stat_st_dev, Type: d.Dev},
		{Name: "st_ino", At: abi.Stat_st_ino, Type: d.Uint64},
		{Name: "st_mode", At: abi.Stat_st_mode, Type: fileMode},
		{Name: "st_nlink", At: abi.Stat_st_nlink, Type: d.Uint64},
		{Name: "st_uid", At: abi.Stat_st_uid, Type: d.Uint64},
		{Name: "st_gid", At: abi.Stat_st_gid, Type: d.Uint64},
		{Name: "st_blksize", At: abi.Stat_st_blksize, Type: d.Uint64},
		{Name: "st_blocks", At: abi.Stat_st_blocks, Type: d.Uint64},
		{Name: "st_rdev", At: abi.Stat_st_rdev, Type: d.Dev, If: statIsDevice},
		{Name: "st_size", At: abi.Stat_st_size, Type: d.Uint64, If: statIsOther},
		{Name: "st_atime", At: abi.Stat_st_atime, Type: d.TimeOf{Nsec: abi.Stat_st_atime_nsec}},
		{Name: "st_atime_nsec", At: abi.Stat_st_atime_nsec, Type: d.Uint64},
		{Name: "st_mtime", At: abi.Stat_st_mtime, Type: d.TimeOf{Nsec: abi.Stat_st_mtime_nsec}},
		{Name: "st_mtime_nsec", At: abi.Stat_st_mtime_nsec, Type: d.Uint64},
		{Name: "st_ctime", At: abi.Stat_st_ctime, Type: d.TimeOf{Nsec: abi.Stat_st_ctime_nsec}},
		{Name: "st_ctime_nsec", At: abi.Stat_st_ctime_nsec, Type: d.Uint64},
	},
	Brief: []*d.Field{
		{Name: "st_mode", At: abi.Stat_st_mode, Type: fileMode},
		{Name: "st_rdev", At: abi.Stat_st_rdev, Type: d.Dev, If: statIsDevice},
		{Name: "st_size", At: abi.Stat_st_size, Type: d.Uint64, If: statIsOther},
	},
}
