package ioctl

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// What struct pidfd_info holds, by its mask (linux/pidfd.h).
const (
	pidfdMask = d.M + d.Expr(abi.Pidfd_info_mask)

	pidfdPID       = 1 << 0
	pidfdCreds     = 1 << 1
	pidfdCgroup    = 1 << 2
	pidfdExit      = 1 << 3
	pidfdDump      = 1 << 4
	pidfdSupported = 1 << 5
	pidfdSignal    = 1 << 6
	pidfdCode      = 1 << 7
)

// pidfdInfo is struct pidfd_info: the program says in its mask what it wants,
// the kernel there what it gave.
var pidfdInfo = d.Split{
	In:     &d.Struct{Bytes: 8},
	Change: &d.Field{Name: "mask", At: abi.Pidfd_info_mask, Type: &pidfdHas},
	Out: &d.Struct{Of: abi.Sizeof_pidfd_info, Fields: []*d.Field{
		{Name: "cgroupid", At: abi.Pidfd_info_cgroupid, Type: d.Uint64, When: pidfdMask, Bits: pidfdCgroup},
		{Name: "pid", At: abi.Pidfd_info_pid, Type: d.PID, When: pidfdMask, Bits: pidfdPID},
		{Name: "tgid", At: abi.Pidfd_info_tgid, Type: d.PID, When: pidfdMask, Bits: pidfdPID},
		{Name: "ppid", At: abi.Pidfd_info_ppid, Type: d.PID, When: pidfdMask, Bits: pidfdPID},
		{Name: "ruid", At: abi.Pidfd_info_ruid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "rgid", At: abi.Pidfd_info_rgid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "euid", At: abi.Pidfd_info_euid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "egid", At: abi.Pidfd_info_egid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "suid", At: abi.Pidfd_info_suid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "sgid", At: abi.Pidfd_info_sgid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "fsuid", At: abi.Pidfd_info_fsuid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "fsgid", At: abi.Pidfd_info_fsgid, Type: d.UID, When: pidfdMask, Bits: pidfdCreds},
		{Name: "exit_code", At: abi.Pidfd_info_exit_code, Type: d.Func(exitCode), When: pidfdMask, Bits: pidfdExit},
		{Name: "coredump_mask", At: abi.Pidfd_info_coredump_mask, Type: &d.Flags{&xlat.PidfdDump}, When: pidfdMask, Bits: pidfdDump},
		{Name: "coredump_signal", At: abi.Pidfd_info_coredump_signal, Type: d.Signal, When: pidfdMask, Bits: pidfdSignal},
		{Name: "coredump_code", At: abi.Pidfd_info_coredump_code, Type: d.Uint, When: pidfdMask, Bits: pidfdCode},
		{Name: "supported_mask", At: abi.Pidfd_info_supported_mask, Type: &pidfdHas, When: pidfdMask, Bits: pidfdSupported},
	}},
}

var pidfdHas = d.Flags64{&xlat.PidfdInfo}

// exitCode shows a status as wait4(2) does.
func exitCode(c *d.Call, v uint64) {
	c.P.Array()
	c.P.Elem()
	d.WaitStatus.Show(c, uint64(uint32(v)))
	c.P.EndArray()
}
