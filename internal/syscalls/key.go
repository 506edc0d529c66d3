package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Keys: keyrings(7), add_key(2), request_key(2), keyctl(2).

var keySerial = d.Enum{Of: &xlat.KeySerial, Base: show.SignedDecimal}

var addKey = d.Syscall{Name: "add_key", Params: []*d.Param{
	{Name: "type", Type: d.Str},
	{Name: "description", Type: d.Str},
	{Name: "payload", Type: d.Buf{Len: d.Arg3}},
	{Name: "plen", Type: d.Ulong},
	{Name: "keyring", Type: &keySerial},
}}

var requestKey = d.Syscall{Name: "request_key", Params: []*d.Param{
	{Name: "type", Type: d.Str},
	{Name: "description", Type: d.Str},
	{Name: "callout_info", Type: d.Str},
	{Name: "dest_keyring", Type: &keySerial},
}}

// keyctl is the declaration of operations of which nothing is known; the others
// are in keyctlCalls. Its plan has what those read at entry.
var keyctl = d.Syscall{Name: "keyctl", Via: keyctlCall, Params: []*d.Param{
	{Name: "operation", Type: &keyctlOp},
	{Name: "arg2", Type: keyctlRaw{}},
	{Name: "arg3", Type: keyctlRaw{}},
	{Name: "arg4", Type: keyctlRaw{}},
	{Name: "arg5", Type: d.Hex},
}}

var keyctlOp = d.Enum{Of: &xlat.KeyctlOp}

// keyctlRaw is a number that some operation takes for the address of something.
type keyctlRaw struct{}

// Show implements decode.Type.
func (keyctlRaw) Show(c *d.Call, v uint64) { d.Hex.Show(c, v) }

// Plan implements decode.Planned.
func (keyctlRaw) Plan(p *d.Planner, from d.Expr) {
	p.String(from, 0)
	p.Bytes(from, d.Arg3)
	p.Object(from, &iovecIn, d.Arg3)
	p.Object(from, &keyDH, 0)
}

// keyctlCall picks the declaration by the operation.
func keyctlCall(c *d.Call) *d.Syscall {
	if op := uint32(c.Args[0]); op < uint32(len(keyctlCalls)) {
		return &keyctlCalls[op]
	}
	return nil
}

