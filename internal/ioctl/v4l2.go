package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// video are the commands of video devices (linux/videodev2.h); more are in
// videoFormats and videoControls.
var video = [...]Arg{
	{Names: "VIDIOC_QUERYCAP", Out: d.Ptr{To: &v4lCapability}},
	{Names: "VIDIOC_ENUM_FMT", Split: &d.Split{In: &v4lFormatOf, Out: &v4lFormatIs}},
	{Names: "VIDIOC_REQBUFS", Split: &d.Split{In: &v4lRequest, Change: &d.Field{Name: "count", At: abi.V4l2_requestbuffers_count, Type: d.Uint}, Out: &v4lRequested}},
	{Names: "VIDIOC_EXPBUF", In: d.Ptr{To: &v4lExport}, Out: d.Ptr{To: &v4lExported}},
	{Names: "VIDIOC_STREAMON VIDIOC_STREAMOFF", In: d.Cell{Of: &v4lBufObj}},
	{Names: "VIDIOC_G_FBUF", Out: d.Ptr{To: &v4lFrameBuffer}},
	{Names: "VIDIOC_S_FBUF", In: d.Ptr{To: &v4lFrameBuffer}},
	{Names: "VIDIOC_G_STD", Out: d.Cell{Of: &hex64Obj}},
	{Names: "VIDIOC_S_STD", In: d.Cell{Of: &hex64Obj}},
	{Names: "VIDIOC_ENUMSTD", Split: &d.Split{In: &v4lStandardOf, Out: &v4lStandard}},
	{Names: "VIDIOC_ENUMINPUT", Split: &d.Split{In: &v4lInputOf, Out: &v4lInput}},
	{Names: "VIDIOC_G_INPUT", Out: d.Cell{Of: &d.UintObj}},
	{Names: "VIDIOC_S_INPUT", In: d.Cell{Of: &d.UintObj}},
	{Names: "VIDIOC_G_TUNER", Split: &d.Split{In: &v4lTunerOf, Out: &v4lTuner}},
	{Names: "VIDIOC_S_TUNER", In: d.Ptr{To: &v4lTunerAll}, Out: d.Ptr{To: &v4lTuner}},
	{Names: "VIDIOC_CROPCAP", Split: &d.Split{In: &v4lCroppableOf, Out: &v4lCroppable}},
	{Names: "VIDIOC_G_CROP", Split: &d.Split{In: &v4lCropOf, Out: &v4lCropped}},
	{Names: "VIDIOC_S_CROP", In: d.Ptr{To: &v4lCrop}},
	{Names: "VIDIOC_ENUM_FRAMESIZES", Split: &d.Split{In: &v4lSizeOf, Out: &v4lSize}},
	{Names: "VIDIOC_ENUM_FRAMEINTERVALS", Split: &d.Split{In: &v4lIntervalOf, Out: &v4lInterval}},
}

var (
	v4lBuf    = d.Enum{Of: &xlat.V4l2Buf}
	v4lBufObj = d.Num{Type: &v4lBuf, Bytes: 4}
)

var v4lCapability = d.Struct{Of: abi.Sizeof_v4l2_capability, Fields: []*d.Field{
	{Name: "driver", At: abi.V4l2_capability_driver, Type: d.Chars},
	{Name: "card", At: abi.V4l2_capability_card, Type: d.Chars},
	{Name: "bus_info", At: abi.V4l2_capability_bus_info, Type: d.Chars},
	{Name: "version", At: abi.V4l2_capability_version, Type: d.Func(kernelVersion)},
	{Name: "capabilities", At: abi.V4l2_capability_capabilities, Type: &d.Flags{&xlat.V4l2Cap}},
	{Name: "device_caps", At: abi.V4l2_capability_device_caps, Type: &d.Flags{&xlat.V4l2Cap}, If: d.Nonzero},
}}

