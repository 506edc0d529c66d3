package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// loop are the commands of loop devices (linux/loop.h).
var loop = [...]Arg{
	{Names: "LOOP_SET_FD LOOP_CHANGE_FD", In: d.FD},
	{Names: "LOOP_CLR_FD LOOP_SET_CAPACITY LOOP_CTL_GET_FREE"},
	{Names: "LOOP_SET_DIRECT_IO LOOP_SET_BLOCK_SIZE", In: d.Ulong},
	{Names: "LOOP_CTL_ADD LOOP_CTL_REMOVE", In: d.Int},
	{Names: "LOOP_SET_STATUS64", In: d.Ptr{To: &loopInfo64}},
	{Names: "LOOP_GET_STATUS64", Out: d.Ptr{To: &loopInfo64}},
	{Names: "LOOP_CONFIGURE", In: d.Ptr{To: &loopConfig}},
	{Names: "LOOP_SET_STATUS", In: d.Ptr{To: &loopInfo}},
	{Names: "LOOP_GET_STATUS", Out: d.Ptr{To: &loopInfo}},
}

var (
	loopFlags = d.Flags{&xlat.LoopFlag}
	loopCrypt = d.Enum{Of: &xlat.LoopCrypt}

	loopOffset     = &d.Field{Name: "lo_offset", At: abi.Loop_info64_lo_offset, Type: d.Hex64}
	loopNumber     = &d.Field{Name: "lo_number", At: abi.Loop_info64_lo_number, Type: d.Uint}
	loopEncryption = &d.Field{Name: "lo_encrypt_type", At: abi.Loop_info64_lo_encrypt_type, Type: &loopCrypt}
	loopKeySize    = &d.Field{Name: "lo_encrypt_key_size", At: abi.Loop_info64_lo_encrypt_key_size, Type: d.Uint}
	loopLoFlags    = &d.Field{Name: "lo_flags", At: abi.Loop_info64_lo_flags, Type: &loopFlags}
	loopFileName   = &d.Field{Name: "lo_file_name", At: abi.Loop_info64_lo_file_name, Type: d.Chars}
	loopCryptName  = &d.Field{Name: "lo_crypt_name", At: abi.Loop_info64_lo_crypt_name, Type: d.Chars}
	loopEncryptKey = &d.Field{Name: "lo_encrypt_key", At: abi.Loop_info64_lo_encrypt_key, Type: loopKey{abi.Loop_info64_lo_encrypt_key_size}}
)

var loopInfo64 = d.Struct{
	Of: abi.Sizeof_loop_info64,
	Fields: []*d.Field{
		{Name: "lo_device", At: abi.Loop_info64_lo_device, Type: d.Dev},
		{Name: "lo_inode", At: abi.Loop_info64_lo_inode, Type: d.Uint64},
		{Name: "lo_rdevice", At: abi.Loop_info64_lo_rdevice, Type: d.Dev},
		loopOffset,
		{Name: "lo_sizelimit", At: abi.Loop_info64_lo_sizelimit, Type: d.Uint64},
		loopNumber, loopEncryption, loopKeySize, loopLoFlags, loopFileName, loopCryptName, loopEncryptKey,
		{Name: "lo_init", At: abi.Loop_info64_lo_init, Type: d.EmbedArray{Of: &hex64Obj}},
	},
	Brief: []*d.Field{
		loopOffset, loopNumber,
		{Name: "lo_encrypt_type", At: abi.Loop_info64_lo_encrypt_type, Type: &loopCrypt, If: loopEncrypted},
		{Name: "lo_encrypt_key_size", At: abi.Loop_info64_lo_encrypt_key_size, Type: d.Uint, If: loopEncrypted},
		loopLoFlags, loopFileName,
		{Name: "lo_crypt_name", At: abi.Loop_info64_lo_crypt_name, Type: d.Chars, If: loopEncrypted},
		{Name: "lo_encrypt_key", At: abi.Loop_info64_lo_encrypt_key, Type: loopKey{abi.Loop_info64_lo_encrypt_key_size}, If: loopEncrypted},
	},
}

