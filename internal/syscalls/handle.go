package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

var nameToHandleAt = d.Syscall{Name: "name_to_handle_at", Params: []*d.Param{
	dirParam,
	pathParam,
	{Name: "handle", Type: handleFound{}, At: d.Exit},
	{Name: "mount_id", Type: mountIDFound{}, At: d.Out},
	{Name: "flags", Type: &d.Flags{&xlat.AtHandleFlag}},
}}

var openByHandleAt = d.Syscall{Name: "open_by_handle_at", Ret: d.FD, Params: []*d.Param{
	{Name: "mount_fd", Type: d.FD},
	{Name: "handle", Type: handle{}},
	{Name: "flags", Type: &openFlags},
}}

// mountIDFound is a number that the call tells along with a handle.
type mountIDFound struct{}

// Show implements d.Type.
func (mountIDFound) Show(c *d.Call, v uint64) {
	if _, ok := c.Fetch(c.Word(c.Args[2]), fileHandle.Size(c.ABI)); !ok {
		c.P.Addr(c.Word(v))
		return
	}
	d.Cell{Of: &d.IntObj}.Show(c, v)
}

// Plan implements d.Planned.
func (mountIDFound) Plan(p *d.Planner, from d.Expr) { p.Object(from, &d.IntObj, 0) }

// fileHandle is struct file_handle, and the bytes behind it (open_by_handle_at(2)).
var fileHandle = d.Struct{Of: abi.Sizeof_file_handle, Fields: []*d.Field{
	{Name: "handle_bytes", At: abi.File_handle_handle_bytes, Type: d.Uint},
	{Name: "handle_type", At: abi.File_handle_handle_type, Type: d.Int},
	{Name: "f_handle", At: abi.File_handle_f_handle, Type: d.Func(showHandleBytes)},
}}

const maxHandle = 128 // MAX_HANDLE_SZ of open_by_handle_at(2)

// handle is a handle that the call reads.
type handle struct{}

// Show implements d.Type.
func (handle) Show(c *d.Call, v uint64) { d.Ptr{To: &fileHandle}.Show(c, v) }

// Plan implements d.Planned.
func (handle) Plan(p *d.Planner, from d.Expr) { p.Block(from, 8+maxHandle) }

// showHandleBytes shows the bytes behind struct file_handle.
func showHandleBytes(c *d.Call, off uint64) {
	b, addr := c.Object()
	n, _ := c.ABI.Load(b, abi.File_handle_handle_bytes)
	showHandle(c, addr+off, n)
}

func showHandle(c *d.Call, addr, n uint64) {
	b, ok := c.Fetch(addr, int(min(n, maxHandle)))
	if !ok {
		c.P.Unknown()
		return
	}
	c.P.Binary(b, n > maxHandle)
}

// handleFound is a handle that the call fills. At entry it says how much room
// there is; the call says how much it took, or would have taken.
type handleFound struct{}

// Save implements d.Saver.
func (handleFound) Save(c *d.Call, v uint64) {
	if b, ok := c.Fetch(c.Word(v), fileHandle.Size(c.ABI)); ok {
		n, _ := c.ABI.Load(b, abi.File_handle_handle_bytes)
		c.Keep(n)
	}
}

// Show implements d.Type.
func (handleFound) Show(c *d.Call, v uint64) {
	const eoverflow = 75
	v = c.Word(v)
	if !c.HasKept() {
		c.P.Addr(v)
		return
	}
	c.P.Struct()
	c.P.Field("handle_bytes")
	was := c.Kept()
	b, ok := c.Fetch(v, fileHandle.Size(c.ABI))
	if !ok || c.Failed && c.Ret != -eoverflow {
		c.P.Uint(was)
		c.P.EndStruct()
		return
	}
	now, _ := c.ABI.Load(b, abi.File_handle_handle_bytes)
	if now != was {
		c.P.Change()
		c.P.Uint(was)
		c.P.Arrow()
		c.P.Uint(now)
		c.P.EndChange()
	} else {
		c.P.Uint(was)
	}
	if !c.Failed {
		typ, _ := c.ABI.Load(b, abi.File_handle_handle_type)
		c.P.Field("handle_type")
		c.P.Int(int64(typ))
		c.P.Field("f_handle")
		showHandle(c, v+uint64(len(b)), now)
	}
	c.P.EndStruct()
}

// Plan implements d.Planned.
func (handleFound) Plan(p *d.Planner, from d.Expr) {
	p.AtEntryToo(func() { p.Block(from, 8+maxHandle) })
}
