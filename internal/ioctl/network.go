package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
)

// network are the commands of sockets and network interfaces (linux/sockios.h,
// netdevice(7)).
var network = [...]Arg{
	{Names: "SIOCGIFNAME", Split: &ifGetName},
	{Names: "SIOCGIFINDEX", Split: &ifGetIndex},
	{Names: "SIOCGIFFLAGS", Split: &ifGetFlags},
	{Names: "SIOCSIFFLAGS", In: d.Ptr{To: &ifSetFlags}},
	{Names: "SIOCGIFADDR", Split: &ifGetAddr},
	{Names: "SIOCSIFADDR", In: d.Ptr{To: &ifSetAddr}},
	{Names: "SIOCGIFDSTADDR", Split: &ifGetDstaddr},
	{Names: "SIOCSIFDSTADDR", In: d.Ptr{To: &ifSetDstaddr}},
	{Names: "SIOCGIFBRDADDR", Split: &ifGetBroadaddr},
	{Names: "SIOCSIFBRDADDR", In: d.Ptr{To: &ifSetBroadaddr}},
	{Names: "SIOCGIFNETMASK", Split: &ifGetNetmask},
	{Names: "SIOCSIFNETMASK", In: d.Ptr{To: &ifSetNetmask}},
	{Names: "SIOCGIFMETRIC", Split: &ifGetMetric},
	{Names: "SIOCSIFMETRIC", In: d.Ptr{To: &ifSetMetric}},
	{Names: "SIOCGIFMTU", Split: &ifGetMtu},
	{Names: "SIOCSIFMTU", In: d.Ptr{To: &ifSetMtu}},
	{Names: "SIOCGIFHWADDR", Split: &ifGetHwaddr},
	{Names: "SIOCSIFHWADDR SIOCADDMULTI SIOCDELMULTI SIOCSIFHWBROADCAST", In: d.Ptr{To: &ifSetHwaddr}},
	{Names: "SIOCGIFMAP", Split: &ifGetMap},
	{Names: "SIOCSIFMAP", In: d.Ptr{To: &ifSetMap}},
	{Names: "SIOCGIFTXQLEN", Split: &ifGetQlen},
	{Names: "SIOCSIFTXQLEN", In: d.Ptr{To: &ifSetQlen}},
	{Names: "SIOCGIFSLAVE", Split: &ifGetSlave},
	{Names: "SIOCSIFSLAVE", In: d.Ptr{To: &ifSetSlave}},
	{Names: "SIOCSIFNAME", In: d.Ptr{To: &ifSetName}},
	{Names: "SIOCBRADDIF SIOCBRDELIF", In: d.Ptr{To: &bridgePort}},
	{Names: "SIOCBRADDBR SIOCBRDELBR", In: d.StrN{Max: 16}},
	{Names: "SIOCGIFCONF", Split: ifConf{}},
	{Names: "SIOCDEVPRIVATE SIOCPROTOPRIVATE", In: d.Hex},
	{Names: "SIOCATMARK SIOCOUTQNSD SIOCGIFENCAP", Out: intCell},
	{Names: "SIOCSIFENCAP", In: intCell},
}

// A request for something of an interface shows its name, and the answer.

var ifName = &d.Field{Name: "ifr_name", At: abi.Ifreq_ifr_ifrn_ifrn_name, Type: d.Chars}

var ifGetFlags = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_flags", At: abi.Ifreq_ifr_ifru_ifru_flags, Type: d.Func(ifFlags)}}},
}

var ifSetFlags = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_flags", At: abi.Ifreq_ifr_ifru_ifru_flags, Type: d.Func(ifFlags)},
}}

var ifGetAddr = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_addr", At: abi.Ifreq_ifr_ifru_ifru_addr, Type: d.Func(showIfSockaddr)}}},
}

var ifSetAddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_addr", At: abi.Ifreq_ifr_ifru_ifru_addr, Type: d.Func(showIfSockaddr)},
}}

var ifGetDstaddr = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_dstaddr", At: abi.Ifreq_ifr_ifru_ifru_dstaddr, Type: d.Func(showIfSockaddr)}}},
}

var ifSetDstaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_dstaddr", At: abi.Ifreq_ifr_ifru_ifru_dstaddr, Type: d.Func(showIfSockaddr)},
}}

var ifGetBroadaddr = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_broadaddr", At: abi.Ifreq_ifr_ifru_ifru_broadaddr, Type: d.Func(showIfSockaddr)}}},
}

var ifSetBroadaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_broadaddr", At: abi.Ifreq_ifr_ifru_ifru_broadaddr, Type: d.Func(showIfSockaddr)},
}}

var ifGetNetmask = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_netmask", At: abi.Ifreq_ifr_ifru_ifru_netmask, Type: d.Func(showIfSockaddr)}}},
}

var ifSetNetmask = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_netmask", At: abi.Ifreq_ifr_ifru_ifru_netmask, Type: d.Func(showIfSockaddr)},
}}

var ifGetMetric = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_metric", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int}}},
}

var ifSetMetric = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_metric", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int},
}}

var ifGetMtu = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_mtu", At: abi.Ifreq_ifr_ifru_ifru_mtu, Type: d.Int}}},
}

var ifSetMtu = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_mtu", At: abi.Ifreq_ifr_ifru_ifru_mtu, Type: d.Int},
}}

var ifGetHwaddr = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_hwaddr", At: abi.Ifreq_ifr_ifru_ifru_hwaddr, Type: d.Embed{To: &hwaddr}}}},
}

var ifSetHwaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_hwaddr", At: abi.Ifreq_ifr_ifru_ifru_hwaddr, Type: d.Embed{To: &hwaddr}},
}}

var ifGetMap = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_map", At: abi.Ifreq_ifr_ifru_ifru_map, Type: d.Embed{To: &ifMap}}}},
}

var ifSetMap = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_map", At: abi.Ifreq_ifr_ifru_ifru_map, Type: d.Embed{To: &ifMap}},
}}

var ifGetQlen = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_qlen", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int}}},
}

var ifSetQlen = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_qlen", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int},
}}

var ifGetSlave = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_slave", At: abi.Ifreq_ifr_ifru_ifru_slave, Type: d.Chars}}},
}

var ifSetSlave = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_slave", At: abi.Ifreq_ifr_ifru_ifru_slave, Type: d.Chars},
}}

var ifGetIndex = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{ifName}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_ifindex", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int}}},
}

var ifSetName = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_newname", At: abi.Ifreq_ifr_ifru_ifru_newname, Type: d.Chars},
}}

var ifGetName = d.Split{
	In:  &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_ifindex", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int}}},
	Out: &d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{{Name: "ifr_name", At: abi.Ifreq_ifr_ifrn_ifrn_name, Type: d.Chars}}},
}

var bridgePort = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	{Name: "ifr_ifindex", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: sockaddr.IfIndex},
}}
