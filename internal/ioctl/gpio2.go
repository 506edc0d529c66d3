package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// gpio2 are the commands of the second interface of general purpose input and
// output (linux/gpio.h).
var gpio2 = [...]Arg{
	{Names: "GPIO_V2_GET_LINEINFO_IOCTL GPIO_V2_GET_LINEINFO_WATCH_IOCTL", In: d.Ptr{To: &gpioLine2}, Out: d.Ptr{To: &gpioLineInfo2}},
	{Names: "GPIO_V2_GET_LINE_IOCTL", In: d.Ptr{To: &gpioRequest2}, Out: d.Ptr{To: &gpioRequestFD2}},
	{Names: "GPIO_V2_LINE_SET_CONFIG_IOCTL", In: d.Ptr{To: &gpioConfig2}},
	{Names: "GPIO_V2_LINE_GET_VALUES_IOCTL", In: d.Ptr{To: &gpioMask2}, Out: d.Ptr{To: &gpioBits2}},
	{Names: "GPIO_V2_LINE_SET_VALUES_IOCTL", In: d.Ptr{To: &gpioValues2}},
}

var gpioFlags2 = d.Flags64{&xlat.GpioLine2}

var gpioLine2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_info, Fields: []*d.Field{
	{Name: "offset", At: abi.Gpio_v2_line_info_offset, Type: d.Uint},
}}

const gpioInfoAttrs2 = d.M + d.Expr(abi.Gpio_v2_line_info_num_attrs)

var gpioLineInfo2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_info, Fields: []*d.Field{
	{Name: "name", At: abi.Gpio_v2_line_info_name, Type: d.Chars},
	{Name: "consumer", At: abi.Gpio_v2_line_info_consumer, Type: d.Chars},
	{Name: "flags", At: abi.Gpio_v2_line_info_flags, Type: &gpioFlags2},
	{Name: "num_attrs", At: abi.Gpio_v2_line_info_num_attrs, Type: d.Uint},
	{Name: "attrs", At: abi.Gpio_v2_line_info_attrs, Type: d.EmbedArray{Of: &gpioAttr2, N: gpioInfoAttrs2}, When: gpioInfoAttrs2, Bits: ^uint64(0)},
	{Name: "padding", At: abi.Gpio_v2_line_info_padding, Type: d.EmbedArray{Of: &d.Hex32Ob, All: true}, If: d.Nonzero},
}}

// The attribute's id names the member of the union (linux/gpio.h).
const (
	gpioAttrID = d.M + d.Expr(abi.Gpio_v2_line_attribute_id)

	gpioAttrFlags    = 1
	gpioAttrValues   = 2
	gpioAttrDebounce = 3
)

var gpioAttr2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_attribute, Fields: []*d.Field{
	{Name: "id", At: abi.Gpio_v2_line_attribute_id, Type: d.Uint, If: gpioUnknown2},
	{Name: "padding", At: abi.Gpio_v2_line_attribute_padding, Type: d.Hex32, If: d.Nonzero},
	{Name: "flags", At: abi.Gpio_v2_line_attribute_flags, Type: &gpioFlags2, If: func(c *d.Call) bool { return gpioMember2(c) == gpioAttrFlags }},
	{Name: "values", At: abi.Gpio_v2_line_attribute_values, Type: d.Hex64, If: func(c *d.Call) bool { return gpioMember2(c) == gpioAttrValues }},
	{Name: "debounce_period_us", At: abi.Gpio_v2_line_attribute_debounce_period_us, Type: d.Uint, If: func(c *d.Call) bool { return gpioMember2(c) == gpioAttrDebounce }},
	{Name: "data", At: abi.Gpio_v2_line_attribute_values, Type: d.Hex64, If: gpioUnknown2},
}}

// gpioMember2 returns the id of the attribute if what it names is shown.
func gpioMember2(c *d.Call) uint64 {
	id := gpioAttrID.Eval(c)
	if id > gpioAttrDebounce || (d.M+d.Expr(abi.Gpio_v2_line_attribute_padding)).Eval(c) != 0 {
		return 0
	}
	return id
}