// loopEncrypted says whether the device has an encryption at all.
func loopEncrypted(c *d.Call) bool {
	return (d.M + d.Expr(abi.Loop_info64_lo_encrypt_type)).Eval(c) != 0
}

// loopKey shows the key, of which another member says the length.
type loopKey struct{ Size abi.Member }

// Show implements decode.Type.
func (t loopKey) Show(c *d.Call, off uint64) {
	obj, _ := c.Object()
	n := uint64(uint32((d.M + d.Expr(t.Size)).Eval(c)))
	c.P.Quote(obj[off:off+min(n, uint64(c.Field().Size))], false)
}

// loopInfo is struct loop_info, which LOOP_SET_STATUS takes.
var loopInfo = d.Struct{
	Of: abi.Sizeof_loop_info,
	Fields: []*d.Field{
		loopOldNumber,
		{Name: "lo_device", At: abi.Loop_info_lo_device, Type: d.Dev},
		{Name: "lo_inode", At: abi.Loop_info_lo_inode, Type: d.Ulong},
		{Name: "lo_rdevice", At: abi.Loop_info_lo_rdevice, Type: d.Dev},
		loopOldOffset,
		{Name: "lo_encrypt_type", At: abi.Loop_info_lo_encrypt_type, Type: &loopCrypt},
		{Name: "lo_encrypt_key_size", At: abi.Loop_info_lo_encrypt_key_size, Type: d.Uint},
		loopOldFlags, loopOldName,
		{Name: "lo_encrypt_key", At: abi.Loop_info_lo_encrypt_key, Type: loopKey{abi.Loop_info_lo_encrypt_key_size}},
		{Name: "lo_init", At: abi.Loop_info_lo_init, Type: d.EmbedArray{Of: &loopInit, All: true}},
		{Name: "reserved", At: abi.Loop_info_reserved, Type: d.EmbedArray{Of: &hex8Obj, All: true}},
	},
	Brief: []*d.Field{
		loopOldNumber, loopOldOffset,
		{Name: "lo_encrypt_type", At: abi.Loop_info_lo_encrypt_type, Type: &loopCrypt, If: loopOldEncrypted},
		{Name: "lo_encrypt_key_size", At: abi.Loop_info_lo_encrypt_key_size, Type: d.Uint, If: loopOldEncrypted},
		loopOldFlags, loopOldName,
		{Name: "lo_encrypt_key", At: abi.Loop_info_lo_encrypt_key, Type: loopKey{abi.Loop_info_lo_encrypt_key_size}, If: loopOldEncrypted},
	},
}

var (
	loopOldNumber = &d.Field{Name: "lo_number", At: abi.Loop_info_lo_number, Type: d.Int}
	loopOldOffset = &d.Field{Name: "lo_offset", At: abi.Loop_info_lo_offset, Type: d.Hex32}
	loopOldFlags  = &d.Field{Name: "lo_flags", At: abi.Loop_info_lo_flags, Type: &loopFlags}
	loopOldName   = &d.Field{Name: "lo_name", At: abi.Loop_info_lo_name, Type: d.Chars}
	loopInit      = d.Num{Type: d.Hex}
)

func loopOldEncrypted(c *d.Call) bool {
	return (d.M + d.Expr(abi.Loop_info_lo_encrypt_type)).Eval(c) != 0
}

var loopConfig = d.Struct{Of: abi.Sizeof_loop_config, Fields: []*d.Field{
	{Name: "fd", At: abi.Loop_config_fd, Type: d.FD},
	{Name: "block_size", At: abi.Loop_config_block_size, Type: d.Uint},
	{Name: "info", At: abi.Loop_config_info, Type: d.Embed{To: &loopInfo64}},
	{Name: "__reserved", At: abi.Loop_config_reserved, Type: d.EmbedArray{Of: &hex64Obj, All: true}, If: d.Nonzero},
}}
