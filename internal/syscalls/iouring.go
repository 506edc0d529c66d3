package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// Submission and completion rings: io_uring(7).

var ioUringSetup = d.Syscall{Name: "io_uring_setup", Ret: d.FD, Params: []*d.Param{
	{Name: "entries", Type: d.Uint},
	{Name: "params", Type: d.Ptr{To: &uringParams}, At: d.Exit},
}}

const uringAttachWQ = 1 << 5 // IORING_SETUP_ATTACH_WQ, linux/io_uring.h

func uringAttaches(c *d.Call) bool {
	return (d.M+d.Expr(abi.Io_uring_params_flags)).Eval(c)&uringAttachWQ != 0
}

// uringParams is struct io_uring_params (linux/io_uring.h).
var uringParams = d.Struct{Of: abi.Sizeof_io_uring_params, Fields: []*d.Field{
	{Name: "flags", At: abi.Io_uring_params_flags, Type: &d.Flags{&xlat.UringSetupFlag}},
	{Name: "sq_thread_cpu", At: abi.Io_uring_params_sq_thread_cpu, Type: d.Hex32},
	{Name: "sq_thread_idle", At: abi.Io_uring_params_sq_thread_idle, Type: d.Uint},
	{Name: "wq_fd", At: abi.Io_uring_params_wq_fd, Type: d.FD, If: uringAttaches},
	{Name: "resv", At: abi.Io_uring_params_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
	{Name: "sq_entries", At: abi.Io_uring_params_sq_entries, Type: d.Uint, If: succeeded},
	{Name: "cq_entries", At: abi.Io_uring_params_cq_entries, Type: d.Uint, If: succeeded},
	{Name: "features", At: abi.Io_uring_params_features, Type: &d.Flags{&xlat.UringFeature}, If: succeeded},
	{Name: "sq_off", At: abi.Io_uring_params_sq_off, Type: d.Embed{To: &sqringOffsets}, If: succeeded},
	{Name: "cq_off", At: abi.Io_uring_params_cq_off, Type: d.Embed{To: &cqringOffsets}, If: succeeded},
}}

// sqringOffsets is struct io_sqring_offsets.
var sqringOffsets = d.Struct{Of: abi.Sizeof_io_sqring_offsets, Fields: []*d.Field{
	{Name: "head", At: abi.Io_sqring_offsets_head, Type: d.Uint},
	{Name: "tail", At: abi.Io_sqring_offsets_tail, Type: d.Uint},
	{Name: "ring_mask", At: abi.Io_sqring_offsets_ring_mask, Type: d.Uint},
	{Name: "ring_entries", At: abi.Io_sqring_offsets_ring_entries, Type: d.Uint},
	{Name: "flags", At: abi.Io_sqring_offsets_flags, Type: d.Uint},
	{Name: "dropped", At: abi.Io_sqring_offsets_dropped, Type: d.Uint},
	{Name: "array", At: abi.Io_sqring_offsets_array, Type: d.Uint},
	{Name: "resv1", At: abi.Io_sqring_offsets_resv1, Type: d.Hex32, If: d.Nonzero},
	{Name: "user_addr", At: abi.Io_sqring_offsets_user_addr, Type: d.Hex64},
}}

// cqringOffsets is struct io_cqring_offsets.
var cqringOffsets = d.Struct{Of: abi.Sizeof_io_cqring_offsets, Fields: []*d.Field{
	{Name: "head", At: abi.Io_cqring_offsets_head, Type: d.Uint},
	{Name: "tail", At: abi.Io_cqring_offsets_tail, Type: d.Uint},
	{Name: "ring_mask", At: abi.Io_cqring_offsets_ring_mask, Type: d.Uint},
	{Name: "ring_entries", At: abi.Io_cqring_offsets_ring_entries, Type: d.Uint},
	{Name: "overflow", At: abi.Io_cqring_offsets_overflow, Type: d.Uint},
	{Name: "cqes", At: abi.Io_cqring_offsets_cqes, Type: d.Uint},
	{Name: "flags", At: abi.Io_cqring_offsets_flags, Type: d.Uint},
	{Name: "resv1", At: abi.Io_cqring_offsets_resv1, Type: d.Hex32, If: d.Nonzero},
	{Name: "user_addr", At: abi.Io_cqring_offsets_user_addr, Type: d.Hex64},
}}

var ioUringEnter = d.Syscall{Name: "io_uring_enter", Params: []*d.Param{
	{Name: "fd", Type: d.FD},
	{Name: "to_submit", Type: d.Uint},
	{Name: "min_complete", Type: d.Uint},
	{Name: "flags", Type: &d.Flags{&xlat.UringEnterFlag}},
	{Name: "sigset", Type: &d.Reads{Func: showUringArg, What: func(p *d.Planner, from d.Expr) {
		p.Type(d.SigSetPtr{Size: d.Arg5}, from)
		p.Type(d.Ptr{To: &uringEventsArg}, from)
	}}},
	{Name: "sigsetsize", Type: d.Ulong},
}}

// showUringArg shows a set of signals, or, if a flag says so, a structure.
func showUringArg(c *d.Call, v uint64) {
	const extArg, extArgReg = 1 << 3, 1 << 6 // linux/io_uring.h
	switch c.Args[3] & (extArg | extArgReg) {
	case extArg:
		d.Ptr{To: &uringEventsArg}.Show(c, v)
	case extArgReg:
		d.Ulong.Show(c, v) // an offset into registered memory
	default:
		d.SigSetPtr{Size: d.Arg5}.Show(c, v)
	}
}

// uringEventsArg is struct io_uring_getevents_arg.
var uringEventsArg = d.Struct{Of: abi.Sizeof_io_uring_getevents_arg, Fields: []*d.Field{
	{Name: "sigmask", At: abi.Io_uring_getevents_arg_sigmask, Type: d.Far{To: d.SigSetPtr{Size: d.M + d.Expr(abi.Io_uring_getevents_arg_sigmask_sz)}}},
	{Name: "sigmask_sz", At: abi.Io_uring_getevents_arg_sigmask_sz, Type: d.Uint},
	{Name: "min_wait_usec", At: abi.Io_uring_getevents_arg_min_wait_usec, Type: d.Uint},
	{Name: "ts", At: abi.Io_uring_getevents_arg_ts, Type: d.Far{To: timespec64Ptr}},
}}
