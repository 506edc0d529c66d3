package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// Members of union bpf_attr (linux/bpf.h) by command. A number at the end of a name is the length
// that the attributes must exceed for these to be among them.

// BPF_MAP_CREATE.
var bpfMapCreate = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_type", At: abi.Bpf_attr_map_type, Type: &bpfMapType},
	{Name: "key_size", At: abi.Bpf_attr_key_size, Type: d.Uint},
	{Name: "value_size", At: abi.Bpf_attr_value_size, Type: d.Uint},
	{Name: "max_entries", At: abi.Bpf_attr_max_entries, Type: d.Uint},
}}

// bpfMapCreate16 and its like are what was added later, behind byte 16.
var bpfMapCreate16 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_flags", At: abi.Bpf_attr_map_flags, Type: &bpfMapFlags},
}}

var bpfMapCreate20 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "inner_map_fd", At: abi.Bpf_attr_inner_map_fd, Type: d.FD},
}}

var bpfMapCreate24 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "numa_node", At: abi.Bpf_attr_numa_node, Type: d.Func(bpfNumaNode), If: bpfHasNode},
}}

var bpfMapCreate28 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_name", At: abi.Bpf_attr_map_name, Type: d.Func(bpfName)},
}}

var bpfMapCreate44 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_ifindex", At: abi.Bpf_attr_map_ifindex, Type: d.Func(bpfInterface)},
}}

var bpfMapCreate48 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "btf_fd", At: abi.Bpf_attr_btf_fd, Type: d.FD},
	{Name: "btf_key_type_id", At: abi.Bpf_attr_btf_key_type_id, Type: d.Uint},
	{Name: "btf_value_type_id", At: abi.Bpf_attr_btf_value_type_id, Type: d.Uint},
}}

var bpfMapCreate60 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "btf_vmlinux_value_type_id", At: abi.Bpf_attr_btf_vmlinux_value_type_id, Type: d.Uint},
}}

var bpfMapCreate64 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_extra", At: abi.Bpf_attr_map_extra, Type: d.Func(bpfMaxUint)},
}}

var bpfMapCreate72 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "value_type_btf_obj_fd", At: abi.Bpf_attr_value_type_btf_obj_fd, Type: d.FD},
}}

var bpfMapCreate76 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_token_fd", At: abi.Bpf_attr_map_token_fd, Type: d.FD},
}}

var bpfMapCreate80 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "excl_prog_hash", At: abi.Bpf_attr_excl_prog_hash, Type: d.Addr64},
	{Name: "excl_prog_hash_size", At: abi.Bpf_attr_excl_prog_hash_size, Type: d.Uint},
}}

// BPF_MAP_LOOKUP_ELEM and BPF_MAP_LOOKUP_AND_DELETE_ELEM.
var bpfLookup = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_fd", At: abi.Bpf_attr_map_fd, Type: d.FD},
	{Name: "key", At: abi.Bpf_attr_key, Type: d.Addr64},
	{Name: "value", At: abi.Bpf_attr_value, Type: d.Addr64},
}}

var bpfLookup24 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "flags", At: abi.Bpf_attr_flags, Type: &bpfElemFlags},
}}

// BPF_MAP_UPDATE_ELEM.
var bpfUpdateElem = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_fd", At: abi.Bpf_attr_map_fd, Type: d.FD},
	{Name: "key", At: abi.Bpf_attr_key, Type: d.Addr64},
	{Name: "value", At: abi.Bpf_attr_value, Type: d.Addr64},
	{Name: "flags", At: abi.Bpf_attr_flags, Type: &bpfUpdateFlags},
}}

// BPF_MAP_DELETE_ELEM.
var bpfDeleteElem = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_fd", At: abi.Bpf_attr_map_fd, Type: d.FD},
	{Name: "key", At: abi.Bpf_attr_key, Type: d.Addr64},
}}

