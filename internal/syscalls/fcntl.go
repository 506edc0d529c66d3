package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Commands of fcntl(2) (asm-generic/fcntl.h, linux/fcntl.h).
const (
	fDupFD         = 0
	fGetFD         = 1
	fSetFD         = 2
	fGetFL         = 3
	fSetFL         = 4
	fGetLk         = 5
	fSetLk         = 6
	fSetLkW        = 7
	fSetOwn        = 8
	fGetOwn        = 9
	fSetSig        = 10
	fGetSig        = 11
	fGetLk64       = 12
	fSetLk64       = 13
	fSetLkW64      = 14
	fSetOwnEx      = 15
	fGetOwnEx      = 16
	fOfdGetLk      = 36
	fOfdSetLk      = 37
	fOfdSetLkW     = 38
	fSetLease      = 1024
	fGetLease      = 1025
	fNotify        = 1026
	fDupFDQuery    = 1027
	fDupFDCloexec  = 1030
	fSetPipeSize   = 1031
	fGetPipeSize   = 1032
	fAddSeals      = 1033
	fGetSeals      = 1034
	fGetRwHint     = 1035
	fSetRwHint     = 1036
	fGetFileRwHint = 1037
	fSetFileRwHint = 1038
	fGetDeleg      = 1039
	fSetDeleg      = 1040
)

var fcntl = d.Syscall{
	Name: "fcntl", Ret: &fcntlRet, Tail: fcntlTail,
	Params: []*d.Param{
		fdParam, fcntlOp,
		{Name: "arg", Type: &fcntlArg, If: fcntlTakes},
		{Name: "arg", Type: &fcntlAnswer, If: fcntlAnswers, Reg: d.Arg2, At: d.Out},
	},
}

// fcntl64 has locks with 64-bit offsets, of which the numbers mean nothing to fcntl.
var fcntl64 = d.Syscall{
	Name: "fcntl64", Ret: &fcntlRet, Tail: fcntlTail,
	Params: []*d.Param{
		fdParam, fcntlOp,
		{Name: "arg", Type: &fcntl64Arg, If: func(c *d.Call) bool { return fcntlCmd(c) != fGetLk64 && fcntlTakes(c) }},
		{
			Name: "arg", Type: &fcntlAnswer, Reg: d.Arg2, At: d.Out,
			If: func(c *d.Call) bool { return fcntlCmd(c) == fGetLk64 || fcntlAnswers(c) },
		},
	},
}

var fcntlOp = &d.Param{Name: "op", Type: &d.Enum{Of: &xlat.FcntlCmd}}

func fcntlCmd(c *d.Call) uint32 { return uint32(c.Args[1]) }

// fcntlTakes says whether the command has an argument that is known at entry.
func fcntlTakes(c *d.Call) bool {
	switch fcntlCmd(c) {
	case fGetFD, fGetFL, fGetOwn, fGetSig, fGetLease, fGetPipeSize, fGetSeals:
		return false
	}
	return !fcntlAnswers(c)
}

// fcntlAnswers says whether the kernel fills what the argument points to.
func fcntlAnswers(c *d.Call) bool {
	switch fcntlCmd(c) {
	case fGetLk, fGetOwnEx, fOfdGetLk, fGetRwHint, fGetFileRwHint, fGetDeleg:
		return true
	}
	return false
}

var fcntlArg = d.Switch{On: d.U32 + d.Arg1, Sorted: true, Else: d.Hex, Case: []d.Case{
	{Val: fDupFD, Type: d.ByABI{Word8: d.Long, Word4: d.Uint}},
	{Val: fSetFD, Type: &fdFlags},
	{Val: fSetFL, Type: &openFlags},
	{Val: fSetLk, Type: d.Ptr{To: &flockIn}},
	{Val: fSetLkW, Type: d.Ptr{To: &flockIn}},
	{Val: fSetOwn, Type: d.PIDOrGroup},
	{Val: fSetSig, Type: d.Signal},
	{Val: fSetOwnEx, Type: d.Ptr{To: &ownerEx}},
	{Val: fOfdSetLk, Type: ofdLockIn},
	{Val: fOfdSetLkW, Type: ofdLockIn},
	{Val: fSetLease, Type: &d.Enum64{Of: &xlat.LockType}},
	{Val: fNotify, Type: &d.Flags64{&xlat.NotifyFlag}},
	{Val: fDupFDQuery, Type: d.FD},
	{Val: fDupFDCloexec, Type: d.Int},
	{Val: fSetPipeSize, Type: d.Int64},
	{Val: fAddSeals, Type: &d.Flags64{&xlat.SealFlag}},
	{Val: fSetRwHint, Type: d.Cell{Of: &rwHint}},
	{Val: fSetFileRwHint, Type: d.Cell{Of: &rwHint}},
	{Val: fSetDeleg, Type: d.Ptr{To: &delegation}},
}}