// kernelVersion shows KERNEL_VERSION(6, 1, 2) (linux/version.h).
func kernelVersion(c *d.Call, v uint64) {
	if !c.P.Encoded(v) {
		return
	}
	c.P.Fn("KERNEL_VERSION")
	c.P.FnArg("major")
	c.P.Uint(v >> 16)
	c.P.FnArg("minor")
	c.P.Uint(v >> 8 & 0xff)
	c.P.FnArg("patch")
	c.P.Uint(v & 0xff)
	c.P.EndFn()
	c.P.EndEncoded()
}

// A fourcc shows the code of a format by its four characters, and its name in
// the table, if it has one, in a comment.
type fourcc struct{ Of *xlat.Table }

// Show implements decode.Type.
func (t fourcc) Show(c *d.Call, v uint64) {
	if c.P.NumbersOnly() {
		c.P.Hex(v)
		return
	}
	if c.P.JSON {
		c.P.Expr(v)
		c.P.Text("v4l2_fourcc(")
	} else {
		c.P.Fn("v4l2_fourcc")
	}
	for i := 0; i < 4; i++ {
		switch {
		case !c.P.JSON:
			c.P.FnArg("")
		case i > 0:
			c.P.Text(", ")
		}
		showCodeChar(c, byte(v>>(8*i)))
	}
	if c.P.JSON {
		c.P.Text(")")
	} else {
		c.P.EndFn()
	}
	if name, ok := t.Of.Name(v); ok {
		c.P.Comment(name)
	}
	if c.P.JSON {
		c.P.EndExpr()
	}
}

// showCodeChar shows a character as C writes it.
func showCodeChar(c *d.Call, x byte) {
	const hex = "0123456789abcdef"
	switch {
	case x == '\'' || x == '\\':
		c.P.Text("'\\" + string(rune(x)) + "'")
	case x < ' ' || x > '~':
		c.P.Text(`'\x` + hex[x>>4:x>>4+1] + hex[x&15:x&15+1] + "'")
	default:
		c.P.Text("'" + string(rune(x)) + "'")
	}
}

var (
	v4lPixel = fourcc{&xlat.V4l2Pixel}
	v4lSdr   = fourcc{&xlat.V4l2Sdr}
	v4lMeta  = fourcc{&xlat.V4l2Meta}
)

var v4lFormatOf = d.Struct{Of: abi.Sizeof_v4l2_fmtdesc, Fields: []*d.Field{
	{Name: "index", At: abi.V4l2_fmtdesc_index, Type: d.Uint},
	{Name: "type", At: abi.V4l2_fmtdesc_type, Type: &v4lBuf},
}}

var v4lFormatIs = d.Struct{Of: abi.Sizeof_v4l2_fmtdesc, Fields: []*d.Field{
	{Name: "flags", At: abi.V4l2_fmtdesc_flags, Type: &d.Flags{&xlat.V4l2FmtFlag}},
	{Name: "description", At: abi.V4l2_fmtdesc_description, Type: d.Chars},
	{Name: "pixelformat", At: abi.V4l2_fmtdesc_pixelformat, Type: &v4lPixel},
}}

var v4lMemory = d.Enum{Of: &xlat.V4l2Memory}

var v4lRequest = d.Struct{Of: abi.Sizeof_v4l2_requestbuffers, Fields: []*d.Field{
	{Name: "type", At: abi.V4l2_requestbuffers_type, Type: &v4lBuf},
	{Name: "memory", At: abi.V4l2_requestbuffers_memory, Type: &v4lMemory},
}}

var v4lRequested = d.Struct{Of: abi.Sizeof_v4l2_requestbuffers}

var v4lExport = d.Struct{Of: abi.Sizeof_v4l2_exportbuffer, Fields: []*d.Field{
	{Name: "type", At: abi.V4l2_exportbuffer_type, Type: &v4lBuf},
	{Name: "index", At: abi.V4l2_exportbuffer_index, Type: d.Uint},
	{Name: "plane", At: abi.V4l2_exportbuffer_plane, Type: d.Uint},
	{Name: "flags", At: abi.V4l2_exportbuffer_flags, Type: &d.Flags{&xlat.OpenMode, &xlat.OpenFlag}},
}}

