package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/ioctl"
)

// The argument is there in one of four ways: known before the call, known
// after it if it succeeded, both, or known after it anyhow; package ioctl says which.
var ioctl_ = d.Syscall{Name: "ioctl", Ret: ioctl.Result{}, Tail: []*d.Param{
	{Name: "result", Type: ioctl.Tail{}, Reg: d.Ret, If: ioctl.Explained, Bare: true},
}, Params: []*d.Param{
	fdParam,
	{Name: "op", Type: ioctl.Op{}},
	{Name: "argp", Type: ioctl.In{}, Reg: d.Arg2, If: ioctl.Before},
	{Name: "argp", Type: ioctl.In{}, Then: ioctl.Out{}, ThenIf: ioctl.Again, Reg: d.Arg2, If: ioctl.Both},
	{Name: "argp", Type: ioctl.Parts{}, Then: ioctl.Rest{}, Continues: true, Reg: d.Arg2, If: ioctl.Split},
	{Name: "argp", Type: ioctl.Out{}, At: d.Out, Reg: d.Arg2, If: ioctl.After},
	{Name: "argp", Type: ioctl.End{}, At: d.Exit, Reg: d.Arg2, If: ioctl.Late},
}}
