package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// mtd are the commands of memory technology devices (mtd/mtd-abi.h).
var mtd = [...]Arg{
	{Names: "MTDFILEMODE", In: &d.Enum64{Of: &xlat.MtdFileMode}},
	{Names: "MEMGETINFO", Out: d.Ptr{To: &mtdInfo}},
	{Names: "MEMERASE MEMLOCK MEMUNLOCK MEMISLOCKED", In: d.Ptr{To: &mtdErase}},
	{Names: "MEMERASE64", In: d.Ptr{To: &mtdErase64}},
	{Names: "MEMWRITEOOB MEMREADOOB", In: d.Ptr{To: &mtdOob}},
	{Names: "MEMWRITEOOB64 MEMREADOOB64", In: d.Ptr{To: &mtdOob64}},
	{Names: "MEMGETREGIONCOUNT", Out: intCell},
	{Names: "OTPGETREGIONCOUNT", Out: uintCell},
	{Names: "MEMGETREGIONINFO", Split: &mtdRegion},
	{Names: "MEMGETBADBLOCK MEMSETBADBLOCK", In: u64Cell},
	{Names: "MEMGETOOBSEL", Out: d.Ptr{To: &mtdOobSel}},
	{Names: "OTPSELECT", In: d.Cell{Of: &mtdOtp}},
	{Names: "OTPGETREGIONINFO", Out: d.Ptr{To: &mtdOtpInfo}},
	{Names: "OTPLOCK", In: d.Ptr{To: &mtdOtpInfo}},
	{Names: "ECCGETLAYOUT", Out: d.Ptr{To: &mtdEccLayout}},
	{Names: "ECCGETSTATS", Out: d.Ptr{To: &mtdEccStats}},
	{Names: "MEMWRITE", In: d.Ptr{To: &mtdWrite}},
}

var mtdOtp = d.Num{Type: &d.Enum{Of: &xlat.MtdOtp}, Bytes: 4}

var mtdInfo = d.Struct{Of: abi.Sizeof_mtd_info_user, Fields: []*d.Field{
	{Name: "type", At: abi.Mtd_info_user_type, Type: &d.Enum{Of: &xlat.MtdType}},
	{Name: "flags", At: abi.Mtd_info_user_flags, Type: &d.Flags{&xlat.MtdFlag}},
	{Name: "size", At: abi.Mtd_info_user_size, Type: d.Hex32},
	{Name: "erasesize", At: abi.Mtd_info_user_erasesize, Type: d.Hex32},
	{Name: "writesize", At: abi.Mtd_info_user_writesize, Type: d.Hex32},
	{Name: "oobsize", At: abi.Mtd_info_user_oobsize, Type: d.Hex32},
	{Name: "padding", At: abi.Mtd_info_user_padding, Type: d.Hex64},
}}

var mtdErase = d.Struct{Of: abi.Sizeof_erase_info_user, Fields: []*d.Field{
	{Name: "start", At: abi.Erase_info_user_start, Type: d.Hex32},
	{Name: "length", At: abi.Erase_info_user_length, Type: d.Hex32},
}}

var mtdErase64 = d.Struct{Of: abi.Sizeof_erase_info_user64, Fields: []*d.Field{
	{Name: "start", At: abi.Erase_info_user64_start, Type: d.Hex64},
	{Name: "length", At: abi.Erase_info_user64_length, Type: d.Hex64},
}}

var mtdOob = d.Struct{Of: abi.Sizeof_mtd_oob_buf, Fields: []*d.Field{
	{Name: "start", At: abi.Mtd_oob_buf_start, Type: d.Hex32},
	{Name: "length", At: abi.Mtd_oob_buf_length, Type: d.Hex32},
	{Name: "ptr", At: abi.Mtd_oob_buf_ptr, Type: d.Addr},
}}

var mtdOob64 = d.Struct{Of: abi.Sizeof_mtd_oob_buf64, Fields: []*d.Field{
	{Name: "start", At: abi.Mtd_oob_buf64_start, Type: d.Hex64},
	{Name: "length", At: abi.Mtd_oob_buf64_length, Type: d.Hex32},
	{Name: "usr_ptr", At: abi.Mtd_oob_buf64_usr_ptr, Type: d.Addr64},
}}

