package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var mount = d.Syscall{Name: "mount", Params: []*d.Param{
	{Name: "source", Type: d.Path},
	{Name: "target", Type: d.Path},
	{Name: "filesystemtype", Type: mountString{unless: msRemount | msMoves}},
	{Name: "mountflags", Type: d.Func(showMountFlags)},
	{Name: "data", Type: mountString{unless: msMoves, but: msRemount}},
}}

// Flags of mount(2) that say which of its arguments count (linux/mount.h).
const (
	msRemount    = 0x20
	msBind       = 0x1000
	msMove       = 0x2000
	msUnbindable = 0x20000
	msPrivate    = 0x40000
	msSlave      = 0x80000
	msShared     = 0x100000
	msMoves      = msBind | msMove | msUnbindable | msPrivate | msSlave | msShared

	msMagic     = 0xc0ed0000
	msMagicMask = 0xffff0000
)

// mountString is an argument of mount(2) that is a string unless there are
// some of the flags, but for others; else nobody looks at it.
type mountString struct{ unless, but uint64 }

// Show implements d.Type.
func (t mountString) Show(c *d.Call, v uint64) {
	flags := d.Arg3.Eval(c)
	if flags&msMagicMask == msMagic {
		flags &^= msMagicMask
	}
	if flags&t.unless != 0 && flags&t.but == 0 {
		d.Addr.Show(c, v)
		return
	}
	d.Str.Show(c, v)
}

// Plan implements d.Planned.
func (t mountString) Plan(p *d.Planner, from d.Expr) { p.Type(d.Str, from) }

var (
	mountMagic = []*xlat.Table{&xlat.MountMagic}
	mountFlags = d.Flags64{&xlat.MountFlag}
)

// showMountFlags shows the magic number of old programs apart; behind it, flags have 16 bits.
func showMountFlags(c *d.Call, v uint64) {
	v = c.Word(v)
	if v&msMagicMask == msMagic {
		c.P.FieldFlags(uint64(uint32(v)), msMagicMask, mountMagic, mountFlags)
		return
	}
	mountFlags.Show(c, v)
}

var umountTarget = &d.Param{Name: "target", Type: d.Path}

var umount = d.Syscall{Name: "umount", Params: onlyPath}

var umount2 = d.Syscall{Name: "umount2", Params: []*d.Param{
	umountTarget, {Name: "flags", Type: &d.Flags{&xlat.UmountFlag}},
}}

var pivotRoot = d.Syscall{Name: "pivot_root", Params: fromTo}

var swapon = d.Syscall{Name: "swapon", Params: []*d.Param{
	{Name: "path", Type: d.Path}, {Name: "swapflags", Type: d.Func(showSwapFlags)},
}}

var swapoff = d.Syscall{Name: "swapoff", Params: onlyPath}

const swapPriority = 0x7fff // SWAP_FLAG_PRIO_MASK of the kernel's linux/swap.h

var swapFlags = []*xlat.Table{&xlat.SwapFlag}

// showSwapFlags shows the flags of swapon(2), and the priority behind them.
func showSwapFlags(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	c.P.Expr(v)
	if flags := v &^ swapPriority; flags != 0 {
		c.P.Flags(flags, swapFlags)
		c.P.Punct("|")
	}
	c.P.Uint(v & swapPriority)
	c.P.EndExpr()
}

var uselib = d.Syscall{Name: "uselib", Params: onlyPath}

// sysfs(2) is obsolete: nothing of it is decoded.
var sysfs = d.Syscall{Name: "sysfs", Params: []*d.Param{
	{Name: "arg1", Type: d.Hex}, {Name: "arg2", Type: d.Hex}, {Name: "arg3", Type: d.Hex},
}}

var lookupDcookie = d.Syscall{Name: "lookup_dcookie", Params: []*d.Param{
	{Name: "cookie", Type: d.Uint64, Wide: true}, {Name: "buffer", Type: d.Buf{Len: d.Ret}, At: d.Out}, {Name: "len", Type: d.Ulong},
}}
