package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// videoFormats are the commands of the formats of video devices (linux/videodev2.h).
var videoFormats = [...]Arg{
	{Names: "VIDIOC_G_FMT", Split: &d.Split{In: &v4lFmtOf, Out: &v4lFmtIs}},
	{Names: "VIDIOC_S_FMT VIDIOC_TRY_FMT", Split: &v4lFmtSet},
	{Names: "VIDIOC_G_PARM", Split: &v4lParmGet},
	{Names: "VIDIOC_S_PARM", Split: &v4lParmSet},
	{Names: "VIDIOC_CREATE_BUFS", In: v4lMake{d.Ptr{To: &v4lCreate}}, Tail: v4lMade{}, TailIf: func(c *d.Call) bool { return !c.Failed && d.Ptr{To: &v4lCreated}.Readable(c, c.Args[2]) }},
}

// A v4lSet shows what the program sets, and in the same form what was set; or
// what it gets.
type v4lSet struct {
	In, Out *d.Struct
	Gets    bool // Out continues In
	// Known says of which structures more than their type is shown.
	Known func(c *d.Call, b []byte) bool
}

// Show implements decode.Type.
func (t *v4lSet) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, t.In.Size(c.ABI))
	switch {
	case !c.Exit && !ok:
		c.P.Addr(v)
	case !c.Exit:
		known := t.Known(c, b)
		if known {
			c.Keep(1)
		}
		c.P.Struct()
		t.In.Members(c, b)
		if !known || !t.Gets {
			c.P.EndStruct()
		}
	case !c.HasKept():
	case t.Gets:
		if ok && !c.Failed {
			t.Out.Members(c, b)
		}
		c.P.EndStruct()
	case ok && !c.Failed && t.Known(c, b):
		c.P.Arrow()
		c.ShowAt(t.Out, b, v)
	}
}

// Abandon ends what a call began that will not return.
func (t *v4lSet) Abandon(c *d.Call) {
	if c.HasKept() && t.Gets {
		c.P.EndStruct()
	}
}

// Plan implements decode.Planned.
func (t *v4lSet) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Object(from, t.In, 0) })
	if t.Gets {
		p.At(false, true, func() { p.Object(from, t.Out, 0) })
	}
}

var v4lFmtSet = v4lSet{In: &v4lFmt, Out: &v4lFmtIs, Known: func(c *d.Call, b []byte) bool {
	t, _ := c.ABI.Load(b, abi.V4l2_format_type)
	if c.Exit || t != v4lOverlay && t != v4lOutputOverlay {
		return t != 0 && t <= v4lLast
	}
	clips, _ := c.ABI.Load(b, abi.V4l2_format_fmt_win_clips)
	n, _ := c.ABI.Load(b, abi.V4l2_format_fmt_win_clipcount)
	return readableArray(c, clips, n, &v4lClip)
}}

// readableArray says whether all elements of an array can be shown.
func readableArray(c *d.Call, addr, n uint64, of *d.Struct) bool {
	if n == 0 {
		return addr != 0
	}
	if c.Abbrev {
		n = min(n, uint64(c.P.StrLen))
	}
	_, ok := c.Fetch(addr, of.Size(c.ABI)*int(min(n, 1<<16)))
	return ok
}

// The kinds of buffers (enum v4l2_buf_type) whose formats differ.
const (
	v4lCapture       = 1
	v4lOutput        = 2
	v4lOverlay       = 3
	v4lVbi           = 4
	v4lVbiOutput     = 5
	v4lSliced        = 6
	v4lSlicedOutput  = 7
	v4lOutputOverlay = 8
	v4lPlanes        = 9
	v4lPlanesOutput  = 10
	v4lSdrCapture    = 11
	v4lSdrOutput     = 12
	v4lMetaCapture   = 13
	v4lLast          = 14 // V4L2_BUF_TYPE_META_OUTPUT
)

const v4lFmtType = d.M + d.Expr(abi.V4l2_format_type)

func v4lFmtIn(c *d.Call, first, last uint64) bool {
	t := v4lFmtType.Eval(c)
	return t == first || t == last
}

