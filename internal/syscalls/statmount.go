package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// The calls that tell of mounts (linux/mount.h).

var statmount = d.Syscall{Name: "statmount", Params: []*d.Param{
	{Name: "req", Type: selfSized{of: &statmountReq, least: mountReqSize0}},
	{Name: "buf", Type: mountFound{}, At: d.Out},
	{Name: "bufsize", Type: d.Ulong},
	{Name: "flags", Type: &d.Flags{&xlat.StatmountFlag}},
}}

var listmount = d.Syscall{Name: "listmount", Params: []*d.Param{
	{Name: "req", Type: selfSized{of: &listmountReq, least: mountReqSize0}},
	{Name: "mnt_ids", Type: idsFound{}, At: d.Exit},
	{Name: "nr_mnt_ids", Type: d.Ulong},
	{Name: "flags", Type: &d.Flags{&xlat.ListmountFlag}},
}}

var (
	statmountMask = d.Flags64{&xlat.StatmountMask}
	mountRoot     = d.Enum64{Of: &xlat.MountRoot}
)

var (
	reqSize = &d.Field{Name: "size", At: abi.Mnt_id_req_size, Type: d.Uint}
	reqNsFD = &d.Field{Name: "mnt_ns_fd", At: abi.Mnt_id_req_mnt_ns_fd, Type: d.FD}
	reqNsID = &d.Field{Name: "mnt_ns_id", At: abi.Mnt_id_req_mnt_ns_id, Type: d.Hex64}
)

// statmountReq is struct mnt_id_req of statmount(2); listmountReq that of listmount(2).
var statmountReq = d.Struct{Of: abi.Sizeof_mnt_id_req, Fields: []*d.Field{
	reqSize, reqNsFD,
	{Name: "mnt_id", At: abi.Mnt_id_req_mnt_id, Type: d.Hex64},
	{Name: "param", At: abi.Mnt_id_req_param, Type: &statmountMask},
	reqNsID,
}}

var listmountReq = d.Struct{Of: abi.Sizeof_mnt_id_req, Fields: []*d.Field{
	reqSize, reqNsFD,
	{Name: "mnt_id", At: abi.Mnt_id_req_mnt_id, Type: d.Func(showMountRoot)},
	{Name: "param", At: abi.Mnt_id_req_param, Type: d.Hex64},
	reqNsID,
}}

const mountReqSize0 = 24 // what struct mnt_id_req was at first: MNT_ID_REQ_SIZE_VER0

// showMountRoot shows the id of a mount, in 64 bits on every ABI.
func showMountRoot(c *d.Call, v uint64) { c.P.Symbol(v, mountRoot.Of, mountRoot.Base) }

// mountFound is struct statmount and the strings behind it, as far as the call filled them.
type mountFound struct{}

// Show implements d.Type.
func (mountFound) Show(c *d.Call, v uint64) {
	n := d.Arg2.Eval(c)
	v = c.Word(v)
	if n < 4 {
		c.P.Addr(v)
		return
	}
	size := statmountBuf.Size(c.ABI)
	b, ok := c.FetchPadded(v, int(min(n, uint64(size))), size)
	if !ok {
		c.P.Addr(v)
		return
	}
	c.ShowPart(&statmountBuf, b, v, 0)
}

// Plan implements d.Planned.
func (mountFound) Plan(p *d.Planner, from d.Expr) { p.Memory(from, d.Arg2) }

// mountText shows the string at an offset into those behind the structure.
func mountText(c *d.Call, off uint64) {
	addr, room := mountTextAt(c, off)
	if room == 0 {
		c.P.Hex(off)
		return
	}
	s, nul, ok := c.String(addr, room)
	if !ok {
		c.P.Addr(addr)
		return
	}
	quoteMountText(c, s, nul)
}

// quoteMountText shows a string; one without an end loses its last character.
func quoteMountText(c *d.Call, s []byte, nul bool) {
	if !nul {
		s = s[:len(s)-1]
	}
	c.P.Quote(s, !nul)
}

// mountTexts shows as many strings, one behind the other, as the member num says.
type mountTexts struct{ num abi.Member }

// Show implements d.Type.
func (t mountTexts) Show(c *d.Call, off uint64) {
	b, _ := c.Object()
	n, _ := c.ABI.Load(b, t.num)
	addr, room := mountTextAt(c, off)
	if room == 0 {
		c.P.Hex(off)
		return
	}
	c.P.Array()
	for range n {
		s, nul, ok := c.String(addr, room)
		if !ok || room == 0 {
			c.P.UnreadElems(addr)
			break
		}
		c.P.Elem()
		quoteMountText(c, s, nul)
		addr += uint64(len(s)) + 1
		room = max(0, room-len(s)-1)
	}
	c.P.EndArray()
}

const maxMountTexts = 1 << 16 // bytes of a buffer that are looked at

// mountTextAt returns where the string at an offset into those behind the
// structure is, and how much of the buffer there is from there on.
func mountTextAt(c *d.Call, off uint64) (addr uint64, room int) {
	b, base := c.Object()
	size, _ := c.ABI.Load(b, abi.Statmount_size)
	off += uint64(c.ABI.Members[abi.Statmount_str].Off)
	if size > d.Arg2.Eval(c) {
		size = 0 // more than the program has room for
	}
	if size == 0 || off >= size {
		return base + off, 0
	}
	if size = min(size, maxMountTexts); off < size {
		room = int(size - off)
	}
	return base + off, room
}
