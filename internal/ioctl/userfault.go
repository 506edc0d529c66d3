package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// userfault are the commands of userfaultfd(2) (linux/userfaultfd.h). The last
// member of each structure is the answer.
var userfault = [...]Arg{
	{Names: "UFFDIO_API", Late: uffdAPI{}},
	{Names: "UFFDIO_REGISTER", Late: d.Ptr{To: &uffdRegister}},
	{Names: "UFFDIO_UNREGISTER UFFDIO_WAKE", In: d.Ptr{To: &uffdRange}},
	{Names: "UFFDIO_ZEROPAGE", Late: d.Ptr{To: &uffdZero}},
	{Names: "UFFDIO_COPY", Late: d.Ptr{To: &uffdCopy}},
	{Names: "UFFDIO_WRITEPROTECT", In: d.Ptr{To: &uffdProtect}},
	{Names: "UFFDIO_CONTINUE", Late: d.Ptr{To: &uffdContinue}},
	{Names: "UFFDIO_POISON", Late: d.Ptr{To: &uffdPoison}},
}

// uffdAPI shows struct uffdio_api with the features that were asked for: the
// call puts those that there are in their place.
type uffdAPI struct{}

// Save implements decode.Saver.
func (uffdAPI) Save(c *d.Call, v uint64) {
	b, ok := c.Fetch(c.Word(v), int(c.ABI.Members[abi.Sizeof_uffdio_api].Size))
	if !ok {
		return
	}
	features, _ := c.ABI.Load(b, abi.Uffdio_api_features)
	c.Keep(features)
}

// Show implements decode.Type.
func (uffdAPI) Show(c *d.Call, v uint64) { d.Ptr{To: &uffdAPIStruct}.Show(c, v) }

// Plan implements decode.Planned.
func (uffdAPI) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() { p.Object(from, &uffdAPIStruct, 0) })
}

var uffdAPIStruct = d.Struct{Of: abi.Sizeof_uffdio_api, Fields: []*d.Field{
	{Name: "api", At: abi.Uffdio_api_api, Type: d.Hex64},
	{Name: "features", At: abi.Uffdio_api_features, Type: d.Func(func(c *d.Call, _ uint64) { uffdFeatures.Show(c, c.Kept()) })},
	{Name: "ioctls", At: abi.Uffdio_api_ioctls, Type: &uffdIoctls, If: succeeded},
}}

var (
	uffdFeatures = d.Flags64{&xlat.UffdFeature}
	uffdIoctls   = d.Flags64{&xlat.UffdIoctl}
)

var uffdRange = d.Struct{Of: abi.Sizeof_uffdio_range, Fields: []*d.Field{
	{Name: "start", At: abi.Uffdio_range_start, Type: d.Hex64},
	{Name: "len", At: abi.Uffdio_range_len, Type: d.Hex64},
}}

var uffdRegister = d.Struct{Of: abi.Sizeof_uffdio_register, Fields: []*d.Field{
	{Name: "range", At: abi.Uffdio_register_range, Type: d.Embed{To: &uffdRange}},
	{Name: "mode", At: abi.Uffdio_register_mode, Type: &d.Flags64{&xlat.UffdRegisterMode}},
	{Name: "ioctls", At: abi.Uffdio_register_ioctls, Type: &uffdIoctls, If: succeeded},
}}

var uffdZero = d.Struct{Of: abi.Sizeof_uffdio_zeropage, Fields: []*d.Field{
	{Name: "range", At: abi.Uffdio_zeropage_range, Type: d.Embed{To: &uffdRange}},
	{Name: "mode", At: abi.Uffdio_zeropage_mode, Type: &d.Flags64{&xlat.UffdZeroMode}},
	{Name: "zeropage", At: abi.Uffdio_zeropage_zeropage, Type: d.Hex64, If: succeeded},
}}

var uffdCopy = d.Struct{Of: abi.Sizeof_uffdio_copy, Fields: []*d.Field{
	{Name: "dst", At: abi.Uffdio_copy_dst, Type: d.Hex64},
	{Name: "src", At: abi.Uffdio_copy_src, Type: d.Hex64},
	{Name: "len", At: abi.Uffdio_copy_len, Type: d.Hex64},
	{Name: "mode", At: abi.Uffdio_copy_mode, Type: &d.Flags64{&xlat.UffdCopyMode}},
	{Name: "copy", At: abi.Uffdio_copy_copy, Type: d.Hex64, If: succeeded},
}}

var uffdProtect = d.Struct{Of: abi.Sizeof_uffdio_writeprotect, Fields: []*d.Field{
	{Name: "range", At: abi.Uffdio_writeprotect_range, Type: d.Embed{To: &uffdRange}},
	{Name: "mode", At: abi.Uffdio_writeprotect_mode, Type: &d.Flags64{&xlat.UffdProtectMode}},
}}

var uffdContinue = d.Struct{Of: abi.Sizeof_uffdio_continue, Fields: []*d.Field{
	{Name: "range", At: abi.Uffdio_continue_range, Type: d.Embed{To: &uffdRange}},
	{Name: "mode", At: abi.Uffdio_continue_mode, Type: &d.Flags64{&xlat.UffdContinueMode}},
	{Name: "mapped", At: abi.Uffdio_continue_mapped, Type: d.Int64, If: succeeded},
}}

var uffdPoison = d.Struct{Of: abi.Sizeof_uffdio_poison, Fields: []*d.Field{
	{Name: "range", At: abi.Uffdio_poison_range, Type: d.Embed{To: &uffdRange}},
	{Name: "mode", At: abi.Uffdio_poison_mode, Type: &d.Flags64{&xlat.UffdPoisonMode}},
	{Name: "updated", At: abi.Uffdio_poison_updated, Type: d.Int64, If: succeeded},
}}