var (
	fmtType = &d.Field{Name: "type", At: abi.V4l2_format_type, Type: &v4lBuf}
	fmtPix  = &d.Field{Name: "fmt.pix", At: abi.V4l2_format_fmt_pix, Type: d.Embed{To: &v4lPix}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lCapture, v4lOutput) }}
	fmtMp   = &d.Field{Name: "fmt.pix_mp", At: abi.V4l2_format_fmt_pix_mp, Type: d.Embed{To: &v4lPixMp}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lPlanes, v4lPlanesOutput) }}
	fmtWin  = &d.Field{Name: "fmt.win", At: abi.V4l2_format_fmt_win, Type: d.Embed{To: &v4lWindow}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lOverlay, v4lOutputOverlay) }}
	fmtVbi  = &d.Field{Name: "fmt.vbi", At: abi.V4l2_format_fmt_vbi, Type: d.Embed{To: &v4lVbiFormat}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lVbi, v4lVbiOutput) }}
	fmtSl   = &d.Field{Name: "fmt.sliced", At: abi.V4l2_format_fmt_sliced, Type: d.Embed{To: &v4lSlicedFormat}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lSliced, v4lSlicedOutput) }}
	fmtSdr  = &d.Field{Name: "fmt.sdr", At: abi.V4l2_format_fmt_sdr, Type: d.Embed{To: &v4lSdrFormat}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lSdrCapture, v4lSdrOutput) }}
	fmtMeta = &d.Field{Name: "fmt.meta", At: abi.V4l2_format_fmt_meta, Type: d.Embed{To: &v4lMetaFormat}, If: func(c *d.Call) bool { return v4lFmtIn(c, v4lMetaCapture, v4lLast) }}

	v4lFmtOf = d.Struct{Of: abi.Sizeof_v4l2_format, Fields: []*d.Field{fmtType}}
	v4lFmtIs = d.Struct{Of: abi.Sizeof_v4l2_format, Fields: []*d.Field{fmtPix, fmtMp, fmtWin, fmtVbi, fmtSl, fmtSdr, fmtMeta}}
	v4lFmt   = d.Struct{Of: abi.Sizeof_v4l2_format, Fields: []*d.Field{fmtType, fmtPix, fmtMp, fmtWin, fmtVbi, fmtSl, fmtSdr, fmtMeta}}
)

var (
	v4lField      = d.Enum{Of: &xlat.V4l2Field}
	v4lColorspace = d.Enum{Of: &xlat.V4l2Colorspace}
)

var v4lPix = d.Struct{Of: abi.Sizeof_v4l2_pix_format, Fields: []*d.Field{
	{Name: "width", At: abi.V4l2_pix_format_width, Type: d.Uint},
	{Name: "height", At: abi.V4l2_pix_format_height, Type: d.Uint},
	{Name: "pixelformat", At: abi.V4l2_pix_format_pixelformat, Type: &v4lPixel},
	{Name: "field", At: abi.V4l2_pix_format_field, Type: &v4lField},
	{Name: "bytesperline", At: abi.V4l2_pix_format_bytesperline, Type: d.Uint},
	{Name: "sizeimage", At: abi.V4l2_pix_format_sizeimage, Type: d.Uint},
	{Name: "colorspace", At: abi.V4l2_pix_format_colorspace, Type: &v4lColorspace},
}}

var v4lPixMp = d.Struct{Of: abi.Sizeof_v4l2_pix_format_mplane, Fields: []*d.Field{
	{Name: "width", At: abi.V4l2_pix_format_mplane_width, Type: d.Uint},
	{Name: "height", At: abi.V4l2_pix_format_mplane_height, Type: d.Uint},
	{Name: "pixelformat", At: abi.V4l2_pix_format_mplane_pixelformat, Type: &v4lPixel},
	{Name: "field", At: abi.V4l2_pix_format_mplane_field, Type: &v4lField},
	{Name: "colorspace", At: abi.V4l2_pix_format_mplane_colorspace, Type: &v4lColorspace},
	{Name: "plane_fmt", At: abi.V4l2_pix_format_mplane_plane_fmt, Type: d.EmbedArray{Of: &v4lPlane, N: d.M + d.Expr(abi.V4l2_pix_format_mplane_num_planes)}},
	{Name: "num_planes", At: abi.V4l2_pix_format_mplane_num_planes, Type: d.Uint},
}}