// BPF_MAP_GET_NEXT_KEY.
var bpfNextKey = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_fd", At: abi.Bpf_attr_map_fd, Type: d.FD},
	{Name: "key", At: abi.Bpf_attr_key, Type: d.Addr64},
	{Name: "next_key", At: abi.Bpf_attr_next_key, Type: d.Addr64},
}}

// BPF_PROG_LOAD.
var bpfProgramLoad = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_type", At: abi.Bpf_attr_prog_type, Type: &bpfProgType},
	{Name: "insn_cnt", At: abi.Bpf_attr_insn_cnt, Type: d.Uint},
	{Name: "insns", At: abi.Bpf_attr_insns, Type: bpfInsns},
	{Name: "license", At: abi.Bpf_attr_license, Type: d.Far{To: d.Str}},
}}

var bpfProgramLoad24 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "log_level", At: abi.Bpf_attr_log_level, Type: d.Uint},
	{Name: "log_size", At: abi.Bpf_attr_log_size, Type: d.Uint},
	{Name: "log_buf", At: abi.Bpf_attr_log_buf, Type: bpfLogBuf},
}}

var bpfProgramLoad40 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "kern_version", At: abi.Bpf_attr_kern_version, Type: d.Func(bpfKernelVersion)},
}}

var bpfProgramLoad44 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_flags", At: abi.Bpf_attr_prog_flags, Type: &bpfProgFlags},
}}

var bpfProgramLoad48 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_name", At: abi.Bpf_attr_prog_name, Type: d.Func(bpfName)},
}}

var bpfProgramLoad64 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_ifindex", At: abi.Bpf_attr_prog_ifindex, Type: d.Func(bpfInterface)},
}}

var bpfProgramLoad68 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "expected_attach_type", At: abi.Bpf_attr_expected_attach_type, Type: &bpfAttachType},
}}

var bpfProgramLoad72 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_btf_fd", At: abi.Bpf_attr_prog_btf_fd, Type: d.FD},
	{Name: "func_info_rec_size", At: abi.Bpf_attr_func_info_rec_size, Type: d.Uint},
	{Name: "func_info", At: abi.Bpf_attr_func_info, Type: d.Addr64},
	{Name: "func_info_cnt", At: abi.Bpf_attr_func_info_cnt, Type: d.Uint},
	{Name: "line_info_rec_size", At: abi.Bpf_attr_line_info_rec_size, Type: d.Uint},
	{Name: "line_info", At: abi.Bpf_attr_line_info, Type: d.Addr64},
	{Name: "line_info_cnt", At: abi.Bpf_attr_line_info_cnt, Type: d.Uint},
}}

var bpfProgramLoad108 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "attach_btf_id", At: abi.Bpf_attr_attach_btf_id, Type: d.Uint},
}}

var bpfProgramLoad112 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "attach_prog_fd", At: abi.Bpf_attr_attach_prog_fd, Type: d.FD},
}}

var bpfProgramRelos = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "core_relo_cnt", At: abi.Bpf_attr_core_relo_cnt, Type: d.Uint},
}}

var bpfProgramLoad120 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "fd_array", At: abi.Bpf_attr_fd_array, Type: d.Addr64},
}}

var bpfProgramLoad128 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "core_relos", At: abi.Bpf_attr_core_relos, Type: d.Addr64},
	{Name: "core_relo_rec_size", At: abi.Bpf_attr_core_relo_rec_size, Type: d.Uint},
}}

var bpfProgramLoad140 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "log_true_size", At: abi.Bpf_attr_log_true_size, Type: d.Uint},
}}

var bpfProgramLoad144 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_token_fd", At: abi.Bpf_attr_prog_token_fd, Type: d.FD},
}}

var bpfProgramLoad148 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "fd_array_cnt", At: abi.Bpf_attr_fd_array_cnt, Type: d.Uint},
}}

