package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// A teeBuffer shows struct tee_ioctl_buf_data, which points to the real
// argument: its head, and behind it an array of parameters. The call answers
// in the same place.
type teeBuffer struct {
	In, Out *d.Struct
	N       abi.Member // the number of parameters
}

// Show implements decode.Type.
func (t *teeBuffer) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, int(c.ABI.Members[abi.Sizeof_tee_ioctl_buf_data].Size))
	if c.Exit {
		t.rest(c, b, ok)
		return
	}
	if !ok {
		c.P.Addr(v)
		return
	}
	addr, _ := c.ABI.Load(b, abi.Tee_ioctl_buf_data_buf_ptr)
	size, _ := c.ABI.Load(b, abi.Tee_ioctl_buf_data_buf_len)
	c.Stash([]byte{1}) // the structure is open
	c.P.Struct()
	c.P.Field("buf_len")
	c.P.Uint(size)
	c.P.Field("buf_ptr")
	head, ok := t.fetch(c, addr, size)
	if !ok {
		c.P.Addr(addr)
		return
	}
	c.Keep(addr)
	c.P.Change()
	c.ShowAt(t.In, head, addr)
}

// fetch reads the argument's head if it is as large as the program says.
func (t *teeBuffer) fetch(c *d.Call, addr, size uint64) ([]byte, bool) {
	if c.Word(addr) != addr {
		return nil, false
	}
	n := t.In.Size(c.ABI)
	b, ok := c.Fetch(addr, n)
	if !ok || size > teeMaxArg {
		return nil, false
	}
	params, _ := c.ABI.Load(b, t.N)
	return b, size == uint64(n)+params*uint64(teeParam.Size(c.ABI))
}

const teeMaxArg = 4096

func (t *teeBuffer) rest(c *d.Call, now []byte, ok bool) {
	if len(c.Stashed()) == 0 {
		return
	}
	if c.HasKept() {
		if !c.Failed && ok {
			addr := c.Kept()
			if b, ok := c.Fetch(addr, t.Out.Size(c.ABI)); ok {
				c.P.Arrow()
				c.ShowAt(t.Out, b, addr)
			}
		}
		c.P.EndChange()
	}
	c.P.EndStruct()
}

// Abandon ends what a call began that will not return.
func (t *teeBuffer) Abandon(c *d.Call) {
	if c.HasKept() {
		c.P.EndChange()
	}
	if len(c.Stashed()) > 0 {
		c.P.EndStruct()
	}
}

// Plan implements decode.Planned.
func (t *teeBuffer) Plan(p *d.Planner, from d.Expr) {
	p.At(true, true, func() {
		p.Object(from, &d.Struct{Of: abi.Sizeof_tee_ioctl_buf_data, Fields: []*d.Field{
			{At: abi.Tee_ioctl_buf_data_buf_ptr, Type: d.Ptr{To: t.In}},
			{At: abi.Tee_ioctl_buf_data_buf_ptr, Type: d.Ptr{To: t.Out}},
		}}, 0)
	})
}

