package syscalls

import (
	"math"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// The calls that make mounts of descriptors (linux/mount.h).

var openTreeFlags = d.Flags{&xlat.OpenTreeFlag}

var openTree = d.Syscall{Name: "open_tree", Ret: d.FD, Params: []*d.Param{
	dirParam, pathParam, {Name: "flags", Type: &openTreeFlags},
}}

var openTreeAttr = d.Syscall{Name: "open_tree_attr", Ret: d.FD, Params: []*d.Param{
	dirParam, pathParam, {Name: "flags", Type: &openTreeFlags}, mountAttrArg, mountAttrSize,
}}

var mountSetattr = d.Syscall{Name: "mount_setattr", Params: []*d.Param{
	dirParam, pathParam, {Name: "flags", Type: &d.Flags{&xlat.AtMountFlag}}, mountAttrArg, mountAttrSize,
}}

var moveMount = d.Syscall{Name: "move_mount", Params: []*d.Param{
	{Name: "from_dfd", Type: d.DirFD},
	{Name: "from_pathname", Type: d.Path},
	{Name: "to_dfd", Type: d.DirFD},
	{Name: "to_pathname", Type: d.Path},
	{Name: "flags", Type: &d.Flags{&xlat.MoveMountFlag}},
}}

var fsopen = d.Syscall{Name: "fsopen", Ret: d.FD, Params: []*d.Param{
	{Name: "fsname", Type: d.Str}, {Name: "flags", Type: &d.Flags{&xlat.FsopenFlag}},
}}

var fsmount = d.Syscall{Name: "fsmount", Ret: d.FD, Params: []*d.Param{
	fdParam, {Name: "flags", Type: &d.Flags{&xlat.FsmountFlag}}, {Name: "attr_flags", Type: &d.Flags{&xlat.FsmountAttr}},
}}

var fspick = d.Syscall{Name: "fspick", Ret: d.FD, Params: []*d.Param{
	dirParam, pathParam, {Name: "flags", Type: &d.Flags{&xlat.FspickFlag}},
}}

// Commands of fsconfig(2) (linux/mount.h).
const (
	fsconfigSetFlag = iota
	fsconfigSetString
	fsconfigSetBinary
	fsconfigSetPath
	fsconfigSetPathEmpty
	fsconfigSetFD
)

const fsconfigCmd = d.U32 + d.Arg1

var fsconfig = d.Syscall{Name: "fsconfig", Params: []*d.Param{
	fdParam,
	{Name: "cmd", Type: &d.Enum{Of: &xlat.FsconfigCmd}},
	{Name: "key", Type: &d.Switch{On: fsconfigCmd, Case: []d.Case{
		{Val: fsconfigSetFlag, Type: d.Str},
		{Val: fsconfigSetString, Type: d.Str},
		{Val: fsconfigSetBinary, Type: d.Str},
		{Val: fsconfigSetPath, Type: d.Str},
		{Val: fsconfigSetPathEmpty, Type: d.Str},
		{Val: fsconfigSetFD, Type: d.Str},
	}, Else: d.Addr}},
	{Name: "value", Type: &d.Switch{On: fsconfigCmd, Case: []d.Case{
		{Val: fsconfigSetString, Type: d.Str},
		{Val: fsconfigSetBinary, Type: octets{Len: d.U32 + d.Arg4, Max: 1 << 20}},
		{Val: fsconfigSetPath, Type: d.Path},
		{Val: fsconfigSetPathEmpty, Type: d.Path},
	}, Else: d.Addr}},
	{Name: "aux", Type: &d.Switch{On: fsconfigCmd, Case: []d.Case{
		{Val: fsconfigSetPath, Type: d.DirFD},
		{Val: fsconfigSetPathEmpty, Type: d.DirFD},
		{Val: fsconfigSetFD, Type: d.FD},
	}, Else: d.Int}},
}}

// octets shows Len bytes that are no text, wholly escaped and cut at -s; the
// address if they are more than Max.
type octets struct {
	Len d.Expr
	Max uint64
}

// Show implements d.Type.
func (t octets) Show(c *d.Call, v uint64) {
	n := t.Len.Eval(c)
	if n > t.Max {
		d.Addr.Show(c, v)
		return
	}
	b, ok := c.Fetch(c.Word(v), int(min(n, uint64(c.P.StrLen))))
	if !ok {
		d.Addr.Show(c, v)
		return
	}
	c.P.Binary(b, n > uint64(len(b)))
}

// Plan implements d.Planned.
func (t octets) Plan(p *d.Planner, from d.Expr) { p.Bytes(from, t.Len) }

var (
	mountAttrArg  = &d.Param{Name: "attr", Type: d.Sized{To: &mountAttr, Len: d.Arg4, Min: 32}}
	mountAttrSize = &d.Param{Name: "size", Type: d.Ulong}
	mountAttrs    = d.Flags64{&xlat.MountAttr}
)

var mountAttr = d.Struct{Of: abi.Sizeof_mount_attr, Fields: []*d.Field{
	{Name: "attr_set", At: abi.Mount_attr_attr_set, Type: &mountAttrs},
	{Name: "attr_clr", At: abi.Mount_attr_attr_clr, Type: &mountAttrs},
	{Name: "propagation", At: abi.Mount_attr_propagation, Type: wideEnum{&xlat.Propagation}},
	{Name: "userns_fd", At: abi.Mount_attr_userns_fd, Type: d.Func(showUserNS)},
}}

// showUserNS shows the descriptor of a user namespace, in 64 bits; it is one if
// the ids of a mount are to be mapped.
func showUserNS(c *d.Call, v uint64) {
	const idmap = 0x100000 // MOUNT_ATTR_IDMAP
	b, _ := c.Object()
	set, _ := c.ABI.Load(b, abi.Mount_attr_attr_set)
	clr, _ := c.ABI.Load(b, abi.Mount_attr_attr_clr)
	if (set|clr)&idmap == 0 || v > math.MaxInt32 {
		c.P.Uint(v)
		return
	}
	d.FD.Show(c, v)
}
