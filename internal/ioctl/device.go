package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// device are the commands of clocks, watchdogs and input devices (linux/rtc.h,
// linux/watchdog.h, linux/input.h).
var device = [...]Arg{
	{Names: "RTC_AIE_ON RTC_AIE_OFF RTC_UIE_ON RTC_UIE_OFF RTC_PIE_ON RTC_PIE_OFF RTC_WIE_ON RTC_WIE_OFF RTC_VL_CLR WDIOC_KEEPALIVE"},
	{Names: "RTC_IRQP_SET RTC_EPOCH_SET", In: d.Ulong},
	{Names: "RTC_IRQP_READ RTC_EPOCH_READ", Out: ulongCell},
	{Names: "RTC_RD_TIME RTC_ALM_READ", Out: d.Ptr{To: &rtcTime}},
	{Names: "RTC_SET_TIME RTC_ALM_SET", In: d.Ptr{To: &rtcTime}},
	{Names: "RTC_WKALM_RD", Out: d.Ptr{To: &rtcAlarm}},
	{Names: "RTC_WKALM_SET", In: d.Ptr{To: &rtcAlarm}},
	{Names: "WDIOC_GETSTATUS WDIOC_GETBOOTSTATUS WDIOC_GETTEMP WDIOC_GETTIMEOUT WDIOC_GETPRETIMEOUT WDIOC_GETTIMELEFT", Out: intCell},
	{Names: "EVIOCGEFFECTS", Out: intCell},
	{Names: "EVIOCSCLOCKID", In: intCell},
	{Names: "EVIOCRMFF", In: d.Int},
	{Names: "EVIOCGRAB EVIOCREVOKE", In: d.Ulong},
	{Names: "EVIOCGID", Out: d.Ptr{To: &inputID}},
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