// keyctlCalls are the operations by number (linux/keyctl.h).
var keyctlCalls = [...]d.Syscall{
	// KEYCTL_GET_KEYRING_ID
	0: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "create", Type: d.Int}}},
	// KEYCTL_JOIN_SESSION_KEYRING
	1: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "name", Type: d.Str}}},
	// KEYCTL_UPDATE
	2: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "payload", Type: d.Buf{Len: d.Arg3}}, {Name: "plen", Type: d.Ulong}}},
	// KEYCTL_REVOKE
	3: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}}},
	// KEYCTL_CHOWN
	4: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "uid", Type: d.UID}, {Name: "gid", Type: d.UID}}},
	// KEYCTL_SETPERM
	5: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "perms", Type: &d.Flags{&xlat.KeyPerm}}}},
	// KEYCTL_DESCRIBE
	6: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "buffer", Type: keyText{nul: true}, At: d.Out}, {Name: "buflen", Type: d.Ulong, At: d.Exit}}},
	// KEYCTL_CLEAR
	7: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}}},
	// KEYCTL_LINK
	8: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_UNLINK
	9: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_SEARCH
	10: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "keyring", Type: &keySerial}, {Name: "type", Type: d.Str}, {Name: "description", Type: d.Str}, {Name: "dest_keyring", Type: &keySerial}}},
	// KEYCTL_READ
	11: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "buffer", Type: keyText{}, At: d.Out}, {Name: "buflen", Type: d.Ulong, At: d.Exit}}},
	// KEYCTL_INSTANTIATE
	12: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "payload", Type: d.Buf{Len: d.Arg3}}, {Name: "plen", Type: d.Ulong}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_NEGATE
	13: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "timeout", Type: d.Uint}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_SET_REQKEY_KEYRING
	14: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "reqkey_defl", Type: &d.Enum{Of: &xlat.KeyDefl, Base: show.SignedDecimal}}}},
	// KEYCTL_SET_TIMEOUT
	15: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "timeout", Type: d.Uint}}},
	// KEYCTL_ASSUME_AUTHORITY
	16: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}}},
	// KEYCTL_GET_SECURITY
	17: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "buffer", Type: keyText{nul: true}, At: d.Out}, {Name: "buflen", Type: d.Ulong, At: d.Exit}}},
	// KEYCTL_SESSION_TO_PARENT
	18: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}}},
	// KEYCTL_REJECT
	19: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "timeout", Type: d.Uint}, {Name: "error", Type: d.Func(keyError)}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_INSTANTIATE_IOV
	20: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "payload", Type: d.Array{Of: &iovecIn, N: d.Arg3}}, {Name: "plen", Type: d.Ulong}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_INVALIDATE
	21: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}}},
	// KEYCTL_GET_PERSISTENT
	22: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "uid", Type: d.UID}, {Name: "keyring", Type: &keySerial}}},
	// KEYCTL_DH_COMPUTE
	23: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "dh_params", Type: d.Ptr{To: &keyDH}}, {Name: "buffer", Type: d.Buf{Len: d.Ret}, At: d.Out}, {Name: "buflen", Type: d.Ulong, At: d.Exit}, {Name: "kdf_params", Type: d.Ptr{To: &keyKDF}, At: d.Exit}}},
	// KEYCTL_PKEY_QUERY
	24: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "reserved", Type: d.Hex}, {Name: "params", Type: d.Str}, {Name: "info", Type: d.Ptr{To: &keyPkeyQuery}, At: d.Out}}},
	// KEYCTL_PKEY_ENCRYPT
	25: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, keyPkeyParamsArg, keyPkeyInfo, keyPkeyIn, keyPkeyOut}},
	// KEYCTL_PKEY_DECRYPT
	26: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, keyPkeyParamsArg, keyPkeyInfo, keyPkeyIn, keyPkeyOut}},
	// KEYCTL_PKEY_SIGN
	27: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, keyPkeyParamsArg, keyPkeyInfo, keyPkeyIn, keyPkeyOut}},
	// KEYCTL_PKEY_VERIFY
	28: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, keyPkeyVerifyArg, keyPkeyInfo, keyPkeyIn, keyPkeyIn2}},
	// KEYCTL_RESTRICT_KEYRING
	29: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "keyring", Type: &keySerial}, {Name: "type", Type: d.Str}, {Name: "restriction", Type: d.Str}}},
	// KEYCTL_MOVE
	30: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "key", Type: &keySerial}, {Name: "from_keyring", Type: &keySerial}, {Name: "to_keyring", Type: &keySerial}, {Name: "flags", Type: &d.Flags{&xlat.KeyMove}}}},
	// KEYCTL_CAPABILITIES
	31: {Name: "keyctl", Params: []*d.Param{{Name: "operation", Type: &keyctlOp}, {Name: "buffer", Type: d.Array{Of: &keyCap, N: d.Ret}, At: d.Out}, {Name: "buflen", Type: d.Ulong, At: d.Exit}}},
}

var keyDH = d.Struct{Of: abi.Sizeof_keyctl_dh_params, Fields: []*d.Field{
	{Name: "private", At: abi.Keyctl_dh_params_private, Type: &keySerial},
	{Name: "prime", At: abi.Keyctl_dh_params_prime, Type: &keySerial},
	{Name: "base", At: abi.Keyctl_dh_params_base, Type: &keySerial},
}}

// keyText is what the kernel has written of as many bytes as it returned, at
// most as many as there is room for; nul says that the last is a NUL.
type keyText struct{ nul bool }

// Show implements decode.Type.
func (t keyText) Show(c *d.Call, v uint64) {
	n := uint64(c.Ret)
	if room := c.Word(c.Args[3]); n > room {
		n = room
	} else if t.nul && n > 0 {
		n--
	}
	c.ShowBytes(v, n)
}

// Plan implements decode.Planned.
func (keyText) Plan(p *d.Planner, from d.Expr) { p.Bytes(from, d.Ret) }

// keyError is the errno of KEYCTL_REJECT, or a number that is none.
func keyError(c *d.Call, v uint64) {
	v = uint64(uint32(v))
	if name := d.ErrnoName(int64(v)); name != "" {
		c.P.Named(v, name, show.UnsignedDecimal)
		return
	}
	c.P.Uint(v)
}

// keyCap is a byte of flags; each byte has its own.
var keyCap = d.ObjFunc{Bytes: 1, Func: func(c *d.Call, b []byte) {
	switch _, at := c.Object(); at - c.Word(c.Args[1]) {
	case 0:
		c.P.Flags(uint64(b[0]), keyCaps0)
	case 1:
		c.P.Flags(uint64(b[0]), keyCaps1)
	default:
		c.P.Hex(uint64(b[0]))
	}
}}

var keyCaps0, keyCaps1 = d.Flags{&xlat.KeyCaps0}, d.Flags{&xlat.KeyCaps1}