var v4lExported = d.Struct{Of: abi.Sizeof_v4l2_exportbuffer, Fields: []*d.Field{
	{Name: "fd", At: abi.V4l2_exportbuffer_fd, Type: d.FD},
}}

var v4lFrameBuffer = d.Struct{Of: abi.Sizeof_v4l2_framebuffer, Fields: []*d.Field{
	{Name: "capability", At: abi.V4l2_framebuffer_capability, Type: d.Hex32},
	{Name: "flags", At: abi.V4l2_framebuffer_flags, Type: d.Hex32},
	{Name: "base", At: abi.V4l2_framebuffer_base, Type: d.Addr},
}}

// v4lFract shows struct v4l2_fract: 1/30.
var v4lFract = d.ObjFunc{Bytes: 8, Func: func(c *d.Call, b []byte) {
	if c.P.JSON {
		c.P.Struct()
		c.P.Field("numerator")
		c.P.Uint(abi.LoadInt(b, 4, false))
		c.P.Field("denominator")
		c.P.Uint(abi.LoadInt(b[4:], 4, false))
		c.P.EndStruct()
		return
	}
	c.P.Uint(abi.LoadInt(b, 4, false))
	c.P.Text("/")
	c.P.Uint(abi.LoadInt(b[4:], 4, false))
}}

var v4lStandardOf = d.Struct{Of: abi.Sizeof_v4l2_standard, Fields: []*d.Field{
	{Name: "index", At: abi.V4l2_standard_index, Type: d.Uint},
}}

var v4lStandard = d.Struct{Of: abi.Sizeof_v4l2_standard, Fields: []*d.Field{
	{Name: "name", At: abi.V4l2_standard_name, Type: d.Chars},
	{Name: "frameperiod", At: abi.V4l2_standard_frameperiod, Type: d.Embed{To: &v4lFract}},
	{Name: "framelines", At: abi.V4l2_standard_framelines, Type: d.Uint},
}}

var v4lInputOf = d.Struct{Of: abi.Sizeof_v4l2_input, Fields: []*d.Field{
	{Name: "index", At: abi.V4l2_input_index, Type: d.Uint},
}}

var v4lInput = d.Struct{Of: abi.Sizeof_v4l2_input, Fields: []*d.Field{
	{Name: "name", At: abi.V4l2_input_name, Type: d.Chars},
	{Name: "type", At: abi.V4l2_input_type, Type: &d.Enum{Of: &xlat.V4l2Input}},
	{Name: "audioset", At: abi.V4l2_input_audioset, Type: d.Hex32},
	{Name: "tuner", At: abi.V4l2_input_tuner, Type: d.Uint},
	{Name: "std", At: abi.V4l2_input_std, Type: &d.Flags64{&xlat.V4l2Std}},
	{Name: "status", At: abi.V4l2_input_status, Type: &d.Flags{&xlat.V4l2InStatus}},
	{Name: "capabilities", At: abi.V4l2_input_capabilities, Type: &d.Flags{&xlat.V4l2InCap}},
}}

var (
	tunerIndex = &d.Field{Name: "index", At: abi.V4l2_tuner_index, Type: d.Uint}
	tunerName  = &d.Field{Name: "name", At: abi.V4l2_tuner_name, Type: d.Chars}
	tunerType  = &d.Field{Name: "type", At: abi.V4l2_tuner_type, Type: &d.Enum{Of: &xlat.V4l2Tuner}}
	tunerCap   = &d.Field{Name: "capability", At: abi.V4l2_tuner_capability, Type: &d.Flags{&xlat.V4l2TunerCap}}
	tunerLow   = &d.Field{Name: "rangelow", At: abi.V4l2_tuner_rangelow, Type: d.Uint}
	tunerHigh  = &d.Field{Name: "rangehigh", At: abi.V4l2_tuner_rangehigh, Type: d.Uint}
	tunerSub   = &d.Field{Name: "rxsubchans", At: abi.V4l2_tuner_rxsubchans, Type: &d.Flags{&xlat.V4l2TunerSub}}
	tunerMode  = &d.Field{Name: "audmode", At: abi.V4l2_tuner_audmode, Type: &d.Enum{Of: &xlat.V4l2TunerMode}}
	tunerPower = &d.Field{Name: "signal", At: abi.V4l2_tuner_signal, Type: d.Int}
	tunerAfc   = &d.Field{Name: "afc", At: abi.V4l2_tuner_afc, Type: d.Int}
)