var bpfProgramLoad152 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "signature", At: abi.Bpf_attr_signature, Type: d.Far{To: d.Buf{Len: d.M + d.Expr(abi.Bpf_attr_signature_size), Binary: true}}},
	{Name: "signature_size", At: abi.Bpf_attr_signature_size, Type: d.Uint},
	{Name: "keyring_id", At: abi.Bpf_attr_keyring_id, Type: d.Int},
}}

// BPF_OBJ_PIN and BPF_OBJ_GET.
var bpfObject = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "pathname", At: abi.Bpf_attr_pathname, Type: d.Far{To: d.Path}},
	{Name: "bpf_fd", At: abi.Bpf_attr_bpf_fd, Type: d.FD},
}}

var bpfObject12 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "file_flags", At: abi.Bpf_attr_file_flags, Type: &bpfFileFlags},
}}

var bpfObject16 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "path_fd", At: abi.Bpf_attr_path_fd, Type: d.DirFD},
}}

// BPF_PROG_ATTACH and BPF_PROG_DETACH.
var bpfAttach = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "target_fd", At: abi.Bpf_attr_target_fd, Type: d.FD, If: bpfOnFD},
	{Name: "target_ifindex", At: abi.Bpf_attr_target_ifindex, Type: d.Func(bpfInterface), If: bpfOnInterface},
	{Name: "attach_bpf_fd", At: abi.Bpf_attr_attach_bpf_fd, Type: d.FD},
	{Name: "attach_type", At: abi.Bpf_attr_attach_type, Type: &bpfAttachType},
	{Name: "attach_flags", At: abi.Bpf_attr_attach_flags, Type: &bpfAttachFlags},
}}

var bpfAttach16 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "replace_bpf_fd", At: abi.Bpf_attr_replace_bpf_fd, Type: d.FD},
}}

var bpfAttach20 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "relative_fd", At: abi.Bpf_attr_relative_fd, Type: d.FD, If: bpfByFD},
	{Name: "relative_id", At: abi.Bpf_attr_relative_id, Type: d.Uint, If: bpfByID},
	{Name: "expected_revision", At: abi.Bpf_attr_expected_revision, Type: d.Uint64},
}}

// BPF_PROG_TEST_RUN.
var bpfTest = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_fd", At: abi.Bpf_attr_test_prog_fd, Type: d.FD},
	{Name: "retval", At: abi.Bpf_attr_test_retval, Type: d.Uint},
	{Name: "data_size_in", At: abi.Bpf_attr_test_data_size_in, Type: d.Uint},
	{Name: "data_size_out", At: abi.Bpf_attr_test_data_size_out, Type: d.Uint},
	{Name: "data_in", At: abi.Bpf_attr_test_data_in, Type: d.Addr64},
	{Name: "data_out", At: abi.Bpf_attr_test_data_out, Type: d.Addr64},
	{Name: "repeat", At: abi.Bpf_attr_test_repeat, Type: d.Uint},
	{Name: "duration", At: abi.Bpf_attr_test_duration, Type: d.Uint},
}}

var bpfTest40 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "ctx_size_in", At: abi.Bpf_attr_test_ctx_size_in, Type: d.Uint},
	{Name: "ctx_size_out", At: abi.Bpf_attr_test_ctx_size_out, Type: d.Uint},
	{Name: "ctx_in", At: abi.Bpf_attr_test_ctx_in, Type: d.Addr64},
	{Name: "ctx_out", At: abi.Bpf_attr_test_ctx_out, Type: d.Addr64},
}}

var bpfTest64 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "flags", At: abi.Bpf_attr_test_flags, Type: &bpfTestFlags},
	{Name: "cpu", At: abi.Bpf_attr_test_cpu, Type: d.Uint},
}}

var bpfTest72 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "batch_size", At: abi.Bpf_attr_test_batch_size, Type: d.Uint},
}}

// BPF_PROG_GET_NEXT_ID and its like.
var bpfNextID = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "start_id", At: abi.Bpf_attr_start_id, Type: d.Uint},
	{Name: "next_id", At: abi.Bpf_attr_next_id, Type: d.Uint},
}}

