package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// ptp are the commands of precise clocks (linux/ptp_clock.h). Those of the
// second kind heed reserved members.
var ptp = [...]Arg{
	{Names: "PTP_CLOCK_GETCAPS PTP_CLOCK_GETCAPS2", Out: d.Ptr{To: &ptpCaps}},
	{Names: "PTP_EXTTS_REQUEST", In: d.Ptr{To: &ptpExtts}},
	{Names: "PTP_EXTTS_REQUEST2", In: d.Ptr{To: &ptpExtts2}},
	{Names: "PTP_PEROUT_REQUEST", In: d.Ptr{To: &ptpPerout}},
	{Names: "PTP_PEROUT_REQUEST2", In: d.Ptr{To: &ptpPerout2}},
	{Names: "PTP_PIN_GETFUNC", Split: &ptpPinGet},
	{Names: "PTP_PIN_GETFUNC2", Split: &ptpPinGet2},
	{Names: "PTP_PIN_SETFUNC", In: d.Ptr{To: &ptpPinSet}},
	{Names: "PTP_PIN_SETFUNC2", In: d.Ptr{To: &ptpPinSet2}},
	{Names: "PTP_SYS_OFFSET PTP_SYS_OFFSET2", Split: &ptpOffset},
	{Names: "PTP_SYS_OFFSET_EXTENDED PTP_SYS_OFFSET_EXTENDED2 PTP_SYS_OFFSET_EXTENDED_CYCLES", Split: &ptpExtended},
	{Names: "PTP_SYS_OFFSET_PRECISE PTP_SYS_OFFSET_PRECISE2 PTP_SYS_OFFSET_PRECISE_CYCLES", Out: d.Ptr{To: &ptpPrecise}},
}

var ptpCaps = d.Struct{Of: abi.Sizeof_ptp_clock_caps, Fields: []*d.Field{
	{Name: "max_adj", At: abi.Ptp_clock_caps_max_adj, Type: d.Int},
	{Name: "n_alarm", At: abi.Ptp_clock_caps_n_alarm, Type: d.Int},
	{Name: "n_ext_ts", At: abi.Ptp_clock_caps_n_ext_ts, Type: d.Int},
	{Name: "n_per_out", At: abi.Ptp_clock_caps_n_per_out, Type: d.Int},
	{Name: "pps", At: abi.Ptp_clock_caps_pps, Type: d.Int},
	{Name: "n_pins", At: abi.Ptp_clock_caps_n_pins, Type: d.Int},
	{Name: "cross_timestamping", At: abi.Ptp_clock_caps_cross_timestamping, Type: d.Int},
	{Name: "adjust_phase", At: abi.Ptp_clock_caps_adjust_phase, Type: d.Int},
	{Name: "max_phase_adj", At: abi.Ptp_clock_caps_max_phase_adj, Type: d.Func(nanoseconds)},
	{Name: "rsv", At: abi.Ptp_clock_caps_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
}}

// nanoseconds shows a time, and in a comment in seconds.
func nanoseconds(c *d.Call, v uint64) {
	c.P.Int(int64(v))
	if v != 0 && c.P.Remarks() {
		c.P.Text(" /* ")
		c.P.Float(float64(int64(v))/1e9, 9)
		c.P.Text(" s */")
	}
}

// ptpTime is struct ptp_clock_time: a date, or a time that has no beginning.
var ptpTime = d.Struct{Of: abi.Sizeof_ptp_clock_time, Fields: []*d.Field{
	{Name: "sec", At: abi.Ptp_clock_time_sec, Type: d.Int64},
	{Name: "nsec", At: abi.Ptp_clock_time_nsec, Type: d.Uint},
	{Name: "reserved", At: abi.Ptp_clock_time_reserved, Type: d.Hex32, If: d.Nonzero},
}}

var ptpDate = d.ObjFunc{Of: abi.Sizeof_ptp_clock_time, Func: func(c *d.Call, b []byte) {
	ptpTime.ShowAt(c, b)
	if !c.P.Remarks() {
		return
	}
	sec, _ := c.ABI.Load(b, abi.Ptp_clock_time_sec)
	nsec, _ := c.ABI.Load(b, abi.Ptp_clock_time_nsec)
	c.P.TimeComment(int64(sec), nsec)
}}

var (
	ptpExttsIndex = &d.Field{Name: "index", At: abi.Ptp_extts_request_index, Type: d.Uint}
	ptpExttsFlags = &d.Field{Name: "flags", At: abi.Ptp_extts_request_flags, Type: &d.Flags{&xlat.PtpExtts}}
)

var ptpExtts = d.Struct{Of: abi.Sizeof_ptp_extts_request, Fields: []*d.Field{ptpExttsIndex, ptpExttsFlags}}

var ptpExtts2 = d.Struct{Of: abi.Sizeof_ptp_extts_request, Fields: []*d.Field{
	ptpExttsIndex, ptpExttsFlags,
	{Name: "rsv", At: abi.Ptp_extts_request_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
}}

const ptpPeroutFlag = d.M + d.Expr(abi.Ptp_perout_request_flags)

// Flags of struct ptp_perout_request that say which member of a union counts.
const (
	ptpDutyCycle = 2
	ptpPhase     = 4
)

var (
	ptpPeroutStart  = &d.Field{Name: "start", At: abi.Ptp_perout_request_start, Type: d.Embed{To: &ptpDate}, If: ptpStarts}
	ptpPeroutPhase  = &d.Field{Name: "phase", At: abi.Ptp_perout_request_phase, Type: d.Embed{To: &ptpTime}, When: ptpPeroutFlag, Bits: ptpPhase}
	ptpPeroutPeriod = &d.Field{Name: "period", At: abi.Ptp_perout_request_period, Type: d.Embed{To: &ptpTime}}
	ptpPeroutIndex  = &d.Field{Name: "index", At: abi.Ptp_perout_request_index, Type: d.Uint}
	ptpPeroutFlags  = &d.Field{Name: "flags", At: abi.Ptp_perout_request_flags, Type: &d.Flags{&xlat.PtpPerout}}
	ptpPeroutOn     = &d.Field{Name: "on", At: abi.Ptp_perout_request_on, Type: d.Embed{To: &ptpTime}, When: ptpPeroutFlag, Bits: ptpDutyCycle}
)

func ptpStarts(c *d.Call) bool { return ptpPeroutFlag.Eval(c)&ptpPhase == 0 }

var ptpPerout = d.Struct{Of: abi.Sizeof_ptp_perout_request, Fields: []*d.Field{
	ptpPeroutStart, ptpPeroutPhase, ptpPeroutPeriod, ptpPeroutIndex, ptpPeroutFlags, ptpPeroutOn,
}}

var ptpPerout2 = d.Struct{Of: abi.Sizeof_ptp_perout_request, Fields: []*d.Field{
	ptpPeroutStart, ptpPeroutPhase, ptpPeroutPeriod, ptpPeroutIndex, ptpPeroutFlags, ptpPeroutOn,
	{Name: "rsv", At: abi.Ptp_perout_request_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: func(c *d.Call) bool {
		return ptpPeroutFlag.Eval(c)&ptpDutyCycle == 0 && d.Nonzero(c)
	}},
}}

var (
	ptpPinIndex = &d.Field{Name: "index", At: abi.Ptp_pin_desc_index, Type: d.Uint}
	ptpPinName  = &d.Field{Name: "name", At: abi.Ptp_pin_desc_name, Type: d.Chars}
	ptpPinFunc  = &d.Field{Name: "func", At: abi.Ptp_pin_desc_func, Type: &d.Enum{Of: &xlat.PtpPin}}
	ptpPinChan  = &d.Field{Name: "chan", At: abi.Ptp_pin_desc_chan, Type: d.Uint}
	ptpPinRsv   = &d.Field{Name: "rsv", At: abi.Ptp_pin_desc_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero}

	ptpPinAnswer = d.Struct{Of: abi.Sizeof_ptp_pin_desc, Fields: []*d.Field{ptpPinName, ptpPinFunc, ptpPinChan}}
)

var ptpPinGet = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ptp_pin_desc, Fields: []*d.Field{ptpPinIndex}},
	Out: &ptpPinAnswer,
}

