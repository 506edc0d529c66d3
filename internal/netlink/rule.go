package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// ruleHdr is struct fib_rule_hdr: a rule that chooses a routing table (linux/fib_rules.h).
var ruleHdr = d.Struct{Of: abi.Sizeof_fib_rule_hdr, Fields: []*d.Field{
	{Name: "family", At: abi.Fib_rule_hdr_family, Type: &family},
	{Name: "dst_len", At: abi.Fib_rule_hdr_dst_len, Type: d.Uint},
	{Name: "src_len", At: abi.Fib_rule_hdr_src_len, Type: d.Uint},
	{Name: "tos", At: abi.Fib_rule_hdr_tos, Type: d.Hex32},
	{Name: "table", At: abi.Fib_rule_hdr_table, Type: &ruleTable},
	{Name: "action", At: abi.Fib_rule_hdr_action, Type: &d.Enum{Of: &xlat.FrAct}},
	{Name: "flags", At: abi.Fib_rule_hdr_flags, Type: &d.Flags{&xlat.FibRuleFlag}},
}}

var ruleTable = d.Enum{Of: &xlat.FibRuleTable}

var ruleAttrs = attrs{names: &xlat.FraType, as: []shower{
	1: showFunc(address), 2: showFunc(address), 3: showFunc(text), 4: &u32, 6: &u32, 10: &u32, 11: &u32, 13: &u32, 14: &u32, 15: &number{4, &table}, 16: &u32, 17: showFunc(text),
	19: &u8, 21: &number{1, &routeProto}, 22: &anySize{d.Func(showProtocol)},
}}
