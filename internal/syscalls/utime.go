package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var utime = d.Syscall{Name: "utime", Params: []*d.Param{
	{Name: "filename", Type: d.Path},
	{Name: "times", Type: d.Ptr{To: &utimbuf}},
}}

// utimbuf is struct utimbuf (linux/utime.h).
var utimbuf = d.Struct{Of: abi.Sizeof_utimbuf, Fields: []*d.Field{
	{Name: "actime", At: abi.Utimbuf_actime, Type: d.TimeOf{}},
	{Name: "modtime", At: abi.Utimbuf_modtime, Type: d.TimeOf{}},
}}

var utimes = d.Syscall{Name: "utimes", Params: []*d.Param{pathParam, {Name: "times", Type: d.Ptr{To: &fileTimevals}}}}

var futimesat = d.Syscall{Name: "futimesat", Params: []*d.Param{
	dirParam, pathParam, {Name: "times", Type: d.Ptr{To: &fileTimevals}},
}}

var utimensat = d.Syscall{Name: "utimensat", Params: []*d.Param{
	dirParam, pathParam, {Name: "times", Type: d.Ptr{To: &fileTimespecs}}, atParam,
}}

var utimensatTime64 = d.Syscall{Name: "utimensat_time64", Params: []*d.Param{
	dirParam, pathParam, {Name: "times", Type: d.Ptr{To: &fileTimespecs64}}, atParam,
}}

// The two times, of access and of modification, that these calls set.
var (
	fileTimevals    = d.Row{N: 2, Of: &d.ObjFunc{Of: abi.Sizeof_kernel_old_timeval, Func: showFileTimeval}}
	fileTimespecs   = d.Row{N: 2, Of: &d.ObjFunc{Of: abi.Sizeof_timespec, Func: showFileTimespec}}
	fileTimespecs64 = d.Row{N: 2, Of: &d.ObjFunc{Of: abi.Sizeof_kernel_timespec, Func: showFileTimespec64}}
)

func showFileTimeval(c *d.Call, b []byte) {
	timeval.ShowAt(c, b)
	sec, _ := c.ABI.Load(b, abi.Kernel_old_timeval_tv_sec)
	usec, _ := c.ABI.Load(b, abi.Kernel_old_timeval_tv_usec)
	c.P.MicroTimeComment(int64(sec), usec)
}

func showFileTimespec(c *d.Call, b []byte) {
	showTimeToSet(c, b, &timespec, abi.Timespec_tv_sec, abi.Timespec_tv_nsec)
}

func showFileTimespec64(c *d.Call, b []byte) {
	showTimeToSet(c, b, &timespec64, abi.Kernel_timespec_tv_sec, abi.Kernel_timespec_tv_nsec)
}

// showTimeToSet shows a timespec of utimensat(2): UTIME_NOW and UTIME_OMIT are
// nanoseconds that mean no time.
func showTimeToSet(c *d.Call, b []byte, of *d.Struct, secAt, nsecAt abi.Member) {
	sec, _ := c.ABI.Load(b, secAt)
	nsec, _ := c.ABI.Load(b, nsecAt)
	name, ok := xlat.UtimeNsec.Name(nsec)
	if !ok {
		of.ShowAt(c, b)
		c.P.TimeComment(int64(sec), nsec)
		return
	}
	if c.P.Alias(name) {
		of.ShowAt(c, b)
		c.P.EndAlias(name)
	}
}
