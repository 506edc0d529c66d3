package netlink

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// vfInfoList are the virtual functions of a device (linux/if_link.h).
var vfInfoList = attrs{names: &xlat.IflaVFInfo, as: []shower{1: &nested{&vfInfo}}}

var vfInfo = attrs{names: &xlat.IflaVF, as: []shower{
	1: &structure{&vfMac}, 2: &structure{&vfVlan}, 3: &structure{&vfTxRate}, 4: &structure{&vfSetting}, 5: &structure{&vfLinkState}, 6: &structure{&vfRate},
	7: &structure{&vfSetting}, 8: &nested{&vfStats}, 9: &structure{&vfSetting}, 10: showFunc(vfGUID), 11: showFunc(vfGUID),
	12: &nested{&vfVlanList}, 13: &structure{&vfBroadcast},
}}

var vfStats = attrs{names: &xlat.IflaVFStats, as: []shower{0: &u64, 1: &u64, 2: &u64, 3: &u64, 4: &u64, 5: &u64, 7: &u64, 8: &u64}}

var vfVlanList = attrs{names: &xlat.IflaVFVlanInfo, as: []shower{1: &structure{&vfVlanInfo}}}

var vfMac = d.Struct{Of: abi.Sizeof_ifla_vf_mac, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_mac_vf, Type: d.Uint},
	{Name: "mac", At: abi.Ifla_vf_mac_mac, Type: sockaddr.HWAddr},
}}

var vfBroadcast = d.Struct{Of: abi.Sizeof_ifla_vf_broadcast, Fields: []*d.Field{
	{Name: "broadcast", At: abi.Ifla_vf_broadcast_broadcast, Type: sockaddr.HWAddr},
}}

var vfVlan = d.Struct{Of: abi.Sizeof_ifla_vf_vlan, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_vlan_vf, Type: d.Uint},
	{Name: "vlan", At: abi.Ifla_vf_vlan_vlan, Type: d.Uint},
	{Name: "qos", At: abi.Ifla_vf_vlan_qos, Type: d.Uint},
}}

var vfVlanInfo = d.Struct{Of: abi.Sizeof_ifla_vf_vlan_info, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_vlan_info_vf, Type: d.Uint},
	{Name: "vlan", At: abi.Ifla_vf_vlan_info_vlan, Type: d.Uint},
	{Name: "qos", At: abi.Ifla_vf_vlan_info_qos, Type: d.Uint},
	{Name: "vlan_proto", At: abi.Ifla_vf_vlan_info_vlan_proto, Type: d.Func(showEtherType)},
}}

var vfTxRate = d.Struct{Of: abi.Sizeof_ifla_vf_tx_rate, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_tx_rate_vf, Type: d.Uint},
	{Name: "rate", At: abi.Ifla_vf_tx_rate_rate, Type: d.Uint},
}}

var vfRate = d.Struct{Of: abi.Sizeof_ifla_vf_rate, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_rate_vf, Type: d.Uint},
	{Name: "min_tx_rate", At: abi.Ifla_vf_rate_min_tx_rate, Type: d.Uint},
	{Name: "max_tx_rate", At: abi.Ifla_vf_rate_max_tx_rate, Type: d.Uint},
}}

var vfSetting = d.Struct{Of: abi.Sizeof_ifla_vf_spoofchk, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_spoofchk_vf, Type: d.Uint},
	{Name: "setting", At: abi.Ifla_vf_spoofchk_setting, Type: d.Uint},
}}

var vfLinkState = d.Struct{Of: abi.Sizeof_ifla_vf_link_state, Fields: []*d.Field{
	{Name: "vf", At: abi.Ifla_vf_link_state_vf, Type: d.Uint},
	{Name: "link_state", At: abi.Ifla_vf_link_state_link_state, Type: &d.Enum{Of: &xlat.IflaVFLinkState}},
}}

// vfGUID is struct ifla_vf_guid, of any ABI: one aligns the id, another doesn't.
func vfGUID(c *d.Call, _ *context, b []byte) bool {
	const aligned, unaligned, guid = 16, 12, 8
	if len(b) != aligned && len(b) != unaligned {
		return false
	}
	c.P.Struct()
	c.P.Field("vf")
	c.P.Uint(loadInt(b[:4]))
	c.P.Field("guid")
	c.P.Hex(loadInt(b[len(b)-guid:]))
	c.P.EndStruct()
	return true
}

// vfPorts are those of IFLA_VF_PORTS, portAttrs those of one of them and of IFLA_PORT_SELF.
var (
	vfPorts   = attrs{names: &xlat.IflaVFPort, as: []shower{1: &nested{&portAttrs}}}
	portAttrs = attrs{names: &xlat.IflaPort, as: []shower{1: &u32, 2: showFunc(text), 3: &structure{&portVsi}, 6: &u8, 7: &u16}}
)

var portVsi = d.Struct{Of: abi.Sizeof_ifla_port_vsi, Fields: []*d.Field{
	{Name: "vsi_mgr_id", At: abi.Ifla_port_vsi_vsi_mgr_id, Type: d.Uint},
	{Name: "vsi_type_id", At: abi.Ifla_port_vsi_vsi_type_id, Type: d.Func(showMemberBytes)},
	{Name: "vsi_type_version", At: abi.Ifla_port_vsi_vsi_type_version, Type: d.Uint},
	{Name: "pad", At: abi.Ifla_port_vsi_pad, Type: d.Func(showMemberBytes), If: d.Nonzero},
}}
