package netlink

import (
	"math/bits"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// ruleHdr is struct fib_rule_hdr: a rule that chooses a routing table (linux/fib_rules.h).
var ruleHdr = d.Struct{Of: abi.Sizeof_fib_rule_hdr, Fields: []*d.Field{
	{Name: "family", At: abi.Fib_rule_hdr_family, Type: &family},
	{Name: "dst_len", At: abi.Fib_rule_hdr_dst_len, Type: d.Uint},
	{Name: "src_len", At: abi.Fib_rule_hdr_src_len, Type: d.Uint},
	{Name: "tos", At: abi.Fib_rule_hdr_tos, Type: &tos},
	{Name: "table", At: abi.Fib_rule_hdr_table, Type: &ruleTable},
	{Name: "action", At: abi.Fib_rule_hdr_action, Type: &d.Enum{Of: &xlat.FrAct}},
	{Name: "flags", At: abi.Fib_rule_hdr_flags, Type: &d.Flags{&xlat.FibRuleFlag}},
}}

var ruleTable = d.Enum{Of: &xlat.FibRuleTable}

var ruleAttrs = attrs{names: &xlat.FraType, as: []shower{
	1: showFunc(address), 2: showFunc(address), 3: showFunc(text), 4: &u32, 6: &u32, 10: &u32, 11: &u32, 12: &number{8, d.Func(showTunnelID)}, 13: &u32, 14: &u32,
	15: &number{4, &table}, 16: &u32, 17: showFunc(text), 19: &u8, 20: &structure{&ruleUIDRange}, 21: &number{1, &routeProto}, 22: &anySize{d.Func(showProtocol)},
	23: &structure{&rulePortRange}, 24: &structure{&rulePortRange}, 25: &u8, 26: &number{4, d.Func(showFlowLabel)}, 27: &number{4, d.Func(showFlowLabel)},
	28: &number{2, d.Hex32}, 29: &number{2, d.Hex32}, 30: &number{1, d.Hex32},
}}

// showTunnelID shows 8 bytes in the network's byte order.
func showTunnelID(c *d.Call, v uint64) {
	c.P.Wrap("htobe64")
	c.P.Uint(bits.ReverseBytes64(v))
	c.P.EndWrap()
}

var ruleUIDRange = d.Struct{Of: abi.Sizeof_fib_rule_uid_range, Fields: []*d.Field{
	{Name: "start", At: abi.Fib_rule_uid_range_start, Type: d.Uint},
	{Name: "end", At: abi.Fib_rule_uid_range_end, Type: d.Uint},
}}

var rulePortRange = d.Struct{Of: abi.Sizeof_fib_rule_port_range, Fields: []*d.Field{
	{Name: "start", At: abi.Fib_rule_port_range_start, Type: d.Uint},
	{Name: "end", At: abi.Fib_rule_port_range_end, Type: d.Uint},
}}
