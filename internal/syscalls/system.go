package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// The machine: uname(2), sysinfo(2), syslog(2), reboot(2), getrandom(2).

var uname = d.Syscall{Name: "uname", Params: []*d.Param{
	{Name: "buf", Type: d.Ptr{To: &utsname}, At: d.Out},
}}

var utsname = d.Struct{Of: abi.Sizeof_new_utsname, Fields: []*d.Field{
	{Name: "sysname", At: abi.New_utsname_sysname, Type: d.Chars},
	{Name: "nodename", At: abi.New_utsname_nodename, Type: d.Chars},
	{Name: "release", At: abi.New_utsname_release, Type: d.Chars},
	{Name: "version", At: abi.New_utsname_version, Type: d.Chars},
	{Name: "machine", At: abi.New_utsname_machine, Type: d.Chars},
	{Name: "domainname", At: abi.New_utsname_domainname, Type: d.Chars},
}, Brief: []*d.Field{
	{Name: "sysname", At: abi.New_utsname_sysname, Type: d.Chars},
	{Name: "nodename", At: abi.New_utsname_nodename, Type: d.Chars},
}}

// The reference does not decode the structures of these two.
var (
	olduname    = d.Syscall{Name: "olduname", Params: []*d.Param{{Name: "arg1", Type: d.Hex}}}
	oldolduname = d.Syscall{Name: "oldolduname", Params: []*d.Param{{Name: "arg1", Type: d.Hex}}}
)

var sysinfo = d.Syscall{Name: "sysinfo", Params: []*d.Param{
	{Name: "info", Type: d.Ptr{To: &sysinfoBuf}, At: d.Out},
}}

var sysinfoBuf = d.Struct{Of: abi.Sizeof_sysinfo, Fields: []*d.Field{
	{Name: "uptime", At: abi.Sysinfo_uptime, Type: d.Ulong},
	{Name: "loads", At: abi.Sysinfo_loads, Type: d.EmbedArray{Of: &d.UlongOb}},
	{Name: "totalram", At: abi.Sysinfo_totalram, Type: d.Ulong},
	{Name: "freeram", At: abi.Sysinfo_freeram, Type: d.Ulong},
	{Name: "sharedram", At: abi.Sysinfo_sharedram, Type: d.Ulong},
	{Name: "bufferram", At: abi.Sysinfo_bufferram, Type: d.Ulong},
	{Name: "totalswap", At: abi.Sysinfo_totalswap, Type: d.Ulong},
	{Name: "freeswap", At: abi.Sysinfo_freeswap, Type: d.Ulong},
	{Name: "procs", At: abi.Sysinfo_procs, Type: d.Uint},
	{Name: "totalhigh", At: abi.Sysinfo_totalhigh, Type: d.Ulong},
	{Name: "freehigh", At: abi.Sysinfo_freehigh, Type: d.Ulong},
	{Name: "mem_unit", At: abi.Sysinfo_mem_unit, Type: d.Uint},
}}

var getcpu = d.Syscall{Name: "getcpu", Params: []*d.Param{
	{Name: "cpu", Type: d.Cell{Of: &d.UintObj}, At: d.Out},
	{Name: "node", Type: d.Cell{Of: &d.UintObj}, At: d.Out},
	{Name: "tcache", Type: d.Addr, At: d.Exit},
}}

var getrandom = d.Syscall{Name: "getrandom", Params: []*d.Param{
	{Name: "buf", Type: d.Buf{Len: d.Ret, Binary: true}, At: d.Out},
	{Name: "buflen", Type: d.Ulong, At: d.Exit},
	{Name: "flags", Type: &d.Flags{&xlat.GrndFlag}, At: d.Exit},
}}

var (
	sethostname   = d.Syscall{Name: "sethostname", Params: hostName}
	setdomainname = d.Syscall{Name: "setdomainname", Params: hostName}

	hostName = []*d.Param{
		{Name: "name", Type: &d.Reads{
			Func: showHostName,
			What: func(p *d.Planner, from d.Expr) { p.Bytes(from, d.Arg1) },
		}},
		{Name: "len", Type: d.Uint},
	}
)

// showHostName shows a name that the kernel would take (uname(2)).
func showHostName(c *d.Call, v uint64) {
	const max = 64 // __NEW_UTS_LEN, linux/utsname.h
	if n := uint64(uint32(c.Args[1])); n <= max {
		c.ShowBytes(v, n)
		return
	}
	c.P.Addr(c.Word(v))
}

var acct = d.Syscall{Name: "acct", Params: []*d.Param{{Name: "path", Type: d.Path}}}

// The actions of syslog(2): some read into a buffer, most have no arguments.
const (
	syslogRead         = 2
	syslogReadClear    = 4
	syslogConsoleLevel = 8
	syslogSizeBuffer   = 10
)

var syslog = d.Syscall{Name: "syslog", Params: []*d.Param{
	{Name: "type", Type: d.Wordy{To: &d.Enum{Of: &xlat.SyslogAction, Base: show.SignedDecimal}, When: show.Always}},
	{Name: "bufp", At: d.Out, If: syslogHasArgs, Type: &d.Reads{
		Func: func(c *d.Call, v uint64) {
			if a := uint32(c.Args[0]); a >= syslogRead && a <= syslogReadClear {
				c.ShowBytes(v, uint64(c.Ret))
				return
			}
			c.P.Addr(c.Word(v))
		},
		What: func(p *d.Planner, from d.Expr) { p.Bytes(from, d.Ret) },
	}},
	{Name: "len", At: d.Exit, If: syslogHasArgs, Type: &d.Switch{On: d.Arg0, Else: d.Int, Case: []d.Case{
		{Val: syslogConsoleLevel, Type: d.Wordy{To: &d.Enum{Of: &xlat.Loglevel, Base: show.SignedDecimal}, When: show.Always}},
	}}},
}}

func syslogHasArgs(c *d.Call) bool {
	a := uint32(c.Args[0])
	return a >= syslogRead && a <= syslogReadClear || a == syslogConsoleLevel || a > syslogSizeBuffer
}

var reboot = d.Syscall{Name: "reboot", Params: []*d.Param{
	{Name: "magic", Type: &d.Enum{Of: &xlat.RebootMagic1}},
	{Name: "magic2", Type: &d.Enum{Of: &xlat.RebootMagic2}},
	{Name: "op", Type: &d.Enum{Of: &xlat.RebootCmd}},
	{Name: "arg", Type: d.Str, If: func(c *d.Call) bool { return uint32(c.Args[2]) == rebootRestart2 }},
}}

const rebootRestart2 = 0xa1b2c3d4 // LINUX_REBOOT_CMD_RESTART2, linux/reboot.h
