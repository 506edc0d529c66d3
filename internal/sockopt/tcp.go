package sockopt

import (
	"encoding/binary"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/sockaddr"
	"gostrace/internal/xlat"
)

// tcpOptions are those of SOL_TCP (linux/tcp.h).
var tcpOptions = []option{{number: 38, set: keyToAdd{}}}

// keyToAdd is a key that signs segments; what a shorter value lacks is 0.
type keyToAdd struct{}

func (keyToAdd) show(c *d.Call, addr uint64, n int32) bool {
	if n <= 0 {
		return false
	}
	b, ok := c.FetchPadded(addr, int(n), tcpAoAdd.Size(c.ABI))
	if ok {
		c.ShowAt(&tcpAoAdd, b, addr)
	}
	return ok
}

func (keyToAdd) plan(p *d.Planner, from d.Expr) { p.Object(from, &tcpAoAdd, 0) }

var tcpAoAdd = d.Struct{Of: abi.Sizeof_tcp_ao_add, Fields: []*d.Field{
	{Name: "addr", At: abi.Tcp_ao_add_addr, Type: sockaddr.Storage},
	{Name: "prefix", At: abi.Tcp_ao_add_prefix, Type: d.Uint},
	{Name: "alg_name", At: abi.Tcp_ao_add_alg_name, Type: d.CharArray},
	{Name: "ifindex", At: abi.Tcp_ao_add_ifindex, Type: sockaddr.IfIndex},
	{Name: "set_current", At: abi.Tcp_ao_add_ifindex, Type: aoFlag(0)},
	{Name: "set_rnext", At: abi.Tcp_ao_add_ifindex, Type: aoFlag(1)},
	{Name: "sndid", At: abi.Tcp_ao_add_sndid, Type: d.Uint},
	{Name: "rcvid", At: abi.Tcp_ao_add_rcvid, Type: d.Uint},
	{Name: "maclen", At: abi.Tcp_ao_add_maclen, Type: d.Uint},
	{Name: "keyflags", At: abi.Tcp_ao_add_keyflags, Type: &d.Flags{&xlat.TcpAoKeyFlag}},
	{Name: "key", At: abi.Tcp_ao_add_key, Type: d.Func(showAoKey)},
	{Name: "keylen", At: abi.Tcp_ao_add_keylen, Type: d.Uint},
}}

// aoFlag is a bit of the word behind ifindex.
type aoFlag uint8

// Show implements d.Type.
func (t aoFlag) Show(c *d.Call, _ uint64) {
	b, _ := c.Object()
	l := c.Field()
	c.P.Uint(uint64(binary.LittleEndian.Uint32(b[l.Off+l.Size:])>>t) & 1)
}

// showAoKey shows as many bytes of the key as keylen says.
func showAoKey(c *d.Call, off uint64) {
	b, _ := c.Object()
	n := (d.M + d.Expr(abi.Tcp_ao_add_keylen)).Eval(c)
	c.P.Binary(b[off:off+min(n, uint64(c.Field().Size))], false)
}
