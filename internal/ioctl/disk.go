package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// disk are the commands of IDE disks and of network block devices
// (linux/hdreg.h, linux/nbd.h).
var disk = [...]Arg{
	{Names: "HDIO_GETGEO", Out: d.Ptr{To: &hdGeometry}},
	{Names: "HDIO_GET_UNMASKINTR HDIO_GET_MULTCOUNT HDIO_GET_KEEPSETTINGS HDIO_GET_32BIT HDIO_GET_NOWERR HDIO_GET_DMA HDIO_GET_WCACHE " +
		"HDIO_GET_ACOUSTIC HDIO_GET_ADDRESS", On: onX86_64, Out: ulongCell},
	{Names: "HDIO_GET_NICE", On: onX86_64, Out: d.Cell{Of: &hdNice}},
	{Names: "HDIO_GET_BUSSTATE", On: onX86_64, Out: d.Cell{Of: &hdBusState}},
	{Names: "HDIO_GET_IDENTITY", On: onX86_64, Out: d.Buf{Len: d.C + 512}},
	{Names: "HDIO_OBSOLETE_IDENTITY", On: onX86_64, Out: d.Buf{Len: d.C + 142}},
	{Names: "HDIO_SET_MULTCOUNT HDIO_SET_UNMASKINTR HDIO_SET_KEEPSETTINGS HDIO_SET_32BIT HDIO_SET_NOWERR HDIO_SET_DMA HDIO_SET_PIO_MODE " +
		"HDIO_UNREGISTER_HWIF HDIO_SET_WCACHE HDIO_SET_ACOUSTIC HDIO_SET_ADDRESS", On: onX86_64, In: d.Ulong},
	{Names: "HDIO_SET_NICE", On: onX86_64, In: &hdNiceFlags},
	{Names: "HDIO_SET_BUSSTATE", On: onX86_64, In: &hdBusEnum},
	{Names: "HDIO_DRIVE_RESET HDIO_SCAN_HWIF", On: onX86_64, In: d.Array{Of: &d.Hex32Ob, N: d.C + 3}},
	{Names: "HDIO_DRIVE_CMD", In: d.Ptr{To: &hdCommand}, Out: d.Ptr{To: &hdStatus}},
	{Names: "NBD_DO_IT NBD_CLEAR_SOCK NBD_CLEAR_QUE NBD_PRINT_DEBUG NBD_DISCONNECT"},
	{Names: "NBD_SET_SOCK", In: d.FD},
	{Names: "NBD_SET_BLKSIZE NBD_SET_SIZE NBD_SET_SIZE_BLOCKS NBD_SET_TIMEOUT", In: d.Ulong},
	{Names: "NBD_SET_FLAGS", In: &d.Flags{&xlat.NbdFlag}},
}

var (
	hdNiceFlags = d.Flags64{&xlat.HdNice}
	hdNice      = d.Num{Type: &hdNiceFlags}
	hdBusEnum   = d.Enum64{Of: &xlat.HdBusState}
	hdBusState  = d.Num{Type: &hdBusEnum}
)

var hdGeometry = d.Struct{Of: abi.Sizeof_hd_geometry, Fields: []*d.Field{
	{Name: "heads", At: abi.Hd_geometry_heads, Type: d.Uint},
	{Name: "sectors", At: abi.Hd_geometry_sectors, Type: d.Uint},
	{Name: "cylinders", At: abi.Hd_geometry_cylinders, Type: d.Uint},
	{Name: "start", At: abi.Hd_geometry_start, Type: d.Ulong},
}}

var hdCommand = d.Struct{Of: abi.Sizeof_hd_drive_cmd_hdr, Fields: []*d.Field{
	{Name: "command", At: abi.Hd_drive_cmd_hdr_command, Type: &d.Enum{Of: &xlat.AtaCommand}},
	{Name: "sector_number", At: abi.Hd_drive_cmd_hdr_sector_number, Type: d.Uint},
	{Name: "feature", At: abi.Hd_drive_cmd_hdr_feature, Type: d.Uint},
	{Name: "sector_count", At: abi.Hd_drive_cmd_hdr_sector_count, Type: d.Uint},
}}

// hdStatus is what HDIO_DRIVE_CMD answers in the place of the command, and
// behind it the data: as many sectors of 512 bytes as its last byte says.
var hdStatus = d.Struct{Of: abi.Sizeof_hd_drive_cmd_hdr, Fields: []*d.Field{
	{Name: "status", At: abi.Hd_drive_cmd_hdr_command, Type: d.Hex32},
	{Name: "error", At: abi.Hd_drive_cmd_hdr_sector_number, Type: d.Uint},
	{Name: "nsector", At: abi.Hd_drive_cmd_hdr_feature, Type: d.Uint},
	{Name: "buf", At: abi.Hd_drive_cmd_hdr_sector_count, Type: &hdData, If: d.Nonzero},
}}

var hdData = d.Reads{
	Func: func(c *d.Call, n uint64) {
		const sector = 512
		c.ShowBinary(d.End.Eval(c), n*sector)
	},
	What: func(p *d.Planner, _ d.Expr) { p.Bytes(d.End, d.C+0xff*512) },
}