var (
	v4lTunerOf  = d.Struct{Of: abi.Sizeof_v4l2_tuner, Fields: []*d.Field{tunerIndex}}
	v4lTuner    = d.Struct{Of: abi.Sizeof_v4l2_tuner, Fields: []*d.Field{tunerName, tunerType, tunerCap, tunerLow, tunerHigh, tunerSub, tunerMode, tunerPower, tunerAfc}}
	v4lTunerAll = d.Struct{Of: abi.Sizeof_v4l2_tuner, Fields: []*d.Field{tunerIndex, tunerName, tunerType, tunerCap, tunerLow, tunerHigh, tunerSub, tunerMode, tunerPower, tunerAfc}}
)

var v4lRect = d.Struct{Of: abi.Sizeof_v4l2_rect, Fields: []*d.Field{
	{Name: "left", At: abi.V4l2_rect_left, Type: d.Int},
	{Name: "top", At: abi.V4l2_rect_top, Type: d.Int},
	{Name: "width", At: abi.V4l2_rect_width, Type: d.Uint},
	{Name: "height", At: abi.V4l2_rect_height, Type: d.Uint},
}}

var v4lCroppableOf = d.Struct{Of: abi.Sizeof_v4l2_cropcap, Fields: []*d.Field{
	{Name: "type", At: abi.V4l2_cropcap_type, Type: &v4lBuf},
}}

var v4lCroppable = d.Struct{Of: abi.Sizeof_v4l2_cropcap, Fields: []*d.Field{
	{Name: "bounds", At: abi.V4l2_cropcap_bounds, Type: d.Embed{To: &v4lRect}},
	{Name: "defrect", At: abi.V4l2_cropcap_defrect, Type: d.Embed{To: &v4lRect}},
	{Name: "pixelaspect", At: abi.V4l2_cropcap_pixelaspect, Type: d.Embed{To: &v4lFract}},
}}

var (
	cropType = &d.Field{Name: "type", At: abi.V4l2_crop_type, Type: &v4lBuf}
	cropRect = &d.Field{Name: "c", At: abi.V4l2_crop_c, Type: d.Embed{To: &v4lRect}}

	v4lCropOf  = d.Struct{Of: abi.Sizeof_v4l2_crop, Fields: []*d.Field{cropType}}
	v4lCropped = d.Struct{Of: abi.Sizeof_v4l2_crop, Fields: []*d.Field{cropRect}}
	v4lCrop    = d.Struct{Of: abi.Sizeof_v4l2_crop, Fields: []*d.Field{cropType, cropRect}}
)

const (
	v4lDiscrete   = 1 // V4L2_FRMSIZE_TYPE_DISCRETE, V4L2_FRMIVAL_TYPE_DISCRETE
	v4lContinuous = 2
	v4lStepwise   = 3
)

var v4lSizeOf = d.Struct{Of: abi.Sizeof_v4l2_frmsizeenum, Fields: []*d.Field{
	{Name: "index", At: abi.V4l2_frmsizeenum_index, Type: d.Uint},
	{Name: "pixel_format", At: abi.V4l2_frmsizeenum_pixel_format, Type: &v4lPixel},
}}

const v4lSizeType = d.M + d.Expr(abi.V4l2_frmsizeenum_type)

