package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var (
	xattrFlags = d.Flags{&xlat.XattrFlag}

	xattrName    = &d.Param{Name: "name", Type: d.Str}
	xattrSize    = &d.Param{Name: "size", Type: d.Ulong}
	xattrFlagArg = &d.Param{Name: "flags", Type: &xattrFlags}
	xattrAt      = &d.Param{Name: "flags", Type: &atLinkFlags}
	xattrValue   = &d.Param{Name: "value", Type: xattrText{Len: d.Arg3}}
	xattrFound   = &d.Param{Name: "value", Type: xattrText{Len: d.Ret, Room: d.Arg3}, At: d.Out, Early: noRoomForValue}
	xattrNames   = &d.Param{Name: "list", Type: filled{Room: d.Arg2}, At: d.Out}

	setxattrPath   = []*d.Param{pathParam, xattrName, xattrValue, xattrSize, xattrFlagArg}
	getxattrPath   = []*d.Param{pathParam, xattrName, xattrFound, xattrSize}
	listxattrPath  = []*d.Param{pathParam, xattrNames, xattrSize}
	pathAndXattr   = []*d.Param{pathParam, xattrName}
	xattrArgsParam = &d.Param{Name: "args", Type: d.Sized{To: &xattrArgs, Len: d.Arg5, Min: 16}}
)

// noRoomForValue says whether only the size of an attribute is asked for.
func noRoomForValue(c *d.Call) bool { return d.Arg3.Eval(c) == 0 }

var (
	setxattr  = d.Syscall{Name: "setxattr", Params: setxattrPath}
	lsetxattr = d.Syscall{Name: "lsetxattr", Params: setxattrPath}
	fsetxattr = d.Syscall{Name: "fsetxattr", Params: []*d.Param{fdParam, xattrName, xattrValue, xattrSize, xattrFlagArg}}

	getxattr  = d.Syscall{Name: "getxattr", Params: getxattrPath}
	lgetxattr = d.Syscall{Name: "lgetxattr", Params: getxattrPath}
	fgetxattr = d.Syscall{Name: "fgetxattr", Params: []*d.Param{fdParam, xattrName, xattrFound, xattrSize}}

	listxattr  = d.Syscall{Name: "listxattr", Params: listxattrPath}
	llistxattr = d.Syscall{Name: "llistxattr", Params: listxattrPath}
	flistxattr = d.Syscall{Name: "flistxattr", Params: []*d.Param{fdParam, xattrNames, xattrSize}}

	removexattr  = d.Syscall{Name: "removexattr", Params: pathAndXattr}
	lremovexattr = d.Syscall{Name: "lremovexattr", Params: pathAndXattr}
	fremovexattr = d.Syscall{Name: "fremovexattr", Params: []*d.Param{fdParam, xattrName}}
)

// The calls of Linux 6.13 (linux/xattr.h).
var (
	setxattrat = d.Syscall{Name: "setxattrat", Params: []*d.Param{
		dirParam, pathParam, xattrAt, xattrName, xattrArgsParam, xattrSize,
	}}
	getxattrat = d.Syscall{Name: "getxattrat", Params: []*d.Param{
		dirParam, pathParam, xattrAt, xattrName,
		{Name: "args", Type: d.Sized{To: &xattrResult, Len: d.Arg5, Min: 16}, At: d.Exit}, xattrSize,
	}}
	listxattrat = d.Syscall{Name: "listxattrat", Params: []*d.Param{
		dirParam, pathParam, xattrAt, {Name: "list", Type: filled{Room: d.Arg4}, At: d.Out}, xattrSize,
	}}
	removexattrat = d.Syscall{Name: "removexattrat", Params: []*d.Param{dirParam, pathParam, xattrAt, xattrName}}
)

const xattrArgsSize = d.M + d.Expr(abi.Xattr_args_size)

var xattrArgs = d.Struct{Of: abi.Sizeof_xattr_args, Fields: []*d.Field{
	{Name: "value", At: abi.Xattr_args_value, Type: d.Far{To: xattrText{Len: xattrArgsSize}}},
	{Name: "size", At: abi.Xattr_args_size, Type: d.Uint},
	{Name: "flags", At: abi.Xattr_args_flags, Type: &xattrFlags},
}}

// xattrResult has a value that the call fills.
var xattrResult = d.Struct{Of: abi.Sizeof_xattr_args, Fields: []*d.Field{
	{Name: "value", At: abi.Xattr_args_value, Type: d.Far{To: xattrText{Len: d.Ret, Room: xattrArgsSize}}},
	{Name: "size", At: abi.Xattr_args_size, Type: d.Uint},
	{Name: "flags", At: abi.Xattr_args_flags, Type: &xattrFlags},
}}

// xattrText is the value of an attribute: Len bytes, nearly always a string, of
// which the NUL at the end is not shown. Room, if set, is the size of the
// buffer that the call fills; if it is 0 the call only told what it would need.
type xattrText struct{ Len, Room d.Expr }

const xattrSizeMax = 65536 // linux/limits.h

// Show implements d.Type.
func (t xattrText) Show(c *d.Call, v uint64) {
	n := t.Len.Eval(c)
	if n > xattrSizeMax || t.Room != 0 && (c.Failed || t.Room.Eval(c) == 0) {
		c.P.Addr(v)
		return
	}
	b, ok := c.Fetch(v, int(min(n, uint64(c.P.StrLen))))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.QuoteText(b, n > uint64(c.P.StrLen))
}

// Plan implements d.Planned.
func (t xattrText) Plan(p *d.Planner, from d.Expr) { p.Bytes(from, t.Len) }

// filled is a buffer of Room bytes that the call fills with as many as it
// returns, or not at all if there is no room.
type filled struct{ Room d.Expr }

// Show implements d.Type.
func (t filled) Show(c *d.Call, v uint64) {
	if t.Room.Eval(c) == 0 {
		d.Addr.Show(c, v)
		return
	}
	d.Buf{Len: d.Ret}.Show(c, v)
}

// Plan implements d.Planned.
func (t filled) Plan(p *d.Planner, from d.Expr) { p.Bytes(from, d.Ret) }