// BPF_PROG_GET_FD_BY_ID, BPF_MAP_GET_FD_BY_ID, BPF_BTF_GET_FD_BY_ID, BPF_LINK_GET_FD_BY_ID.
var bpfProgID = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_id", At: abi.Bpf_attr_prog_id, Type: d.Uint},
}}

var bpfMapID = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_id", At: abi.Bpf_attr_map_id, Type: d.Uint},
}}

var bpfBTFID = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "btf_id", At: abi.Bpf_attr_btf_id, Type: d.Uint},
}}

var bpfLinkID = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "link_id", At: abi.Bpf_attr_link_id, Type: d.Uint},
}}

var bpfOpen = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "open_flags", At: abi.Bpf_attr_open_flags, Type: &bpfOpenFlags},
}}

var bpfOpenToken = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "open_flags", At: abi.Bpf_attr_open_flags, Type: &bpfOpenFlags},
	{Name: "fd_by_id_token_fd", At: abi.Bpf_attr_fd_by_id_token_fd, Type: d.FD},
}}

// BPF_OBJ_GET_INFO_BY_FD.
var bpfInfo = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "bpf_fd", At: abi.Bpf_attr_info_bpf_fd, Type: d.FD},
	{Name: "info_len", At: abi.Bpf_attr_info_info_len, Type: d.Func(bpfChanged)},
	{Name: "info", At: abi.Bpf_attr_info_info, Type: bpfInfoPtr},
}}

// BPF_PROG_QUERY.
var bpfQuery = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "target_fd", At: abi.Bpf_attr_query_target_fd, Type: d.FD, If: bpfQueryFD},
	{Name: "target_ifindex", At: abi.Bpf_attr_query_target_ifindex, Type: d.Func(bpfInterface), If: bpfQueryInterface},
	{Name: "attach_type", At: abi.Bpf_attr_query_attach_type, Type: &bpfAttachType},
	{Name: "query_flags", At: abi.Bpf_attr_query_query_flags, Type: &bpfQueryFlags},
	{Name: "attach_flags", At: abi.Bpf_attr_query_attach_flags, Type: &bpfAttachFlags},
	{Name: "prog_ids", At: abi.Bpf_attr_query_prog_ids, Type: bpfIDs},
	{Name: "prog_cnt", At: abi.Bpf_attr_query_prog_cnt, Type: d.Func(bpfChanged)},
}}

var bpfQuery32 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_attach_flags", At: abi.Bpf_attr_query_prog_attach_flags, Type: bpfIDFlags},
}}

var bpfQuery40 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "link_ids", At: abi.Bpf_attr_query_link_ids, Type: bpfIDs},
	{Name: "link_attach_flags", At: abi.Bpf_attr_query_link_attach_flags, Type: bpfIDFlags},
	{Name: "revision", At: abi.Bpf_attr_query_revision, Type: d.Hex64},
}}

// BPF_RAW_TRACEPOINT_OPEN.
var bpfTracepoint = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "name", At: abi.Bpf_attr_raw_tracepoint_name, Type: d.Far{To: d.Str}},
	{Name: "prog_fd", At: abi.Bpf_attr_raw_tracepoint_prog_fd, Type: d.FD},
}}

var bpfTracepoint24 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "cookie", At: abi.Bpf_attr_raw_tracepoint_cookie, Type: d.Hex64},
}}

// BPF_BTF_LOAD.
var bpfBTF = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "btf", At: abi.Bpf_attr_btf, Type: d.Far{To: d.Buf{Len: d.M + d.Expr(abi.Bpf_attr_btf_size)}}},
	{Name: "btf_log_buf", At: abi.Bpf_attr_btf_log_buf, Type: d.Addr64},
	{Name: "btf_size", At: abi.Bpf_attr_btf_size, Type: d.Uint},
	{Name: "btf_log_size", At: abi.Bpf_attr_btf_log_size, Type: d.Uint},
	{Name: "btf_log_level", At: abi.Bpf_attr_btf_log_level, Type: d.Uint},
}}

