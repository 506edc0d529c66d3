package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// inputs are the commands of input devices (linux/input.h); more are in families.
var inputs = [...]Arg{
	{Names: "EVIOCGVERSION", Out: d.Cell{Of: &d.Hex32Ob}},
	{Names: "EVIOCGID", Out: d.Ptr{To: &inputID}},
	{Names: "EVIOCGREP", Out: d.Ptr{To: &uintPair}},
	{Names: "EVIOCSREP", In: d.Ptr{To: &uintPair}},
	{Names: "EVIOCGKEYCODE", Out: d.Ptr{To: &inputKey}},
	{Names: "EVIOCSKEYCODE", In: d.Ptr{To: &inputKey}},
	{Names: "EVIOCGKEYCODE_V2", Out: d.Ptr{To: &inputKeymap}},
	{Names: "EVIOCSKEYCODE_V2", In: d.Ptr{To: &inputKeymap}},
	{Names: "EVIOCSFF", In: d.Ptr{To: &inputEffect}},
	{Names: "EVIOCGEFFECTS", Out: uintCell},
	{Names: "EVIOCSCLOCKID", In: uintCell},
	{Names: "EVIOCRMFF", In: d.Int},
	{Names: "EVIOCGRAB EVIOCREVOKE", In: d.Ulong},
}

// uintPair is a delay and a period.
var uintPair = d.Row{Of: &d.UintObj, N: 2}

var inputKeycode = d.Enum{Of: &xlat.InputKey}

// inputKey is a scan code and a key.
var inputKey = d.ObjFunc{Bytes: 8, Func: func(c *d.Call, b []byte) {
	c.P.Array()
	c.P.Elem()
	c.P.Uint(abi.LoadInt(b, 4, false))
	c.P.Elem()
	inputKeycode.Show(c, abi.LoadInt(b[4:], 4, false))
	c.P.EndArray()
}}

var (
	keymapFlags = &d.Field{Name: "flags", At: abi.Input_keymap_entry_flags, Type: d.Uint}
	keymapLen   = &d.Field{Name: "len", At: abi.Input_keymap_entry_len, Type: d.Uint}
)

var inputKeymap = d.Struct{
	Of: abi.Sizeof_input_keymap_entry,
	Fields: []*d.Field{
		keymapFlags, keymapLen,
		{Name: "index", At: abi.Input_keymap_entry_index, Type: d.Uint},
		{Name: "keycode", At: abi.Input_keymap_entry_keycode, Type: &inputKeycode},
		{Name: "scancode", At: abi.Input_keymap_entry_scancode, Type: d.EmbedArray{Of: &hex8Obj}},
	},
	Brief: []*d.Field{keymapFlags, keymapLen},
}

var inputID = d.Struct{Of: abi.Sizeof_input_id, Fields: []*d.Field{
	{Name: "bustype", At: abi.Input_id_bustype, Type: d.Uint},
	{Name: "vendor", At: abi.Input_id_vendor, Type: d.Uint},
	{Name: "product", At: abi.Input_id_product, Type: d.Uint},
	{Name: "version", At: abi.Input_id_version, Type: d.Uint},
}}

var (
	absValue   = &d.Field{Name: "value", At: abi.Input_absinfo_value, Type: d.Int}
	absMinimum = &d.Field{Name: "minimum", At: abi.Input_absinfo_minimum, Type: d.Int}
)

// inputAxis is struct input_absinfo.
var inputAxis = d.Struct{
	Of: abi.Sizeof_input_absinfo,
	Fields: []*d.Field{
		absValue, absMinimum,
		{Name: "maximum", At: abi.Input_absinfo_maximum, Type: d.Int},
		{Name: "fuzz", At: abi.Input_absinfo_fuzz, Type: d.Int},
		{Name: "flat", At: abi.Input_absinfo_flat, Type: d.Int},
		{Name: "resolution", At: abi.Input_absinfo_resolution, Type: d.Int},
	},
	Brief: []*d.Field{absValue, absMinimum},
}

var (
	ffType      = &d.Field{Name: "type", At: abi.Ff_effect_type, Type: &d.Enum{Of: &xlat.ForceEffect}}
	ffID        = &d.Field{Name: "id", At: abi.Ff_effect_id, Type: d.Int}
	ffDirection = &d.Field{Name: "direction", At: abi.Ff_effect_direction, Type: d.Uint}
)