var v4lSize = d.Struct{Of: abi.Sizeof_v4l2_frmsizeenum, Fields: []*d.Field{
	{Name: "type", At: abi.V4l2_frmsizeenum_type, Type: &d.Enum{Of: &xlat.V4l2FrameSize}},
	{Name: "discrete", At: abi.V4l2_frmsizeenum_discrete, Type: d.Embed{To: &v4lSizeDiscrete}, If: func(c *d.Call) bool { return v4lSizeType.Eval(c) == v4lDiscrete }},
	{Name: "stepwise", At: abi.V4l2_frmsizeenum_stepwise, Type: d.Embed{To: &v4lSizeStepwise}, If: func(c *d.Call) bool { return v4lSizeType.Eval(c) == v4lStepwise }},
}}

var v4lSizeDiscrete = d.Struct{Of: abi.Sizeof_v4l2_frmsize_discrete, Fields: []*d.Field{
	{Name: "width", At: abi.V4l2_frmsize_discrete_width, Type: d.Uint},
	{Name: "height", At: abi.V4l2_frmsize_discrete_height, Type: d.Uint},
}}

var v4lSizeStepwise = d.Struct{Of: abi.Sizeof_v4l2_frmsize_stepwise, Fields: []*d.Field{
	{Name: "min_width", At: abi.V4l2_frmsize_stepwise_min_width, Type: d.Uint},
	{Name: "max_width", At: abi.V4l2_frmsize_stepwise_max_width, Type: d.Uint},
	{Name: "step_width", At: abi.V4l2_frmsize_stepwise_step_width, Type: d.Uint},
	{Name: "min_height", At: abi.V4l2_frmsize_stepwise_min_height, Type: d.Uint},
	{Name: "max_height", At: abi.V4l2_frmsize_stepwise_max_height, Type: d.Uint},
	{Name: "step_height", At: abi.V4l2_frmsize_stepwise_step_height, Type: d.Uint},
}}

var v4lIntervalOf = d.Struct{Of: abi.Sizeof_v4l2_frmivalenum, Fields: []*d.Field{
	{Name: "index", At: abi.V4l2_frmivalenum_index, Type: d.Uint},
	{Name: "pixel_format", At: abi.V4l2_frmivalenum_pixel_format, Type: &v4lPixel},
	{Name: "width", At: abi.V4l2_frmivalenum_width, Type: d.Uint},
	{Name: "height", At: abi.V4l2_frmivalenum_height, Type: d.Uint},
}}

const v4lIntervalType = d.M + d.Expr(abi.V4l2_frmivalenum_type)

var v4lInterval = d.Struct{Of: abi.Sizeof_v4l2_frmivalenum, Fields: []*d.Field{
	{Name: "type", At: abi.V4l2_frmivalenum_type, Type: &d.Enum{Of: &xlat.V4l2FrameInterval}},
	{Name: "discrete", At: abi.V4l2_frmivalenum_discrete, Type: d.Embed{To: &v4lFract}, If: func(c *d.Call) bool { return v4lIntervalType.Eval(c) == v4lDiscrete }},
	{Name: "stepwise", At: abi.V4l2_frmivalenum_stepwise, Type: d.Embed{To: &v4lIntervalStepwise}, If: func(c *d.Call) bool {
		t := v4lIntervalType.Eval(c)
		return t == v4lStepwise || t == v4lContinuous
	}},
}}

var v4lIntervalStepwise = d.Struct{Of: abi.Sizeof_v4l2_frmival_stepwise, Fields: []*d.Field{
	{Name: "min", At: abi.V4l2_frmival_stepwise_min, Type: d.Embed{To: &v4lFract}},
	{Name: "max", At: abi.V4l2_frmival_stepwise_max, Type: d.Embed{To: &v4lFract}},
	{Name: "step", At: abi.V4l2_frmival_stepwise_step, Type: d.Embed{To: &v4lFract}},
}}
