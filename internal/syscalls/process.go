package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Programs and their ends: execve(2), exit(2).

var execve = d.Syscall{Name: "execve", Params: []*d.Param{
	{Name: "pathname", Type: d.Path},
	{Name: "argv", Type: d.StrVec{}},
	{Name: "envp", Type: d.StrVec{Brief: true}},
}}

var execveat = d.Syscall{Name: "execveat", Params: []*d.Param{
	{Name: "dirfd", Type: d.DirFD},
	{Name: "pathname", Type: d.Path},
	{Name: "argv", Type: d.StrVec{}},
	{Name: "envp", Type: d.StrVec{Brief: true}},
	{Name: "flags", Type: &d.Flags{&xlat.AtExecFlag}},
}}

var exitGroup = d.Syscall{Name: "exit_group", Params: []*d.Param{
	{Name: "status", Type: d.Int},
}}

var exit = d.Syscall{Name: "exit", Params: []*d.Param{
	{Name: "status", Type: d.Int},
}}
