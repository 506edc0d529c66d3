package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// bpfCall is bpf(2). Its attributes are not decoded: their address is shown.
var bpfCall = d.Syscall{Name: "bpf", Params: []*d.Param{
	{Name: "cmd", Type: &d.Enum{Of: &xlat.BpfCmd}},
	{Name: "attr", Type: d.Addr},
	{Name: "size", Type: d.Uint},
}}
