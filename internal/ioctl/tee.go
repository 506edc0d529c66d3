package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// tee are the commands of trusted execution environments (linux/tee.h).
var tee = [...]Arg{
	{Names: "TEE_IOC_VERSION", Out: d.Ptr{To: &teeVersion}},
	{Names: "TEE_IOC_OPEN_SESSION", Split: &teeOpen},
	{Names: "TEE_IOC_INVOKE", Split: &teeInvoke},
	{Names: "TEE_IOC_SUPPL_RECV", Split: &teeReceive},
	{Names: "TEE_IOC_SUPPL_SEND", Split: &teeSend},
	{Names: "TEE_IOC_CANCEL", In: d.Ptr{To: &teeCancel}},
	{Names: "TEE_IOC_CLOSE_SESSION", In: d.Ptr{To: &teeClose}},
	{Names: "TEE_IOC_SHM_ALLOC", In: d.Ptr{To: &teeAlloc}, Out: d.Ptr{To: &teeAllocated}},
	{Names: "TEE_IOC_SHM_REGISTER", In: d.Ptr{To: &teeRegister}, Out: d.Ptr{To: &teeRegistered}},
	{Names: "TEE_IOC_SHM_REGISTER_FD", In: d.Ptr{To: &teeRegisterFD}, Out: d.Ptr{To: &teeRegisteredFD}},
}

var teeVersion = d.Struct{Of: abi.Sizeof_tee_ioctl_version_data, Fields: []*d.Field{
	{Name: "impl_id", At: abi.Tee_ioctl_version_data_impl_id, Type: &d.Enum{Of: &xlat.TeeImplementation}},
	{Name: "gen_caps", At: abi.Tee_ioctl_version_data_gen_caps, Type: &d.Flags{&xlat.TeeCapability}},
	{Name: "impl_caps", At: abi.Tee_ioctl_version_data_impl_caps, Type: d.Func(teeCapabilities)},
}}

// teeCapabilities shows the capabilities of an implementation.
func teeCapabilities(c *d.Call, v uint64) {
	const optee = 1
	if (d.M + d.Expr(abi.Tee_ioctl_version_data_impl_id)).Eval(c) == optee {
		(&d.Flags{&xlat.OpteeCapability}).Show(c, v)
		return
	}
	d.Hex32.Show(c, v)
}

var teeCancel = d.Struct{Of: abi.Sizeof_tee_ioctl_cancel_arg, Fields: []*d.Field{
	{Name: "cancel_id", At: abi.Tee_ioctl_cancel_arg_cancel_id, Type: d.Uint},
	{Name: "session", At: abi.Tee_ioctl_cancel_arg_session, Type: d.Hex32},
}}

var teeClose = d.Struct{Of: abi.Sizeof_tee_ioctl_close_session_arg, Fields: []*d.Field{
	{Name: "session", At: abi.Tee_ioctl_close_session_arg_session, Type: d.Hex32},
}}

var (
	teeMemory     = d.Flags{&xlat.TeeMemory}
	teeAllocSize  = &d.Field{Name: "size", At: abi.Tee_ioctl_shm_alloc_data_size, Type: d.Hex64}
	teeAllocFlags = &d.Field{Name: "flags", At: abi.Tee_ioctl_shm_alloc_data_flags, Type: &teeMemory}
)

var teeAlloc = d.Struct{Of: abi.Sizeof_tee_ioctl_shm_alloc_data, Fields: []*d.Field{teeAllocSize, teeAllocFlags}}

var teeAllocated = d.Struct{Of: abi.Sizeof_tee_ioctl_shm_alloc_data, Fields: []*d.Field{
	teeAllocSize, teeAllocFlags,
	{Name: "id", At: abi.Tee_ioctl_shm_alloc_data_id, Type: d.Int},
}}

var (
	teeLength = &d.Field{Name: "length", At: abi.Tee_ioctl_shm_register_data_length, Type: d.Hex64}
	teeFlags  = &d.Field{Name: "flags", At: abi.Tee_ioctl_shm_register_data_flags, Type: &teeMemory}
)

var teeRegister = d.Struct{Of: abi.Sizeof_tee_ioctl_shm_register_data, Fields: []*d.Field{
	{Name: "addr", At: abi.Tee_ioctl_shm_register_data_addr, Type: d.Addr64},
	teeLength, teeFlags,
}}

var teeRegistered = d.Struct{Of: abi.Sizeof_tee_ioctl_shm_register_data, Fields: []*d.Field{
	teeLength, teeFlags,
	{Name: "id", At: abi.Tee_ioctl_shm_register_data_id, Type: d.Int},
}}

var teeRegisterFD = d.Struct{Of: abi.Sizeof_tee_ioctl_shm_register_fd_data, Fields: []*d.Field{
	{Name: "fd", At: abi.Tee_ioctl_shm_register_fd_data_fd, Type: d.FD},
	{Name: "flags", At: abi.Tee_ioctl_shm_register_fd_data_flags, Type: &teeMemory},
}}

var teeRegisteredFD = d.Struct{Of: abi.Sizeof_tee_ioctl_shm_register_fd_data, Fields: []*d.Field{
	{Name: "size", At: abi.Tee_ioctl_shm_register_fd_data_size, Type: d.Hex64},
	{Name: "id", At: abi.Tee_ioctl_shm_register_fd_data_id, Type: d.Int},
}}
