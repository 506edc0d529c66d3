package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var spliceFlags = d.Flags{&xlat.SpliceFlag}

// An offset that the call advances is shown as it was.
var loffAtEntry = &d.Cell{Of: &d.S64Obj}

var splice = d.Syscall{Name: "splice", Params: []*d.Param{
	{Name: "fd_in", Type: d.FD},
	{Name: "off_in", Type: loffAtEntry},
	{Name: "fd_out", Type: d.FD},
	{Name: "off_out", Type: loffAtEntry},
	{Name: "len", Type: d.Ulong},
	{Name: "flags", Type: &spliceFlags},
}}

var tee = d.Syscall{Name: "tee", Params: []*d.Param{
	{Name: "fd_in", Type: d.FD},
	{Name: "fd_out", Type: d.FD},
	{Name: "len", Type: d.Ulong},
	{Name: "flags", Type: &spliceFlags},
}}

var copyFileRange = d.Syscall{Name: "copy_file_range", Params: []*d.Param{
	{Name: "fd_in", Type: d.FD},
	{Name: "off_in", Type: loffAtEntry},
	{Name: "fd_out", Type: d.FD},
	{Name: "off_out", Type: loffAtEntry},
	{Name: "len", Type: d.Ulong},
	{Name: "flags", Type: d.Uint},
}}

// sendfile's offset is an off_t, that of sendfile64 64 bits on every ABI.
var sendfile = d.Syscall{Name: "sendfile", Params: []*d.Param{
	{Name: "out_fd", Type: d.FD},
	{Name: "in_fd", Type: d.FD},
	{Name: "offset", Type: d.InOut{Of: &d.UlongOb}, At: d.Exit},
	paramCount,
}}

var sendfile64 = d.Syscall{Name: "sendfile64", Params: []*d.Param{
	{Name: "out_fd", Type: d.FD},
	{Name: "in_fd", Type: d.FD},
	{Name: "offset", Type: d.InOut{Of: &d.U64Obj}, At: d.Exit},
	paramCount,
}}
