package syscalls

import d "gostrace/internal/decode"

var truncate = d.Syscall{Name: "truncate", Params: []*d.Param{{Name: "path", Type: d.Path}, {Name: "length", Type: d.Ulong}}}

var ftruncate = d.Syscall{Name: "ftruncate", Params: []*d.Param{fdParam, {Name: "length", Type: d.Ulong}}}

var truncate64 = d.Syscall{Name: "truncate64", Params: []*d.Param{
	{Name: "path", Type: d.Path}, {Name: "length", Type: d.Uint64, Wide: true},
}}

var ftruncate64 = d.Syscall{Name: "ftruncate64", Params: []*d.Param{
	fdParam, {Name: "length", Type: d.Uint64, Wide: true},
}}

var sync = d.Syscall{Name: "sync"}

var syncfs = d.Syscall{Name: "syncfs", Params: []*d.Param{fdParam}}