var v4lPlane = d.Struct{Of: abi.Sizeof_v4l2_plane_pix_format, Fields: []*d.Field{
	{Name: "sizeimage", At: abi.V4l2_plane_pix_format_sizeimage, Type: d.Uint},
	{Name: "bytesperline", At: abi.V4l2_plane_pix_format_bytesperline, Type: d.Uint},
}}

var v4lWindow = d.Struct{Of: abi.Sizeof_v4l2_window, Fields: []*d.Field{
	{Name: "w", At: abi.V4l2_window_w, Type: d.Embed{To: &v4lRect}},
	{Name: "field", At: abi.V4l2_window_field, Type: &v4lField},
	{Name: "chromakey", At: abi.V4l2_window_chromakey, Type: d.Hex32},
	{Name: "clips", At: abi.V4l2_window_clips, Type: d.Array{Of: &v4lClip, N: d.M + d.Expr(abi.V4l2_window_clipcount)}},
	{Name: "clipcount", At: abi.V4l2_window_clipcount, Type: d.Uint},
	{Name: "bitmap", At: abi.V4l2_window_bitmap, Type: d.Addr},
	{Name: "global_alpha", At: abi.V4l2_window_global_alpha, Type: d.Hex32, If: d.Nonzero},
}}

var v4lClip = d.Struct{Of: abi.Sizeof_v4l2_clip, Fields: []*d.Field{
	{Name: "c", At: abi.V4l2_clip_c, Type: d.Embed{To: &v4lRect}},
}}

var v4lVbiFormat = d.Struct{Of: abi.Sizeof_v4l2_vbi_format, Fields: []*d.Field{
	{Name: "sampling_rate", At: abi.V4l2_vbi_format_sampling_rate, Type: d.Uint},
	{Name: "offset", At: abi.V4l2_vbi_format_offset, Type: d.Uint},
	{Name: "samples_per_line", At: abi.V4l2_vbi_format_samples_per_line, Type: d.Uint},
	{Name: "sample_format", At: abi.V4l2_vbi_format_sample_format, Type: &v4lPixel},
	{Name: "start", At: abi.V4l2_vbi_format_start, Type: d.EmbedArray{Of: &d.IntObj, All: true}},
	{Name: "count", At: abi.V4l2_vbi_format_count, Type: d.EmbedArray{Of: &d.UintObj, All: true}},
	{Name: "flags", At: abi.V4l2_vbi_format_flags, Type: &d.Flags{&xlat.V4l2Vbi}},
}}

var v4lSlicedFormat = d.Struct{Of: abi.Sizeof_v4l2_sliced_vbi_format, Fields: []*d.Field{
	{Name: "service_set", At: abi.V4l2_sliced_vbi_format_service_set, Type: &d.Flags{&xlat.V4l2Sliced}},
	{Name: "service_lines", At: abi.V4l2_sliced_vbi_format_service_lines, Type: d.EmbedArray{Of: &v4lLines, All: true}},
	{Name: "io_size", At: abi.V4l2_sliced_vbi_format_io_size, Type: d.Uint},
}}

// v4lLines are the services in the lines of one field.
var v4lLines = d.ObjFunc{Bytes: 48, Func: func(c *d.Call, b []byte) {
	c.P.Array()
	for ; len(b) > 0; b = b[2:] {
		c.P.Elem()
		c.P.Hex(abi.LoadInt(b, 2, false))
	}
	c.P.EndArray()
}}

var v4lSdrFormat = d.Struct{Of: abi.Sizeof_v4l2_sdr_format, Fields: []*d.Field{
	{Name: "pixelformat", At: abi.V4l2_sdr_format_pixelformat, Type: &v4lSdr},
	{Name: "buffersize", At: abi.V4l2_sdr_format_buffersize, Type: d.Uint},
}}

var v4lMetaFormat = d.Struct{Of: abi.Sizeof_v4l2_meta_format, Fields: []*d.Field{
	{Name: "dataformat", At: abi.V4l2_meta_format_dataformat, Type: &v4lMeta},
	{Name: "buffersize", At: abi.V4l2_meta_format_buffersize, Type: d.Uint},
}}

var (
	v4lParmGet = v4lSet{In: &v4lParmOf, Out: &v4lParmIs, Gets: true, Known: v4lParmKnown}
	v4lParmSet = v4lSet{In: &v4lParm, Out: &v4lParmIs, Known: v4lParmKnown}
)

