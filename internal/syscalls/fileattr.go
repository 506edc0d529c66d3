package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// The calls of Linux 6.17 on what ioctl(FS_IOC_FSGETXATTR) knows (linux/fs.h).

var (
	fileAttrSize = &d.Param{Name: "size", Type: d.Ulong}
	fileXflags   = d.Flags64{&xlat.FsXflag}
)

var fileGetattr = d.Syscall{Name: "file_getattr", Params: []*d.Param{
	dirParam,
	pathParam,
	{Name: "attr", Type: d.Sized{To: &fileAttrFound, Len: d.Arg3, Min: 24, Max: 4096}, At: d.Out},
	fileAttrSize,
	{Name: "flags", Type: &atLinkFlags},
}}

var fileSetattr = d.Syscall{Name: "file_setattr", Params: []*d.Param{
	dirParam,
	pathParam,
	{Name: "attr", Type: d.Sized{To: &fileAttr, Len: d.Arg3, Min: 24, Max: 4096}},
	fileAttrSize,
	{Name: "flags", Type: &atLinkFlags},
}}

var (
	faXflags  = &d.Field{Name: "fa_xflags", At: abi.File_attr_fa_xflags, Type: &fileXflags}
	faExtsize = &d.Field{Name: "fa_extsize", At: abi.File_attr_fa_extsize, Type: d.Uint}
	faProjid  = &d.Field{Name: "fa_projid", At: abi.File_attr_fa_projid, Type: d.Hex32}
	faCowext  = &d.Field{Name: "fa_cowextsize", At: abi.File_attr_fa_cowextsize, Type: d.Uint}
)

// fileAttr is struct file_attr, of which fa_nextents cannot be set.
var fileAttr = d.Struct{Of: abi.Sizeof_file_attr, Fields: []*d.Field{faXflags, faExtsize, faProjid, faCowext}}

var fileAttrFound = d.Struct{Of: abi.Sizeof_file_attr, Fields: []*d.Field{
	faXflags, faExtsize, {Name: "fa_nextents", At: abi.File_attr_fa_nextents, Type: d.Uint}, faProjid, faCowext,
}}