var mtdRegion = d.Split{
	In: &d.Struct{Of: abi.Sizeof_region_info_user, Fields: []*d.Field{
		{Name: "regionindex", At: abi.Region_info_user_regionindex, Type: d.Hex32},
	}},
	Out: &d.Struct{Of: abi.Sizeof_region_info_user, Fields: []*d.Field{
		{Name: "offset", At: abi.Region_info_user_offset, Type: d.Hex32},
		{Name: "erasesize", At: abi.Region_info_user_erasesize, Type: d.Hex32},
		{Name: "numblocks", At: abi.Region_info_user_numblocks, Type: d.Hex32},
	}},
}

var mtdOtpInfo = d.Struct{Of: abi.Sizeof_otp_info, Fields: []*d.Field{
	{Name: "start", At: abi.Otp_info_start, Type: d.Hex32},
	{Name: "length", At: abi.Otp_info_length, Type: d.Hex32},
	{Name: "locked", At: abi.Otp_info_locked, Type: d.Uint},
}}

var mtdWrite = d.Struct{Of: abi.Sizeof_mtd_write_req, Fields: []*d.Field{
	{Name: "start", At: abi.Mtd_write_req_start, Type: d.Hex64},
	{Name: "len", At: abi.Mtd_write_req_len, Type: d.Hex64},
	{Name: "ooblen", At: abi.Mtd_write_req_ooblen, Type: d.Hex64},
	{Name: "usr_data", At: abi.Mtd_write_req_usr_data, Type: d.Addr64},
	{Name: "usr_oob", At: abi.Mtd_write_req_usr_oob, Type: d.Addr64},
	{Name: "mode", At: abi.Mtd_write_req_mode, Type: &d.Enum{Of: &xlat.MtdWriteMode}},
}}

var mtdOobSel = d.Struct{Of: abi.Sizeof_nand_oobinfo, Fields: []*d.Field{
	{Name: "useecc", At: abi.Nand_oobinfo_useecc, Type: &d.Enum{Of: &xlat.MtdNandEcc}},
	{Name: "eccbytes", At: abi.Nand_oobinfo_eccbytes, Type: d.Hex32},
	{Name: "oobfree", At: abi.Nand_oobinfo_oobfree, Type: d.EmbedArray{Of: &hex32Pair}},
	{Name: "eccpos", At: abi.Nand_oobinfo_eccpos, Type: d.EmbedArray{Of: &d.Hex32Ob}},
}}

// hex32Pair is an offset and a length.
var hex32Pair = d.Row{Of: &d.Hex32Ob, N: 2}

var mtdEccLayout = d.Struct{Of: abi.Sizeof_nand_ecclayout_user, Fields: []*d.Field{
	{Name: "eccbytes", At: abi.Nand_ecclayout_user_eccbytes, Type: d.Hex32},
	{Name: "eccpos", At: abi.Nand_ecclayout_user_eccpos, Type: d.EmbedArray{Of: &d.Hex32Ob}},
	{Name: "oobavail", At: abi.Nand_ecclayout_user_oobavail, Type: d.Hex32},
	{Name: "oobfree", At: abi.Nand_ecclayout_user_oobfree, Type: d.EmbedArray{Of: &mtdOobFree}},
}}

var mtdOobFree = d.Struct{Of: abi.Sizeof_nand_oobfree, Fields: []*d.Field{
	{Name: "offset", At: abi.Nand_oobfree_offset, Type: d.Hex32},
	{Name: "length", At: abi.Nand_oobfree_length, Type: d.Hex32},
}}

var mtdEccStats = d.Struct{Of: abi.Sizeof_mtd_ecc_stats, Fields: []*d.Field{
	{Name: "corrected", At: abi.Mtd_ecc_stats_corrected, Type: d.Hex32},
	{Name: "failed", At: abi.Mtd_ecc_stats_failed, Type: d.Hex32},
	{Name: "badblocks", At: abi.Mtd_ecc_stats_badblocks, Type: d.Hex32},
	{Name: "bbtblocks", At: abi.Mtd_ecc_stats_bbtblocks, Type: d.Hex32},
}}
