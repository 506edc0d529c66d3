package ptrace

import (
	"syscall"
	"unsafe"

	"gostrace/internal/trace"
)

// userCS32 is the code segment of 32-bit mode, whatever the program was built for (asm/segment.h).
const userCS32 = 0x23

var _ trace.RegisterReader = (*Engine)(nil)

// Registers implements trace.RegisterReader.
func (e *Engine) Registers(t *trace.Task, r *trace.Registers) bool {
	regs := &e.regs
	if ptrace(reqGetRegs, t.TID, 0, uintptr(unsafe.Pointer(regs))) != 0 {
		return false
	}
	r.IP, r.Narrow = regs.Rip, regs.Cs == userCS32
	r.General = [16]uint64{
		regs.Rax, regs.Rdx, regs.Rcx, regs.Rbx, regs.Rsi, regs.Rdi, regs.Rbp, regs.Rsp,
		regs.R8, regs.R9, regs.R10, regs.R11, regs.R12, regs.R13, regs.R14, regs.R15,
	}
	return true
}

// registers is what PTRACE_GETREGS fills in.
type registers = syscall.PtraceRegs
