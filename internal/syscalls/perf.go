package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// perfEventOpen is perf_event_open(2). Its attributes are an address here: the
// reference shows struct perf_event_attr.
var perfEventOpen = d.Syscall{Name: "perf_event_open", Ret: d.FD, Params: []*d.Param{
	{Name: "attr", Type: d.Addr},
	{Name: "pid", Type: d.PID},
	{Name: "cpu", Type: d.Int},
	{Name: "group_fd", Type: d.FD},
	{Name: "flags", Type: &d.Flags64{&xlat.PerfFlag}},
}}