func gpioUnknown2(c *d.Call) bool { return gpioMember2(c) == 0 }

const gpioConfigAttrs2 = d.M + d.Expr(abi.Gpio_v2_line_config_num_attrs)

var gpioConfig2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_config, Fields: []*d.Field{
	{Name: "flags", At: abi.Gpio_v2_line_config_flags, Type: &gpioFlags2},
	{Name: "num_attrs", At: abi.Gpio_v2_line_config_num_attrs, Type: d.Uint},
	{Name: "padding", At: abi.Gpio_v2_line_config_padding, Type: d.EmbedArray{Of: &d.Hex32Ob, All: true}, If: d.Nonzero},
	{Name: "attrs", At: abi.Gpio_v2_line_config_attrs, Type: d.EmbedArray{Of: &gpioConfigAttr2, N: gpioConfigAttrs2}, When: gpioConfigAttrs2, Bits: ^uint64(0)},
}}

// gpioConfigAttr2 is an attribute and the lines that have it. A known
// attribute's member stands beside the mask.
var gpioConfigAttr2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_config_attribute, Fields: []*d.Field{
	{Name: "attr", At: abi.Gpio_v2_line_config_attribute_attr, Type: gpioInline2{}},
	{Name: "mask", At: abi.Gpio_v2_line_config_attribute_mask, Type: d.Hex64},
}}

type gpioInline2 struct{}

// ShowNamed implements decode.NamedType.
func (t gpioInline2) ShowNamed(c *d.Call, name string, off uint64) {
	obj, _ := c.Object()
	b := obj[off : int(off)+gpioAttr2.Size(c.ABI)]
	id, _ := c.ABI.Load(b, abi.Gpio_v2_line_attribute_id)
	pad, _ := c.ABI.Load(b, abi.Gpio_v2_line_attribute_padding)
	if pad == 0 && id >= gpioAttrFlags && id <= gpioAttrDebounce {
		gpioAttr2.Members(c, b)
		return
	}
	c.P.Field(name)
	t.Show(c, off)
}

// Show implements decode.Type.
func (gpioInline2) Show(c *d.Call, off uint64) { d.Embed{To: &gpioAttr2}.Show(c, off) }

var gpioRequest2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_request, Fields: []*d.Field{
	{Name: "num_lines", At: abi.Gpio_v2_line_request_num_lines, Type: d.Uint},
	{Name: "offsets", At: abi.Gpio_v2_line_request_offsets, Type: d.EmbedArray{Of: &d.UintObj, N: d.M + d.Expr(abi.Gpio_v2_line_request_num_lines)}},
	{Name: "consumer", At: abi.Gpio_v2_line_request_consumer, Type: d.Chars},
	{Name: "config", At: abi.Gpio_v2_line_request_config, Type: d.Embed{To: &gpioConfig2}},
	{Name: "event_buffer_size", At: abi.Gpio_v2_line_request_event_buffer_size, Type: d.Uint, If: d.Nonzero},
	{Name: "padding", At: abi.Gpio_v2_line_request_padding, Type: d.EmbedArray{Of: &d.Hex32Ob, All: true}, If: d.Nonzero},
}}

var gpioRequestFD2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_request, Fields: []*d.Field{
	{Name: "fd", At: abi.Gpio_v2_line_request_fd, Type: d.FD},
}}

var (
	gpioBits = &d.Field{Name: "bits", At: abi.Gpio_v2_line_values_bits, Type: d.Hex64}
	gpioMask = &d.Field{Name: "mask", At: abi.Gpio_v2_line_values_mask, Type: d.Hex64}

	gpioMask2   = d.Struct{Of: abi.Sizeof_gpio_v2_line_values, Fields: []*d.Field{gpioMask}}
	gpioBits2   = d.Struct{Of: abi.Sizeof_gpio_v2_line_values, Fields: []*d.Field{gpioBits}}
	gpioValues2 = d.Struct{Of: abi.Sizeof_gpio_v2_line_values, Fields: []*d.Field{gpioBits, gpioMask}}
)
