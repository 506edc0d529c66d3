package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var pidfdOpen = d.Syscall{Name: "pidfd_open", Ret: d.FD, Params: []*d.Param{
	{Name: "pid", Type: d.PID},
	{Name: "flags", Type: &d.Flags{&xlat.PidfdFlag}},
}}

var pidfdGetfd = d.Syscall{Name: "pidfd_getfd", Ret: d.FD, Params: []*d.Param{
	{Name: "pidfd", Type: d.FD},
	{Name: "targetfd", Type: d.FDOf{PIDFD: d.Arg0}},
	{Name: "flags", Type: d.Hex32},
}}

var pidfdSendSignal = d.Syscall{Name: "pidfd_send_signal", Params: []*d.Param{
	{Name: "pidfd", Type: d.FD},
	{Name: "signum", Type: d.Signal},
	{Name: "info", Type: d.Ptr{To: &waitedSiginfo}},
	{Name: "flags", Type: &d.Flags{&xlat.PidfdSignalFlag}},
}}

var processMrelease = d.Syscall{Name: "process_mrelease", Params: []*d.Param{
	{Name: "pidfd", Type: d.FD},
	{Name: "flags", Type: d.Hex32},
}}

var memfdCreate = d.Syscall{Name: "memfd_create", Ret: d.FD, Params: []*d.Param{
	{Name: "name", Type: d.Str},
	{Name: "flags", Type: &memfdFlags},
}}

var memfdFlags = d.FlagsPart{
	Of:   []*xlat.Table{&xlat.MfdFlag},
	Part: show.Part{Mask: 0x3f << 26, Shift: 26, Name: "MFD_HUGE_SHIFT"}, // linux/memfd.h
}

var userfaultfd = d.Syscall{Name: "userfaultfd", Ret: d.FD, Params: []*d.Param{
	{Name: "flags", Type: &d.Flags{&xlat.UffdFlag}},
}}
