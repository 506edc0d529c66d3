package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// What io_uring_register(2) takes, by operation (linux/io_uring.h, linux/io_uring/zcrx.h, linux/io_uring/query.h).

// uringFilesUpdate is struct io_uring_files_update.
var uringFilesUpdate = d.Struct{Of: abi.Sizeof_io_uring_files_update, Fields: []*d.Field{
	{Name: "offset", At: abi.Io_uring_files_update_offset, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_files_update_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "fds", At: abi.Io_uring_files_update_fds, Type: farArray{d.Array{Of: &d.FDObj, N: uringCount}}},
}}

// uringFilesRegister is struct io_uring_rsrc_register of files, uringBuffersRegister that of buffers.
var uringFilesRegister = d.Struct{Of: abi.Sizeof_io_uring_rsrc_register, Fields: []*d.Field{
	{Name: "nr", At: abi.Io_uring_rsrc_register_nr, Type: d.Uint},
	{Name: "flags", At: abi.Io_uring_rsrc_register_flags, Type: &uringRsrcFlags},
	{Name: "resv2", At: abi.Io_uring_rsrc_register_resv2, Type: d.Hex64, If: d.Nonzero},
	{Name: "data", At: abi.Io_uring_rsrc_register_data, Type: farArray{d.Array{Of: &d.FDObj, N: uringRsrcNr}}},
	{Name: "tags", At: abi.Io_uring_rsrc_register_tags, Type: farArray{d.Array{Of: &bpfHex64, N: uringRsrcNr}}},
}}

var uringBuffersRegister = d.Struct{Of: abi.Sizeof_io_uring_rsrc_register, Fields: []*d.Field{
	{Name: "nr", At: abi.Io_uring_rsrc_register_nr, Type: d.Uint},
	{Name: "flags", At: abi.Io_uring_rsrc_register_flags, Type: &uringRsrcFlags},
	{Name: "resv2", At: abi.Io_uring_rsrc_register_resv2, Type: d.Hex64, If: d.Nonzero},
	{Name: "data", At: abi.Io_uring_rsrc_register_data, Type: farArray{d.Array{Of: &iovecAddr, N: uringRsrcNr}}},
	{Name: "tags", At: abi.Io_uring_rsrc_register_tags, Type: farArray{d.Array{Of: &bpfHex64, N: uringRsrcNr}}},
}}

// uringFilesUpdate2 is struct io_uring_rsrc_update2 of files, uringBuffersUpdate2 that of buffers.
var uringFilesUpdate2 = d.Struct{Of: abi.Sizeof_io_uring_rsrc_update2, Fields: []*d.Field{
	{Name: "offset", At: abi.Io_uring_rsrc_update2_offset, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_rsrc_update2_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "data", At: abi.Io_uring_rsrc_update2_data, Type: farArray{d.Array{Of: &d.FDObj, N: uringUpdateNr}}},
	{Name: "tags", At: abi.Io_uring_rsrc_update2_tags, Type: farArray{d.Array{Of: &bpfHex64, N: uringUpdateNr}}},
	{Name: "nr", At: abi.Io_uring_rsrc_update2_nr, Type: d.Uint},
	{Name: "resv2", At: abi.Io_uring_rsrc_update2_resv2, Type: d.Hex32, If: d.Nonzero},
}}

var uringBuffersUpdate2 = d.Struct{Of: abi.Sizeof_io_uring_rsrc_update2, Fields: []*d.Field{
	{Name: "offset", At: abi.Io_uring_rsrc_update2_offset, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_rsrc_update2_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "data", At: abi.Io_uring_rsrc_update2_data, Type: farArray{d.Array{Of: &iovecAddr, N: uringUpdateNr}}},
	{Name: "tags", At: abi.Io_uring_rsrc_update2_tags, Type: farArray{d.Array{Of: &bpfHex64, N: uringUpdateNr}}},
	{Name: "nr", At: abi.Io_uring_rsrc_update2_nr, Type: d.Uint},
	{Name: "resv2", At: abi.Io_uring_rsrc_update2_resv2, Type: d.Hex32, If: d.Nonzero},
}}

// uringRingFD is struct io_uring_rsrc_update of IORING_REGISTER_RING_FDS, uringRingOffset that of IORING_UNREGISTER_RING_FDS.
var uringRingFD = d.Struct{Of: abi.Sizeof_io_uring_rsrc_update, Fields: []*d.Field{
	{Name: "offset", At: abi.Io_uring_rsrc_update_offset, Type: d.Func(showRingOffset)},
	{Name: "resv", At: abi.Io_uring_rsrc_update_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "data", At: abi.Io_uring_rsrc_update_data, Type: d.Func(showRingFD)},
}}

var uringRingOffset = d.Struct{Of: abi.Sizeof_io_uring_rsrc_update, Fields: []*d.Field{
	{Name: "offset", At: abi.Io_uring_rsrc_update_offset, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_rsrc_update_resv, Type: d.Hex32, If: d.Nonzero},
	{Name: "data", At: abi.Io_uring_rsrc_update_data, Type: d.Hex64, If: d.Nonzero},
}}

