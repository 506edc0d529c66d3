package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// controller is the family of NETLINK_GENERIC that tells of the others (linux/genetlink.h).
const controller = 0x10

// showGenericFamily shows the type of a message, which is the number that the
// kernel gave to a family.
func showGenericFamily(c *d.Call, kind uint16) {
	name := []byte(nil)
	if c.GenericFamily != nil {
		name = c.GenericFamily(kind)
	}
	c.P.NamedBytes(uint64(kind), name, "GENERIC_FAMILY_???")
}

var genlmsghdr = d.Struct{Of: abi.Sizeof_genlmsghdr, Fields: []*d.Field{
	{Name: "cmd", At: abi.Genlmsghdr_cmd, Type: d.Hex32},
	{Name: "version", At: abi.Genlmsghdr_version, Type: d.Uint},
	{Name: "reserved", At: abi.Genlmsghdr_reserved, Type: d.Hex32, If: d.Nonzero},
}}

var ctrlHdr = d.Struct{Of: abi.Sizeof_genlmsghdr, Fields: []*d.Field{
	{Name: "cmd", At: abi.Genlmsghdr_cmd, Type: &d.Enum{Of: &xlat.CtrlCmd}},
	{Name: "version", At: abi.Genlmsghdr_version, Type: d.Uint},
	{Name: "reserved", At: abi.Genlmsghdr_reserved, Type: d.Hex32, If: d.Nonzero},
}}

func showGeneric(c *d.Call, h *header, b []byte) {
	head, t := &genlmsghdr, &unknownAttrs
	if h.kind == controller {
		head, t = &ctrlHdr, &ctrlAttrs
	}
	size := head.Size(c.ABI)
	if len(b) < size {
		rawBytes(c, b)
		return
	}
	c.ShowAt(head, b[:size], 0)
	showBehind(c, t, &context{}, b, size)
}

// ctrlAttrs are those of a family.
var ctrlAttrs = attrs{names: &xlat.CtrlAttr, as: []shower{
	1: &number{2, d.Hex32}, 2: showFunc(text), 3: &u32, 4: &u32, 5: &u32, 6: &nested{&ctrlOps}, 7: &nested{&ctrlGroups},
	8: &nested{&ctrlPolicies}, 9: &nested{&ctrlOpPolicies}, 10: &u32,
}}

var (
	ctrlOps    = attrs{each: &nested{&ctrlOp}}
	ctrlOp     = attrs{names: &xlat.CtrlOp, as: []shower{1: &span{4, 8, &d.Enum{Of: &xlat.CtrlCmd}}, 2: &span{4, 8, &d.Flags{&xlat.GenlFlag}}}}
	ctrlGroups = attrs{each: &nested{&ctrlGroup}}
	ctrlGroup  = attrs{names: &xlat.CtrlMcastGroup, as: []shower{1: showFunc(text), 2: &x32}}

	ctrlPolicies   = attrs{each: &nested{&ctrlPolicy}}
	ctrlPolicy     = attrs{each: &nested{&policyAttrs}}
	ctrlOpPolicies = attrs{each: &nested{&ctrlOpPolicy}}
	ctrlOpPolicy   = attrs{names: &xlat.CtrlPolicy, as: []shower{1: &u32, 2: &u32}}
)

// policyAttrs say what values an attribute may have.
var policyAttrs = attrs{names: &xlat.NlPolicyType, as: []shower{
	1: &span{4, 8, &d.Enum{Of: &xlat.NlAttrType}}, 2: &s64, 3: &s64, 4: &u64, 5: &u64, 6: &u32, 7: &u32, 8: &x32, 9: &x32, 10: &x32, 12: &x64,
}}

var s64 = number{8, d.Int64}
