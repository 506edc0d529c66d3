package syscalls

import (
	"bytes"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// Values of what io_uring_register(2) takes.

var (
	uringRsrcFlags   = d.Flags{&xlat.UringRsrcFlag}
	uringCancelFlags = d.Flags{&xlat.UringCancelFlag}
	uringCloneFlags  = d.Flags{&xlat.UringCloneFlag}
	uringRegionFlags = d.Flags64{&xlat.UringRegionFlag}
	uringZcrxFlags   = d.Flags{&xlat.ZcrxFlag}
	uringZcrxOp      = d.Enum{Of: &xlat.ZcrxOp}
	uringNapiOp      = d.Enum{Of: &xlat.UringNapiOp}
	uringOpHex       = d.Enum{Of: &xlat.UringOp}
	uringOpDec       = d.Enum{Of: &xlat.UringOp, Base: show.UnsignedDecimal}
	uringHex8        = d.Num{Type: d.Hex32, Bytes: 1}
	uringProbeFlags  = d.Flags{&xlat.UringProbeFlag}
)

// uringTimeout is struct __kernel_timespec, in which -1 is for ever.
var uringTimeout = d.Struct{Of: abi.Sizeof_kernel_timespec, Fields: []*d.Field{
	{Name: "tv_sec", At: abi.Kernel_timespec_tv_sec, Type: d.Int64},
	{Name: "tv_nsec", At: abi.Kernel_timespec_tv_nsec, Type: d.Int64},
}}

func showRingOffset(c *d.Call, v uint64) {
	if uint32(v) == 1<<32-1 { // any
		c.P.Int(-1)
		return
	}
	c.P.Uint(v)
}

// showRingFD shows a descriptor in a member of 64 bits.
func showRingFD(c *d.Call, v uint64) { d.FD.Show(c, uint64(uint32(v))) }

// uringProbe is struct io_uring_probe and the operations behind it: as many as the program has room for, then as
// many as the kernel knows.
type uringProbe struct{}

const uringProbeHead, uringProbeOp = 16, 8

func uringProbeSize(c *d.Call) int {
	return uringProbeHead + uringProbeOp*int(min(uint64(uint32(c.Args[3])), 256))
}

// Save implements Saver.
func (uringProbe) Save(c *d.Call, v uint64) {
	if b, ok := c.Fetch(c.Word(v), uringProbeSize(c)); ok {
		c.Stash(b)
	}
}

// Show implements Type.
func (uringProbe) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	was := c.Stashed()
	if len(was) == 0 {
		c.P.Addr(v)
		return
	}
	room := (len(was) - uringProbeHead) / uringProbeOp
	blank := !bytes.ContainsFunc(was, func(r rune) bool { return r != 0 })
	switch {
	case c.Failed && blank:
		c.P.Addr(v)
		return
	case c.Failed:
		showUringProbe(c, was, room, room)
		return
	case !blank:
		c.P.Change()
		showUringProbe(c, was, room, room)
		c.P.Arrow()
	}
	if b, ok := c.Fetch(v, len(was)); ok {
		showUringProbe(c, b, min(room, int(b[1])), int(b[1]))
	} else {
		c.P.Addr(v)
	}
	if !blank {
		c.P.EndChange()
	}
}

// Plan implements Planned.
func (uringProbe) Plan(p *d.Planner, from d.Expr) {
	p.Block(from, uringProbeHead)
	p.Block(from, uringProbeHead+256*uringProbeOp)
}

// showUringProbe shows n operations of all that there are.
func showUringProbe(c *d.Call, b []byte, n, all int) {
	c.P.Struct()
	uringProbeMembers.Members(c, b)
	c.P.Field("ops")
	c.P.Array()
	for i := range n {
		if i == c.P.StrLen && c.Abbrev {
			c.P.MoreElems()
			break
		}
		c.P.Elem()
		o := uringProbeHead + i*uringProbeOp
		c.ShowAt(&uringProbed, b[o:o+uringProbeOp], 0)
	}
	if all > n {
		c.P.MoreElems()
	}
	c.P.EndArray()
	c.P.EndStruct()
}

