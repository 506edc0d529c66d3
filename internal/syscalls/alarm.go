package syscalls

import d "gostrace/internal/decode"

var alarm = d.Syscall{Name: "alarm", Params: []*d.Param{{Name: "seconds", Type: d.Uint}}}

// stime has a time_t of i386, where alone it exists.
var stime = d.Syscall{Name: "stime", Params: []*d.Param{
	{Name: "tloc", Type: d.Cell{Of: &d.Num{Type: d.Func(showTime)}}, At: d.Out},
}}
