package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Semaphores of System V: semget(2), semop(2), semctl(2).

var semget = d.Syscall{Name: "semget", Params: []*d.Param{
	{Name: "key", Type: &ipcKey},
	{Name: "nsems", Type: d.Int},
	{Name: "semflg", Type: &ipcGetFlags},
}}

var (
	semID   = &d.Param{Name: "semid", Type: d.Int}
	semOps  = &d.Param{Name: "sops", Type: d.Array{Of: &sembuf, N: d.U32 + d.Arg2}}
	semNops = &d.Param{Name: "nsops", Type: d.Uint}
)

var (
	semop      = d.Syscall{Name: "semop", Params: []*d.Param{semID, semOps, semNops}}
	semtimedop = d.Syscall{Name: "semtimedop", Params: []*d.Param{
		semID, semOps, semNops, {Name: "timeout", Type: timespecPtr},
	}}
	semtimedop64 = d.Syscall{Name: "semtimedop_time64", Params: []*d.Param{
		semID, semOps, semNops, {Name: "timeout", Type: timespec64Ptr},
	}}
)

// sembuf is one operation (linux/sem.h).
var sembuf = d.Struct{Of: abi.Sizeof_sembuf, Fields: []*d.Field{
	{Name: "sem_num", At: abi.Sembuf_sem_num, Type: d.Uint},
	{Name: "sem_op", At: abi.Sembuf_sem_op, Type: d.Int},
	{Name: "sem_flg", At: abi.Sembuf_sem_flg, Type: d.Func(showSemFlags)},
}}

// showSemFlags shows the 16 bits of sem_flg.
func showSemFlags(c *d.Call, v uint64) { c.P.Flags(uint64(uint16(v)), semFlags) }

var semFlags = []*xlat.Table{&xlat.SemFlag}

// The commands of semctl(2) that fill a structure (linux/sem.h).
const (
	semStat    = 18
	semInfoCmd = 19
	semStatAny = 20
)

var (
	semNum = &d.Param{Name: "semnum", Type: d.Int}
	semOp  = &d.Param{Name: "op", Type: &ipcCmd{&xlat.SemCmd}}
)

var semctl = d.Syscall{Name: "semctl", Params: []*d.Param{
	semID, semNum, semOp,
	{Name: "arg", Reg: d.Arg3, If: semTakes, Type: &d.Switch{On: d.U32 + d.Arg2, Else: d.Addr, Case: []d.Case{
		{Val: ipcSet, Type: d.Ptr{To: &semSet}},
		{Val: ipc64 | ipcSet, Type: d.Ptr{To: &semSet}},
	}}},
	{Name: "arg", Reg: d.Arg3, If: semFills, At: d.Out, Type: &d.Switch{On: d.U32 + d.Arg2, Else: d.Ptr{To: &semidDS}, Case: []d.Case{
		{Val: ipcInfo, Type: d.Ptr{To: &seminfo}},
		{Val: ipc64 | ipcInfo, Type: d.Ptr{To: &seminfo}},
		{Val: semInfoCmd, Type: d.Ptr{To: &seminfo}},
		{Val: ipc64 | semInfoCmd, Type: d.Ptr{To: &seminfo}},
	}}},
}}

func semFills(c *d.Call) bool {
	switch uint32(c.Args[2]) &^ ipc64 {
	case ipcStat, ipcInfo, semStat, semInfoCmd, semStatAny:
		return true
	}
	return false
}

func semTakes(c *d.Call) bool { return !semFills(c) }

// semidDS is struct semid64_ds (asm/sembuf.h).
var semidDS = d.Struct{Of: abi.Sizeof_semid64_ds, Fields: []*d.Field{
	{Name: "sem_perm", At: abi.Semid64_ds_sem_perm, Type: d.Embed{To: &permStat}},
	{Name: "sem_otime", At: abi.Semid64_ds_sem_otime, Type: d.Ulong},
	{Name: "sem_ctime", At: abi.Semid64_ds_sem_ctime, Type: d.Ulong},
	{Name: "sem_nsems", At: abi.Semid64_ds_sem_nsems, Type: d.Ulong},
}}

// semSet is what IPC_SET looks at of it.
var semSet = d.Struct{Of: abi.Sizeof_semid64_ds, Fields: []*d.Field{
	{Name: "sem_perm", At: abi.Semid64_ds_sem_perm, Type: d.Embed{To: &permSet}},
}}

// seminfo is that of IPC_INFO and SEM_INFO (linux/sem.h).
var seminfo = d.Struct{Of: abi.Sizeof_seminfo, Fields: []*d.Field{
	{Name: "semmap", At: abi.Seminfo_semmap, Type: d.Int},
	{Name: "semmni", At: abi.Seminfo_semmni, Type: d.Int},
	{Name: "semmns", At: abi.Seminfo_semmns, Type: d.Int},
	{Name: "semmnu", At: abi.Seminfo_semmnu, Type: d.Int},
	{Name: "semmsl", At: abi.Seminfo_semmsl, Type: d.Int},
	{Name: "semopm", At: abi.Seminfo_semopm, Type: d.Int},
	{Name: "semume", At: abi.Seminfo_semume, Type: d.Int},
	{Name: "semusz", At: abi.Seminfo_semusz, Type: d.Int},
	{Name: "semvmx", At: abi.Seminfo_semvmx, Type: d.Int},
	{Name: "semaem", At: abi.Seminfo_semaem, Type: d.Int},
}}
