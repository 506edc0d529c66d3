package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// scsiIO3 is struct sg_io_hdr, the request of version 3.
var scsiIO3 = d.Split{
	In: &d.Struct{Of: abi.Sizeof_sg_io_hdr, Fields: []*d.Field{
		{Name: "interface_id", At: abi.Sg_io_hdr_interface_id, Type: d.Func(scsiTag)},
		{Name: "dxfer_direction", At: abi.Sg_io_hdr_dxfer_direction, Type: &d.Enum{Of: &xlat.ScsiDirection}},
		{Name: "cmd_len", At: abi.Sg_io_hdr_cmd_len, Type: d.Uint},
		{Name: "cmdp", At: abi.Sg_io_hdr_cmdp, Type: d.Buf{Len: d.M + d.Expr(abi.Sg_io_hdr_cmd_len), Binary: true}},
		{Name: "mx_sb_len", At: abi.Sg_io_hdr_mx_sb_len, Type: d.Uint},
		{Name: "iovec_count", At: abi.Sg_io_hdr_iovec_count, Type: d.Uint},
		{Name: "dxfer_len", At: abi.Sg_io_hdr_dxfer_len, Type: d.Uint},
		{Name: "timeout", At: abi.Sg_io_hdr_timeout, Type: d.Uint},
		{Name: "flags", At: abi.Sg_io_hdr_flags, Type: &d.Flags{&xlat.ScsiFlag}},
		{Name: "dxferp", At: abi.Sg_io_hdr_dxferp, Type: scsiSent{}, If: scsiSends},
	}},
	Out: &d.Struct{Of: abi.Sizeof_sg_io_hdr, Fields: []*d.Field{
		{Name: "dxferp", At: abi.Sg_io_hdr_dxferp, Type: scsiGot{}, If: scsiReceives},
		{Name: "status", At: abi.Sg_io_hdr_status, Type: d.Hex32},
		{Name: "masked_status", At: abi.Sg_io_hdr_masked_status, Type: d.Hex32},
		{Name: "msg_status", At: abi.Sg_io_hdr_msg_status, Type: d.Hex32},
		{Name: "sb_len_wr", At: abi.Sg_io_hdr_sb_len_wr, Type: d.Uint},
		{Name: "sbp", At: abi.Sg_io_hdr_sbp, Type: d.Buf{Len: d.M + d.Expr(abi.Sg_io_hdr_sb_len_wr), Binary: true}},
		{Name: "host_status", At: abi.Sg_io_hdr_host_status, Type: d.Hex32},
		{Name: "driver_status", At: abi.Sg_io_hdr_driver_status, Type: d.Hex32},
		{Name: "resid", At: abi.Sg_io_hdr_resid, Type: d.Int},
		{Name: "duration", At: abi.Sg_io_hdr_duration, Type: d.Uint},
		{Name: "info", At: abi.Sg_io_hdr_info, Type: &scsiInfo},
	}},
	Always: true,
}

// Directions of a transfer (scsi/sg.h).
const (
	toDevice   = -2
	fromDevice = -3
	bothWays   = -4
)

// scsiWay returns the direction that the request had at entry.
func scsiWay(c *d.Call) int32 {
	if b := c.Stashed(); len(b) == 8 {
		return int32(abi.LoadInt(b[4:], 4, true))
	}
	return 0
}

func scsiSends(c *d.Call) bool { w := scsiWay(c); return w == toDevice || w == bothWays }

func scsiReceives(c *d.Call) bool { w := scsiWay(c); return w == fromDevice || w == bothWays }

// scsiSent shows the data for the device, and begins the data from it if the
// request has both.
type scsiSent struct{}

// Show implements decode.Type.
func (scsiSent) Show(c *d.Call, v uint64) {
	if scsiWay(c) == bothWays {
		c.P.Change()
	}
	scsiData(c, v, (d.M + d.Expr(abi.Sg_io_hdr_dxfer_len)).Eval(c))
}

// Plan implements decode.Planned.
func (scsiSent) Plan(p *d.Planner, from d.Expr) { planScsiData(p, from) }

// scsiGot shows the data from the device.
type scsiGot struct{}

// ShowNamed implements decode.NamedType.
func (t scsiGot) ShowNamed(c *d.Call, name string, v uint64) {
	if scsiWay(c) != bothWays {
		c.P.Field(name)
		t.Show(c, v)
		return
	}
	if scsiGotten(c) > 0 {
		c.P.Arrow()
		t.Show(c, v)
	}
	c.P.EndChange()
}

// Show implements decode.Type.
func (scsiGot) Show(c *d.Call, v uint64) {
	scsiData(c, v, scsiGotten(c))
}

func scsiGotten(c *d.Call) uint64 {
	n := (d.M + d.Expr(abi.Sg_io_hdr_dxfer_len)).Eval(c)
	return scsiMoved(n, int64((d.M + d.Expr(abi.Sg_io_hdr_resid)).Eval(c)))
}

// Plan implements decode.Planned.
func (scsiGot) Plan(p *d.Planner, from d.Expr) { planScsiData(p, from) }

// scsiMoved returns how many of n bytes were moved if resid were not.
func scsiMoved(n uint64, resid int64) uint64 {
	if resid > 0 && uint64(resid) <= n {
		n -= uint64(resid)
	}
	return n
}

// scsiData shows n bytes, or the vector that holds them.
func scsiData(c *d.Call, v, n uint64) {
	if vec := (d.M + d.Expr(abi.Sg_io_hdr_iovec_count)).Eval(c); vec != 0 {
		showScsiVector(c, v, vec, n)
		return
	}
	c.ShowBinary(v, n)
}

func planScsiData(p *d.Planner, from d.Expr) {
	p.Bytes(from, d.M+d.Expr(abi.Sg_io_hdr_dxfer_len))
	p.Object(from, &scsiVector, d.M+d.Expr(abi.Sg_io_hdr_iovec_count))
}

// showScsiVector shows the vector of n buffers at v that hold size bytes.
func showScsiVector(c *d.Call, v, n, size uint64) {
	c.Budget(size)
	c.ShowArray(v, n, &scsiVector, false)
}

var scsiVector = d.Struct{Of: abi.Sizeof_iovec, Fields: []*d.Field{
	{Name: "iov_base", At: abi.Iovec_iov_base, Type: &scsiBuffer},
	{Name: "iov_len", At: abi.Iovec_iov_len, Type: d.Ulong},
}}

var scsiBuffer = d.Reads{
	Func: func(c *d.Call, v uint64) { c.ShowBytes(v, c.Take((d.M + d.Expr(abi.Iovec_iov_len)).Eval(c))) },
	What: func(p *d.Planner, from d.Expr) { p.Bytes(from, d.M+d.Expr(abi.Iovec_iov_len)) },
}
