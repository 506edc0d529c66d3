package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// ubi are the commands of unsorted block images (mtd/ubi-user.h).
var ubi = [...]Arg{
	{Names: "UBI_IOCVOLCRBLK UBI_IOCVOLRMBLK"},
	{Names: "UBI_IOCMKVOL", In: d.Ptr{To: &ubiVolume}, Out: intCell},
	{Names: "UBI_IOCRMVOL UBI_IOCRPEB UBI_IOCSPEB UBI_IOCDET UBI_IOCEBER UBI_IOCEBUNMAP UBI_IOCEBISMAP", In: intCell},
	{Names: "UBI_IOCRSVOL", In: d.Ptr{To: &ubiResize}},
	{Names: "UBI_IOCRNVOL", In: d.Ptr{To: &ubiRename}},
	{Names: "UBI_IOCATT", In: d.Ptr{To: &ubiAttach}, Out: intCell},
	{Names: "UBI_IOCVOLUP", In: &d.Cell{Of: &d.S64Obj}},
	{Names: "UBI_IOCEBCH", In: d.Ptr{To: &ubiChange}},
	{Names: "UBI_IOCEBMAP", In: d.Ptr{To: &ubiMap}},
	{Names: "UBI_IOCSETVOLPROP", In: d.Ptr{To: &ubiProperty}},
}

var ubiVolume = d.Struct{Of: abi.Sizeof_ubi_mkvol_req, Fields: []*d.Field{
	{Name: "vol_id", At: abi.Ubi_mkvol_req_vol_id, Type: d.Int},
	{Name: "alignment", At: abi.Ubi_mkvol_req_alignment, Type: d.Int},
	{Name: "bytes", At: abi.Ubi_mkvol_req_bytes, Type: d.Int64},
	{Name: "vol_type", At: abi.Ubi_mkvol_req_vol_type, Type: signedByte{&d.Enum{Of: &xlat.UbiVolumeType}}},
	{Name: "flags", At: abi.Ubi_mkvol_req_flags, Type: &d.Flags{&xlat.UbiVolumeFlag}},
	{Name: "name_len", At: abi.Ubi_mkvol_req_name_len, Type: d.Int},
	{Name: "name", At: abi.Ubi_mkvol_req_name, Type: ubiName{abi.Ubi_mkvol_req_name_len}},
}}

// ubiName shows the name of a volume, of which another member says the length.
type ubiName struct{ Len abi.Member }

// Show implements decode.Type.
func (t ubiName) Show(c *d.Call, off uint64) {
	obj, _ := c.Object()
	n := int64((d.M + d.Expr(t.Len)).Eval(c))
	n = max(0, min(n, int64(c.Field().Size)-1))
	c.ShowChars(obj[off : off+uint64(n)+1]) // if it ends there, it does with a NUL
}

var ubiAttach = d.Struct{Of: abi.Sizeof_ubi_attach_req, Fields: []*d.Field{
	{Name: "ubi_num", At: abi.Ubi_attach_req_ubi_num, Type: d.Int},
	{Name: "mtd_num", At: abi.Ubi_attach_req_mtd_num, Type: d.Int},
	{Name: "vid_hdr_offset", At: abi.Ubi_attach_req_vid_hdr_offset, Type: d.Int},
	{Name: "max_beb_per1024", At: abi.Ubi_attach_req_max_beb_per1024, Type: d.Int},
	{Name: "disable_fm", At: abi.Ubi_attach_req_disable_fm, Type: d.Int},
	{Name: "need_resv_pool", At: abi.Ubi_attach_req_need_resv_pool, Type: d.Int},
}}

var ubiResize = d.Struct{Of: abi.Sizeof_ubi_rsvol_req, Fields: []*d.Field{
	{Name: "bytes", At: abi.Ubi_rsvol_req_bytes, Type: d.Int64},
	{Name: "vol_id", At: abi.Ubi_rsvol_req_vol_id, Type: d.Int},
}}

var ubiChange = d.Struct{Of: abi.Sizeof_ubi_leb_change_req, Fields: []*d.Field{
	{Name: "lnum", At: abi.Ubi_leb_change_req_lnum, Type: d.Int},
	{Name: "bytes", At: abi.Ubi_leb_change_req_bytes, Type: d.Int},
	{Name: "dtype", At: abi.Ubi_leb_change_req_dtype, Type: signedByte{&d.Enum{Of: &xlat.UbiDataType}}},
}}

var ubiMap = d.Struct{Of: abi.Sizeof_ubi_map_req, Fields: []*d.Field{
	{Name: "lnum", At: abi.Ubi_map_req_lnum, Type: d.Int},
	{Name: "dtype", At: abi.Ubi_map_req_dtype, Type: signedByte{&d.Enum{Of: &xlat.UbiDataType}}},
}}

// signedByte shows the bits of a signed byte.
type signedByte struct{ To d.Type }

// Show implements decode.Type.
func (t signedByte) Show(c *d.Call, v uint64) { t.To.Show(c, uint64(uint8(v))) }

var ubiProperty = d.Struct{Of: abi.Sizeof_ubi_set_vol_prop_req, Fields: []*d.Field{
	{Name: "property", At: abi.Ubi_set_vol_prop_req_property, Type: &d.Enum{Of: &xlat.UbiVolumeProp}},
	{Name: "value", At: abi.Ubi_set_vol_prop_req_value, Type: d.Hex64},
}}

var ubiRename = d.Struct{Of: abi.Sizeof_ubi_rnvol_req, Fields: []*d.Field{
	{Name: "count", At: abi.Ubi_rnvol_req_count, Type: d.Int},
	{Name: "ents", At: abi.Ubi_rnvol_req_ents, Type: d.Func(ubiRenames)},
}}

func ubiRenames(c *d.Call, off uint64) {
	n := int32((d.M + d.Expr(abi.Ubi_rnvol_req_count)).Eval(c))
	d.EmbedArray{Of: &ubiRenamed, N: d.C + d.Expr(max(n, 0))}.Show(c, off)
}

var ubiRenamed = d.Struct{Of: abi.Sizeof_ubi_rnvol_ent, Fields: []*d.Field{
	{Name: "vol_id", At: abi.Ubi_rnvol_ent_vol_id, Type: d.Int},
	{Name: "name_len", At: abi.Ubi_rnvol_ent_name_len, Type: d.Int},
	{Name: "name", At: abi.Ubi_rnvol_ent_name, Type: ubiName{abi.Ubi_rnvol_ent_name_len}},
}}
