package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// Ids of processes, users and groups: getpid(2), credentials(7), setresuid(2).
// The calls without "32" have ids of 16 bits on i386, and of 32 elsewhere.

var (
	getpid  = d.Syscall{Name: "getpid", Ret: d.PID}
	gettid  = d.Syscall{Name: "gettid", Ret: d.TID}
	getppid = d.Syscall{Name: "getppid", Ret: d.PID}
	getpgrp = d.Syscall{Name: "getpgrp", Ret: d.PGID}
	setsid  = d.Syscall{Name: "setsid", Ret: d.Int}

	getpgid = d.Syscall{Name: "getpgid", Ret: d.PGID, Params: []*d.Param{{Name: "pid", Type: d.PID}}}
	getsid  = d.Syscall{Name: "getsid", Ret: d.SID, Params: []*d.Param{{Name: "pid", Type: d.PID}}}
	setpgid = d.Syscall{Name: "setpgid", Params: []*d.Param{{Name: "pid", Type: d.PID}, {Name: "pgid", Type: d.PGID}}}
)

var (
	getuid    = d.Syscall{Name: "getuid", Ret: d.Uint}
	getgid    = d.Syscall{Name: "getgid", Ret: d.Uint}
	geteuid   = d.Syscall{Name: "geteuid", Ret: d.Uint}
	getegid   = d.Syscall{Name: "getegid", Ret: d.Uint}
	getuid32  = d.Syscall{Name: "getuid32", Ret: d.Uint}
	getgid32  = d.Syscall{Name: "getgid32", Ret: d.Uint}
	geteuid32 = d.Syscall{Name: "geteuid32", Ret: d.Uint}
	getegid32 = d.Syscall{Name: "getegid32", Ret: d.Uint}
)

var (
	setuid     = d.Syscall{Name: "setuid", Params: oneID}
	setgid     = d.Syscall{Name: "setgid", Params: oneID}
	setuid32   = d.Syscall{Name: "setuid32", Params: oneID32}
	setgid32   = d.Syscall{Name: "setgid32", Params: oneID32}
	setfsuid   = d.Syscall{Name: "setfsuid", Ret: d.Uint, Params: fsID}
	setfsgid   = d.Syscall{Name: "setfsgid", Ret: d.Uint, Params: fsID}
	setfsuid32 = d.Syscall{Name: "setfsuid32", Ret: d.Uint, Params: fsID32}
	setfsgid32 = d.Syscall{Name: "setfsgid32", Ret: d.Uint, Params: fsID32}

	setreuid   = d.Syscall{Name: "setreuid", Params: twoIDs}
	setregid   = d.Syscall{Name: "setregid", Params: twoIDs}
	setreuid32 = d.Syscall{Name: "setreuid32", Params: twoIDs32}
	setregid32 = d.Syscall{Name: "setregid32", Params: twoIDs32}

	setresuid   = d.Syscall{Name: "setresuid", Params: threeIDs}
	setresgid   = d.Syscall{Name: "setresgid", Params: threeIDs}
	setresuid32 = d.Syscall{Name: "setresuid32", Params: threeIDs32}
	setresgid32 = d.Syscall{Name: "setresgid32", Params: threeIDs32}

	getresuid   = d.Syscall{Name: "getresuid", Params: whichIDs}
	getresgid   = d.Syscall{Name: "getresgid", Params: whichIDs}
	getresuid32 = d.Syscall{Name: "getresuid32", Params: whichIDs32}
	getresgid32 = d.Syscall{Name: "getresgid32", Params: whichIDs32}
)

var (
	oneID      = []*d.Param{{Name: "uid", Type: d.OldUID}}
	oneID32    = []*d.Param{{Name: "uid", Type: d.UID}}
	fsID       = []*d.Param{{Name: "fsuid", Type: d.OldUID}}
	fsID32     = []*d.Param{{Name: "fsuid", Type: d.UID}}
	twoIDs     = []*d.Param{realID, effectiveID}
	twoIDs32   = []*d.Param{realID32, effectiveID32}
	threeIDs   = []*d.Param{realID, effectiveID, savedID}
	threeIDs32 = []*d.Param{realID32, effectiveID32, savedID32}
	whichIDs   = []*d.Param{
		{Name: "ruid", Type: d.Cell{Of: idObj{}}, At: d.Out},
		{Name: "euid", Type: d.Cell{Of: idObj{}}, At: d.Out},
		{Name: "suid", Type: d.Cell{Of: idObj{}}, At: d.Out},
	}
	whichIDs32 = []*d.Param{
		{Name: "ruid", Type: d.Cell{Of: &idObj32}, At: d.Out},
		{Name: "euid", Type: d.Cell{Of: &idObj32}, At: d.Out},
		{Name: "suid", Type: d.Cell{Of: &idObj32}, At: d.Out},
	}
)

// idObj is an id in memory: of 16 bits on i386.
type idObj struct{}

// Size implements decode.Object.
func (idObj) Size(a *abi.ABI) int { return a.Word / 2 }

// ShowAt implements decode.Object.
func (o idObj) ShowAt(c *d.Call, b []byte) {
	d.OldUID.Show(c, abi.LoadInt(b, o.Size(c.ABI), false))
}

var idObj32 = d.Num{Type: d.UID, Bytes: 4}

var (
	getgroups   = d.Syscall{Name: "getgroups", Params: []*d.Param{groupCount, {Name: "list", Type: groups{idObj{}, d.Ret}, At: d.Out}}}
	getgroups32 = d.Syscall{Name: "getgroups32", Params: []*d.Param{groupCount, {Name: "list", Type: groups{&idObj32, d.Ret}, At: d.Out}}}
	setgroups   = d.Syscall{Name: "setgroups", Params: []*d.Param{groupCount, {Name: "list", Type: groups{idObj{}, d.Arg0}}}}
	setgroups32 = d.Syscall{Name: "setgroups32", Params: []*d.Param{groupCount, {Name: "list", Type: groups{&idObj32, d.Arg0}}}}

	groupCount = &d.Param{Name: "size", Type: d.Int}
)

// groups is a list of N group ids, at most as many as the kernel takes.
type groups struct {
	Of d.Object
	N  d.Expr
}

const ngroupsMax = 65536 // NGROUPS_MAX, linux/limits.h

// Show implements decode.Type.
func (t groups) Show(c *d.Call, v uint64) {
	n := uint64(uint32(t.N.Eval(c)))
	if n > ngroupsMax {
		c.P.Addr(c.Word(v))
		return
	}
	c.ShowArray(v, n, t.Of, false)
}

// Plan implements decode.Planned.
func (t groups) Plan(p *d.Planner, from d.Expr) { p.Object(from, t.Of, t.N) }

var (
	realID        = &d.Param{Name: "ruid", Type: d.OldUID}
	realID32      = &d.Param{Name: "ruid", Type: d.UID}
	effectiveID   = &d.Param{Name: "euid", Type: d.OldUID}
	effectiveID32 = &d.Param{Name: "euid", Type: d.UID}
	savedID       = &d.Param{Name: "suid", Type: d.OldUID}
	savedID32     = &d.Param{Name: "suid", Type: d.UID}
)
