package sockopt

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// netlinkOptions are those of SOL_NETLINK (linux/netlink.h): ints all, but for the groups.
var netlinkOptions = []option{
	{number: 9, set: &intSet, get: numbers{}},
	{number: everyOption, set: &intSet, get: &integer{as: d.Int, short: asInt}},
}

// tipcOptions are those of SOL_TIPC (linux/tipc.h).
var tipcOptions = []option{
	{number: 127, set: &tipcImportance, get: &tipcImportance},
	{number: 135, set: &whole{of: &tipcGroupReq}, get: &whole{of: &tipcGroupReq}},
	{number: everyOption, set: &integer{as: d.Int, short: asInt}, get: &integer{as: d.Int, short: asInt}},
}

var tipcImportance = integer{as: &d.Enum{Of: &xlat.TipcImportance}}

var tipcGroupReq = d.Struct{Of: abi.Sizeof_tipc_group_req, Fields: []*d.Field{
	{Name: "type", At: abi.Tipc_group_req_type, Type: d.Uint},
	{Name: "instance", At: abi.Tipc_group_req_instance, Type: d.Uint},
	{Name: "scope", At: abi.Tipc_group_req_scope, Type: &d.Enum{Of: &xlat.TipcScope}},
	{Name: "flags", At: abi.Tipc_group_req_flags, Type: &d.Flags{&xlat.TipcGroupFlag}},
}}
