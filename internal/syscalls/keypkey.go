package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// What keyctl(2) needs for cryptography (linux/keyctl.h): KEYCTL_DH_COMPUTE, KEYCTL_PKEY_QUERY and its like.

// keyKDF is struct keyctl_kdf_params.
var keyKDF = d.Struct{Of: abi.Sizeof_keyctl_kdf_params, Fields: []*d.Field{
	{Name: "hashname", At: abi.Keyctl_kdf_params_hashname, Type: d.Str},
	{Name: "otherinfo", At: abi.Keyctl_kdf_params_otherinfo, Type: d.Addr},
	{Name: "otherinfolen", At: abi.Keyctl_kdf_params_otherinfolen, Type: d.Uint},
	{Name: "__spare", At: abi.Keyctl_kdf_params_spare, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// keyPkeyQuery is struct keyctl_pkey_query.
var keyPkeyQuery = d.Struct{Of: abi.Sizeof_keyctl_pkey_query, Fields: []*d.Field{
	{Name: "supported_ops", At: abi.Keyctl_pkey_query_supported_ops, Type: &d.Flags{&xlat.KeySupports}},
	{Name: "key_size", At: abi.Keyctl_pkey_query_key_size, Type: d.Uint},
	{Name: "max_data_size", At: abi.Keyctl_pkey_query_max_data_size, Type: d.Uint},
	{Name: "max_sig_size", At: abi.Keyctl_pkey_query_max_sig_size, Type: d.Uint},
	{Name: "max_enc_size", At: abi.Keyctl_pkey_query_max_enc_size, Type: d.Uint},
	{Name: "max_dec_size", At: abi.Keyctl_pkey_query_max_dec_size, Type: d.Uint},
	{Name: "__spare", At: abi.Keyctl_pkey_query_spare, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// keyPkeyParams is struct keyctl_pkey_params; keyPkeyVerify that of KEYCTL_PKEY_VERIFY.
var (
	keyPkeyParams = d.Struct{Of: abi.Sizeof_keyctl_pkey_params, Fields: []*d.Field{
		keyPkeyID, keyPkeyInLen,
		{Name: "out_len", At: abi.Keyctl_pkey_params_out_len, Type: d.Uint},
		keyPkeySpare,
	}}
	keyPkeyVerify = d.Struct{Of: abi.Sizeof_keyctl_pkey_params, Fields: []*d.Field{
		keyPkeyID, keyPkeyInLen,
		{Name: "in2_len", At: abi.Keyctl_pkey_params_in2_len, Type: d.Uint},
		keyPkeySpare,
	}}

	keyPkeyID    = &d.Field{Name: "key_id", At: abi.Keyctl_pkey_params_key_id, Type: &keySerial}
	keyPkeyInLen = &d.Field{Name: "in_len", At: abi.Keyctl_pkey_params_in_len, Type: d.Uint}
	keyPkeySpare = &d.Field{Name: "__spare", At: abi.Keyctl_pkey_params_spare, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed}
)

var (
	keyPkeyParamsArg = &d.Param{Name: "params", Type: d.Ptr{To: &keyPkeyParams}}
	keyPkeyVerifyArg = &d.Param{Name: "params", Type: d.Ptr{To: &keyPkeyVerify}}
	keyPkeyInfo      = &d.Param{Name: "info", Type: d.Str}
	keyPkeyIn        = &d.Param{Name: "in", Type: keyPkeyBuf{abi.Keyctl_pkey_params_in_len}}
	keyPkeyIn2       = &d.Param{Name: "in2", Type: keyPkeyBuf{abi.Keyctl_pkey_params_in2_len}}
	keyPkeyOut       = &d.Param{Name: "in2", Type: keyPkeyBuf{abi.Keyctl_pkey_params_out_len}, At: d.Out}
)

// keyPkeyBuf is a buffer of which a member of the parameters, which the second argument points to, says the length.
type keyPkeyBuf struct{ length abi.Member }

// Show implements Type.
func (t keyPkeyBuf) Show(c *d.Call, v uint64) {
	b, ok := c.Fetch(c.Word(c.Args[1]), keyPkeyParams.Size(c.ABI))
	if !ok {
		c.P.Addr(c.Word(v))
		return
	}
	n, _ := c.ABI.Load(b, t.length)
	c.ShowBytes(v, n)
}

// keyPkeyCaptured is how much of a buffer is captured, whatever its length.
const keyPkeyCaptured = 4096

// Plan implements Planned.
func (t keyPkeyBuf) Plan(p *d.Planner, from d.Expr) {
	p.Object(d.Arg1, &keyPkeyParams, 0)
	p.Block(from, keyPkeyCaptured)
}
