package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

var (
	inotifyInit  = d.Syscall{Name: "inotify_init", Ret: d.FD}
	inotifyInit1 = d.Syscall{Name: "inotify_init1", Ret: d.FD, Params: []*d.Param{{Name: "flags", Type: &d.Flags{&xlat.InotifyFlag}}}}
)

var inotifyAddWatch = d.Syscall{Name: "inotify_add_watch", Params: []*d.Param{
	fdParam,
	{Name: "pathname", Type: d.Path},
	{Name: "mask", Type: &d.Flags{&xlat.InotifyMask}},
}}

var inotifyRmWatch = d.Syscall{Name: "inotify_rm_watch", Params: []*d.Param{
	fdParam,
	{Name: "wd", Type: d.Int},
}}

var fanotifyInit = d.Syscall{Name: "fanotify_init", Ret: d.FD, Params: []*d.Param{
	{Name: "flags", Type: d.Func(showFanotifyFlags)},
	{Name: "event_f_flags", Type: &openFlags},
}}

var fanInitFlags = d.Flags{&xlat.FanInitFlag}

// showFanotifyFlags shows a class, which is a number of its own, and flags.
func showFanotifyFlags(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	class := v & xlat.FanClass.Mask
	if class == v {
		c.P.Symbol(v, &xlat.FanClass, show.Hexadecimal)
		return
	}
	c.P.Expr(v)
	c.P.Symbol(class, &xlat.FanClass, show.Hexadecimal)
	c.P.Punct("|")
	fanInitFlags.Show(c, v&^class)
	c.P.EndExpr()
}

var fanotifyMark = d.Syscall{Name: "fanotify_mark", Params: []*d.Param{
	{Name: "fanotify_fd", Type: d.FD},
	{Name: "flags", Type: &d.Flags{&xlat.FanMarkFlag}},
	{Name: "mask", Type: &d.Flags64{&xlat.FanMask}, Wide: true},
	{Name: "dirfd", Type: d.DirFDFunc(showFanotifyDir)},
	{Name: "pathname", Type: d.Path},
}}

// showFanotifyDir shows a directory, which a mark of no path leaves out.
func showFanotifyDir(c *d.Call, v uint64) {
	if int32(v) == -1 {
		c.P.Named(^uint64(0), "FAN_NOFD", show.SignedDecimal)
		return
	}
	d.DirFD.Show(c, v)
}
