package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var openFlags = d.Flags{&xlat.OpenMode, &xlat.OpenFlag}

// Mode bits of a new file: shown only when one is created.
const (
	oCreat   = 0100
	oTmpfile = 020000000
)

func creates(flags uint64) bool { return flags&(oCreat|oTmpfile) != 0 }

var open = d.Syscall{Name: "open", Ret: d.FD, Params: []*d.Param{
	{Name: "pathname", Type: d.Path},
	{Name: "flags", Type: &openFlags},
	{Name: "mode", Type: d.Mode, If: func(c *d.Call) bool { return creates(c.Args[1]) }},
}}

var openat = d.Syscall{Name: "openat", Ret: d.FD, Params: []*d.Param{
	{Name: "dirfd", Type: d.DirFD},
	{Name: "pathname", Type: d.Path},
	{Name: "flags", Type: &openFlags},
	{Name: "mode", Type: d.Mode, If: func(c *d.Call) bool { return creates(c.Args[2]) }},
}}

var creat = d.Syscall{Name: "creat", Ret: d.FD, Params: []*d.Param{
	{Name: "pathname", Type: d.Path},
	{Name: "mode", Type: d.Mode},
}}

var openat2 = d.Syscall{Name: "openat2", Ret: d.FD, Params: []*d.Param{
	{Name: "dirfd", Type: d.DirFD},
	{Name: "pathname", Type: d.Path},
	{Name: "how", Type: d.Sized{To: &openHow, Len: d.Arg3, Min: 24}},
	{Name: "size", Type: d.Ulong},
}}

var openHow = d.Struct{Of: abi.Sizeof_open_how, Fields: []*d.Field{
	{Name: "flags", At: abi.Open_how_flags, Type: &openFlags64},
	{Name: "mode", At: abi.Open_how_mode, Type: d.Octal64, If: howCreates},
	{Name: "resolve", At: abi.Open_how_resolve, Type: &resolveFlags},
}}

var (
	openFlags64  = d.Flags64{&xlat.OpenMode, &xlat.OpenFlag}
	resolveFlags = d.Flags64{&xlat.ResolveFlag}
)

// howCreates is the condition for the mode in struct open_how.
func howCreates(c *d.Call) bool {
	return creates((d.M + d.Expr(abi.Open_how_flags)).Eval(c)) ||
		(d.M+d.Expr(abi.Open_how_mode)).Eval(c) != 0
}