var ptpPinGet2 = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ptp_pin_desc, Fields: []*d.Field{ptpPinIndex, ptpPinRsv}},
	Out: &ptpPinAnswer,
}

var ptpPinSet = d.Struct{Of: abi.Sizeof_ptp_pin_desc, Fields: []*d.Field{ptpPinIndex, ptpPinFunc, ptpPinChan}}

var ptpPinSet2 = d.Struct{Of: abi.Sizeof_ptp_pin_desc, Fields: []*d.Field{ptpPinIndex, ptpPinFunc, ptpPinChan, ptpPinRsv}}

// ptpOffset has two times for a sample, and one more.
var ptpOffset = d.Split{
	In: &d.Struct{Of: abi.Sizeof_ptp_sys_offset, Fields: []*d.Field{
		{Name: "n_samples", At: abi.Ptp_sys_offset_n_samples, Type: d.Uint},
		{Name: "rsv", At: abi.Ptp_sys_offset_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
	}},
	Out: &d.Struct{Of: abi.Sizeof_ptp_sys_offset, Fields: []*d.Field{
		{Name: "ts", At: abi.Ptp_sys_offset_ts, Type: d.Func(func(c *d.Call, off uint64) {
			n := min((d.M + d.Expr(abi.Ptp_sys_offset_n_samples)).Eval(c), 25)
			d.EmbedArray{Of: &ptpDate, N: d.C + d.Expr(2*n+1)}.Show(c, off)
		})},
	}},
}

var ptpExtended = d.Split{
	In: &d.Struct{Of: abi.Sizeof_ptp_sys_offset_extended, Fields: []*d.Field{
		{Name: "n_samples", At: abi.Ptp_sys_offset_extended_n_samples, Type: d.Uint},
		{Name: "clockid", At: abi.Ptp_sys_offset_extended_clockid, Type: &d.Enum{Of: &xlat.Clock}},
		{Name: "rsv", At: abi.Ptp_sys_offset_extended_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
	}},
	Out: &d.Struct{Of: abi.Sizeof_ptp_sys_offset_extended, Fields: []*d.Field{
		{Name: "ts", At: abi.Ptp_sys_offset_extended_ts, Type: d.EmbedArray{
			Of: &ptpThreeTimes, N: d.M + d.Expr(abi.Ptp_sys_offset_extended_n_samples),
		}},
	}},
}

var ptpThreeTimes = d.Row{Of: &ptpDate, N: 3}

var ptpPrecise = d.Struct{Of: abi.Sizeof_ptp_sys_offset_precise, Fields: []*d.Field{
	{Name: "device", At: abi.Ptp_sys_offset_precise_device, Type: d.Embed{To: &ptpDate}},
	{Name: "sys_realtime", At: abi.Ptp_sys_offset_precise_sys_realtime, Type: d.Embed{To: &ptpDate}},
	{Name: "sys_monoraw", At: abi.Ptp_sys_offset_precise_sys_monoraw, Type: d.Embed{To: &ptpTime}},
	{Name: "rsv", At: abi.Ptp_sys_offset_precise_rsv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: d.Nonzero},
}}
