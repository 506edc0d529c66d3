package syscalls

import (
	d "gostrace/internal/decode"
)

var chdir = d.Syscall{Name: "chdir", Params: onlyPath}

var fchdir = d.Syscall{Name: "fchdir", Params: []*d.Param{fdParam}}

var chroot = d.Syscall{Name: "chroot", Params: onlyPath}

var getcwd = d.Syscall{Name: "getcwd", Params: []*d.Param{
	{Name: "buf", Type: d.Path, At: d.Out},
	{Name: "size", Type: d.Ulong},
}}
