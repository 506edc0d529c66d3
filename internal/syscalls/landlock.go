package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Landlock, see landlock(7) and linux/landlock.h.

var landlockCreateRuleset = d.Syscall{Name: "landlock_create_ruleset",
	Ret: d.Func(rulesetMade),
	Params: []*d.Param{
		{Name: "attr", Type: rulesetPointer{}},
		{Name: "size", Type: d.Ulong},
		{Name: "flags", Type: &d.Flags{&xlat.LandlockCreateFlag}},
	}}

// rulesetMade shows a descriptor, or, if a flag asks for it, a version or a set of errata.
func rulesetMade(c *d.Call, v uint64) {
	const version, errata = 1, 2 // LANDLOCK_CREATE_RULESET_*, linux/landlock.h
	if c.Args[2]&(version|errata) != 0 {
		d.Int.Show(c, v)
		return
	}
	d.FD.Show(c, v)
}

var (
	landlockFS    = d.Flags64{&xlat.LandlockFS}
	landlockNet   = d.Flags64{&xlat.LandlockNet}
	landlockScope = d.Flags64{&xlat.LandlockScope}
)

// rulesetPointer shows the members that begin within the size that the program
// says.
type rulesetPointer struct{}

// Show implements decode.Type.
func (rulesetPointer) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	size := c.Word(c.Args[1])
	if size < 8 {
		c.P.Addr(v)
		return
	}
	c.ShowSized(v, size, &landlockRuleset)
}

// Plan implements decode.Planned.
func (rulesetPointer) Plan(p *d.Planner, from d.Expr) { p.Object(from, &landlockRuleset, 0) }

var landlockRuleset = d.Struct{Of: abi.Sizeof_landlock_ruleset_attr, Fields: []*d.Field{
	{Name: "handled_access_fs", At: abi.Landlock_ruleset_attr_handled_access_fs, Type: &landlockFS},
	{Name: "handled_access_net", At: abi.Landlock_ruleset_attr_handled_access_net, Type: &landlockNet},
	{Name: "scoped", At: abi.Landlock_ruleset_attr_scoped, Type: &landlockScope},
	{Name: "quiet_access_fs", At: abi.Landlock_ruleset_attr_quiet_access_fs, Type: &landlockFS},
	{Name: "quiet_access_net", At: abi.Landlock_ruleset_attr_quiet_access_net, Type: &landlockNet},
	{Name: "quiet_scoped", At: abi.Landlock_ruleset_attr_quiet_scoped, Type: &landlockScope},
}}

var landlockAddRule = d.Syscall{Name: "landlock_add_rule", Params: []*d.Param{
	{Name: "ruleset_fd", Type: d.FD},
	{Name: "rule_type", Type: &d.Enum{Of: &xlat.LandlockRule}},
	{Name: "rule_attr", Type: &d.Switch{On: d.Arg1, Else: d.Addr, Case: []d.Case{
		{Val: 1, Type: d.Ptr{To: &landlockPath}}, // LANDLOCK_RULE_PATH_BENEATH
		{Val: 2, Type: d.Ptr{To: &landlockPort}}, // LANDLOCK_RULE_NET_PORT
	}}},
	{Name: "flags", Type: &d.Flags{&xlat.LandlockAddFlag}},
}}

var landlockPath = d.Struct{Of: abi.Sizeof_landlock_path_beneath_attr, Fields: []*d.Field{
	{Name: "allowed_access", At: abi.Landlock_path_beneath_attr_allowed_access, Type: &landlockFS},
	{Name: "parent_fd", At: abi.Landlock_path_beneath_attr_parent_fd, Type: d.FD},
}}

var landlockPort = d.Struct{Of: abi.Sizeof_landlock_net_port_attr, Fields: []*d.Field{
	{Name: "allowed_access", At: abi.Landlock_net_port_attr_allowed_access, Type: &landlockNet},
	{Name: "port", At: abi.Landlock_net_port_attr_port, Type: d.Uint64},
}}

var landlockRestrictSelf = d.Syscall{Name: "landlock_restrict_self", Params: []*d.Param{
	{Name: "ruleset_fd", Type: d.FD},
	{Name: "flags", Type: d.Hex32},
}}