var bpfBTF28 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "btf_log_true_size", At: abi.Bpf_attr_btf_log_true_size, Type: d.Uint},
}}

var bpfBTF32 = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "btf_flags", At: abi.Bpf_attr_btf_flags, Type: &bpfFileFlags},
	{Name: "btf_token_fd", At: abi.Bpf_attr_btf_token_fd, Type: d.FD},
}}

// BPF_TASK_FD_QUERY.
var bpfTask = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "pid", At: abi.Bpf_attr_task_fd_query_pid, Type: d.PID},
	{Name: "fd", At: abi.Bpf_attr_task_fd_query_fd, Type: d.FD},
	{Name: "flags", At: abi.Bpf_attr_task_fd_query_flags, Type: d.Uint},
	{Name: "buf_len", At: abi.Bpf_attr_task_fd_query_buf_len, Type: d.Func(bpfChanged)},
	{Name: "buf", At: abi.Bpf_attr_task_fd_query_buf, Type: bpfTaskBuf},
	{Name: "prog_id", At: abi.Bpf_attr_task_fd_query_prog_id, Type: d.Uint},
	{Name: "fd_type", At: abi.Bpf_attr_task_fd_query_fd_type, Type: &bpfFDType},
	{Name: "probe_offset", At: abi.Bpf_attr_task_fd_query_probe_offset, Type: d.Hex64},
	{Name: "probe_addr", At: abi.Bpf_attr_task_fd_query_probe_addr, Type: d.Hex64},
}}

// BPF_MAP_FREEZE.
var bpfFreeze = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_fd", At: abi.Bpf_attr_map_fd, Type: d.FD},
}}

// BPF_MAP_LOOKUP_BATCH, BPF_MAP_LOOKUP_AND_DELETE_BATCH, BPF_MAP_UPDATE_BATCH, BPF_MAP_DELETE_BATCH.
var bpfBatch = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "in_batch", At: abi.Bpf_attr_batch_in_batch, Type: d.Addr64},
	{Name: "out_batch", At: abi.Bpf_attr_batch_out_batch, Type: d.Addr64},
	{Name: "keys", At: abi.Bpf_attr_batch_keys, Type: d.Addr64},
	{Name: "values", At: abi.Bpf_attr_batch_values, Type: d.Addr64},
	{Name: "count", At: abi.Bpf_attr_batch_count, Type: d.Uint},
	{Name: "map_fd", At: abi.Bpf_attr_batch_map_fd, Type: d.FD},
	{Name: "elem_flags", At: abi.Bpf_attr_batch_elem_flags, Type: &bpfElemFlags},
	{Name: "flags", At: abi.Bpf_attr_batch_flags, Type: d.Hex64},
}}

var bpfBatchUpdate = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "keys", At: abi.Bpf_attr_batch_keys, Type: d.Addr64},
	{Name: "values", At: abi.Bpf_attr_batch_values, Type: d.Addr64},
	{Name: "count", At: abi.Bpf_attr_batch_count, Type: d.Uint},
	{Name: "map_fd", At: abi.Bpf_attr_batch_map_fd, Type: d.FD},
	{Name: "elem_flags", At: abi.Bpf_attr_batch_elem_flags, Type: &bpfUpdateFlags},
	{Name: "flags", At: abi.Bpf_attr_batch_flags, Type: d.Hex64},
}}

var bpfBatchDelete = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "keys", At: abi.Bpf_attr_batch_keys, Type: d.Addr64},
	{Name: "count", At: abi.Bpf_attr_batch_count, Type: d.Uint},
	{Name: "map_fd", At: abi.Bpf_attr_batch_map_fd, Type: d.FD},
	{Name: "elem_flags", At: abi.Bpf_attr_batch_elem_flags, Type: &bpfElemFlags},
	{Name: "flags", At: abi.Bpf_attr_batch_flags, Type: d.Hex64},
}}

