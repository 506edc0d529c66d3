package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// Asynchronous input and output (linux/aio_abi.h).

var aioContext = &d.Param{Name: "ctx_id", Type: d.Addr}

var ioSetup = d.Syscall{Name: "io_setup", Params: []*d.Param{
	{Name: "nr_events", Type: d.Uint},
	{Name: "ctx_idp", Type: d.Cell{Of: &aioContextObj}, At: d.Out},
}}

var aioContextObj = d.Num{Type: d.Addr}

var ioDestroy = d.Syscall{Name: "io_destroy", Params: []*d.Param{aioContext}}

var ioSubmit = d.Syscall{Name: "io_submit", Params: []*d.Param{
	aioContext,
	{Name: "nr", Type: d.Long},
	{Name: "iocbpp", Type: aioBlocks{}},
}}

var ioCancel = d.Syscall{Name: "io_cancel", Params: []*d.Param{
	aioContext,
	{Name: "iocb", Type: d.Ptr{To: &iocbCommon}},
	{Name: "result", Type: d.Ptr{To: &aioEvent}, At: d.Out},
}}

var (
	aioMin     = &d.Param{Name: "min_nr", Type: d.Long}
	aioMax     = &d.Param{Name: "nr", Type: d.Long}
	aioEvents  = &d.Param{Name: "events", Type: d.Array{Of: &aioEvent, N: d.Ret}, At: d.Out}
	aioTimeout = &d.Param{Name: "timeout", Type: d.Ptr{To: &timespec}}
	aioMask    = &d.Param{Name: "sig", Type: d.Ptr{To: &aioSigset}}
)

var ioGetevents = d.Syscall{Name: "io_getevents", Params: []*d.Param{aioContext, aioMin, aioMax, aioEvents, aioTimeout}}

var ioPgetevents = d.Syscall{Name: "io_pgetevents", Params: []*d.Param{
	aioContext, aioMin, aioMax, aioEvents, aioTimeout, aioMask,
}}

var ioPgeteventsTime64 = d.Syscall{Name: "io_pgetevents_time64", Params: []*d.Param{
	aioContext, aioMin, aioMax, aioEvents, {Name: "timeout", Type: d.Ptr{To: &timespec64}}, aioMask,
}}

var aioEvent = d.Struct{Of: abi.Sizeof_io_event, Fields: []*d.Field{
	{Name: "data", At: abi.Io_event_data, Type: d.Hex64},
	{Name: "obj", At: abi.Io_event_obj, Type: d.Hex64},
	{Name: "res", At: abi.Io_event_res, Type: d.Int64},
	{Name: "res2", At: abi.Io_event_res2, Type: d.Int64},
}}

// aioSigset is struct __aio_sigset of the kernel's fs/aio.c.
var aioSigset = d.Struct{Of: abi.Sizeof_aio_sigset, Fields: []*d.Field{
	{Name: "sigmask", At: abi.Aio_sigset_sigmask, Type: d.SigSetPtr{Size: d.M + d.Expr(abi.Aio_sigset_sigsetsize)}},
	{Name: "sigsetsize", At: abi.Aio_sigset_sigsetsize, Type: d.Ulong},
}}

// aioBlocks is a vector of nr addresses of struct iocb.
type aioBlocks struct{}

// Show implements d.Type.
func (aioBlocks) Show(c *d.Call, v uint64) {
	n := d.Arg1.Eval(c)
	if n>>(8*c.ABI.Word-1) != 0 { // negative
		d.Addr.Show(c, v)
		return
	}
	d.Array{Of: aioBlock{}}.ShowN(c, v, n)
}

// Plan implements d.Planned.
func (aioBlocks) Plan(p *d.Planner, from d.Expr) { p.Object(from, aioBlock{}, d.Arg1) }

// aioBlock is the address of a struct iocb.
type aioBlock struct{}

// Size implements d.Object.
func (aioBlock) Size(a *abi.ABI) int { return a.Word }

// ShowAt implements d.Object.
func (aioBlock) ShowAt(c *d.Call, b []byte) {
	d.Ptr{To: &iocb}.Show(c, abi.LoadInt(b, c.ABI.Word, false))
}

// Plan implements d.PlannedObject. The address is all that there is: a word at offset 0.
func (aioBlock) Plan(p *d.Planner) { p.Object(d.M+d.Expr(abi.Iovec_iov_base), &iocb, 0) }
