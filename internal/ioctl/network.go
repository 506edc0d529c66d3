package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// network are the commands of sockets and network interfaces (linux/sockios.h,
// netdevice(7)).
var network = [...]Arg{
	{Names: "SIOCGIFNAME", Late: d.Ptr{To: &ifGetName}},
	{Names: "SIOCGIFINDEX", Late: d.Ptr{To: &ifGetIndex}},
	{Names: "SIOCGIFFLAGS", Late: d.Ptr{To: &ifGetFlags}},
	{Names: "SIOCSIFFLAGS", In: d.Ptr{To: &ifSetFlags}},
	{Names: "SIOCGIFADDR", Late: d.Ptr{To: &ifGetAddr}},
	{Names: "SIOCSIFADDR", In: d.Ptr{To: &ifSetAddr}},
	{Names: "SIOCGIFDSTADDR", Late: d.Ptr{To: &ifGetDstaddr}},
	{Names: "SIOCSIFDSTADDR", In: d.Ptr{To: &ifSetDstaddr}},
	{Names: "SIOCGIFBRDADDR", Late: d.Ptr{To: &ifGetBroadaddr}},
	{Names: "SIOCSIFBRDADDR", In: d.Ptr{To: &ifSetBroadaddr}},
	{Names: "SIOCGIFNETMASK", Late: d.Ptr{To: &ifGetNetmask}},
	{Names: "SIOCSIFNETMASK", In: d.Ptr{To: &ifSetNetmask}},
	{Names: "SIOCGIFMETRIC", Late: d.Ptr{To: &ifGetMetric}},
	{Names: "SIOCSIFMETRIC", In: d.Ptr{To: &ifSetMetric}},
	{Names: "SIOCGIFMTU", Late: d.Ptr{To: &ifGetMtu}},
	{Names: "SIOCSIFMTU", In: d.Ptr{To: &ifSetMtu}},
	{Names: "SIOCGIFHWADDR", Late: d.Ptr{To: &ifGetHwaddr}},
	{Names: "SIOCSIFHWADDR SIOCADDMULTI SIOCDELMULTI SIOCSIFHWBROADCAST", In: d.Ptr{To: &ifSetHwaddr}},
	{Names: "SIOCGIFMAP", Late: d.Ptr{To: &ifGetMap}},
	{Names: "SIOCSIFMAP", In: d.Ptr{To: &ifSetMap}},
	{Names: "SIOCGIFTXQLEN", Late: d.Ptr{To: &ifGetQlen}},
	{Names: "SIOCSIFTXQLEN", In: d.Ptr{To: &ifSetQlen}},
	{Names: "SIOCGIFSLAVE", Late: d.Ptr{To: &ifGetSlave}},
	{Names: "SIOCSIFSLAVE", In: d.Ptr{To: &ifSetSlave}},
	{Names: "SIOCSIFNAME", In: d.Ptr{To: &ifSetName}},
	{Names: "SIOCBRADDIF SIOCBRDELIF", In: d.Ptr{To: &bridgePort}},
	{Names: "SIOCBRADDBR SIOCBRDELBR", In: d.Str},
	{Names: "SIOCGIFCONF", Late: ifConf{}},
	{Names: "SIOCATMARK SIOCOUTQNSD SIOCGIFENCAP", Out: intCell},
	{Names: "SIOCSIFENCAP", In: intCell},
}

// A request for something of an interface shows its name, and the answer.

var ifName = &d.Field{Name: "ifr_name", At: abi.Ifreq_ifr_ifrn_ifrn_name, Type: d.Chars}

var ifGetFlags = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_flags", At: abi.Ifreq_ifr_ifru_ifru_flags, Type: d.Func(ifFlags), If: succeeded},
}}

var ifSetFlags = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_flags", At: abi.Ifreq_ifr_ifru_ifru_flags, Type: d.Func(ifFlags)},
}}

var ifGetAddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_addr", At: abi.Ifreq_ifr_ifru_ifru_addr, Type: d.Func(showIfSockaddr), If: succeeded},
}}

var ifSetAddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_addr", At: abi.Ifreq_ifr_ifru_ifru_addr, Type: d.Func(showIfSockaddr)},
}}

var ifGetDstaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_dstaddr", At: abi.Ifreq_ifr_ifru_ifru_dstaddr, Type: d.Func(showIfSockaddr), If: succeeded},
}}

var ifSetDstaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_dstaddr", At: abi.Ifreq_ifr_ifru_ifru_dstaddr, Type: d.Func(showIfSockaddr)},
}}

var ifGetBroadaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_broadaddr", At: abi.Ifreq_ifr_ifru_ifru_broadaddr, Type: d.Func(showIfSockaddr), If: succeeded},
}}

var ifSetBroadaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_broadaddr", At: abi.Ifreq_ifr_ifru_ifru_broadaddr, Type: d.Func(showIfSockaddr)},
}}

var ifGetNetmask = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_netmask", At: abi.Ifreq_ifr_ifru_ifru_netmask, Type: d.Func(showIfSockaddr), If: succeeded},
}}

var ifSetNetmask = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_netmask", At: abi.Ifreq_ifr_ifru_ifru_netmask, Type: d.Func(showIfSockaddr)},
}}

var ifGetMetric = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_metric", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int, If: succeeded},
}}

var ifSetMetric = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_metric", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int},
}}

var ifGetMtu = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_mtu", At: abi.Ifreq_ifr_ifru_ifru_mtu, Type: d.Int, If: succeeded},
}}

var ifSetMtu = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_mtu", At: abi.Ifreq_ifr_ifru_ifru_mtu, Type: d.Int},
}}

var ifGetHwaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_hwaddr", At: abi.Ifreq_ifr_ifru_ifru_hwaddr, Type: d.Embed{To: &hwaddr}, If: succeeded},
}}

var ifSetHwaddr = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_hwaddr", At: abi.Ifreq_ifr_ifru_ifru_hwaddr, Type: d.Embed{To: &hwaddr}},
}}

var ifGetMap = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_map", At: abi.Ifreq_ifr_ifru_ifru_map, Type: d.Embed{To: &ifMap}, If: succeeded},
}}

var ifSetMap = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_map", At: abi.Ifreq_ifr_ifru_ifru_map, Type: d.Embed{To: &ifMap}},
}}

var ifGetQlen = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_qlen", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int, If: succeeded},
}}

var ifSetQlen = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_qlen", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int},
}}

var ifGetSlave = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_slave", At: abi.Ifreq_ifr_ifru_ifru_slave, Type: d.Chars, If: succeeded},
}}

var ifSetSlave = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_slave", At: abi.Ifreq_ifr_ifru_ifru_slave, Type: d.Chars},
}}

var ifGetIndex = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_ifindex", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int, If: succeeded},
}}

var ifSetName = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	ifName, {Name: "ifr_newname", At: abi.Ifreq_ifr_ifru_ifru_newname, Type: d.Chars},
}}

var ifGetName = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	{Name: "ifr_ifindex", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int},
	{Name: "ifr_name", At: abi.Ifreq_ifr_ifrn_ifrn_name, Type: d.Chars, If: succeeded},
}}

var bridgePort = d.Struct{Of: abi.Sizeof_ifreq, Fields: []*d.Field{
	{Name: "ifr_ifindex", At: abi.Ifreq_ifr_ifru_ifru_ivalue, Type: d.Int},
}}
