package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// nhmsg is what a message about next hops begins with (linux/nexthop.h).
var nhmsg = d.Struct{Of: abi.Sizeof_nhmsg, Fields: []*d.Field{
	{Name: "nh_family", At: abi.Nhmsg_nh_family, Type: &family},
	{Name: "nh_scope", At: abi.Nhmsg_nh_scope, Type: &scope},
	{Name: "nh_protocol", At: abi.Nhmsg_nh_protocol, Type: &routeProto},
	{Name: "resvd", At: abi.Nhmsg_resvd, Type: d.Hex32, If: d.Nonzero},
	{Name: "nh_flags", At: abi.Nhmsg_nh_flags, Type: &d.Flags{&xlat.RtnhFlag}},
}}

var nexthopAttrs = attrs{names: &xlat.NhaType, as: []shower{
	1: &u32, 2: &objects{&nexthopGrp}, 3: &span{2, 8, &d.Enum{Of: &xlat.NexthopGrpType}}, 4: &u32, 5: &interfaceIndex, 6: showFunc(address),
	7: &number{2, &d.Enum{Of: &xlat.LwtEncap}}, 9: &u32, 10: &interfaceIndex, 11: &u32, 12: &nested{&nexthopResGroup}, 13: &nested{&nexthopResBucket},
}}

var nexthopGrp = d.Struct{Of: abi.Sizeof_nexthop_grp, Fields: []*d.Field{
	{Name: "id", At: abi.Nexthop_grp_id, Type: d.Uint},
	{Name: "weight", At: abi.Nexthop_grp_weight, Type: d.Uint},
	{Name: "weight_high", At: abi.Nexthop_grp_weight_high, Type: d.Uint},
	{Name: "resvd2", At: abi.Nexthop_grp_resvd2, Type: d.Hex32, If: d.Nonzero},
}}

var nexthopResGroup = attrs{names: &xlat.NhaResGroup, as: []shower{1: &u16, 2: &centiseconds, 3: &centiseconds, 4: &centiseconds}}

var nexthopResBucket = attrs{names: &xlat.NhaResBucket, as: []shower{1: &u16, 2: &centiseconds, 3: &u32}}
