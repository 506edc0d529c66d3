package syscalls

import (
	d "gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// prctlCalls are the operations of prctl(2), see linux/prctl.h: their
// arguments, and what stands behind the result. Those for one value of the
// second argument come before those for any. What is in none of them shows
// all arguments as numbers.
var prctlCalls = [...]struct {
	op   uint32
	any  bool   // whatever the second argument is; else
	sub  uint64 // if it is this
	call d.Syscall
}{
	// PR_GET_KEEPCAPS
	{7, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_GET_TIMING
	{13, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_GET_SECCOMP
	{21, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_GET_TIMERSLACK
	{30, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_TASK_PERF_EVENTS_DISABLE
	{31, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_TASK_PERF_EVENTS_ENABLE
	{32, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_GET_FP_MODE
	{46, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_SVE_GET_VL
	{51, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_SME_GET_VL
	{64, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_RISCV_V_GET_CONTROL
	{70, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp}}},
	// PR_SET_PDEATHSIG
	{1, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "sig", Type: d.Func(showPdeathsig)}}}},
	// PR_GET_PDEATHSIG
	{2, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "sig", Type: d.Cell{Of: &d.Num{Type: d.Signal, Bytes: 4}}, At: d.Out}}}},
	// PR_GET_DUMPABLE
	{3, true, 0, d.Syscall{Name: "prctl", Tail: []*d.Param{{Name: "meaning", Bare: true, Reg: d.Ret, Plain: true, Type: &d.Enum64{Of: &xlat.SuidDump}, If: succeeded}}, Params: []*d.Param{prOp}}},
	// PR_SET_DUMPABLE
	{4, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "dumpable", Type: &d.Enum64{Of: &xlat.SuidDump}}}}},
	// PR_GET_UNALIGN
	{5, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "flags", Type: d.Cell{Of: &d.Num{Type: &d.Flags{&xlat.PrUnalign}, Bytes: 4}}, At: d.Out}}}},
	// PR_SET_UNALIGN
	{6, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "flags", Type: &d.Flags{&xlat.PrUnalign}}}}},
	// PR_SET_KEEPCAPS
	{8, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "state", Type: d.Ulong}}}},
	// PR_GET_FPEMU
	{9, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "fpemu", Type: d.Cell{Of: &d.UintObj}, At: d.Out}}}},
	// PR_SET_FPEMU
	{10, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "fpemu", Type: d.Ulong}}}},
	// PR_GET_FPEXC
	{11, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: d.Cell{Of: &d.UintObj}, At: d.Out}}}},
	// PR_SET_FPEXC
	{12, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: d.Ulong}}}},
	// PR_SET_TIMING
	{14, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: d.Ulong}}}},
	// PR_SET_NAME
	{15, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "name", Type: taskName{}}}}},
	// PR_GET_NAME
	{16, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "name", Type: taskName{}, At: d.Out}}}},
	// PR_GET_ENDIAN
	{19, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "endianness", Type: d.Cell{Of: &d.UintObj}, At: d.Out}}}},
	// PR_SET_ENDIAN
	{20, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "endianness", Type: d.Ulong}}}},
	// PR_SET_SECCOMP, SECCOMP_MODE_STRICT
	{22, false, 1, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: &d.Enum64{Of: &xlat.SeccompMode}}}}},
	// PR_SET_SECCOMP, SECCOMP_MODE_FILTER
	{22, false, 2, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: &d.Enum64{Of: &xlat.SeccompMode}}, {Name: "filter", Type: d.Ptr{To: &sockFprog}}}}},
	// PR_SET_SECCOMP
	{22, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: &d.Enum64{Of: &xlat.SeccompMode}}, prArg3, prArg4, prArg5}}},
	// PR_CAPBSET_READ
	{23, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "cap", Type: &d.Enum64{Of: &xlat.Cap}}}}},
	// PR_CAPBSET_DROP
	{24, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "cap", Type: &d.Enum64{Of: &xlat.Cap}}}}},
	// PR_GET_TSC
	{25, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "flag", Type: d.Cell{Of: &d.Num{Type: &d.Enum{Of: &xlat.PrTsc}, Bytes: 4}}, At: d.Out}}}},
	// PR_SET_TSC
	{26, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "flag", Type: &d.Enum{Of: &xlat.PrTsc}}}}},
	// PR_GET_SECUREBITS
	{27, true, 0, d.Syscall{Name: "prctl", Ret: d.Hex, Tail: []*d.Param{{Name: "meaning", Bare: true, Reg: d.Ret, Plain: true, Explains: true, Type: &d.Flags64{&xlat.Securebit}, If: returnedSome}}, Params: []*d.Param{prOp}}},
	// PR_SET_SECUREBITS
	{28, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "flags", Type: &d.Flags64{&xlat.Securebit}}}}},
	// PR_SET_TIMERSLACK
	{29, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "slack", Type: d.Func(showSlack)}}}},
	// PR_MCE_KILL, PR_MCE_KILL_SET
	{33, false, 1, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrMceKill}}, {Name: "policy", Type: &d.Enum64{Of: &xlat.PrMceKillPolicy}}, prArg4, prArg5}}},
	// PR_MCE_KILL
	{33, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrMceKill}}, prArg3, prArg4, prArg5}}},
	// PR_MCE_KILL_GET
	{34, true, 0, d.Syscall{Name: "prctl", Tail: []*d.Param{{Name: "meaning", Bare: true, Reg: d.Ret, Plain: true, Type: &d.Enum64{Of: &xlat.PrMceKillPolicy}, If: succeeded}}, Params: []*d.Param{prOp, prArg2, prArg3, prArg4, prArg5}}},
	// PR_SET_MM
	{35, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrMm}}, prArg3, prArg4, prArg5}}},
	// PR_SET_CHILD_SUBREAPER
	{36, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "set", Type: d.Ulong}}}},
	// PR_GET_CHILD_SUBREAPER
	{37, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "isset", Type: d.Cell{Of: &d.UintObj}, At: d.Out}}}},
	// PR_SET_NO_NEW_PRIVS
	{38, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "set", Type: d.Ulong}, prArg3, prArg4, prArg5}}},
	// PR_GET_TID_ADDRESS
	{40, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "addr", Type: d.Cell{Of: &pageAddr}, At: d.Out}}}},
	// PR_SET_THP_DISABLE
	{41, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "flag", Type: d.Ulong}, prArg3, prArg4, prArg5}}},
	// PR_SET_FP_MODE
	{45, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mode", Type: &d.Flags{&xlat.PrFpMode}}}}},
	// PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET
	{47, false, 1, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrCapAmbient}}, {Name: "caps", Type: &d.Enum64{Of: &xlat.Cap}}, prArg4, prArg5}}},
	// PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE
	{47, false, 2, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrCapAmbient}}, {Name: "caps", Type: &d.Enum64{Of: &xlat.Cap}}, prArg4, prArg5}}},
	// PR_CAP_AMBIENT, PR_CAP_AMBIENT_LOWER
	{47, false, 3, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrCapAmbient}}, {Name: "caps", Type: &d.Enum64{Of: &xlat.Cap}}, prArg4, prArg5}}},
	// PR_CAP_AMBIENT
	{47, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrCapAmbient}}, prArg3, prArg4, prArg5}}},
	// PR_GET_SPECULATION_CTRL
	{52, true, 0, d.Syscall{Name: "prctl", Ret: d.Hex, Tail: []*d.Param{{Name: "meaning", Bare: true, Reg: d.Ret, Plain: true, Explains: true, Type: &d.Flags64{&xlat.PrSpecGet}, If: returnedSpec}}, Params: []*d.Param{prOp, {Name: "misfeature", Type: &d.Enum64{Of: &xlat.PrSpec}}}}},
	// PR_SET_SPECULATION_CTRL, PR_SPEC_STORE_BYPASS
	{53, false, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "misfeature", Type: &d.Enum64{Of: &xlat.PrSpec}}, {Name: "value", Type: d.Func(speculation)}}}},
	// PR_SET_SPECULATION_CTRL, PR_SPEC_INDIRECT_BRANCH
	{53, false, 1, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "misfeature", Type: &d.Enum64{Of: &xlat.PrSpec}}, {Name: "value", Type: d.Func(speculation)}}}},
	// PR_SET_SPECULATION_CTRL, PR_SPEC_L1D_FLUSH
	{53, false, 2, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "misfeature", Type: &d.Enum64{Of: &xlat.PrSpec}}, {Name: "value", Type: d.Func(speculation)}}}},
	// PR_SET_SPECULATION_CTRL
	{53, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "misfeature", Type: &d.Enum64{Of: &xlat.PrSpec}}, {Name: "value", Type: d.Hex}}}},
	// PR_PAC_RESET_KEYS
	{54, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "keys", Type: &d.Flags64{&xlat.PrPacKey}}, prArg3, prArg4, prArg5}}},
	// PR_SET_IO_FLUSHER
	{57, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "state", Type: d.Ulong}, prArg3, prArg4, prArg5}}},
	// PR_SET_SYSCALL_USER_DISPATCH
	{59, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum64{Of: &xlat.PrSysDispatch}}, {Name: "off", Type: d.Hex}, {Name: "size", Type: d.Hex}, {Name: "switch", Type: d.Addr}}}},
	// PR_PAC_SET_ENABLED_KEYS
	{60, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "bitmask_affected", Type: &d.Flags64{&xlat.PrPacEnabled}}, {Name: "bitmask_set", Type: &d.Flags64{&xlat.PrPacEnabled}}, prArg4, prArg5}}},
	// PR_SCHED_CORE, PR_SCHED_CORE_GET
	{62, false, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum{Of: &xlat.PrSchedCore}}, {Name: "pid", Type: d.PID}, {Name: "pid_type", Type: d.Wordy{To: &d.Enum{Of: &xlat.PidType}, When: show.NotRaw}}, {Name: "cookie", Type: d.Cell{Of: &hex64}, At: d.Out}}}},
	// PR_SCHED_CORE
	{62, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "operation", Type: &d.Enum{Of: &xlat.PrSchedCore}}, {Name: "pid", Type: d.PID}, {Name: "pid_type", Type: d.Wordy{To: &d.Enum{Of: &xlat.PidType}, When: show.NotRaw}}, {Name: "arg5", Type: d.Hex}}}},
	// PR_SET_MDWE
	{65, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "mask", Type: &d.Flags{&xlat.PrMdwe}}, prArg3, prArg4, prArg5}}},
	// PR_GET_MDWE
	{66, true, 0, d.Syscall{Name: "prctl", Ret: d.Hex, Tail: []*d.Param{{Name: "meaning", Bare: true, Reg: d.Ret, Plain: true, Explains: true, Type: &d.Flags64{&xlat.PrMdwe}, If: returnedSome}}, Params: []*d.Param{prOp, prArg2, prArg3, prArg4, prArg5}}},
	// PR_RISCV_SET_ICACHE_FLUSH_CTX
	{71, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "ctx", Type: &d.Enum64{Of: &xlat.PrRiscvCtx}}, {Name: "scope", Type: &d.Enum64{Of: &xlat.PrRiscvScope}}}}},
	// PR_PPC_GET_DEXCR
	{72, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "which", Type: &d.Enum64{Of: &xlat.PrDexcr}}, prArg3, prArg4, prArg5}}},
	// PR_PPC_SET_DEXCR
	{73, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "which", Type: &d.Enum64{Of: &xlat.PrDexcr}}, {Name: "ctrl", Type: &d.Flags64{&xlat.PrDexcrCtrl}}, prArg4, prArg5}}},
	// PR_SET_VMA, PR_SET_VMA_ANON_NAME
	{0x53564d41, false, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "attr", Type: &d.Enum64{Of: &xlat.PrVma}}, {Name: "addr", Type: d.Addr}, {Name: "size", Type: d.Ulong}, {Name: "name", Type: d.Str}}}},
	// PR_SET_VMA
	{0x53564d41, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "attr", Type: &d.Enum64{Of: &xlat.PrVma}}, prArg3, prArg4, prArg5}}},
	// PR_SET_PTRACER
	{0x59616d61, true, 0, d.Syscall{Name: "prctl", Params: []*d.Param{prOp, {Name: "pid", Type: d.Func(showPtracer)}}}},
}

// returnedSome says whether the result is more than 0.
func returnedSome(c *d.Call) bool { return c.Ret > 0 }

var hex64 = d.Num{Type: d.Hex64, Bytes: 8}

// returnedSpec says whether PR_GET_SPECULATION_CTRL returned flags that have a name.
func returnedSpec(c *d.Call) bool {
	return !c.Failed && (c.Ret == 0 || uint64(c.Ret)&specFlags != 0)
}

const specFlags = 0x1f // PR_SPEC_PRCTL to PR_SPEC_DISABLE_NOEXEC, linux/prctl.h
