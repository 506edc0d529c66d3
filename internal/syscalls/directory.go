package syscalls

import (
	d "gostrace/internal/decode"
)

var chdir = d.Syscall{Name: "chdir", Params: onlyPath}

var fchdir = d.Syscall{Name: "fchdir", Params: []*d.Param{fdParam}}

var chroot = d.Syscall{Name: "chroot", Params: onlyPath}

var getcwd = d.Syscall{Name: "getcwd", Params: []*d.Param{
	{Name: "buf", Type: cwd{}, At: d.Out},
	{Name: "size", Type: d.Ulong},
}}

// cwd is the name of a directory, of as many bytes as the call returned, its NUL among them.
type cwd struct{}

const pathMax = 4096 // linux/limits.h

// Show implements d.Type.
func (cwd) Show(c *d.Call, v uint64) {
	b, nul, ok := c.String(c.Word(v), int(min(d.Ret.Eval(c), pathMax-1)))
	if !ok {
		d.Addr.Show(c, v)
		return
	}
	if !nul && len(b) > 0 {
		b = b[:len(b)-1] // where the NUL should be
	}
	c.P.Quote(b, !nul)
}

// Plan implements d.Planned.
func (cwd) Plan(p *d.Planner, from d.Expr) { p.String(from, pathMax) }
