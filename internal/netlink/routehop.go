package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// metrics are those of a route (linux/rtnetlink.h).
var metrics = attrs{names: &xlat.RtaxType, as: []shower{
	1: &u32, 2: &u32, 3: &u32, 4: &u32, 5: &u32, 6: &u32, 7: &u32, 8: &u32, 9: &u32, 10: &u32, 11: &u32, 12: &u32, 13: &u32, 14: &u32, 15: &u32, 16: showFunc(text),
}}

var routeCacheinfo = d.Struct{Of: abi.Sizeof_rta_cacheinfo, Fields: []*d.Field{
	{Name: "rta_clntref", At: abi.Rta_cacheinfo_rta_clntref, Type: d.Uint},
	{Name: "rta_lastuse", At: abi.Rta_cacheinfo_rta_lastuse, Type: d.Uint},
	{Name: "rta_expires", At: abi.Rta_cacheinfo_rta_expires, Type: d.Uint},
	{Name: "rta_error", At: abi.Rta_cacheinfo_rta_error, Type: d.Uint},
	{Name: "rta_used", At: abi.Rta_cacheinfo_rta_used, Type: d.Uint},
	{Name: "rta_id", At: abi.Rta_cacheinfo_rta_id, Type: d.Hex32},
	{Name: "rta_ts", At: abi.Rta_cacheinfo_rta_ts, Type: d.Uint},
	{Name: "rta_tsage", At: abi.Rta_cacheinfo_rta_tsage, Type: d.Uint},
}}

var mfcStats = d.Struct{Of: abi.Sizeof_rta_mfc_stats, Fields: []*d.Field{
	{Name: "mfcs_packets", At: abi.Rta_mfc_stats_mfcs_packets, Type: d.Uint64},
	{Name: "mfcs_bytes", At: abi.Rta_mfc_stats_mfcs_bytes, Type: d.Uint64},
	{Name: "mfcs_wrong_if", At: abi.Rta_mfc_stats_mfcs_wrong_if, Type: d.Uint64},
}}

var rtnexthop = d.Struct{Of: abi.Sizeof_rtnexthop, Fields: []*d.Field{
	{Name: "rtnh_len", At: abi.Rtnexthop_rtnh_len, Type: d.Uint},
	{Name: "rtnh_flags", At: abi.Rtnexthop_rtnh_flags, Type: &d.Flags{&xlat.RtnhFlag}},
	{Name: "rtnh_hops", At: abi.Rtnexthop_rtnh_hops, Type: d.Uint},
	{Name: "rtnh_ifindex", At: abi.Rtnexthop_rtnh_ifindex, Type: sockaddr.IfIndex},
}}

// multipath are next hops of a route, each of which may have attributes behind it.
func multipath(c *d.Call, x *context, b []byte) bool {
	size := rtnexthop.Size(c.ABI)
	if len(b) < size {
		return false
	}
	several := int(loadInt(b[:2])) < len(b)
	if several {
		c.P.Array()
	}
	for len(b) > 0 {
		if several {
			c.P.Elem()
		}
		// The last may go on behind the attribute: the reference shows what is there.
		hop := b
		if len(b) < size {
			addr, ok := x.end-uint64(cap(b)), false
			if hop, ok = c.Fetch(addr, size); !ok {
				c.P.Addr(addr)
				break
			}
		}
		n := min(int(loadInt(hop[:2])), len(b))
		if n > size {
			c.P.Array()
			c.P.Elem()
		}
		c.ShowAt(&rtnexthop, hop[:size], 0)
		if n > size {
			c.P.Elem()
			showAttrs(c, x.attrs, x, b[size:n])
			c.P.EndArray()
		}
		if n == 0 {
			break
		}
		b = b[min(align(n), len(b)):]
	}
	if several {
		c.P.EndArray()
	}
	return true
}

// via is a gateway of another family (struct rtvia).
func via(c *d.Call, _ *context, b []byte) bool {
	const size, inet, inet6 = 2, 2, 10
	if len(b) < size {
		return false
	}
	af := loadInt(b[:size])
	c.P.Struct()
	c.P.Field("rtvia_family")
	family.Show(c, af)
	if b = b[size:]; len(b) > 0 {
		switch {
		case af == inet && len(b) >= 4:
			c.P.Field("rtvia_addr")
			sockaddr.ShowInet4(c, b[:4])
		case af == inet6 && len(b) >= 16 && c.P.Converting():
			c.P.FieldKey("rtvia_addr")
			sockaddr.ShowInet6(c, b[:16], "rtvia_addr")
		case af == inet6 && len(b) >= 16:
			c.P.Field("rtvia_addr")
			sockaddr.ShowInet6(c, b[:16], "")
		default:
			c.P.Field("rtvia_addr")
			rawBytes(c, b)
		}
	}
	c.P.EndStruct()
	return true
}
