package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// gpio are the commands of general purpose input and output (linux/gpio.h),
// those of its first interface.
var gpio = [...]Arg{
	{Names: "GPIO_GET_CHIPINFO_IOCTL", Out: d.Ptr{To: &gpioChip}},
	{Names: "GPIO_GET_LINEINFO_IOCTL GPIO_GET_LINEINFO_WATCH_IOCTL", In: d.Ptr{To: &gpioLine}, Out: d.Ptr{To: &gpioLineInfo}},
	{Names: "GPIO_GET_LINEINFO_UNWATCH_IOCTL", In: d.Ptr{To: &gpioOffset}},
	{Names: "GPIO_GET_LINEHANDLE_IOCTL", In: d.Ptr{To: &gpioHandle}, Out: d.Ptr{To: &gpioHandleFD}},
	{Names: "GPIO_GET_LINEEVENT_IOCTL", In: d.Ptr{To: &gpioEvent}, Out: d.Ptr{To: &gpioEventFD}},
	{Names: "GPIOHANDLE_GET_LINE_VALUES_IOCTL", Out: d.Ptr{To: &gpioValues}},
	{Names: "GPIOHANDLE_SET_LINE_VALUES_IOCTL", In: d.Ptr{To: &gpioValues}},
	{Names: "GPIOHANDLE_SET_CONFIG_IOCTL", In: d.Ptr{To: &gpioConfig}},
}

var uint8Obj = d.Num{Type: d.Uint, Bytes: 1}

var gpioChip = d.Struct{Of: abi.Sizeof_gpiochip_info, Fields: []*d.Field{
	{Name: "name", At: abi.Gpiochip_info_name, Type: d.Chars},
	{Name: "label", At: abi.Gpiochip_info_label, Type: d.Chars},
	{Name: "lines", At: abi.Gpiochip_info_lines, Type: d.Uint},
}}

var gpioLine = d.Struct{Of: abi.Sizeof_gpioline_info, Fields: []*d.Field{
	{Name: "line_offset", At: abi.Gpioline_info_line_offset, Type: d.Uint},
}}

var gpioLineInfo = d.Struct{Of: abi.Sizeof_gpioline_info, Fields: []*d.Field{
	{Name: "flags", At: abi.Gpioline_info_flags, Type: &d.Flags{&xlat.GpioLine}},
	{Name: "name", At: abi.Gpioline_info_name, Type: d.Chars},
	{Name: "consumer", At: abi.Gpioline_info_consumer, Type: d.Chars},
}}

// gpioOffset is the number of a line alone.
var gpioOffset = d.Struct{Bytes: 4, Fields: []*d.Field{
	{Name: "offset", At: abi.Gpioline_info_line_offset, Type: d.Uint},
}}

var gpioRequest = d.Flags{&xlat.GpioHandle}

const gpioLines = d.M + d.Expr(abi.Gpiohandle_request_lines)

var gpioHandle = d.Struct{Of: abi.Sizeof_gpiohandle_request, Fields: []*d.Field{
	{Name: "lines", At: abi.Gpiohandle_request_lines, Type: d.Uint},
	{Name: "lineoffsets", At: abi.Gpiohandle_request_lineoffsets, Type: d.EmbedArray{Of: &d.UintObj, N: gpioLines}},
	{Name: "flags", At: abi.Gpiohandle_request_flags, Type: &gpioRequest},
	{Name: "default_values", At: abi.Gpiohandle_request_default_values, Type: d.EmbedArray{Of: &uint8Obj, N: gpioLines}},
	{Name: "consumer_label", At: abi.Gpiohandle_request_consumer_label, Type: d.Chars},
}}

var gpioHandleFD = d.Struct{Of: abi.Sizeof_gpiohandle_request, Fields: []*d.Field{
	{Name: "fd", At: abi.Gpiohandle_request_fd, Type: d.FD},
}}

var gpioEvent = d.Struct{Of: abi.Sizeof_gpioevent_request, Fields: []*d.Field{
	{Name: "lineoffset", At: abi.Gpioevent_request_lineoffset, Type: d.Uint},
	{Name: "handleflags", At: abi.Gpioevent_request_handleflags, Type: &gpioRequest},
	{Name: "eventflags", At: abi.Gpioevent_request_eventflags, Type: &d.Flags{&xlat.GpioEvent}},
	{Name: "consumer_label", At: abi.Gpioevent_request_consumer_label, Type: d.Chars},
}}

var gpioEventFD = d.Struct{Of: abi.Sizeof_gpioevent_request, Fields: []*d.Field{
	{Name: "fd", At: abi.Gpioevent_request_fd, Type: d.FD},
}}

var gpioValues = d.Struct{Of: abi.Sizeof_gpiohandle_data, Fields: []*d.Field{
	{Name: "values", At: abi.Gpiohandle_data_values, Type: d.EmbedArray{Of: &uint8Obj}},
}}

var gpioConfig = d.Struct{Of: abi.Sizeof_gpiohandle_config, Fields: []*d.Field{
	{Name: "flags", At: abi.Gpiohandle_config_flags, Type: &gpioRequest},
	{Name: "default_values", At: abi.Gpiohandle_config_default_values, Type: d.EmbedArray{Of: &uint8Obj}},
}}
