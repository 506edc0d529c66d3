package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// listns tells of namespaces (linux/nsfs.h).
var listns = d.Syscall{Name: "listns", Params: []*d.Param{
	{Name: "req", Type: selfSized{of: &nsReq}},
	{Name: "ns_ids", Type: idsFound{}, At: d.Exit},
	{Name: "nr_ns_ids", Type: d.Ulong},
	{Name: "flags", Type: d.Hex32},
}}

var nsReq = d.Struct{Of: abi.Sizeof_ns_id_req, Fields: []*d.Field{
	{Name: "size", At: abi.Ns_id_req_size, Type: d.Uint},
	{Name: "spare", At: abi.Ns_id_req_spare, Type: d.Hex32, If: d.Nonzero},
	{Name: "ns_id", At: abi.Ns_id_req_ns_id, Type: d.Hex64},
	{Name: "ns_type", At: abi.Ns_id_req_ns_type, Type: &d.Flags{&xlat.NsType}},
	{Name: "spare2", At: abi.Ns_id_req_spare2, Type: d.Hex32, If: d.Nonzero},
	{Name: "user_ns_id", At: abi.Ns_id_req_user_ns_id, Type: d.Func(showNsUser)},
}}

// showNsUser shows the id of a user namespace, in 64 bits on every ABI.
func showNsUser(c *d.Call, v uint64) { c.P.Symbol(v, &xlat.NsUser, show.Hexadecimal) }
