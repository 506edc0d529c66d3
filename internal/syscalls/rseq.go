package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Restartable sequences: linux/rseq.h, kernel Documentation/userspace-api/rseq.rst.

var rseq = d.Syscall{Name: "rseq", Params: []*d.Param{
	{Name: "rseq", Type: rseqPointer{}},
	{Name: "rseq_len", Type: d.Uint},
	{Name: "flags", Type: &d.Flags{&xlat.RseqFlag}},
	{Name: "sig", Type: d.Hex32},
}}

var rseqSliceYield = d.Syscall{Name: "rseq_slice_yield"}

// rseqPointer is a struct rseq if the program says that it has at least its first size.
type rseqPointer struct{}

// The sizes of the structure: the first one, and the one that linux/rseq.h has with its padding.
// It must be aligned.
const rseqFirstSize, rseqSize, rseqAlign = 32, 64, 32

// Show implements decode.Type.
func (rseqPointer) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	size := uint32(c.Args[1])
	if size < rseqFirstSize || v%rseqAlign != 0 {
		c.P.Addr(v)
		return
	}
	c.ShowSized(v, uint64(min(size, rseqSize)), &rseqArea)
}

// Plan implements decode.Planned.
func (rseqPointer) Plan(p *d.Planner, from d.Expr) { p.Object(from, &rseqArea, 0) }

// showRseqReserved shows the first byte behind the first size, 0 if there is none.
func showRseqReserved(c *d.Call, _ uint64) {
	b, _ := c.Object()
	if len(b) <= rseqFirstSize {
		c.P.Hex(0)
		return
	}
	c.P.Hex(uint64(b[rseqFirstSize]))
}

var (
	rseqNoCPU   = d.Enum{Of: &xlat.RseqCPU, Base: show.SignedDecimal}
	rseqCSFlags = d.Flags{&xlat.RseqCSFlag}
)

// showRseqCPU shows the number of a processor, or why there is none.
func showRseqCPU(c *d.Call, v uint64) {
	if n := int32(v); n < -2 || n >= 0 {
		c.P.Uint(uint64(uint32(v)))
		return
	}
	rseqNoCPU.Show(c, v)
}

var rseqArea = d.Struct{Of: abi.Sizeof_rseq, Fields: []*d.Field{
	{Name: "cpu_id_start", At: abi.Rseq_cpu_id_start, Type: d.Func(showRseqCPU)},
	{Name: "cpu_id", At: abi.Rseq_cpu_id, Type: d.Func(showRseqCPU)},
	{Name: "rseq_cs", At: abi.Rseq_rseq_cs, Type: rseqCSPointer{}},
	{Name: "flags", At: abi.Rseq_flags, Type: &rseqCSFlags},
	{Name: "node_id", At: abi.Rseq_node_id, Type: d.Uint},
	{Name: "mm_cid", At: abi.Rseq_mm_cid, Type: d.Uint},
	{Name: "slice_ctrl", At: abi.Rseq_slice_ctrl, Type: d.Embed{To: &rseqSlice}},
	{Name: "__reserved", At: abi.Rseq_cpu_id_start, Type: d.Func(showRseqReserved)},
}}

var rseqSlice = d.Struct{Of: abi.Sizeof_rseq_slice_ctrl, Fields: []*d.Field{
	{Name: "request", At: abi.Rseq_slice_ctrl_request, Type: d.Uint},
	{Name: "granted", At: abi.Rseq_slice_ctrl_granted, Type: d.Uint},
	{Name: "__reserved", At: abi.Rseq_slice_ctrl___reserved, Type: d.Hex32},
}}

// rseqCSPointer shows a critical section, and its address in a comment.
type rseqCSPointer struct{}

// Show implements decode.Type.
func (rseqCSPointer) Show(c *d.Call, v uint64) {
	if _, ok := c.Fetch(c.Word(v), rseqCS.Size(c.ABI)); !ok {
		c.P.Addr(v)
		return
	}
	v = c.Word(v)
	d.Ptr{To: &rseqCS}.Show(c, v)
	c.P.AddrComment(v)
}

// Plan implements decode.Planned.
func (rseqCSPointer) Plan(p *d.Planner, from d.Expr) { p.Object(from, &rseqCS, 0) }

var rseqCS = d.Struct{Of: abi.Sizeof_rseq_cs, Fields: []*d.Field{
	{Name: "version", At: abi.Rseq_cs_version, Type: d.Uint},
	{Name: "flags", At: abi.Rseq_cs_flags, Type: &rseqCSFlags},
	{Name: "start_ip", At: abi.Rseq_cs_start_ip, Type: d.Hex64},
	{Name: "post_commit_offset", At: abi.Rseq_cs_post_commit_offset, Type: d.Hex64},
	{Name: "abort_ip", At: abi.Rseq_cs_abort_ip, Type: d.Hex64},
}}