// inputEffect is struct ff_effect: of the union the member that its type names.
var inputEffect = d.Struct{
	Of: abi.Sizeof_ff_effect,
	Fields: []*d.Field{
		ffType, ffID, ffDirection,
		{Name: "trigger", At: abi.Ff_effect_trigger, Type: d.Embed{To: &ffTrigger}},
		{Name: "replay", At: abi.Ff_effect_replay, Type: d.Embed{To: &ffReplay}},
		{Name: "constant", At: abi.Ff_effect_u_constant, Type: d.Embed{To: &ffConstant}, If: func(c *d.Call) bool { return ffKind(c) == ffIsConstant }},
		{Name: "ramp", At: abi.Ff_effect_u_ramp, Type: d.Embed{To: &ffRamp}, If: func(c *d.Call) bool { return ffKind(c) == ffIsRamp }},
		{Name: "periodic", At: abi.Ff_effect_u_periodic, Type: d.Embed{To: &ffPeriodic}, If: func(c *d.Call) bool { return ffKind(c) == ffIsPeriodic }},
		{Name: "rumble", At: abi.Ff_effect_u_rumble, Type: d.Embed{To: &ffRumble}, If: func(c *d.Call) bool { return ffKind(c) == ffIsRumble }},
	},
	Brief: []*d.Field{ffType, ffID, ffDirection},
}

func ffKind(c *d.Call) uint64 { return (d.M + d.Expr(abi.Ff_effect_type)).Eval(c) }

// Effects that have a member of the union (linux/input.h).
const (
	ffIsRumble   = 0x50
	ffIsPeriodic = 0x51
	ffIsConstant = 0x52
	ffIsRamp     = 0x57
)

var ffTrigger = d.Struct{Of: abi.Sizeof_ff_trigger, Fields: []*d.Field{
	{Name: "button", At: abi.Ff_trigger_button, Type: d.Uint},
	{Name: "interval", At: abi.Ff_trigger_interval, Type: d.Uint},
}}

var ffReplay = d.Struct{Of: abi.Sizeof_ff_replay, Fields: []*d.Field{
	{Name: "length", At: abi.Ff_replay_length, Type: d.Uint},
	{Name: "delay", At: abi.Ff_replay_delay, Type: d.Uint},
}}

var ffEnvelope = d.Struct{Of: abi.Sizeof_ff_envelope, Fields: []*d.Field{
	{Name: "attack_length", At: abi.Ff_envelope_attack_length, Type: d.Uint},
	{Name: "attack_level", At: abi.Ff_envelope_attack_level, Type: d.Uint},
	{Name: "fade_length", At: abi.Ff_envelope_fade_length, Type: d.Uint},
	{Name: "fade_level", At: abi.Ff_envelope_fade_level, Type: d.Hex32},
}}

var ffConstant = d.Struct{Of: abi.Sizeof_ff_constant_effect, Fields: []*d.Field{
	{Name: "level", At: abi.Ff_constant_effect_level, Type: d.Int},
	{Name: "envelope", At: abi.Ff_constant_effect_envelope, Type: d.Embed{To: &ffEnvelope}},
}}

var ffRamp = d.Struct{Of: abi.Sizeof_ff_ramp_effect, Fields: []*d.Field{
	{Name: "start_level", At: abi.Ff_ramp_effect_start_level, Type: d.Int},
	{Name: "end_level", At: abi.Ff_ramp_effect_end_level, Type: d.Int},
	{Name: "envelope", At: abi.Ff_ramp_effect_envelope, Type: d.Embed{To: &ffEnvelope}},
}}

var ffPeriodic = d.Struct{Of: abi.Sizeof_ff_periodic_effect, Fields: []*d.Field{
	{Name: "waveform", At: abi.Ff_periodic_effect_waveform, Type: d.Uint},
	{Name: "period", At: abi.Ff_periodic_effect_period, Type: d.Uint},
	{Name: "magnitude", At: abi.Ff_periodic_effect_magnitude, Type: d.Int},
	{Name: "offset", At: abi.Ff_periodic_effect_offset, Type: d.Int},
	{Name: "phase", At: abi.Ff_periodic_effect_phase, Type: d.Uint},
	{Name: "envelope", At: abi.Ff_periodic_effect_envelope, Type: d.Embed{To: &ffEnvelope}},
	{Name: "custom_len", At: abi.Ff_periodic_effect_custom_len, Type: d.Uint},
	{Name: "custom_data", At: abi.Ff_periodic_effect_custom_data, Type: d.Addr},
}}

var ffRumble = d.Struct{Of: abi.Sizeof_ff_rumble_effect, Fields: []*d.Field{
	{Name: "strong_magnitude", At: abi.Ff_rumble_effect_strong_magnitude, Type: d.Uint},
	{Name: "weak_magnitude", At: abi.Ff_rumble_effect_weak_magnitude, Type: d.Uint},
}}
