package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// videoControls are the commands of the controls of video devices
// (linux/videodev2.h, linux/v4l2-controls.h).
var videoControls = [...]Arg{
	{Names: "VIDIOC_G_CTRL", Split: &d.Split{In: &v4lControlOf, Out: &v4lControl}},
	{Names: "VIDIOC_S_CTRL", Split: &d.Split{In: &v4lControlOf, Change: controlValue, Out: &v4lControlSet}},
	{Names: "VIDIOC_QUERYMENU", In: d.Ptr{To: &v4lMenuOf}, Out: d.Ptr{To: &v4lMenu}},
	{Names: "VIDIOC_QUERYCTRL", Split: &d.Split{In: &v4lQueryOf, Change: &d.Field{Name: "id", At: abi.V4l2_queryctrl_id, Type: d.Func(showNextControl)}, Out: &v4lQuery}},
	{Names: "VIDIOC_QUERY_EXT_CTRL", Split: &d.Split{In: &v4lQueryExtOf, Change: &d.Field{Name: "id", At: abi.V4l2_query_ext_ctrl_id, Type: d.Func(showNextControl)}, Out: &v4lQueryExt}},
	{Names: "VIDIOC_G_EXT_CTRLS", Split: v4lControls{}},
	{Names: "VIDIOC_S_EXT_CTRLS VIDIOC_TRY_EXT_CTRLS", Split: v4lControls{Given: true}},
}

var v4lControlID = d.Enum{Of: &xlat.V4l2Control}

// showNextControl shows the id of a control, of which the program may ask for
// the next one.
func showNextControl(c *d.Call, v uint64) {
	const next = 0xc0000000 // V4L2_CTRL_FLAG_NEXT_CTRL, V4L2_CTRL_FLAG_NEXT_COMPOUND
	switch {
	case v&next == 0 || c.Exit:
		c.P.Symbol(v, &xlat.V4l2Control, show.Hexadecimal)
	case c.P.NumbersOnly():
		c.P.Hex(v)
	default:
		c.P.Expr(v)
		c.P.Flags(v&next, []*xlat.Table{&xlat.V4l2Next})
		c.P.Punct("|")
		c.P.Symbol(v&^next, &xlat.V4l2Control, show.Hexadecimal)
		c.P.EndExpr()
	}
}

var controlValue = &d.Field{Name: "value", At: abi.V4l2_control_value, Type: d.Int}

var (
	v4lControlOf = d.Struct{Of: abi.Sizeof_v4l2_control, Fields: []*d.Field{
		{Name: "id", At: abi.V4l2_control_id, Type: &v4lControlID},
	}}
	v4lControl    = d.Struct{Of: abi.Sizeof_v4l2_control, Fields: []*d.Field{controlValue}}
	v4lControlSet = d.Struct{Of: abi.Sizeof_v4l2_control}
)

var v4lMenuOf = d.Struct{Of: abi.Sizeof_v4l2_querymenu, Fields: []*d.Field{
	{Name: "id", At: abi.V4l2_querymenu_id, Type: &v4lControlID},
	{Name: "index", At: abi.V4l2_querymenu_index, Type: d.Uint},
}}

var v4lMenu = d.Struct{Of: abi.Sizeof_v4l2_querymenu, Fields: []*d.Field{
	{Name: "name", At: abi.V4l2_querymenu_name, Type: d.Chars},
	{Name: "value", At: abi.V4l2_querymenu_value, Type: d.Int64},
}}

var (
	v4lControlType  = d.Enum{Of: &xlat.V4l2CtrlType}
	v4lControlFlags = d.Flags{&xlat.V4l2CtrlFlag}
)

var (
	queryType = &d.Field{Name: "type", At: abi.V4l2_queryctrl_type, Type: &v4lControlType}
	queryName = &d.Field{Name: "name", At: abi.V4l2_queryctrl_name, Type: d.Chars}

	v4lQueryOf = d.Struct{Of: abi.Sizeof_v4l2_queryctrl}
)

