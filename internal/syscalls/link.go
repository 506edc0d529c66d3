package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var renameFlags = d.Flags{&xlat.RenameFlag}

var (
	oldPath = &d.Param{Name: "oldpath", Type: d.Path}
	newPath = &d.Param{Name: "newpath", Type: d.Path}
	oldDir  = &d.Param{Name: "olddirfd", Type: d.DirFD}
	newDir  = &d.Param{Name: "newdirfd", Type: d.DirFD}

	fromTo   = []*d.Param{oldPath, newPath}
	onlyPath = []*d.Param{{Name: "path", Type: d.Path}}
)

var rename = d.Syscall{Name: "rename", Params: fromTo}

var renameat = d.Syscall{Name: "renameat", Params: []*d.Param{oldDir, oldPath, newDir, newPath}}

var renameat2 = d.Syscall{Name: "renameat2", Params: []*d.Param{
	oldDir, oldPath, newDir, newPath, {Name: "flags", Type: &renameFlags},
}}

var link = d.Syscall{Name: "link", Params: fromTo}

var linkat = d.Syscall{Name: "linkat", Params: []*d.Param{oldDir, oldPath, newDir, newPath, atParam}}

var symlink = d.Syscall{Name: "symlink", Params: []*d.Param{{Name: "oldpath", Type: d.Inert{To: d.Path}}, newPath}}

var symlinkat = d.Syscall{Name: "symlinkat", Params: []*d.Param{
	{Name: "target", Type: d.Inert{To: d.Path}}, newDir, {Name: "linkpath", Type: d.Path},
}}

var unlink = d.Syscall{Name: "unlink", Params: onlyPath}

var unlinkat = d.Syscall{Name: "unlinkat", Params: []*d.Param{dirParam, pathParam, atParam}}

var rmdir = d.Syscall{Name: "rmdir", Params: onlyPath}

var mkdir = d.Syscall{Name: "mkdir", Params: []*d.Param{pathParam, modeParam}}

var mkdirat = d.Syscall{Name: "mkdirat", Params: []*d.Param{dirParam, pathParam, modeParam}}

var mknod = d.Syscall{Name: "mknod", Params: []*d.Param{
	pathParam,
	{Name: "mode", Type: d.Func(fileMode16)},
	{Name: "dev", Type: d.Func(dev32), If: func(c *d.Call) bool { return isDevice(c.Args[1]) }},
}}

var mknodat = d.Syscall{Name: "mknodat", Params: []*d.Param{
	dirParam,
	pathParam,
	{Name: "mode", Type: d.Func(fileMode16)},
	{Name: "dev", Type: d.Func(dev32), If: func(c *d.Call) bool { return isDevice(c.Args[2]) }},
}}

// fileMode16 is an umode_t in a register.
func fileMode16(c *d.Call, v uint64) { fileMode.Show(c, uint64(uint16(v))) }

// dev32 is the dev_t of mknod(2), of which the kernel takes 32 bits.
func dev32(c *d.Call, v uint64) { d.Dev.Show(c, uint64(uint32(v))) }

var readlink = d.Syscall{Name: "readlink", Params: []*d.Param{
	pathParam,
	{Name: "buf", Type: d.Buf{Len: d.Ret}, At: d.Out},
	{Name: "bufsiz", Type: d.Ulong},
}}

var readlinkat = d.Syscall{Name: "readlinkat", Params: []*d.Param{
	dirParam,
	pathParam,
	{Name: "buf", Type: d.Buf{Len: d.Ret}, At: d.Out},
	{Name: "bufsiz", Type: d.Ulong},
}}
