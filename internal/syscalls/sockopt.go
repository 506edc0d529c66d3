package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/sockopt"
)

var setsockopt = d.Syscall{Name: "setsockopt", Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "level", Type: &sockopt.Level},
	{Name: "optname", Type: sockopt.Name{}},
	{Name: "optval", Type: sockopt.Set{}},
	{Name: "optlen", Type: d.Int},
}}

var getsockopt = d.Syscall{Name: "getsockopt", Params: []*d.Param{
	{Name: "sockfd", Type: d.FD},
	{Name: "level", Type: &sockopt.Level},
	{Name: "optname", Type: sockopt.Name{Get: true}},
	{Name: "optval", Type: sockopt.Got{}, At: d.Out},
	{Name: "optlen", Type: lenInOut, At: d.Exit},
}}