var teeOpen = teeBuffer{
	In: &d.Struct{Of: abi.Sizeof_tee_ioctl_open_session_arg, Fields: []*d.Field{
		{Name: "uuid", At: abi.Tee_ioctl_open_session_arg_uuid, Type: d.UUID},
		{Name: "clnt_login", At: abi.Tee_ioctl_open_session_arg_clnt_login, Type: &d.Enum{Of: &xlat.TeeLogin}},
		{Name: "clnt_uuid", At: abi.Tee_ioctl_open_session_arg_clnt_uuid, Type: d.Func(teeClient), If: teeHasClient},
		{Name: "cancel_id", At: abi.Tee_ioctl_open_session_arg_cancel_id, Type: d.Uint},
		{Name: "num_params", At: abi.Tee_ioctl_open_session_arg_num_params, Type: d.Uint},
		{Name: "params", At: abi.Tee_ioctl_open_session_arg_params, Type: teeParams{abi.Tee_ioctl_open_session_arg_num_params}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_tee_ioctl_open_session_arg, Fields: []*d.Field{
		{Name: "session", At: abi.Tee_ioctl_open_session_arg_session, Type: d.Hex32},
		{Name: "ret", At: abi.Tee_ioctl_open_session_arg_ret, Type: d.Uint},
		{Name: "ret_origin", At: abi.Tee_ioctl_open_session_arg_ret_origin, Type: &teeOrigin},
		{Name: "params", At: abi.Tee_ioctl_open_session_arg_params, Type: teeParams{abi.Tee_ioctl_open_session_arg_num_params}},
	}},
	N: abi.Tee_ioctl_open_session_arg_num_params,
}

var teeOrigin = d.Enum{Of: &xlat.TeeOrigin}

// How a client is known (linux/tee.h).
const (
	loginPublic          = 0
	loginUser            = 1
	loginGroup           = 2
	loginApplication     = 4
	loginUserApplication = 5
	loginGroupAndApp     = 6
)

func teeLogin(c *d.Call) uint64 {
	return (d.M + d.Expr(abi.Tee_ioctl_open_session_arg_clnt_login)).Eval(c)
}

// teeHasClient says whether clnt_uuid means something for the client's login.
func teeHasClient(c *d.Call) bool {
	switch teeLogin(c) {
	case loginPublic, loginUser, loginApplication, loginUserApplication:
		return false
	}
	return true
}

// teeClient shows clnt_uuid: of the logins by group, the group's id.
func teeClient(c *d.Call, off uint64) {
	if login := teeLogin(c); login == loginGroup || login == loginGroupAndApp {
		obj, _ := c.Object()
		c.P.Uint(abi.LoadInt(obj[off:], 4, false))
		return
	}
	d.EmbedArray{Of: &hex8Obj}.Show(c, off)
}

var hex8Obj = d.Num{Type: d.Hex32, Bytes: 1}

var teeInvoke = teeBuffer{
	In: &d.Struct{Of: abi.Sizeof_tee_ioctl_invoke_arg, Fields: []*d.Field{
		{Name: "func", At: abi.Tee_ioctl_invoke_arg_func, Type: d.Uint},
		{Name: "session", At: abi.Tee_ioctl_invoke_arg_session, Type: d.Hex32},
		{Name: "cancel_id", At: abi.Tee_ioctl_invoke_arg_cancel_id, Type: d.Uint},
		{Name: "num_params", At: abi.Tee_ioctl_invoke_arg_num_params, Type: d.Uint},
		{Name: "params", At: abi.Tee_ioctl_invoke_arg_params, Type: teeParams{abi.Tee_ioctl_invoke_arg_num_params}},
	}},
	Out: &d.Struct{Of: abi.Sizeof_tee_ioctl_invoke_arg, Fields: []*d.Field{
		{Name: "ret", At: abi.Tee_ioctl_invoke_arg_ret, Type: d.Uint},
		{Name: "ret_origin", At: abi.Tee_ioctl_invoke_arg_ret_origin, Type: &teeOrigin},
		{Name: "params", At: abi.Tee_ioctl_invoke_arg_params, Type: teeParams{abi.Tee_ioctl_invoke_arg_num_params}},
	}},
	N: abi.Tee_ioctl_invoke_arg_num_params,
}

var (
	teeReceiveN      = &d.Field{Name: "num_params", At: abi.Tee_iocl_supp_recv_arg_num_params, Type: d.Uint}
	teeReceiveParams = &d.Field{Name: "params", At: abi.Tee_iocl_supp_recv_arg_params, Type: teeParams{abi.Tee_iocl_supp_recv_arg_num_params}}
	teeReceiveFunc   = &d.Field{Name: "func", At: abi.Tee_iocl_supp_recv_arg_func, Type: d.Uint}
	teeSendN         = &d.Field{Name: "num_params", At: abi.Tee_iocl_supp_send_arg_num_params, Type: d.Uint}
	teeSendParams    = &d.Field{Name: "params", At: abi.Tee_iocl_supp_send_arg_params, Type: teeParams{abi.Tee_iocl_supp_send_arg_num_params}}
)

var teeReceive = teeBuffer{
	In:  &d.Struct{Of: abi.Sizeof_tee_iocl_supp_recv_arg, Fields: []*d.Field{teeReceiveFunc, teeReceiveN, teeReceiveParams}},
	Out: &d.Struct{Of: abi.Sizeof_tee_iocl_supp_recv_arg, Fields: []*d.Field{teeReceiveN, teeReceiveParams}},
	N:   abi.Tee_iocl_supp_recv_arg_num_params,
}

var teeSend = teeBuffer{
	In: &d.Struct{Of: abi.Sizeof_tee_iocl_supp_send_arg, Fields: []*d.Field{teeSendN, teeSendParams}},
	Out: &d.Struct{Of: abi.Sizeof_tee_iocl_supp_send_arg, Fields: []*d.Field{
		{Name: "ret", At: abi.Tee_iocl_supp_send_arg_ret, Type: d.Uint}, teeSendParams,
	}},
	N: abi.Tee_iocl_supp_send_arg_num_params,
}

// teeParams shows the parameters behind a structure, of which N says how many.
type teeParams struct{ N abi.Member }

// Show implements decode.Type.
func (t teeParams) Show(c *d.Call, off uint64) {
	n := (d.M + d.Expr(t.N)).Eval(c)
	if n == 0 {
		c.P.Addr(0)
		return
	}
	_, base := c.Object()
	c.ShowArray(base+off, n, &teeParam, false)
}

// Plan implements decode.Planned.
func (t teeParams) Plan(p *d.Planner, from d.Expr) { p.Object(d.At+from, &teeParam, d.M+d.Expr(t.N)) }

// The members of a parameter mean what its type says.
var teeParam = d.Struct{Of: abi.Sizeof_tee_ioctl_param, Fields: []*d.Field{
	{Name: "attr", At: abi.Tee_ioctl_param_attr, Type: d.Func(teeAttr)},
	{Name: "shm_offs", At: abi.Tee_ioctl_param_a, Type: d.Hex64, If: teeMemref},
	{Name: "size", At: abi.Tee_ioctl_param_b, Type: d.Hex64, If: teeMemref},
	{Name: "shm_id", At: abi.Tee_ioctl_param_c, Type: d.Int64, If: teeMemref},
	{Name: "buf", At: abi.Tee_ioctl_param_a, Type: d.Addr64, If: teeUbuf},
	{Name: "size", At: abi.Tee_ioctl_param_b, Type: d.Hex64, If: teeUbuf},
	{Name: "obj_id", At: abi.Tee_ioctl_param_a, Type: d.Hex64, If: teeObjref},
	{Name: "flags", At: abi.Tee_ioctl_param_b, Type: d.Hex64, If: teeObjref},
	{Name: "a", At: abi.Tee_ioctl_param_a, Type: d.Hex64, If: teeValue},
	{Name: "b", At: abi.Tee_ioctl_param_b, Type: d.Hex64, If: teeValue},
	{Name: "c", At: abi.Tee_ioctl_param_c, Type: d.Hex64, If: teeValue},
}}

func teeType(c *d.Call) uint64 { return (d.M + d.Expr(abi.Tee_ioctl_param_attr)).Eval(c) }

func teeMemref(c *d.Call) bool { t := teeType(c); return t >= 5 && t <= 7 }

func teeUbuf(c *d.Call) bool { t := teeType(c); return t >= 8 && t <= 10 }

func teeObjref(c *d.Call) bool { t := teeType(c); return t >= 11 && t <= 13 }

func teeValue(c *d.Call) bool {
	const none = 0
	return teeType(c) != none && !teeMemref(c) && !teeUbuf(c) && !teeObjref(c)
}

// teeAttr shows the type of a parameter, and whether it is meta information.
func teeAttr(c *d.Call, v uint64) {
	const meta = 0x100
	v = uint64(uint32(v))
	if v&meta == 0 {
		c.P.Symbol(v, &xlat.TeeParam, show.Hexadecimal)
		return
	}
	c.P.Expr(v)
	c.P.Symbol(v&^meta, &xlat.TeeParam, show.Hexadecimal)
	c.P.Text("|TEE_IOCTL_PARAM_ATTR_META")
	c.P.EndExpr()
}