var uringProbeMembers = d.Struct{Of: abi.Sizeof_io_uring_probe, Fields: []*d.Field{
	{Name: "last_op", At: abi.Io_uring_probe_last_op, Type: &uringOpDec},
	{Name: "ops_len", At: abi.Io_uring_probe_ops_len, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_probe_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "resv2", At: abi.Io_uring_probe_resv2, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

var uringProbed = d.Struct{Of: abi.Sizeof_io_uring_probe_op, Fields: []*d.Field{
	{Name: "op", At: abi.Io_uring_probe_op_op, Type: &uringOpDec},
	{Name: "resv", At: abi.Io_uring_probe_op_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "flags", At: abi.Io_uring_probe_op_flags, Type: &uringProbeFlags},
	{Name: "resv2", At: abi.Io_uring_probe_op_resv2, Type: d.Hex32, If: d.Nonzero},
}}

// The kinds of struct io_uring_restriction.
const (
	uringRestrictRegister = iota
	uringRestrictSQE
	uringRestrictAllowed
	uringRestrictRequired
)

func uringRestricts(c *d.Call) uint64 {
	return (d.M + d.Expr(abi.Io_uring_restriction_opcode)).Eval(c)
}

var uringRestriction = d.Struct{Of: abi.Sizeof_io_uring_restriction, Fields: []*d.Field{
	{Name: "opcode", At: abi.Io_uring_restriction_opcode, Type: d.Func(showUringRestriction)},
	{Name: "register_op", At: abi.Io_uring_restriction_register_op, Type: &d.Enum{Of: &xlat.UringRegisterOp},
		If: func(c *d.Call) bool { return uringRestricts(c) == uringRestrictRegister }},
	{Name: "sqe_op", At: abi.Io_uring_restriction_sqe_op, Type: &uringOpHex,
		If: func(c *d.Call) bool { return uringRestricts(c) == uringRestrictSQE }},
	{Name: "sqe_flags", At: abi.Io_uring_restriction_sqe_flags, Type: &d.Flags{&xlat.UringSqeFlag},
		If: func(c *d.Call) bool {
			return uringRestricts(c) == uringRestrictAllowed || uringRestricts(c) == uringRestrictRequired
		}},
	{Name: "resv", At: abi.Io_uring_restriction_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "resv2", At: abi.Io_uring_restriction_resv2, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// showUringRestriction shows a kind; of an unknown one what it is about, in a comment.
func showUringRestriction(c *d.Call, v uint64) {
	c.P.Symbol(v, &xlat.UringRestriction, show.Hexadecimal)
	if v > uringRestrictRequired {
		b, _ := c.Object()
		c.P.OpenComment()
		c.P.Text("op: ")
		if !c.P.JSON {
			c.P.Hex(uint64(b[2]))
		}
		c.P.CloseComment()
	}
}

// uringWorkers are the greatest numbers of workers of each kind, as they were and as they are.
type uringWorkers struct{}

// Save implements Saver.
func (uringWorkers) Save(c *d.Call, v uint64) {
	n := int(min(uint64(uint32(c.Args[3])), 1024))
	if b, ok := c.Fetch(c.Word(v), 4*n); ok {
		c.Stash(b)
	}
}

// Show implements Type.
func (uringWorkers) Show(c *d.Call, v uint64) {
	v = c.Word(v)
	was := c.Stashed()
	if len(was) == 0 {
		d.Array{Of: &d.UintObj, N: uringCount}.Show(c, v)
		return
	}
	c.P.Change()
	showUringWorkers(c, was)
	c.P.Arrow()
	if b, ok := c.Fetch(v, len(was)); ok && !c.Failed {
		showUringWorkers(c, b)
	} else {
		c.P.Addr(v)
	}
	c.P.EndChange()
}

// Plan implements Planned.
func (uringWorkers) Plan(p *d.Planner, from d.Expr) { p.Object(from, &d.UintObj, uringCount) }

func showUringWorkers(c *d.Call, b []byte) {
	c.P.Array()
	for i := range len(b) / 4 {
		c.P.Elem()
		c.P.Index(uint64(i), 0, &xlat.UringWorker)
		c.P.Uint(abi.LoadInt(b[4*i:], 4, false))
	}
	c.P.EndArray()
}

// showNapiParam shows a way of tracking, or an id.
func showNapiParam(c *d.Call, v uint64) {
	switch (d.M + d.Expr(abi.Io_uring_napi_opcode)).Eval(c) {
	case 0: // IO_URING_NAPI_REGISTER_OP
		c.P.Symbol(v, &xlat.UringNapiTracking, show.Hexadecimal)
	default:
		c.P.Hex(v)
	}
}

// What struct zcrx_ctrl is for (enum zcrx_ctrl_op).
func zcrxOp(c *d.Call) uint64    { return (d.M + d.Expr(abi.Zcrx_ctrl_op)).Eval(c) }
func zcrxFlushes(c *d.Call) bool { return zcrxOp(c) == 0 }
func zcrxExports(c *d.Call) bool { return zcrxOp(c) == 1 }
func zcrxArms(c *d.Call) bool    { return zcrxOp(c) == 2 }

func showZcrxFlush(c *d.Call, _ uint64) { showZcrxPart(c, &zcrxFlush) }

func showZcrxExport(c *d.Call, _ uint64) { showZcrxPart(c, &zcrxExport) }

func showZcrxArm(c *d.Call, _ uint64) { showZcrxPart(c, &zcrxArm) }

// showZcrxPart shows the members of one use of the structure.
func showZcrxPart(c *d.Call, s *d.Struct) {
	b, _ := c.Object()
	c.P.Struct()
	s.Members(c, b)
	c.P.EndStruct()
}

var zcrxFlush = d.Struct{Of: abi.Sizeof_zcrx_ctrl, Fields: []*d.Field{
	{Name: "__resv", At: abi.Zcrx_ctrl_zc_flush_resv, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
}}

var zcrxExport = d.Struct{Of: abi.Sizeof_zcrx_ctrl, Fields: []*d.Field{
	{Name: "zcrx_fd", At: abi.Zcrx_ctrl_zc_export_zcrx_fd, Type: d.FD},
	{Name: "__resv1", At: abi.Zcrx_ctrl_zc_export_resv1, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

var zcrxArm = d.Struct{Of: abi.Sizeof_zcrx_ctrl, Fields: []*d.Field{
	{Name: "event_type", At: abi.Zcrx_ctrl_zc_arm_event_event_type, Type: &d.Enum{Of: &xlat.ZcrxEvent}},
	{Name: "__resv", At: abi.Zcrx_ctrl_zc_arm_event_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// uringQuery is struct io_uring_query_hdr, which may be the first of a list.
type uringQuery struct{}

// Size implements Object.
func (uringQuery) Size(a *abi.ABI) int { return uringQueryMembers.Size(a) }

// ShowAt implements Object.
func (uringQuery) ShowAt(c *d.Call, b []byte) { showUringQuery(c, b) }

// Plan implements PlannedObject: the answer, and the rest of the list.
func (uringQuery) Plan(p *d.Planner) {
	for op, answer := range uringAnswers {
		p.When(d.M+d.Expr(abi.Io_uring_query_hdr_query_op), uint64(op), func() {
			p.Object(d.M+d.Expr(abi.Io_uring_query_hdr_query_data), answer, 0)
		})
	}
	p.Object(d.M+d.Expr(abi.Io_uring_query_hdr_next_entry), uringQuery{}, 0)
}

var uringQueryMembers = d.Struct{Of: abi.Sizeof_io_uring_query_hdr, Fields: []*d.Field{
	{Name: "query_data", At: abi.Io_uring_query_hdr_query_data, Type: d.Addr64, If: uringQueryAddr},
	{Name: "query_op", At: abi.Io_uring_query_hdr_query_op, Type: &d.Enum{Of: &xlat.UringQueryOp}},
	{Name: "size", At: abi.Io_uring_query_hdr_size, Type: d.Uint},
	{Name: "result", At: abi.Io_uring_query_hdr_result, Type: d.Int},
	{Name: "__resv", At: abi.Io_uring_query_hdr_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// uringQueryAddr says whether the address of the answer is shown: text shows the answer
// behind it, under the same name; in JSON the answer alone has the name.
func uringQueryAddr(c *d.Call) bool {
	return !c.P.JSON || (d.M+d.Expr(abi.Io_uring_query_hdr_size)).Eval(c) == 0
}

// maxUringQueries bounds a list, which may be a ring.
const maxUringQueries = 50

func showUringQuery(c *d.Call, b []byte) {
	depth, most := 0, maxUringQueries
	if c.Abbrev {
		most = min(most, c.P.StrLen)
	}
	for {
		c.P.Struct()
		depth++
		uringQueryMembers.Members(c, b)
		showUringQueryData(c, b)
		next, _ := c.ABI.Load(b, abi.Io_uring_query_hdr_next_entry)
		c.P.Field("next_entry")
		more, ok := c.Fetch(next, uringQueryMembers.Size(c.ABI))
		if !ok || depth >= most || c.Word(next) != next {
			c.P.Addr(next)
			if ok {
				c.P.Comment("...")
			}
			break
		}
		b = more
	}
	for range depth {
		c.P.EndStruct()
	}
}

// uringAnswers are what is asked, by number (enum io_uring_query_op).
var uringAnswers = [...]*d.Struct{&uringOpcodes, &uringZcrx, &uringSCQ, &uringZcrxEvents}

// showUringQueryData shows the answer, if there is room for it.
func showUringQueryData(c *d.Call, b []byte) {
	size, _ := c.ABI.Load(b, abi.Io_uring_query_hdr_size)
	op, _ := c.ABI.Load(b, abi.Io_uring_query_hdr_query_op)
	addr, _ := c.ABI.Load(b, abi.Io_uring_query_hdr_query_data)
	if size == 0 {
		return
	}
	c.P.Field("query_data")
	if op >= uint64(len(uringAnswers)) {
		c.P.Addr(addr)
		return
	}
	d.Far{To: d.Ptr{To: uringAnswers[op]}}.Show(c, addr)
}

var uringOpcodes = d.Struct{Of: abi.Sizeof_io_uring_query_opcode, Fields: []*d.Field{
	{Name: "nr_request_opcodes", At: abi.Io_uring_query_opcode_nr_request_opcodes, Type: d.Uint},
	{Name: "nr_register_opcodes", At: abi.Io_uring_query_opcode_nr_register_opcodes, Type: d.Uint},
	{Name: "feature_flags", At: abi.Io_uring_query_opcode_feature_flags, Type: &d.Flags64{&xlat.UringFeature}},
	{Name: "ring_setup_flags", At: abi.Io_uring_query_opcode_ring_setup_flags, Type: &d.Flags64{&xlat.UringSetupFlag}},
	{Name: "enter_flags", At: abi.Io_uring_query_opcode_enter_flags, Type: &d.Flags64{&xlat.UringEnterFlag}},
	{Name: "sqe_flags", At: abi.Io_uring_query_opcode_sqe_flags, Type: &d.Flags64{&xlat.UringSqeFlag}},
	{Name: "nr_query_opcodes", At: abi.Io_uring_query_opcode_nr_query_opcodes, Type: d.Uint},
	{Name: "__pad", At: abi.Io_uring_query_opcode_pad, Type: d.Hex32, If: d.Nonzero},
}}

var uringZcrx = d.Struct{Of: abi.Sizeof_io_uring_query_zcrx, Fields: []*d.Field{
	{Name: "register_flags", At: abi.Io_uring_query_zcrx_register_flags, Type: &d.Flags64{&xlat.ZcrxFlag}},
	{Name: "area_flags", At: abi.Io_uring_query_zcrx_area_flags, Type: &d.Flags64{&xlat.ZcrxAreaFlag}},
	{Name: "nr_ctrl_opcodes", At: abi.Io_uring_query_zcrx_nr_ctrl_opcodes, Type: d.Uint},
	{Name: "features", At: abi.Io_uring_query_zcrx_features, Type: d.Hex32},
	{Name: "rq_hdr_size", At: abi.Io_uring_query_zcrx_rq_hdr_size, Type: d.Uint},
	{Name: "rq_hdr_alignment", At: abi.Io_uring_query_zcrx_rq_hdr_alignment, Type: d.Uint},
	{Name: "__resv2", At: abi.Io_uring_query_zcrx_resv2, Type: d.Hex64, If: d.Nonzero},
}}

var uringSCQ = d.Struct{Of: abi.Sizeof_io_uring_query_scq, Fields: []*d.Field{
	{Name: "hdr_size", At: abi.Io_uring_query_scq_hdr_size, Type: d.Uint64},
	{Name: "hdr_alignment", At: abi.Io_uring_query_scq_hdr_alignment, Type: d.Uint64},
}}

var uringZcrxEvents = d.Struct{Of: abi.Sizeof_io_uring_query_zcrx_event, Fields: []*d.Field{
	{Name: "event_flags", At: abi.Io_uring_query_zcrx_event_event_flags, Type: d.Hex32},
	{Name: "stats_size", At: abi.Io_uring_query_zcrx_event_stats_size, Type: d.Uint},
	{Name: "stats_off_alignment", At: abi.Io_uring_query_zcrx_event_stats_off_alignment, Type: d.Uint},
	{Name: "__resv1", At: abi.Io_uring_query_zcrx_event_resv1, Type: d.Hex32, If: d.Nonzero},
	{Name: "__resv2", At: abi.Io_uring_query_zcrx_event_resv2, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
}}

// uringSQE is struct io_uring_sqe: what some members are called depends on the operation.
var uringSQE = d.Struct{Of: abi.Sizeof_io_uring_sqe, Fields: []*d.Field{
	{Name: "opcode", At: abi.Io_uring_sqe_opcode, Type: &uringOpDec},
	{Name: "flags", At: abi.Io_uring_sqe_flags, Type: &d.Flags{&xlat.UringSqeFlag}},
	{Name: "ioprio", At: abi.Io_uring_sqe_ioprio, Type: d.Func(showSQEPrio)},
	{Name: "fd", At: abi.Io_uring_sqe_fd, Type: d.FD},
	{Name: "off", At: abi.Io_uring_sqe_off, Type: d.Hex64},
	{Name: "addr", At: abi.Io_uring_sqe_addr, Type: d.Hex64},
	{Name: "len", At: abi.Io_uring_sqe_len, Type: d.Uint},
	{Name: "nop_flags", At: abi.Io_uring_sqe_nop_flags, Type: &d.Flags{&xlat.UringNopFlag}, If: sqeIsNop},
	{Name: "msg_ring_flags", At: abi.Io_uring_sqe_msg_ring_flags, Type: &d.Flags{&xlat.UringMsgRingFlag}, If: sqeIsMsgRing},
	{Name: "install_fd_flags", At: abi.Io_uring_sqe_install_fd_flags, Type: &d.Flags{&xlat.UringInstallFlag}, If: sqeIsInstall},
	{Name: "rw_flags", At: abi.Io_uring_sqe_rw_flags, Type: d.Hex32, If: sqeIsOther},
	{Name: "user_data", At: abi.Io_uring_sqe_user_data, Type: d.Hex64},
	{Name: "buf_index", At: abi.Io_uring_sqe_buf_index, Type: d.Hex32},
	{Name: "personality", At: abi.Io_uring_sqe_personality, Type: d.Uint},
	{Name: "file_index", At: abi.Io_uring_sqe_file_index, Type: d.Hex32},
	{Name: "attr_type_mask", At: abi.Io_uring_sqe_attr_type_mask, Type: &d.Flags64{&xlat.UringAttrFlag}, If: sqeHasAttr},
	{Name: "attr_ptr", At: abi.Io_uring_sqe_attr_ptr, Type: d.Hex64, If: sqeHasAttr},
	{Name: "optval", At: abi.Io_uring_sqe_optval, Type: d.Hex64, If: sqeHasNoAttr},
	{Name: "cmd", At: abi.Io_uring_sqe_cmd, Type: &sqeCommand, If: sqeIsLong},
}}

// sqeCommand is behind the entry, not a member of it.
var sqeCommand = d.Reads{Func: showSQECommand, What: func(p *d.Planner, _ d.Expr) { p.Memory(d.End, d.C+uringSQESize) }}

// showSQECommand shows the second half of a long entry.
func showSQECommand(c *d.Call, _ uint64) {
	_, base := c.Object()
	size := uint64(uringSQESize)
	d.Array{Of: &uringHex8}.ShowN(c, base+size, size)
}

const uringSQESize = 64 // sizeof(struct io_uring_sqe)

// showSQEPrio shows a priority, or what flags there are in its place.
func showSQEPrio(c *d.Call, v uint64) {
	switch sqeOp(c) {
	case 9, 10, 26, 27, 47, 48, 58: // those that send or receive
		sqeSendFlags.Show(c, v)
	case 13: // IORING_OP_ACCEPT
		sqeAcceptFlags.Show(c, v)
	default:
		c.P.Uint(v)
	}
}

var (
	sqeSendFlags   = d.Flags{&xlat.UringSendFlag}
	sqeAcceptFlags = d.Flags{&xlat.UringAcceptFlag}
)

func sqeOp(c *d.Call) uint64 { return (d.M + d.Expr(abi.Io_uring_sqe_opcode)).Eval(c) }

// Operations of which an entry has members with names of their own (enum io_uring_op).
func sqeIsNop(c *d.Call) bool     { return sqeOp(c) == 0 || sqeOp(c) == 63 }
func sqeIsMsgRing(c *d.Call) bool { return sqeOp(c) == 40 }
func sqeIsInstall(c *d.Call) bool { return sqeOp(c) == 54 }
func sqeIsLong(c *d.Call) bool    { return sqeOp(c) == 63 || sqeOp(c) == 64 }
func sqeIsOther(c *d.Call) bool   { return !sqeIsNop(c) && !sqeIsMsgRing(c) && !sqeIsInstall(c) }

// sqeHasAttr says whether the operation takes attributes and the entry has some.
func sqeHasAttr(c *d.Call) bool {
	if (d.M + d.Expr(abi.Io_uring_sqe_attr_type_mask)).Eval(c) == 0 {
		return false
	}
	switch sqeOp(c) {
	case 1, 2, 4, 5, 9, 10, 22, 23, 26, 27, 47, 49, 58, 60, 61: // those that read or write, send or receive
		return true
	}
	return false
}

func sqeHasNoAttr(c *d.Call) bool { return !sqeHasAttr(c) }
