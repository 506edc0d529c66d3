package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// timespec is struct timespec with a time_t of the ABI (linux/time.h).
var timespec = d.Struct{Of: abi.Sizeof_timespec, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Timespec_tv_sec, Type: d.Int64},
	{Name: "tv_nsec", At: abi.Timespec_tv_nsec, Type: d.Ulong},
}}

// timespec64 is struct __kernel_timespec, of the *_time64 calls.
var timespec64 = d.Struct{Of: abi.Sizeof_kernel_timespec, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Kernel_timespec_tv_sec, Type: d.Int64},
	{Name: "tv_nsec", At: abi.Kernel_timespec_tv_nsec, Type: d.Uint64},
}}

// timeval is struct timeval with a time_t of the ABI.
var timeval = d.Struct{Of: abi.Sizeof_kernel_old_timeval, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Kernel_old_timeval_tv_sec, Type: d.Int64},
	{Name: "tv_usec", At: abi.Kernel_old_timeval_tv_usec, Type: d.Ulong},
}}

// itimerspec is two timespecs of the ABI; itimerspec64 those of the *_time64 calls.
var itimerspec = d.Struct{Of: abi.Sizeof_itimerspec, Fields: []*d.Field{
	{Name: "it_interval", At: abi.Itimerspec_it_interval, Type: d.Embed{To: &timespec}},
	{Name: "it_value", At: abi.Itimerspec_it_value, Type: d.Embed{To: &timespec}},
}}

var itimerspec64 = d.Struct{Of: abi.Sizeof_kernel_itimerspec, Fields: []*d.Field{
	{Name: "it_interval", At: abi.Kernel_itimerspec_it_interval, Type: d.Embed{To: &timespec64}},
	{Name: "it_value", At: abi.Kernel_itimerspec_it_value, Type: d.Embed{To: &timespec64}},
}}

// itimerval is two timevals of the ABI.
var itimerval = d.Struct{Of: abi.Sizeof_kernel_old_itimerval, Fields: []*d.Field{
	{Name: "it_interval", At: abi.Kernel_old_itimerval_it_interval, Type: d.Embed{To: &timeval}},
	{Name: "it_value", At: abi.Kernel_old_itimerval_it_value, Type: d.Embed{To: &timeval}},
}}
