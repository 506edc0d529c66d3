package syscalls

import (
	d "gostrace/internal/decode"
)

var execve = d.Syscall{Name: "execve", Params: []d.Param{
	{Name: "pathname", Type: d.Path},
	{Name: "argv", Type: d.StrVec{}},
	{Name: "envp", Type: d.StrVec{Brief: true}},
}}

var exitGroup = d.Syscall{Name: "exit_group", Params: []d.Param{
	{Name: "status", Type: d.Int},
}}

var exit = d.Syscall{Name: "exit", Params: []d.Param{
	{Name: "status", Type: d.Int},
}}
