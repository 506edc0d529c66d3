package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// device are the commands of clocks and watchdogs (linux/rtc.h,
// linux/watchdog.h).
var device = [...]Arg{
	{Names: "RTC_AIE_ON RTC_AIE_OFF RTC_UIE_ON RTC_UIE_OFF RTC_PIE_ON RTC_PIE_OFF RTC_WIE_ON RTC_WIE_OFF RTC_VL_CLR WDIOC_KEEPALIVE"},
	{Names: "RTC_IRQP_SET RTC_EPOCH_SET", In: d.Ulong},
	{Names: "RTC_IRQP_READ RTC_EPOCH_READ", Out: ulongCell},
	{Names: "RTC_RD_TIME RTC_ALM_READ", Out: d.Ptr{To: &rtcTime}},
	{Names: "RTC_SET_TIME RTC_ALM_SET", In: d.Ptr{To: &rtcTime}},
	{Names: "RTC_WKALM_RD", Out: d.Ptr{To: &rtcAlarm}},
	{Names: "RTC_WKALM_SET", In: d.Ptr{To: &rtcAlarm}},
	{Names: "RTC_PLL_GET", Out: d.Ptr{To: &rtcPLL}},
	{Names: "RTC_PLL_SET", In: d.Ptr{To: &rtcPLL}},
	{Names: "RTC_PARAM_GET", In: d.Ptr{To: &rtcParamGet}, Out: d.Ptr{To: &rtcParamGot}, Even: true},
	{Names: "RTC_PARAM_SET", In: d.Ptr{To: &rtcParamSet}},
	{Names: "RTC_VL_READ", Out: d.Cell{Of: &rtcVoltage}},
	{Names: "WDIOC_GETSUPPORT", Out: d.Ptr{To: &watchdogInfo}},
	{Names: "WDIOC_SETOPTIONS", In: d.Cell{Of: &watchdogOptions}},
	{Names: "WDIOC_SETTIMEOUT WDIOC_SETPRETIMEOUT", In: intCell},
	{Names: "WDIOC_GETSTATUS WDIOC_GETBOOTSTATUS WDIOC_GETTEMP WDIOC_GETTIMEOUT WDIOC_GETPRETIMEOUT WDIOC_GETTIMELEFT", Out: intCell},
}

var (
	rtcSec  = &d.Field{Name: "tm_sec", At: abi.Rtc_time_tm_sec, Type: d.Int}
	rtcMin  = &d.Field{Name: "tm_min", At: abi.Rtc_time_tm_min, Type: d.Int}
	rtcHour = &d.Field{Name: "tm_hour", At: abi.Rtc_time_tm_hour, Type: d.Int}
	rtcMday = &d.Field{Name: "tm_mday", At: abi.Rtc_time_tm_mday, Type: d.Int}
	rtcMon  = &d.Field{Name: "tm_mon", At: abi.Rtc_time_tm_mon, Type: d.Int}
	rtcYear = &d.Field{Name: "tm_year", At: abi.Rtc_time_tm_year, Type: d.Int}
)

var rtcTime = d.Struct{
	Of: abi.Sizeof_rtc_time,
	Fields: []*d.Field{
		rtcSec, rtcMin, rtcHour, rtcMday, rtcMon, rtcYear,
		{Name: "tm_wday", At: abi.Rtc_time_tm_wday, Type: d.Int},
		{Name: "tm_yday", At: abi.Rtc_time_tm_yday, Type: d.Int},
		{Name: "tm_isdst", At: abi.Rtc_time_tm_isdst, Type: d.Int},
	},
	Brief: []*d.Field{rtcSec, rtcMin, rtcHour, rtcMday, rtcMon, rtcYear},
}

var rtcAlarm = d.Struct{Of: abi.Sizeof_rtc_wkalrm, Fields: []*d.Field{
	{Name: "enabled", At: abi.Rtc_wkalrm_enabled, Type: d.Uint},
	{Name: "pending", At: abi.Rtc_wkalrm_pending, Type: d.Uint},
	{Name: "time", At: abi.Rtc_wkalrm_time, Type: d.Embed{To: &rtcTime}},
}}

