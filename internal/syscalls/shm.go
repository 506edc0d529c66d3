package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Shared memory of System V: shmget(2), shmop(2), shmctl(2).

var shmget = d.Syscall{Name: "shmget", Params: []*d.Param{
	{Name: "key", Type: &ipcKey},
	{Name: "size", Type: d.Ulong},
	{Name: "shmflg", Type: d.Func(showShmFlags)},
}}

// showShmFlags shows the flags of shmget(2): SHM_HUGETLB|21<<SHM_HUGE_SHIFT|0600.
func showShmFlags(c *d.Call, v uint64) {
	const hugeShift, hugeMask = 26, 0x3f // linux/shm.h
	v = uint64(uint32(v))
	huge := v >> hugeShift & hugeMask
	c.P.Expr(v)
	if f := v &^ (ipcPermMask | hugeMask<<hugeShift); f != 0 {
		c.P.Flags(f, shmGetFlags)
		c.P.Punct("|")
	}
	if huge != 0 {
		c.P.Uint(huge)
		c.P.Text("<<")
		c.P.Named(hugeShift, "SHM_HUGE_SHIFT", show.UnsignedDecimal)
		c.P.Punct("|")
	}
	c.P.Oct(v & ipcPermMask)
	c.P.EndExpr()
}

var shmGetFlags = []*xlat.Table{&xlat.ShmgetFlag}

var (
	shmID     = &d.Param{Name: "shmid", Type: d.Int}
	shmAddr   = &d.Param{Name: "shmaddr", Type: d.Addr}
	shmAtFlag = &d.Param{Name: "shmflg", Type: &d.Flags{&xlat.ShmatFlag}}
)

var (
	shmat = d.Syscall{Name: "shmat", Ret: d.Hex, Params: []*d.Param{shmID, shmAddr, shmAtFlag}}
	shmdt = d.Syscall{Name: "shmdt", Params: []*d.Param{shmAddr}}
)

// The commands of shmctl(2) that fill a structure (linux/shm.h).
const (
	shmStat    = 13
	shmInfoCmd = 14
	shmStatAny = 15
)

var shmctl = d.Syscall{Name: "shmctl", Params: []*d.Param{
	shmID,
	{Name: "op", Type: &ipcCmd{&xlat.ShmCmd}},
	{Name: "buf", Reg: d.Arg2, If: shmTakes, Type: &d.Switch{On: d.U32 + d.Arg1, Else: d.Addr, Case: []d.Case{
		{Val: ipcSet, Type: d.Ptr{To: &shmSet}},
		{Val: ipc64 | ipcSet, Type: d.Ptr{To: &shmSet}},
	}}},
	{Name: "buf", Reg: d.Arg2, If: shmFills, At: d.Out, Type: &d.Switch{On: d.U32 + d.Arg1, Else: d.Ptr{To: &shmidDS}, Case: []d.Case{
		{Val: ipcInfo, Type: d.Ptr{To: &shmLimits}},
		{Val: ipc64 | ipcInfo, Type: d.Ptr{To: &shmLimits}},
		{Val: shmInfoCmd, Type: d.Ptr{To: &shmUse}},
		{Val: ipc64 | shmInfoCmd, Type: d.Ptr{To: &shmUse}},
	}}},
}}

func shmFills(c *d.Call) bool {
	switch uint32(c.Args[1]) &^ ipc64 {
	case ipcStat, ipcInfo, shmStat, shmInfoCmd, shmStatAny:
		return true
	}
	return false
}

func shmTakes(c *d.Call) bool { return !shmFills(c) }

// shmidDS is struct shmid64_ds (asm-generic/shmbuf.h).
var shmidDS = d.Struct{Of: abi.Sizeof_shmid64_ds, Fields: []*d.Field{
	{Name: "shm_perm", At: abi.Shmid64_ds_shm_perm, Type: d.Embed{To: &permStat}},
	{Name: "shm_segsz", At: abi.Shmid64_ds_shm_segsz, Type: d.Ulong},
	{Name: "shm_cpid", At: abi.Shmid64_ds_shm_cpid, Type: d.PID},
	{Name: "shm_lpid", At: abi.Shmid64_ds_shm_lpid, Type: d.PID},
	{Name: "shm_nattch", At: abi.Shmid64_ds_shm_nattch, Type: d.Ulong},
	{Name: "shm_atime", At: abi.Shmid64_ds_shm_atime, Type: d.Ulong},
	{Name: "shm_dtime", At: abi.Shmid64_ds_shm_dtime, Type: d.Ulong},
	{Name: "shm_ctime", At: abi.Shmid64_ds_shm_ctime, Type: d.Ulong},
}}

// shmSet is what IPC_SET looks at of it.
var shmSet = d.Struct{Of: abi.Sizeof_shmid64_ds, Fields: []*d.Field{
	{Name: "shm_perm", At: abi.Shmid64_ds_shm_perm, Type: d.Embed{To: &permSet}},
}}

// shmLimits is struct shminfo64, of IPC_INFO.
var shmLimits = d.Struct{Of: abi.Sizeof_shminfo64, Fields: []*d.Field{
	{Name: "shmmax", At: abi.Shminfo64_shmmax, Type: d.Ulong},
	{Name: "shmmin", At: abi.Shminfo64_shmmin, Type: d.Ulong},
	{Name: "shmmni", At: abi.Shminfo64_shmmni, Type: d.Ulong},
	{Name: "shmseg", At: abi.Shminfo64_shmseg, Type: d.Ulong},
	{Name: "shmall", At: abi.Shminfo64_shmall, Type: d.Ulong},
}}

// shmUse is struct shm_info (linux/shm.h), of SHM_INFO.
var shmUse = d.Struct{Of: abi.Sizeof_shm_info, Fields: []*d.Field{
	{Name: "used_ids", At: abi.Shm_info_used_ids, Type: d.Int},
	{Name: "shm_tot", At: abi.Shm_info_shm_tot, Type: d.Ulong},
	{Name: "shm_rss", At: abi.Shm_info_shm_rss, Type: d.Ulong},
	{Name: "shm_swp", At: abi.Shm_info_shm_swp, Type: d.Ulong},
	{Name: "swap_attempts", At: abi.Shm_info_swap_attempts, Type: d.Ulong},
	{Name: "swap_successes", At: abi.Shm_info_swap_successes, Type: d.Ulong},
}}