var fcntl64Arg = d.Switch{On: d.U32 + d.Arg1, Else: &fcntlArg, Case: []d.Case{
	{Val: fSetLk64, Type: d.Ptr{To: &flock64In}},
	{Val: fSetLkW64, Type: d.Ptr{To: &flock64In}},
}}

var fcntlAnswer = d.Switch{On: d.U32 + d.Arg1, Else: d.Hex, Case: []d.Case{
	{Val: fGetLk, Type: d.Ptr{To: &flockOut}},
	{Val: fGetLk64, Type: d.Ptr{To: &flock64Out}},
	{Val: fGetOwnEx, Type: d.Ptr{To: &ownerEx}},
	{Val: fOfdGetLk, Type: d.ByABI{Word8: d.Ptr{To: &flockOut}, Word4: d.Ptr{To: &flock64Out}}},
	{Val: fGetRwHint, Type: d.Cell{Of: &rwHint}},
	{Val: fGetFileRwHint, Type: d.Cell{Of: &rwHint}},
	{Val: fGetDeleg, Type: d.Ptr{To: &delegation}},
}}

// Locks of open file descriptions have 64-bit offsets on every ABI.
var ofdLockIn = &d.ByABI{Word8: d.Ptr{To: &flockIn}, Word4: d.Ptr{To: &flock64In}}

var fcntlRet = d.Switch{On: d.U32 + d.Arg1, Else: d.Long, Case: []d.Case{
	{Val: fDupFD, Type: d.FD},
	{Val: fGetFD, Type: d.Hex},
	{Val: fGetFL, Type: d.Hex},
	{Val: fGetOwn, Type: d.PIDOrGroup},
	{Val: fGetLease, Type: d.Hex},
	{Val: fDupFDCloexec, Type: d.FD},
	{Val: fGetSeals, Type: d.Hex},
}}

// fcntlTail is what the results of commands mean: (flags O_RDWR).
var fcntlTail = []*d.Param{
	{Name: "flags", Type: &fdFlags, Reg: d.Ret, If: func(c *d.Call) bool { return fcntlCmd(c) == fGetFD && c.Ret != 0 }},
	{Name: "flags", Type: &openFlags, Reg: d.Ret, Plain: true, If: func(c *d.Call) bool { return fcntlCmd(c) == fGetFL }},
	{Name: "signal", Type: d.Signal, Reg: d.Ret, Bare: true, Plain: true, If: func(c *d.Call) bool { return fcntlCmd(c) == fGetSig && c.Ret != 0 }},
	{Name: "lease", Type: &lockType, Reg: d.Ret, Bare: true, Plain: true, If: func(c *d.Call) bool { return fcntlCmd(c) == fGetLease }},
	{Name: "seals", Type: &d.Flags{&xlat.SealFlag}, Reg: d.Ret, If: func(c *d.Call) bool { return fcntlCmd(c) == fGetSeals && c.Ret != 0 }},
}

var fdFlags = d.Flags{&xlat.FdFlag}

var rwHint = d.Num{Type: &d.Enum64{Of: &xlat.RwHint}, Bytes: 8}

const (
	ownerTID, ownerPGRP = 0, 2 // F_OWNER_TID, F_OWNER_PGRP of asm-generic/fcntl.h

	ownerType = d.M + d.Expr(abi.F_owner_ex_type)
)

// ownerEx is struct f_owner_ex (asm-generic/fcntl.h).
var ownerEx = d.Struct{Of: abi.Sizeof_f_owner_ex, Fields: []*d.Field{
	{Name: "type", At: abi.F_owner_ex_type, Type: &d.Enum{Of: &xlat.OwnerType}},
	{Name: "pid", At: abi.F_owner_ex_pid, Type: &d.Switch{On: ownerType, Else: d.PID, Case: []d.Case{
		{Val: ownerTID, Type: d.TID}, {Val: ownerPGRP, Type: d.PGID},
	}}},
}}

// delegation is struct delegation (linux/fcntl.h).
var delegation = d.Struct{Of: abi.Sizeof_delegation, Fields: []*d.Field{
	{Name: "d_flags", At: abi.Delegation_d_flags, Type: d.Hex32},
	{Name: "d_type", At: abi.Delegation_d_type, Type: &lockType},
	{Name: "__pad", At: abi.Delegation_pad, Type: d.Hex32},
}}