func v4lParmKnown(c *d.Call, b []byte) bool {
	t, _ := c.ABI.Load(b, abi.V4l2_streamparm_type)
	return c.Exit || t == v4lCapture || t == v4lOutput
}

const v4lParmType = d.M + d.Expr(abi.V4l2_streamparm_type)

var (
	parmType    = &d.Field{Name: "type", At: abi.V4l2_streamparm_type, Type: &v4lBuf}
	parmCapture = &d.Field{Name: "parm.capture", At: abi.V4l2_streamparm_parm_capture, Type: d.Embed{To: &v4lParmCapture}, If: func(c *d.Call) bool { return v4lParmType.Eval(c) == v4lCapture }}
	parmOutput  = &d.Field{Name: "parm.output", At: abi.V4l2_streamparm_parm_output, Type: d.Embed{To: &v4lParmOutput}, If: func(c *d.Call) bool { t := v4lParmType.Eval(c); return t == v4lOutput || c.Exit && t != v4lCapture }}

	v4lParmOf = d.Struct{Of: abi.Sizeof_v4l2_streamparm, Fields: []*d.Field{parmType}}
	v4lParmIs = d.Struct{Of: abi.Sizeof_v4l2_streamparm, Fields: []*d.Field{parmCapture, parmOutput}}
	v4lParm   = d.Struct{Of: abi.Sizeof_v4l2_streamparm, Fields: []*d.Field{parmType, parmCapture, parmOutput}}
)

var (
	v4lParmCap = d.Flags{&xlat.V4l2ParmCap}
	v4lMode    = d.Flags{&xlat.V4l2Mode}
)

var v4lParmCapture = d.Struct{Of: abi.Sizeof_v4l2_captureparm, Fields: []*d.Field{
	{Name: "capability", At: abi.V4l2_captureparm_capability, Type: &v4lParmCap},
	{Name: "capturemode", At: abi.V4l2_captureparm_capturemode, Type: &v4lMode},
	{Name: "timeperframe", At: abi.V4l2_captureparm_timeperframe, Type: d.Embed{To: &v4lFract}},
	{Name: "extendedmode", At: abi.V4l2_captureparm_extendedmode, Type: d.Hex32},
	{Name: "readbuffers", At: abi.V4l2_captureparm_readbuffers, Type: d.Uint},
}}

var v4lParmOutput = d.Struct{Of: abi.Sizeof_v4l2_outputparm, Fields: []*d.Field{
	{Name: "capability", At: abi.V4l2_outputparm_capability, Type: &v4lParmCap},
	{Name: "outputmode", At: abi.V4l2_outputparm_outputmode, Type: &v4lMode},
	{Name: "timeperframe", At: abi.V4l2_outputparm_timeperframe, Type: d.Embed{To: &v4lFract}},
	{Name: "extendedmode", At: abi.V4l2_outputparm_extendedmode, Type: d.Hex32},
	{Name: "writebuffers", At: abi.V4l2_outputparm_writebuffers, Type: d.Uint},
}}

var v4lCreate = d.Struct{Of: abi.Sizeof_v4l2_create_buffers, Fields: []*d.Field{
	{Name: "count", At: abi.V4l2_create_buffers_count, Type: d.Uint},
	{Name: "memory", At: abi.V4l2_create_buffers_memory, Type: &v4lMemory},
	{Name: "format", At: abi.V4l2_create_buffers_format, Type: d.Embed{To: &v4lFmt}},
}}

var v4lCreated = d.Struct{Of: abi.Sizeof_v4l2_create_buffers, Fields: []*d.Field{
	{Name: "index", At: abi.V4l2_create_buffers_index, Type: d.Uint},
	{Name: "count", At: abi.V4l2_create_buffers_count, Type: d.Uint},
}}

// v4lMade shows the buffers that there are now.
type v4lMade struct{}

// Show implements decode.Type.
func (v4lMade) Show(c *d.Call, _ uint64) { d.Ptr{To: &v4lCreated}.Show(c, c.Args[2]) }

// v4lMake is an argument of which the call's result has a part.
type v4lMake struct{ d.Ptr }

// Plan implements decode.Planned.
func (t v4lMake) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { t.Ptr.Plan(p, from) })
}
