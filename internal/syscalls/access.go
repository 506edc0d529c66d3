package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	accessMode    = d.Flags{&xlat.AccessMode}
	atAccessFlags = d.Flags{&xlat.AtAccessFlag}
	atLinkFlags   = d.Flags{&xlat.AtLinkFlag}
)

// Parameters that many calls on files share.
var (
	pathParam  = &d.Param{Name: "pathname", Type: d.Path}
	dirParam   = &d.Param{Name: "dirfd", Type: d.DirFD}
	fdParam    = &d.Param{Name: "fd", Type: d.FD}
	modeParam  = &d.Param{Name: "mode", Type: d.Mode}
	ownerParam = &d.Param{Name: "owner", Type: d.UID}
	groupParam = &d.Param{Name: "group", Type: d.UID}
	atParam    = &d.Param{Name: "flags", Type: &atFlags}
)

var access = d.Syscall{Name: "access", Params: []*d.Param{pathParam, {Name: "mode", Type: &accessMode}}}

var faccessat = d.Syscall{Name: "faccessat", Params: []*d.Param{dirParam, pathParam, {Name: "mode", Type: &accessMode}}}

var faccessat2 = d.Syscall{Name: "faccessat2", Params: []*d.Param{
	dirParam, pathParam, {Name: "mode", Type: &accessMode}, {Name: "flags", Type: &atAccessFlags},
}}

var chmod = d.Syscall{Name: "chmod", Params: []*d.Param{pathParam, modeParam}}

var fchmod = d.Syscall{Name: "fchmod", Params: []*d.Param{fdParam, modeParam}}

var fchmodat = d.Syscall{Name: "fchmodat", Params: []*d.Param{dirParam, pathParam, modeParam}}

var fchmodat2 = d.Syscall{Name: "fchmodat2", Params: []*d.Param{
	dirParam, pathParam, modeParam, {Name: "flags", Type: &atLinkFlags},
}}

var umask = d.Syscall{Name: "umask", Ret: d.Octal, Params: []*d.Param{{Name: "mask", Type: d.Mode}}}

// Those of i386 that have 16-bit ids; on x86_64 they have 32 bits (chown(2), NOTES).
var (
	chown  = d.Syscall{Name: "chown", Params: chown16}
	lchown = d.Syscall{Name: "lchown", Params: chown16}
	fchown = d.Syscall{Name: "fchown", Params: []*d.Param{
		fdParam, {Name: "owner", Type: d.OldUID}, {Name: "group", Type: d.OldUID},
	}}
	chown16 = []*d.Param{pathParam, {Name: "owner", Type: d.OldUID}, {Name: "group", Type: d.OldUID}}
)

var (
	chown32       = d.Syscall{Name: "chown32", Params: chown32Params}
	lchown32      = d.Syscall{Name: "lchown32", Params: chown32Params}
	chown32Params = []*d.Param{pathParam, ownerParam, groupParam}
	fchown32      = d.Syscall{Name: "fchown32", Params: []*d.Param{fdParam, ownerParam, groupParam}}
	fchownat      = d.Syscall{Name: "fchownat", Params: []*d.Param{dirParam, pathParam, ownerParam, groupParam, atParam}}
)
