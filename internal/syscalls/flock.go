package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Record locks (asm-generic/fcntl.h): the answer to F_GETLK says who holds the
// lock, too.

var flockIn = d.Struct{Of: abi.Sizeof_flock, Fields: []*d.Field{flockType, flockWhence, flockStart, flockLen}}

var flockOut = d.Struct{Of: abi.Sizeof_flock, Fields: []*d.Field{
	flockType, flockWhence, flockStart, flockLen,
	{Name: "l_pid", At: abi.Flock_l_pid, Type: d.PID},
}}

var (
	lockType    = d.Enum{Of: &xlat.LockType}
	flockType   = &d.Field{Name: "l_type", At: abi.Flock_l_type, Type: &lockType}
	flockWhence = &d.Field{Name: "l_whence", At: abi.Flock_l_whence, Type: &whence}
	flockStart  = &d.Field{Name: "l_start", At: abi.Flock_l_start, Type: d.Int64}
	flockLen    = &d.Field{Name: "l_len", At: abi.Flock_l_len, Type: d.Int64}
)

// struct flock64 is for 32-bit ABIs.

var flock64In = d.Struct{Of: abi.Sizeof_flock64, Fields: []*d.Field{flock64Type, flock64Whence, flock64Start, flock64Len}}

var flock64Out = d.Struct{Of: abi.Sizeof_flock64, Fields: []*d.Field{
	flock64Type, flock64Whence, flock64Start, flock64Len,
	{Name: "l_pid", At: abi.Flock64_l_pid, Type: d.PID},
}}

var (
	flock64Type   = &d.Field{Name: "l_type", At: abi.Flock64_l_type, Type: &lockType}
	flock64Whence = &d.Field{Name: "l_whence", At: abi.Flock64_l_whence, Type: &whence}
	flock64Start  = &d.Field{Name: "l_start", At: abi.Flock64_l_start, Type: d.Int64}
	flock64Len    = &d.Field{Name: "l_len", At: abi.Flock64_l_len, Type: d.Int64}
)
