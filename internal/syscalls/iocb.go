package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Members of struct iocb (linux/aio_abi.h).
var (
	aioData   = &d.Field{Name: "aio_data", At: abi.Iocb_aio_data, Type: d.Hex64}
	aioKey    = &d.Field{Name: "aio_key", At: abi.Iocb_aio_key, Type: d.Uint, If: d.Nonzero}
	aioRwf    = &d.Field{Name: "aio_rw_flags", At: abi.Iocb_aio_rw_flags, Type: &d.Flags{&xlat.RwfFlag}, If: d.Nonzero}
	aioOp     = &d.Field{Name: "aio_lio_opcode", At: abi.Iocb_aio_lio_opcode, Type: &d.Enum{Of: &xlat.AioOp, Base: show.UnsignedDecimal}}
	aioPrio   = &d.Field{Name: "aio_reqprio", At: abi.Iocb_aio_reqprio, Type: d.Func(showAioPrio), If: aioHasPrio}
	aioFildes = &d.Field{Name: "aio_fildes", At: abi.Iocb_aio_fildes, Type: d.FD}
)

// iocb is what io_submit(2) is given; iocbCommon what of it io_cancel(2) is shown with.
var iocb = d.Struct{Of: abi.Sizeof_iocb, Fields: []*d.Field{
	aioData, aioKey, aioRwf, aioOp, aioPrio, aioFildes,
	{Name: "aio_buf", At: abi.Iocb_aio_buf, Type: &aioBuf, If: aioHasBuf},
	{Name: "aio_nbytes", At: abi.Iocb_aio_nbytes, Type: d.Uint64, If: aioHasBytes},
	{Name: "aio_offset", At: abi.Iocb_aio_offset, Type: d.Int64, If: aioHasOffset},
	{Name: "aio_flags", At: abi.Iocb_aio_flags, Type: &d.Flags{&xlat.AioFlag}, If: aioHasFlags},
	{Name: "aio_resfd", At: abi.Iocb_aio_resfd, Type: d.Func(showAioResfd), If: aioHasResfd},
}}

var iocbCommon = d.Struct{Of: abi.Sizeof_iocb, Fields: []*d.Field{aioData, aioKey, aioRwf, aioOp, aioPrio, aioFildes}}

// Operations (linux/aio_abi.h).
const (
	aioPread   = 0
	aioPwrite  = 1
	aioPoll    = 5
	aioPreadv  = 7
	aioPwritev = 8
)

const aioBytes = d.M + d.Expr(abi.Iocb_aio_nbytes)

// aioBuf shows aio_buf by what the operation does with it.
var aioBuf = d.Switch{On: d.M + d.Expr(abi.Iocb_aio_lio_opcode), Case: []d.Case{
	{Val: aioPwrite, Type: aioFits{d.Far{To: d.Buf{Len: aioBytes}}}},
	{Val: aioPoll, Type: &d.Flags64{&xlat.PollFlag}},
	{Val: aioPreadv, Type: aioFits{d.Far{To: d.Array{Of: &iovecAddr, N: aioBytes}}}},
	{Val: aioPwritev, Type: aioFits{d.Far{To: d.Array{Of: &iovecIn, N: aioBytes}}}},
}, Else: d.Hex64}

// aioFits shows the buffer, or its address if it has so many bytes that their
// number is negative.
type aioFits struct{ to d.Far }

// Show implements d.Type.
func (t aioFits) Show(c *d.Call, v uint64) {
	if int64(aioBytes.Eval(c)) < 0 {
		c.P.Addr(v)
		return
	}
	t.to.Show(c, v)
}

// Plan implements d.Planned.
func (t aioFits) Plan(p *d.Planner, from d.Expr) { t.to.Plan(p, from) }

func aioMember(c *d.Call, m abi.Member) uint64 {
	b, _ := c.Object()
	v, _ := c.ABI.Load(b, m)
	return v
}

func aioHasBuf(c *d.Call) bool {
	return aioHasOffset(c) || aioMember(c, abi.Iocb_aio_lio_opcode) == aioPoll
}

func aioHasOffset(c *d.Call) bool {
	switch aioMember(c, abi.Iocb_aio_lio_opcode) {
	case aioPread, aioPwrite, aioPreadv, aioPwritev:
		return true
	}
	return false
}

func aioHasBytes(c *d.Call) bool {
	switch aioMember(c, abi.Iocb_aio_lio_opcode) {
	case aioPread, aioPwrite:
		return true
	case aioPreadv, aioPwritev:
		return int64(aioMember(c, abi.Iocb_aio_nbytes)) < 0
	}
	return false
}

func aioHasFlags(c *d.Call) bool { return d.Nonzero(c) && aioHasBuf(c) }

// Bits of aio_flags.
const (
	aioFlagResfd  = 1
	aioFlagIoprio = 2
)

func aioHasResfd(c *d.Call) bool {
	return aioHasBuf(c) && (d.Nonzero(c) || aioMember(c, abi.Iocb_aio_flags)&aioFlagResfd != 0)
}

func showAioResfd(c *d.Call, v uint64) {
	if aioMember(c, abi.Iocb_aio_flags)&aioFlagResfd != 0 {
		d.FD.Show(c, v)
	} else {
		d.Hex32.Show(c, v)
	}
}

func aioHasPrio(c *d.Call) bool {
	return d.Nonzero(c) || aioMember(c, abi.Iocb_aio_flags)&aioFlagIoprio != 0
}

func showAioPrio(c *d.Call, v uint64) {
	if aioMember(c, abi.Iocb_aio_flags)&aioFlagIoprio != 0 {
		explainedIoprio(c, uint64(uint16(v)), show.Hexadecimal)
	} else {
		d.Int.Show(c, v)
	}
}
