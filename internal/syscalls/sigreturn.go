package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// Where the signal mask is in the frame that the handler leaves on the stack
// (arch/x86/include/asm/sigframe.h), from the stack pointer at the call: the
// return address is gone. x86_64: a ucontext. i386: signal number, two
// pointers, siginfo, ucontext.
const (
	frameMask64 = 40 + 256
	frameMask32 = 12 + 128 + 20 + 88
)

var rtSigreturn = d.Syscall{Name: "rt_sigreturn", Params: []*d.Param{
	{Name: "sigmask", Reg: d.SP, Type: d.ByABI{
		Word8: framePtr{To: &frame{frameMask64}, mask: frameMask64},
		Word4: framePtr{To: &frame{frameMask32}, mask: frameMask32},
	}},
}}

// framePtr is the address of a frame; where nothing is decoded the address of
// the mask in it is shown.
type framePtr struct {
	To   *frame
	mask uint64
}

// Show implements d.Type.
func (t framePtr) Show(c *d.Call, v uint64) {
	if !c.Addresses {
		d.Ptr{To: t.To}.Show(c, v)
		return
	}
	c.P.Struct()
	c.P.Field("mask")
	c.P.Addr(c.Word(v) + t.mask)
	c.P.EndStruct()
}

// Plan implements d.Planned.
func (t framePtr) Plan(p *d.Planner, from d.Expr) { d.Ptr{To: t.To}.Plan(p, from) }

// frame shows the signal mask at an offset of what the stack pointer points to: {mask=[INT]}.
type frame struct{ mask int }

// Size implements d.Object.
func (f *frame) Size(*abi.ABI) int { return f.mask + 8 }

// ShowAt implements d.Object.
func (f *frame) ShowAt(c *d.Call, b []byte) {
	c.P.Struct()
	c.P.Field("mask")
	c.SigSet(b[f.mask:])
	c.P.EndStruct()
}

// Where i386's older frame has the two words of the mask, from the stack
// pointer at the call: the return address and the signal number are gone. The
// first is in struct sigcontext, the second behind it and struct _fpstate.
const (
	oldFrameLow  = 80
	oldFrameHigh = 88 + 624
)

var sigreturn = d.Syscall{Name: "sigreturn", Params: []*d.Param{
	{Name: "sigmask", Reg: d.SP, Type: d.Ptr{To: &oldFrame}},
}}

var oldFrame = d.ObjFunc{Bytes: oldFrameHigh + 4, Func: showOldFrame}

func showOldFrame(c *d.Call, b []byte) {
	var mask [8]byte
	copy(mask[:4], b[oldFrameLow:])
	copy(mask[4:], b[oldFrameHigh:])
	c.P.Struct()
	c.P.Field("mask")
	c.SigSet(mask[:])
	c.P.EndStruct()
}

// sigsuspend is that of i386, with two arguments before the mask that nobody uses.
var sigsuspend = d.Syscall{Name: "sigsuspend", Params: []*d.Param{
	{Name: "mask", Type: &maskWord, Reg: d.Arg2},
}}
