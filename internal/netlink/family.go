package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// familyAttrs are the attributes of IFLA_AF_SPEC: one an address family, of
// attributes that this has.
var familyAttrs = attrs{names: &xlat.AF, as: []shower{2: &nested{&inetAttrs}, 10: &nested{&inet6Attrs}}}

var inetAttrs = attrs{names: &xlat.InetAttr, as: []shower{1: &indexed{&xlat.Ipv4Devconf, 1, 4, d.Int}}}

var inet6Attrs = attrs{names: &xlat.Inet6Attr, as: []shower{
	1: &span{4, 8, &d.Flags{&xlat.Inet6Flag}}, 2: &indexed{&xlat.Ipv6Devconf, 0, 4, d.Int}, 3: &indexed{&xlat.IpMib, 0, 8, d.Uint64},
	5: &structure{&linkCacheinfo}, 6: &indexed{&xlat.Icmp6Mib, 0, 8, d.Uint64}, 7: showFunc(token),
	8: &span{1, 8, &d.Enum{Of: &xlat.In6AddrGenMode}}, 9: &u32,
}}

func token(c *d.Call, _ *context, b []byte) bool {
	if len(b) < 16 {
		return false
	}
	sockaddr.ShowInet6(c, b[:16], "")
	return true
}

// linkCacheinfo is struct ifla_cacheinfo: what AF_INET6 knows of a link.
var linkCacheinfo = d.Struct{Of: abi.Sizeof_ifla_cacheinfo, Fields: []*d.Field{
	{Name: "max_reasm_len", At: abi.Ifla_cacheinfo_max_reasm_len, Type: d.Uint},
	{Name: "tstamp", At: abi.Ifla_cacheinfo_tstamp, Type: d.Uint},
	{Name: "reachable_time", At: abi.Ifla_cacheinfo_reachable_time, Type: d.Uint},
	{Name: "retrans_time", At: abi.Ifla_cacheinfo_retrans_time, Type: d.Uint},
}}

var xdpAttrs = attrs{names: &xlat.XdpAttr, as: []shower{
	1: &number{4, d.FD}, 2: &span{1, 8, &d.Enum{Of: &xlat.XdpAttached}}, 3: &number{4, &d.Flags{&xlat.XdpLinkFlag}}, 4: &u32, 5: &u32, 6: &u32, 7: &u32, 8: &number{4, d.FD},
}}

// indexed is an array of integers of size bytes, shown by the names of their
// indices, which count from first: [[DEVCONF_FORWARDING]=0, ...]. JSON has the numbers.
type indexed struct {
	names *xlat.Table
	first uint64
	size  int
	as    d.Type
}

func (t *indexed) show(c *d.Call, _ *context, b []byte) bool {
	if len(b) < t.size {
		return false
	}
	c.P.Array()
	for i := 0; len(b) >= t.size; i, b = i+1, b[t.size:] {
		if c.Abbrev && i >= c.P.StrLen {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		c.P.Index(uint64(i), t.first, t.names)
		t.as.Show(c, loadInt(b[:t.size]))
	}
	c.P.EndArray()
	return true
}
