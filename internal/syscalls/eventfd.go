package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var eventfd = d.Syscall{Name: "eventfd", Ret: d.FD, Params: []*d.Param{{Name: "initval", Type: d.Uint}}}

var eventfd2 = d.Syscall{Name: "eventfd2", Ret: d.FD, Params: []*d.Param{
	{Name: "initval", Type: d.Uint},
	{Name: "flags", Type: &d.Flags{&xlat.EventfdFlag}},
}}

var timerfdFlags = &d.Param{Name: "flags", Type: &d.Flags{&xlat.TfdFlag}}

var timerfdCreate = d.Syscall{Name: "timerfd_create", Ret: d.FD, Params: []*d.Param{
	{Name: "clockid", Type: &clockName},
	timerfdFlags,
}}

// clockName is a clock of which only the static ones are allowed.
var clockName = d.Enum{Of: &xlat.Clock}

var timerfdSettime = d.Syscall{Name: "timerfd_settime", Params: []*d.Param{
	fdParam, timerfdFlags,
	{Name: "new_value", Type: d.Ptr{To: &itimerspec}},
	{Name: "old_value", Type: d.Ptr{To: &itimerspec}, At: d.Out},
}}

var timerfdGettime = d.Syscall{Name: "timerfd_gettime", Params: []*d.Param{
	fdParam,
	{Name: "curr_value", Type: d.Ptr{To: &itimerspec}, At: d.Out},
}}

var timerfdSettime64 = d.Syscall{Name: "timerfd_settime64", Params: []*d.Param{
	fdParam, timerfdFlags,
	{Name: "new_value", Type: d.Ptr{To: &itimerspec64}},
	{Name: "old_value", Type: d.Ptr{To: &itimerspec64}, At: d.Out},
}}

var timerfdGettime64 = d.Syscall{Name: "timerfd_gettime64", Params: []*d.Param{
	fdParam,
	{Name: "curr_value", Type: d.Ptr{To: &itimerspec64}, At: d.Out},
}}

var (
	signalfdMask = &d.Param{Name: "mask", Type: d.SigSetPtr{Size: d.Arg2}}
	signalfdSize = &d.Param{Name: "sizemask", Type: d.Ulong}
)

var signalfd = d.Syscall{Name: "signalfd", Ret: d.FD, Params: []*d.Param{fdParam, signalfdMask, signalfdSize}}

var signalfd4 = d.Syscall{Name: "signalfd4", Ret: d.FD, Params: []*d.Param{
	fdParam, signalfdMask, signalfdSize,
	{Name: "flags", Type: &d.Flags{&xlat.SfdFlag}},
}}