// BPF_LINK_CREATE: what follows depends on the type.
var bpfLink = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_fd", At: abi.Bpf_attr_link_create_prog_fd, Type: d.FD},
	{Name: "target_fd", At: abi.Bpf_attr_link_create_target_fd, Type: d.FD, If: bpfLinkFD},
	{Name: "target_ifindex", At: abi.Bpf_attr_link_create_target_ifindex, Type: d.Func(bpfInterface), If: bpfLinkInterface},
	{Name: "attach_type", At: abi.Bpf_attr_link_create_attach_type, Type: &bpfAttachType},
	{Name: "flags", At: abi.Bpf_attr_link_create_flags, Type: &bpfAttachFlags},
}}

// BPF_LINK_UPDATE.
var bpfUpdateLink = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "link_fd", At: abi.Bpf_attr_link_update_link_fd, Type: d.FD},
	{Name: "new_prog_fd", At: abi.Bpf_attr_link_update_new_prog_fd, Type: d.FD},
	{Name: "flags", At: abi.Bpf_attr_link_update_flags, Type: &bpfAttachFlags},
	{Name: "old_prog_fd", At: abi.Bpf_attr_link_update_old_prog_fd, Type: d.FD, If: bpfReplaces},
}}

// BPF_ENABLE_STATS.
var bpfStats = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "type", At: abi.Bpf_attr_enable_stats_type, Type: &bpfStatsType},
}}

// BPF_ITER_CREATE.
var bpfIter = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "link_fd", At: abi.Bpf_attr_iter_create_link_fd, Type: d.FD},
	{Name: "flags", At: abi.Bpf_attr_iter_create_flags, Type: d.Hex32},
}}

// BPF_LINK_DETACH.
var bpfDetachLink = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "link_fd", At: abi.Bpf_attr_link_detach_link_fd, Type: d.FD},
}}

// BPF_PROG_BIND_MAP.
var bpfBindMap = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "prog_fd", At: abi.Bpf_attr_prog_bind_map_prog_fd, Type: d.FD},
	{Name: "map_fd", At: abi.Bpf_attr_prog_bind_map_map_fd, Type: d.FD},
	{Name: "flags", At: abi.Bpf_attr_prog_bind_map_flags, Type: d.Hex32},
}}

// BPF_TOKEN_CREATE.
var bpfToken = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "flags", At: abi.Bpf_attr_token_create_flags, Type: d.Hex32},
	{Name: "bpffs_fd", At: abi.Bpf_attr_token_create_bpffs_fd, Type: d.FD},
}}

// BPF_PROG_STREAM_READ_BY_FD.
var bpfStream = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "stream_buf", At: abi.Bpf_attr_prog_stream_read_stream_buf, Type: d.Far{To: d.Buf{Len: d.M + d.Expr(abi.Bpf_attr_prog_stream_read_stream_buf_len)}}},
	{Name: "stream_buf_len", At: abi.Bpf_attr_prog_stream_read_stream_buf_len, Type: d.Uint},
	{Name: "stream_id", At: abi.Bpf_attr_prog_stream_read_stream_id, Type: d.Uint},
	{Name: "prog_fd", At: abi.Bpf_attr_prog_stream_read_prog_fd, Type: d.FD},
}}

// BPF_PROG_ASSOC_STRUCT_OPS.
var bpfAssoc = d.Struct{Bytes: bpfAttrSize, Fields: []*d.Field{
	{Name: "map_fd", At: abi.Bpf_attr_prog_assoc_struct_ops_map_fd, Type: d.FD},
	{Name: "prog_fd", At: abi.Bpf_attr_prog_assoc_struct_ops_prog_fd, Type: d.FD},
	{Name: "flags", At: abi.Bpf_attr_prog_assoc_struct_ops_flags, Type: d.Hex32},
}}
