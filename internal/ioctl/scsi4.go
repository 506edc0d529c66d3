package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// scsiIO4 is struct sg_io_v4, the request of version 4 (linux/bsg.h).
var scsiIO4 = d.Split{
	In: &d.Struct{Of: abi.Sizeof_sg_io_v4, Fields: []*d.Field{
		{Name: "guard", At: abi.Sg_io_v4_guard, Type: d.Func(scsiTag)},
		{Name: "protocol", At: abi.Sg_io_v4_protocol, Type: &d.Enum{Of: &xlat.BsgProtocol}},
		{Name: "subprotocol", At: abi.Sg_io_v4_subprotocol, Type: &d.Enum{Of: &xlat.BsgSubProtocol}},
		{Name: "request_len", At: abi.Sg_io_v4_request_len, Type: d.Uint},
		{Name: "request", At: abi.Sg_io_v4_request, Type: d.Far{To: d.Buf{Len: d.M + d.Expr(abi.Sg_io_v4_request_len), Binary: true}}},
		{Name: "request_tag", At: abi.Sg_io_v4_request_tag, Type: d.Hex64},
		{Name: "request_attr", At: abi.Sg_io_v4_request_attr, Type: d.Uint},
		{Name: "request_priority", At: abi.Sg_io_v4_request_priority, Type: d.Uint},
		{Name: "request_extra", At: abi.Sg_io_v4_request_extra, Type: d.Uint},
		{Name: "max_response_len", At: abi.Sg_io_v4_max_response_len, Type: d.Uint},
		{Name: "dout_iovec_count", At: abi.Sg_io_v4_dout_iovec_count, Type: d.Uint},
		{Name: "dout_xfer_len", At: abi.Sg_io_v4_dout_xfer_len, Type: d.Uint},
		{Name: "din_iovec_count", At: abi.Sg_io_v4_din_iovec_count, Type: d.Uint},
		{Name: "din_xfer_len", At: abi.Sg_io_v4_din_xfer_len, Type: d.Uint},
		{Name: "dout_xferp", At: abi.Sg_io_v4_dout_xferp, Type: d.Far{To: &scsiOut4}},
		{Name: "timeout", At: abi.Sg_io_v4_timeout, Type: d.Uint},
		{Name: "flags", At: abi.Sg_io_v4_flags, Type: &d.Flags{&xlat.BsgFlag}},
		{Name: "usr_ptr", At: abi.Sg_io_v4_usr_ptr, Type: d.Hex64},
	}},
	Out: &d.Struct{Of: abi.Sizeof_sg_io_v4, Fields: []*d.Field{
		{Name: "response_len", At: abi.Sg_io_v4_response_len, Type: d.Uint},
		{Name: "response", At: abi.Sg_io_v4_response, Type: d.Far{To: d.Buf{Len: d.M + d.Expr(abi.Sg_io_v4_response_len), Binary: true}}},
		{Name: "din_xferp", At: abi.Sg_io_v4_din_xferp, Type: d.Far{To: &scsiIn4}},
		{Name: "driver_status", At: abi.Sg_io_v4_driver_status, Type: d.Hex32},
		{Name: "transport_status", At: abi.Sg_io_v4_transport_status, Type: d.Hex32},
		{Name: "device_status", At: abi.Sg_io_v4_device_status, Type: d.Hex32},
		{Name: "retry_delay", At: abi.Sg_io_v4_retry_delay, Type: d.Uint},
		{Name: "info", At: abi.Sg_io_v4_info, Type: &scsiInfo},
		{Name: "duration", At: abi.Sg_io_v4_duration, Type: d.Uint},
		{Name: "response_len", At: abi.Sg_io_v4_response_len, Type: d.Uint},
		{Name: "din_resid", At: abi.Sg_io_v4_din_resid, Type: d.Int},
		{Name: "dout_resid", At: abi.Sg_io_v4_dout_resid, Type: d.Int},
		{Name: "generated_tag", At: abi.Sg_io_v4_generated_tag, Type: d.Hex64},
	}},
	Always: true,
}

const (
	outLen4 = d.M + d.Expr(abi.Sg_io_v4_dout_xfer_len)
	outVec4 = d.M + d.Expr(abi.Sg_io_v4_dout_iovec_count)
	inLen4  = d.M + d.Expr(abi.Sg_io_v4_din_xfer_len)
	inVec4  = d.M + d.Expr(abi.Sg_io_v4_din_iovec_count)
	inLeft4 = d.M + d.Expr(abi.Sg_io_v4_din_resid)
)

// scsiOut4 shows the data for the device, scsiIn4 those from it.
var (
	scsiOut4 = d.Reads{
		Func: func(c *d.Call, v uint64) { scsiData4(c, v, outLen4.Eval(c), outVec4.Eval(c)) },
		What: func(p *d.Planner, from d.Expr) { planScsiData4(p, from, outLen4, outVec4) },
	}
	scsiIn4 = d.Reads{
		Func: func(c *d.Call, v uint64) {
			scsiData4(c, v, scsiMoved(inLen4.Eval(c), int64(inLeft4.Eval(c))), inVec4.Eval(c))
		},
		What: func(p *d.Planner, from d.Expr) { planScsiData4(p, from, inLen4, inVec4) },
	}
)

func scsiData4(c *d.Call, v, n, vec uint64) {
	if vec != 0 {
		showScsiVector(c, v, vec, n)
		return
	}
	c.ShowBinary(v, n)
}

func planScsiData4(p *d.Planner, from, n, vec d.Expr) {
	p.Bytes(from, n)
	p.Object(from, &scsiVector, vec)
}