// uringBufReg is struct io_uring_buf_reg.
var uringBufReg = d.Struct{Of: abi.Sizeof_io_uring_buf_reg, Fields: []*d.Field{
	{Name: "ring_addr", At: abi.Io_uring_buf_reg_ring_addr, Type: d.Addr64},
	{Name: "ring_entries", At: abi.Io_uring_buf_reg_ring_entries, Type: d.Uint},
	{Name: "bgid", At: abi.Io_uring_buf_reg_bgid, Type: d.Uint},
	{Name: "flags", At: abi.Io_uring_buf_reg_flags, Type: d.Hex32},
	{Name: "min_left", At: abi.Io_uring_buf_reg_min_left, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_buf_reg_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// uringSyncCancel is struct io_uring_sync_cancel_reg.
var uringSyncCancel = d.Struct{Of: abi.Sizeof_io_uring_sync_cancel_reg, Fields: []*d.Field{
	{Name: "addr", At: abi.Io_uring_sync_cancel_reg_addr, Type: d.Addr64},
	{Name: "fd", At: abi.Io_uring_sync_cancel_reg_fd, Type: d.FD},
	{Name: "flags", At: abi.Io_uring_sync_cancel_reg_flags, Type: &uringCancelFlags},
	{Name: "timeout", At: abi.Io_uring_sync_cancel_reg_timeout, Type: d.Embed{To: &uringTimeout}},
	{Name: "opcode", At: abi.Io_uring_sync_cancel_reg_opcode, Type: &uringOpHex},
	{Name: "pad", At: abi.Io_uring_sync_cancel_reg_pad, Type: d.EmbedArray{Of: &uringHex8}, If: bytesUsed},
	{Name: "pad2", At: abi.Io_uring_sync_cancel_reg_pad2, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
}}

// uringFileRange is struct io_uring_file_index_range.
var uringFileRange = d.Struct{Of: abi.Sizeof_io_uring_file_index_range, Fields: []*d.Field{
	{Name: "off", At: abi.Io_uring_file_index_range_off, Type: d.Uint},
	{Name: "len", At: abi.Io_uring_file_index_range_len, Type: d.Uint},
	{Name: "resv", At: abi.Io_uring_file_index_range_resv, Type: d.Hex64, If: d.Nonzero},
}}

// uringBufStatus is struct io_uring_buf_status.
var uringBufStatus = d.Struct{Of: abi.Sizeof_io_uring_buf_status, Fields: []*d.Field{
	{Name: "buf_group", At: abi.Io_uring_buf_status_buf_group, Type: d.Hex32},
	{Name: "head", At: abi.Io_uring_buf_status_head, Type: d.Hex32, If: succeeded},
	{Name: "resv", At: abi.Io_uring_buf_status_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// uringNapi is struct io_uring_napi.
var uringNapi = d.Struct{Of: abi.Sizeof_io_uring_napi, Fields: []*d.Field{
	{Name: "busy_poll_to", At: abi.Io_uring_napi_busy_poll_to, Type: d.Hex32},
	{Name: "prefer_busy_poll", At: abi.Io_uring_napi_prefer_busy_poll, Type: d.Hex32},
	{Name: "opcode", At: abi.Io_uring_napi_opcode, Type: &uringNapiOp},
	{Name: "pad", At: abi.Io_uring_napi_pad, Type: d.EmbedArray{Of: &uringHex8}, If: bytesUsed},
	{Name: "op_param", At: abi.Io_uring_napi_op_param, Type: d.Func(showNapiParam)},
	{Name: "resv", At: abi.Io_uring_napi_resv, Type: d.Hex32, If: d.Nonzero},
}}

// uringClock is struct io_uring_clock_register.
var uringClock = d.Struct{Of: abi.Sizeof_io_uring_clock_register, Fields: []*d.Field{
	{Name: "clockid", At: abi.Io_uring_clock_register_clockid, Type: &clockID},
	{Name: "__resv", At: abi.Io_uring_clock_register_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// uringCloneBuffers is struct io_uring_clone_buffers.
var uringCloneBuffers = d.Struct{Of: abi.Sizeof_io_uring_clone_buffers, Fields: []*d.Field{
	{Name: "src_fd", At: abi.Io_uring_clone_buffers_src_fd, Type: d.FD},
	{Name: "flags", At: abi.Io_uring_clone_buffers_flags, Type: &uringCloneFlags},
	{Name: "src_off", At: abi.Io_uring_clone_buffers_src_off, Type: d.Uint},
	{Name: "dst_off", At: abi.Io_uring_clone_buffers_dst_off, Type: d.Uint},
	{Name: "nr", At: abi.Io_uring_clone_buffers_nr, Type: d.Uint},
	{Name: "pad", At: abi.Io_uring_clone_buffers_pad, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// uringZcrxIfq is struct io_uring_zcrx_ifq_reg.
var uringZcrxIfq = d.Struct{Of: abi.Sizeof_io_uring_zcrx_ifq_reg, Fields: []*d.Field{
	{Name: "if_idx", At: abi.Io_uring_zcrx_ifq_reg_if_idx, Type: d.Func(bpfInterface)},
	{Name: "if_rxq", At: abi.Io_uring_zcrx_ifq_reg_if_rxq, Type: d.Uint},
	{Name: "rq_entries", At: abi.Io_uring_zcrx_ifq_reg_rq_entries, Type: d.Uint},
	{Name: "flags", At: abi.Io_uring_zcrx_ifq_reg_flags, Type: &uringZcrxFlags},
	{Name: "area_ptr", At: abi.Io_uring_zcrx_ifq_reg_area_ptr, Type: d.Addr64},
	{Name: "region_ptr", At: abi.Io_uring_zcrx_ifq_reg_region_ptr, Type: d.Addr64},
	{Name: "offsets", At: abi.Io_uring_zcrx_ifq_reg_offsets, Type: d.Embed{To: &uringZcrxOffsets}},
	{Name: "zcrx_id", At: abi.Io_uring_zcrx_ifq_reg_zcrx_id, Type: d.Uint},
	{Name: "rx_buf_len", At: abi.Io_uring_zcrx_ifq_reg_rx_buf_len, Type: d.Uint},
	{Name: "event_desc", At: abi.Io_uring_zcrx_ifq_reg_event_desc, Type: d.Addr64},
	{Name: "__resv", At: abi.Io_uring_zcrx_ifq_reg_resv, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
}}

// uringZcrxOffsets is struct io_uring_zcrx_offsets.
var uringZcrxOffsets = d.Struct{Of: abi.Sizeof_io_uring_zcrx_offsets, Fields: []*d.Field{
	{Name: "head", At: abi.Io_uring_zcrx_offsets_head, Type: d.Uint},
	{Name: "tail", At: abi.Io_uring_zcrx_offsets_tail, Type: d.Uint},
	{Name: "rqes", At: abi.Io_uring_zcrx_offsets_rqes, Type: d.Uint},
	{Name: "__resv2", At: abi.Io_uring_zcrx_offsets_resv2, Type: d.Hex32, If: d.Nonzero},
	{Name: "__resv", At: abi.Io_uring_zcrx_offsets_resv, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
}}

// uringMemRegion is struct io_uring_mem_region_reg.
var uringMemRegion = d.Struct{Of: abi.Sizeof_io_uring_mem_region_reg, Fields: []*d.Field{
	{Name: "region_uptr", At: abi.Io_uring_mem_region_reg_region_uptr, Type: d.Addr64},
	{Name: "flags", At: abi.Io_uring_mem_region_reg_flags, Type: &uringRegionFlags},
	{Name: "__resv", At: abi.Io_uring_mem_region_reg_resv, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
}}

// uringZcrxCtrl is struct zcrx_ctrl.
var uringZcrxCtrl = d.Struct{Of: abi.Sizeof_zcrx_ctrl, Fields: []*d.Field{
	{Name: "zcrx_id", At: abi.Zcrx_ctrl_zcrx_id, Type: d.Uint},
	{Name: "op", At: abi.Zcrx_ctrl_op, Type: &uringZcrxOp},
	{Name: "__resv", At: abi.Zcrx_ctrl_resv, Type: d.EmbedArray{Of: &bpfHex64}, If: bytesUsed},
	{Name: "zc_flush", At: abi.Zcrx_ctrl_zc_flush, Type: d.Func(showZcrxFlush), If: zcrxFlushes},
	{Name: "zc_export", At: abi.Zcrx_ctrl_zc_export, Type: d.Func(showZcrxExport), If: zcrxExports},
	{Name: "zc_arm_event", At: abi.Zcrx_ctrl_zc_arm_event, Type: d.Func(showZcrxArm), If: zcrxArms},
}}

// uringResize are the members of struct io_uring_params that IORING_REGISTER_RESIZE_RINGS looks at.
var uringResize = d.Struct{Of: abi.Sizeof_io_uring_params, Fields: []*d.Field{
	{Name: "sq_entries", At: abi.Io_uring_params_sq_entries, Type: d.Uint},
	{Name: "cq_entries", At: abi.Io_uring_params_cq_entries, Type: d.Uint},
	{Name: "flags", At: abi.Io_uring_params_flags, Type: &d.Flags{&xlat.UringSetupFlag}},
	{Name: "sq_off", At: abi.Io_uring_params_sq_off_user_addr, Type: d.Func(showRingAddr), If: d.Nonzero},
	{Name: "cq_off", At: abi.Io_uring_params_cq_off_user_addr, Type: d.Func(showRingAddr), If: d.Nonzero},
	{Name: "resv", At: abi.Io_uring_params_resv, Type: d.EmbedArray{Of: &d.Hex32Ob}, If: bytesUsed},
}}

// showRingAddr shows the one member of a ring's offsets that counts.
func showRingAddr(c *d.Call, v uint64) {
	c.P.Struct()
	c.P.Field("user_addr")
	c.P.Hex(v)
	c.P.EndStruct()
}