var rtcPLL = d.Struct{Of: abi.Sizeof_rtc_pll_info, Fields: []*d.Field{
	{Name: "pll_ctrl", At: abi.Rtc_pll_info_pll_ctrl, Type: d.Int},
	{Name: "pll_value", At: abi.Rtc_pll_info_pll_value, Type: d.Int},
	{Name: "pll_max", At: abi.Rtc_pll_info_pll_max, Type: d.Int},
	{Name: "pll_min", At: abi.Rtc_pll_info_pll_min, Type: d.Int},
	{Name: "pll_posmult", At: abi.Rtc_pll_info_pll_posmult, Type: d.Int},
	{Name: "pll_negmult", At: abi.Rtc_pll_info_pll_negmult, Type: d.Int},
	{Name: "pll_clock", At: abi.Rtc_pll_info_pll_clock, Type: d.Long},
}}

const rtcParam = d.M + d.Expr(abi.Rtc_param_param)

// What a parameter's value is (linux/rtc.h).
const (
	rtcFeatures   = 0
	rtcCorrection = 1
	rtcBackup     = 2
)

var (
	rtcParamName  = &d.Field{Name: "param", At: abi.Rtc_param_param, Type: &d.EnumU64{Of: &xlat.RtcParam}}
	rtcParamIndex = &d.Field{Name: "index", At: abi.Rtc_param_index, Type: d.Uint}
	rtcParamPad   = &d.Field{Name: "__pad", At: abi.Rtc_param_pad, Type: d.Hex32, If: d.Nonzero}
	rtcUnsigned   = &d.Field{Name: "uvalue", At: abi.Rtc_param_uvalue, Type: d.Func(rtcValue), If: func(c *d.Call) bool { return rtcParam.Eval(c) != rtcCorrection }}
	rtcSigned     = &d.Field{Name: "svalue", At: abi.Rtc_param_svalue, Type: d.Int64, If: func(c *d.Call) bool { return rtcParam.Eval(c) == rtcCorrection }}
)

func rtcValue(c *d.Call, v uint64) {
	switch rtcParam.Eval(c) {
	case rtcFeatures:
		(&d.Flags64{&xlat.RtcFeature}).Show(c, v)
	case rtcBackup:
		(&d.EnumU64{Of: &xlat.RtcBackup}).Show(c, v)
	default:
		c.P.Hex(v)
	}
}

var rtcParamGet = d.Struct{Of: abi.Sizeof_rtc_param, Fields: []*d.Field{rtcParamName, rtcParamIndex, rtcParamPad}}

var rtcParamGot = d.Struct{Of: abi.Sizeof_rtc_param, Fields: []*d.Field{rtcUnsigned, rtcSigned, rtcParamPad}}

var rtcParamSet = d.Struct{Of: abi.Sizeof_rtc_param, Fields: []*d.Field{rtcParamName, rtcUnsigned, rtcSigned, rtcParamIndex, rtcParamPad}}

var (
	rtcVoltage      = d.Num{Type: &d.Flags{&xlat.RtcVoltage}, Bytes: 4}
	watchdogOptions = d.Num{Type: &d.Flags{&xlat.WatchdogOption}, Bytes: 4}
	watchdogCan     = &d.Field{Name: "options", At: abi.Watchdog_info_options, Type: &d.Flags{&xlat.WatchdogAbility}}
)

var watchdogInfo = d.Struct{
	Of: abi.Sizeof_watchdog_info,
	Fields: []*d.Field{
		watchdogCan,
		{Name: "firmware_version", At: abi.Watchdog_info_firmware_version, Type: d.Hex32},
		{Name: "identity", At: abi.Watchdog_info_identity, Type: d.Chars},
	},
	Brief: []*d.Field{watchdogCan},
}