var v4lQuery = d.Struct{
	Of: abi.Sizeof_v4l2_queryctrl,
	Fields: []*d.Field{
		queryType, queryName,
		{Name: "minimum", At: abi.V4l2_queryctrl_minimum, Type: d.Int},
		{Name: "maximum", At: abi.V4l2_queryctrl_maximum, Type: d.Int},
		{Name: "step", At: abi.V4l2_queryctrl_step, Type: d.Int},
		{Name: "default_value", At: abi.V4l2_queryctrl_default_value, Type: d.Int},
		{Name: "flags", At: abi.V4l2_queryctrl_flags, Type: &v4lControlFlags},
		{Name: "reserved", At: abi.V4l2_queryctrl_reserved, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
	},
	Brief: []*d.Field{queryType, queryName},
}

var (
	queryExtType = &d.Field{Name: "type", At: abi.V4l2_query_ext_ctrl_type, Type: &v4lControlType}
	queryExtName = &d.Field{Name: "name", At: abi.V4l2_query_ext_ctrl_name, Type: d.Chars}

	v4lQueryExtOf = d.Struct{Of: abi.Sizeof_v4l2_query_ext_ctrl}
)

var v4lQueryExt = d.Struct{
	Of: abi.Sizeof_v4l2_query_ext_ctrl,
	Fields: []*d.Field{
		queryExtType, queryExtName,
		{Name: "minimum", At: abi.V4l2_query_ext_ctrl_minimum, Type: d.Int64},
		{Name: "maximum", At: abi.V4l2_query_ext_ctrl_maximum, Type: d.Int64},
		{Name: "step", At: abi.V4l2_query_ext_ctrl_step, Type: d.Uint64},
		{Name: "default_value", At: abi.V4l2_query_ext_ctrl_default_value, Type: d.Int64},
		{Name: "flags", At: abi.V4l2_query_ext_ctrl_flags, Type: &v4lControlFlags},
		{Name: "elem_size", At: abi.V4l2_query_ext_ctrl_elem_size, Type: d.Uint},
		{Name: "elems", At: abi.V4l2_query_ext_ctrl_elems, Type: d.Uint},
		{Name: "nr_of_dims", At: abi.V4l2_query_ext_ctrl_nr_of_dims, Type: d.Uint},
		{Name: "dims", At: abi.V4l2_query_ext_ctrl_dims, Type: d.EmbedArray{Of: &d.UintObj, N: d.M + d.Expr(abi.V4l2_query_ext_ctrl_nr_of_dims)}},
		{Name: "reserved", At: abi.V4l2_query_ext_ctrl_reserved, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
	},
	Brief: []*d.Field{queryExtType, queryExtName},
}

// v4lControls shows struct v4l2_ext_controls: controls that the program passes
// or asks for.
type v4lControls struct{ Given bool }

const (
	v4lCount = d.M + d.Expr(abi.V4l2_ext_controls_count)
	v4lSized = d.M + d.Expr(abi.V4l2_ext_control_size)
)

var v4lControlsHead = d.Struct{Of: abi.Sizeof_v4l2_ext_controls, Fields: []*d.Field{
	{Name: "ctrl_class", At: abi.V4l2_ext_controls_ctrl_class, Type: &d.Enum{Of: &xlat.V4l2Class}},
	{Name: "count", At: abi.V4l2_ext_controls_count, Type: d.Uint},
}}

var v4lControlsRest = d.Struct{Of: abi.Sizeof_v4l2_ext_controls, Fields: []*d.Field{
	{Name: "controls", At: abi.V4l2_ext_controls_controls, Type: d.Array{Of: &v4lExtControl, N: v4lCount}},
}}

var v4lControlsEnd = d.Struct{Of: abi.Sizeof_v4l2_ext_controls, Fields: []*d.Field{
	{Name: "controls", At: abi.V4l2_ext_controls_controls, Type: d.Array{Of: &v4lExtControl, N: v4lCount}},
	{Name: "error_idx", At: abi.V4l2_ext_controls_error_idx, Type: d.Uint},
}}

var v4lExtControl = d.Struct{Of: abi.Sizeof_v4l2_ext_control, Fields: []*d.Field{
	{Name: "id", At: abi.V4l2_ext_control_id, Type: &v4lControlID},
	{Name: "size", At: abi.V4l2_ext_control_size, Type: d.Uint},
	{Name: "string", At: abi.V4l2_ext_control_string, Type: d.Buf{Len: v4lSized}, When: v4lSized, Bits: 0xffffffff},
	{Name: "value", At: abi.V4l2_ext_control_value, Type: d.Int, If: v4lPlain},
	{Name: "value64", At: abi.V4l2_ext_control_value64, Type: d.Int64, If: v4lPlain},
}}

func v4lPlain(c *d.Call) bool { return v4lSized.Eval(c) == 0 }

// Show implements decode.Type.
func (t v4lControls) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, v4lControlsHead.Size(c.ABI))
	if !c.Exit {
		if !ok {
			c.P.Addr(v)
			return
		}
		c.P.Struct()
		v4lControlsHead.Members(c, b)
		n, _ := c.ABI.Load(b, abi.V4l2_ext_controls_count)
		if n != 0 && t.Given {
			v4lControlsRest.Members(c, b)
			at, _ := c.ABI.Load(b, abi.V4l2_ext_controls_controls)
			if readableArray(c, at, n, &v4lExtControl) {
				c.Keep(1)
			}
			c.P.EndStruct()
		} else if n != 0 {
			c.Keep(1)
		} else {
			c.P.EndStruct()
		}
		return
	}
	if !c.HasKept() {
		return
	}
	if t.Given {
		c.P.Arrow()
		c.P.Struct()
	}
	switch {
	case !ok:
	case c.Failed:
		v4lControlsEnd.Members(c, b)
	default:
		v4lControlsRest.Members(c, b)
	}
	c.P.EndStruct()
}

// Abandon ends what a call began that will not return.
func (t v4lControls) Abandon(c *d.Call) {
	if c.HasKept() && !t.Given {
		c.P.EndStruct()
	}
}

// Plan implements decode.Planned.
func (t v4lControls) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() { p.Object(from, &v4lControlsRest, 0) })
}
