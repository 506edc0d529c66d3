package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
	"gostrace/internal/xlat"
)

// ptrace(2): what the address and the data are depends on the request.

// The requests (linux/ptrace.h, asm/ptrace-abi.h).
const (
	ptTraceme, ptPeektext, ptPeekdata, ptPeekuser = 0, 1, 2, 3
	ptPoketext, ptPokedata, ptPokeuser            = 4, 5, 6
	ptCont, ptKill, ptSinglestep                  = 7, 8, 9
	ptGetregs, ptSetregs                          = 12, 13
	ptGetfpregs, ptSetfpregs                      = 14, 15
	ptAttach, ptDetach                            = 16, 17
	ptOldSetoptions, ptSyscall                    = 21, 24
	ptSysemu, ptSysemuStep, ptSingleblock         = 31, 32, 33
	ptSetoptions, ptGeteventmsg                   = 0x4200, 0x4201
	ptGetsiginfo, ptSetsiginfo                    = 0x4202, 0x4203
	ptGetregset, ptSetregset                      = 0x4204, 0x4205
	ptSeize, ptInterrupt, ptListen                = 0x4206, 0x4207, 0x4208
	ptPeeksiginfo                                 = 0x4209
	ptGetsigmask, ptSetsigmask                    = 0x420a, 0x420b
	ptGetFilter, ptGetMetadata                    = 0x420c, 0x420d
	ptGetSyscallInfo, ptSetSyscallInfo            = 0x420e, 0x4212
)

var ptrace = d.Syscall{Name: "ptrace", Params: []*d.Param{
	{Name: "op", Type: &d.Enum64{Of: &xlat.PtraceRequest}},
	{Name: "pid", Type: d.PID, If: func(c *d.Call) bool { return c.Word(c.Args[0]) != ptTraceme }},
	{Name: "addr", Type: &ptraceAddr, If: func(c *d.Call) bool { return ptraceTakes(c)&ptTakesAddr != 0 }},
	{Name: "addr", Type: d.Addr, At: d.Exit, Reg: d.Arg3, If: func(c *d.Call) bool { return ptraceTakes(c) == ptTakesRegs }},
	{Name: "data", Type: &ptraceData, At: d.Exit, If: func(c *d.Call) bool { return ptraceTakes(c)&ptTakesData != 0 }},
}}

// What a request takes.
const (
	ptTakesAddr = 1 << iota
	ptTakesData
	ptTakesRegs // registers behind the data, which counts as an address
)

func ptraceTakes(c *d.Call) int {
	switch c.Word(c.Args[0]) {
	case ptTraceme, ptKill, ptAttach, ptInterrupt, ptListen:
		return 0
	case ptGetregs, ptSetregs, ptGetfpregs, ptSetfpregs:
		return ptTakesRegs
	}
	return ptTakesAddr | ptTakesData
}

var regSet = d.Enum{Of: &xlat.RegSet}

var ptraceAddr = d.Switch{On: d.Arg0, Else: d.Addr, Case: []d.Case{
	{Val: ptPeekuser, Type: d.Func(userOffset)},
	{Val: ptPokeuser, Type: d.Func(userOffset)},
	{Val: ptGetregset, Type: &regSet},
	{Val: ptSetregset, Type: &regSet},
	{Val: ptPeeksiginfo, Type: d.Ptr{To: &peekSiginfo}},
	{Val: ptGetsigmask, Type: d.Ulong},
	{Val: ptSetsigmask, Type: d.Ulong},
	{Val: ptGetFilter, Type: d.Ulong},
	{Val: ptGetMetadata, Type: d.Ulong},
	{Val: ptGetSyscallInfo, Type: d.Ulong},
	{Val: ptSetSyscallInfo, Type: d.Ulong},
}}

var peekSiginfo = d.Struct{Of: abi.Sizeof_ptrace_peeksiginfo_args, Fields: []*d.Field{
	{Name: "off", At: abi.Ptrace_peeksiginfo_args_off, Type: d.Uint64},
	{Name: "flags", At: abi.Ptrace_peeksiginfo_args_flags, Type: &d.Flags{&xlat.PtracePeekFlag}},
	{Name: "nr", At: abi.Ptrace_peeksiginfo_args_nr, Type: d.Int},
}}

var (
	peeked        = &ifSucceeded{d.Cell{Of: &d.Num{Type: d.Hex}}}
	ptraceOptions = d.Flags64{&xlat.PtraceOption}
	ptraceIovec   = &d.Ptr{To: &iovecRange}
)

var ptraceData = d.Switch{On: d.Arg0, Else: d.Addr, Case: []d.Case{
	{Val: ptPeektext, Type: peeked},
	{Val: ptPeekdata, Type: peeked},
	{Val: ptPeekuser, Type: peeked},
	{Val: ptPoketext, Type: d.Hex},
	{Val: ptPokedata, Type: d.Hex},
	{Val: ptPokeuser, Type: d.Hex},
	{Val: ptCont, Type: d.Signal},
	{Val: ptSinglestep, Type: d.Signal},
	{Val: ptDetach, Type: d.Signal},
	{Val: ptSyscall, Type: d.Signal},
	{Val: ptSysemu, Type: d.Signal},
	{Val: ptSysemuStep, Type: d.Signal},
	{Val: ptSingleblock, Type: d.Signal},
	{Val: ptOldSetoptions, Type: &ptraceOptions},
	{Val: ptSetoptions, Type: &ptraceOptions},
	{Val: ptSeize, Type: &ptraceOptions},
	{Val: ptGeteventmsg, Type: ifSucceeded{d.Cell{Of: &d.UlongOb}}},
	{Val: ptGetsiginfo, Type: ifSucceeded{d.Ptr{To: &waitedSiginfo}}},
	{Val: ptSetsiginfo, Type: d.Ptr{To: &waitedSiginfo}},
	{Val: ptGetregset, Type: ptraceIovec},
	{Val: ptSetregset, Type: ptraceIovec},
	{Val: ptGetsigmask, Type: ifSucceeded{d.SigSetPtr{Size: d.Arg2}}},
	{Val: ptSetsigmask, Type: d.SigSetPtr{Size: d.Arg2}},
}}
