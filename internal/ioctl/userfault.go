package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// userfault are the commands of userfaultfd(2) (linux/userfaultfd.h). The last
// member of each structure is the answer.
var userfault = [...]Arg{
	{Names: "UFFDIO_API", Split: &uffdAPI},
	{Names: "UFFDIO_REGISTER", Split: &uffdRegister},
	{Names: "UFFDIO_UNREGISTER UFFDIO_WAKE", In: d.Ptr{To: &uffdRange}},
	{Names: "UFFDIO_ZEROPAGE", Split: &uffdZero},
	{Names: "UFFDIO_COPY", Split: &uffdCopy},
	{Names: "UFFDIO_WRITEPROTECT", In: d.Ptr{To: &uffdProtect}},
	{Names: "UFFDIO_CONTINUE", Split: &uffdContinue},
	{Names: "UFFDIO_POISON", Split: &uffdPoison},
}

// uffdAPI is struct uffdio_api with the features that were asked for: the call
// puts those that there are in their place.
var uffdAPI = d.Split{
	In: &d.Struct{Of: abi.Sizeof_uffdio_api, Fields: []*d.Field{
		{Name: "api", At: abi.Uffdio_api_api, Type: d.Hex64},
	}},
	Change: &d.Field{Name: "features", At: abi.Uffdio_api_features, Type: &d.Flags64{&xlat.UffdFeature}},
	Again:  true,
	Out: &d.Struct{Of: abi.Sizeof_uffdio_api, Fields: []*d.Field{
		{Name: "ioctls", At: abi.Uffdio_api_ioctls, Type: &d.Flags64{&xlat.UffdIoctl}},
	}},
}

var uffdRange = d.Struct{Of: abi.Sizeof_uffdio_range, Fields: []*d.Field{
	{Name: "start", At: abi.Uffdio_range_start, Type: d.Hex64},
	{Name: "len", At: abi.Uffdio_range_len, Type: d.Hex64},
}}

var uffdRegister = d.Split{
	In: &d.Struct{Of: abi.Sizeof_uffdio_register, Fields: []*d.Field{
		{Name: "range", At: abi.Uffdio_register_range, Type: d.Embed{To: &uffdRange}},
		{Name: "mode", At: abi.Uffdio_register_mode, Type: &d.Flags64{&xlat.UffdRegisterMode}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_uffdio_register, Fields: []*d.Field{
		{Name: "ioctls", At: abi.Uffdio_register_ioctls, Type: &d.Flags64{&xlat.UffdRangeIoctl}},
	}},
}

var uffdZero = d.Split{
	In: &d.Struct{Of: abi.Sizeof_uffdio_zeropage, Fields: []*d.Field{
		{Name: "range", At: abi.Uffdio_zeropage_range, Type: d.Embed{To: &uffdRange}},
		{Name: "mode", At: abi.Uffdio_zeropage_mode, Type: &d.Flags64{&xlat.UffdZeroMode}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_uffdio_zeropage, Fields: []*d.Field{
		{Name: "zeropage", At: abi.Uffdio_zeropage_zeropage, Type: d.Hex64},
	}},
}

var uffdCopy = d.Split{
	In: &d.Struct{Of: abi.Sizeof_uffdio_copy, Fields: []*d.Field{
		{Name: "dst", At: abi.Uffdio_copy_dst, Type: d.Hex64},
		{Name: "src", At: abi.Uffdio_copy_src, Type: d.Hex64},
		{Name: "len", At: abi.Uffdio_copy_len, Type: d.Hex64},
		{Name: "mode", At: abi.Uffdio_copy_mode, Type: &d.Flags64{&xlat.UffdCopyMode}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_uffdio_copy, Fields: []*d.Field{
		{Name: "copy", At: abi.Uffdio_copy_copy, Type: d.Hex64},
	}},
}

var uffdProtect = d.Struct{Of: abi.Sizeof_uffdio_writeprotect, Fields: []*d.Field{
	{Name: "range", At: abi.Uffdio_writeprotect_range, Type: d.Embed{To: &uffdRange}},
	{Name: "mode", At: abi.Uffdio_writeprotect_mode, Type: &d.Flags64{&xlat.UffdProtectMode}},
}}

var uffdContinue = d.Split{
	In: &d.Struct{Of: abi.Sizeof_uffdio_continue, Fields: []*d.Field{
		{Name: "range", At: abi.Uffdio_continue_range, Type: d.Embed{To: &uffdRange}},
		{Name: "mode", At: abi.Uffdio_continue_mode, Type: &d.Flags64{&xlat.UffdContinueMode}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_uffdio_continue, Fields: []*d.Field{
		{Name: "mapped", At: abi.Uffdio_continue_mapped, Type: d.Uint64},
	}},
}

var uffdPoison = d.Split{
	In: &d.Struct{Of: abi.Sizeof_uffdio_poison, Fields: []*d.Field{
		{Name: "range", At: abi.Uffdio_poison_range, Type: d.Embed{To: &uffdRange}},
		{Name: "mode", At: abi.Uffdio_poison_mode, Type: &d.Flags64{&xlat.UffdPoisonMode}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_uffdio_poison, Fields: []*d.Field{
		{Name: "updated", At: abi.Uffdio_poison_updated, Type: d.Uint64},
	}},
}

// udmabufs are the commands of buffers in memory for devices (linux/udmabuf.h).
var udmabufs = [...]Arg{
	{Names: "UDMABUF_CREATE", In: d.Ptr{To: &udmabuf}, Ret: d.FD},
	{Names: "UDMABUF_CREATE_LIST", In: d.Ptr{To: &udmabufList}, Ret: d.FD},
}

var udmabufFlags = d.Flags{&xlat.UdmabufFlag}

var udmabuf = d.Struct{Of: abi.Sizeof_udmabuf_create, Fields: []*d.Field{
	{Name: "memfd", At: abi.Udmabuf_create_memfd, Type: d.FD},
	{Name: "flags", At: abi.Udmabuf_create_flags, Type: &udmabufFlags},
	{Name: "offset", At: abi.Udmabuf_create_offset, Type: d.Uint64},
	{Name: "size", At: abi.Udmabuf_create_size, Type: d.Uint64},
}}

var udmabufList = d.Struct{Of: abi.Sizeof_udmabuf_create_list, Fields: []*d.Field{
	{Name: "flags", At: abi.Udmabuf_create_list_flags, Type: &udmabufFlags},
	{Name: "count", At: abi.Udmabuf_create_list_count, Type: d.Uint},
	{Name: "list", At: abi.Udmabuf_create_list_list, Type: d.Trailing{Array: d.Array{Of: &udmabufItem, N: d.M + d.Expr(abi.Udmabuf_create_list_count)}}},
}}

var udmabufItem = d.Struct{Of: abi.Sizeof_udmabuf_create_item, Fields: []*d.Field{
	{Name: "memfd", At: abi.Udmabuf_create_item_memfd, Type: d.FD},
	{Name: "offset", At: abi.Udmabuf_create_item_offset, Type: d.Uint64},
	{Name: "size", At: abi.Udmabuf_create_item_size, Type: d.Uint64},
}}
