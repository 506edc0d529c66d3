package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// counter are the commands of counters and of infrared receivers
// (linux/counter.h, linux/lirc.h).
var counter = [...]Arg{
	{Names: "COUNTER_ENABLE_EVENTS_IOCTL COUNTER_DISABLE_EVENTS_IOCTL"},
	{Names: "COUNTER_ADD_WATCH_IOCTL", In: d.Ptr{To: &counterWatch}},
	{Names: "LIRC_GET_FEATURES", Out: d.Cell{Of: &lircFeatures}},
	{Names: "LIRC_GET_SEND_MODE LIRC_GET_REC_MODE", Out: d.Cell{Of: &lircMode}},
	{Names: "LIRC_SET_SEND_MODE LIRC_SET_REC_MODE", In: d.Cell{Of: &lircMode}},
	{Names: "LIRC_GET_REC_RESOLUTION LIRC_GET_MIN_TIMEOUT LIRC_GET_MAX_TIMEOUT LIRC_GET_LENGTH LIRC_GET_REC_TIMEOUT", Out: uintCell},
	{Names: "LIRC_SET_SEND_CARRIER LIRC_SET_REC_CARRIER LIRC_SET_SEND_DUTY_CYCLE LIRC_SET_REC_TIMEOUT LIRC_SET_REC_TIMEOUT_REPORTS " +
		"LIRC_SET_MEASURE_CARRIER_MODE LIRC_SET_REC_CARRIER_RANGE LIRC_SET_WIDEBAND_RECEIVER", In: uintCell},
	{Names: "LIRC_SET_TRANSMITTER_MASK", In: d.Cell{Of: &d.Hex32Ob}},
}

var (
	lircFeatures = d.Num{Type: &d.Flags{&xlat.LircFeature}, Bytes: 4}
	lircMode     = d.Num{Type: &d.Enum{Of: &xlat.LircMode}, Bytes: 4}
)

var counterWatch = d.Struct{Of: abi.Sizeof_counter_watch, Fields: []*d.Field{
	{Name: "component", At: abi.Counter_watch_component, Type: d.Embed{To: &counterComponent}},
	{Name: "event", At: abi.Counter_watch_event, Type: &d.Enum{Of: &xlat.CounterEvent}},
	{Name: "channel", At: abi.Counter_watch_channel, Type: d.Uint},
}}

var counterComponent = d.Struct{Of: abi.Sizeof_counter_component, Fields: []*d.Field{
	{Name: "type", At: abi.Counter_component_type, Type: &d.Enum{Of: &xlat.CounterComponent}},
	{Name: "scope", At: abi.Counter_component_scope, Type: &d.Enum{Of: &xlat.CounterScope}},
	{Name: "parent", At: abi.Counter_component_parent, Type: d.Uint},
	{Name: "id", At: abi.Counter_component_id, Type: d.Uint},
}}
