package unwind

import "bytes"

// Code that the kernel returns to from a signal handler, where nothing describes
// it as such: what it does is known.
var (
	rtSigreturn64 = []byte{0x48, 0xc7, 0xc0, 15, 0, 0, 0, 0x0f, 0x05} // mov $15,%rax; syscall
	sigreturn32   = []byte{0x58, 0xb8, 119, 0, 0, 0, 0xcd, 0x80}      // pop %eax; mov $119,%eax; int $0x80
	rtSigreturn32 = []byte{0xb8, 173, 0, 0, 0, 0xcd, 0x80}            // mov $173,%eax; int $0x80
	gregs64       = [16]uint8{8, 9, 10, 11, 12, 13, 14, 15, 5, 4, 6, 3, 1, 0, 2, 7}
	gregs32       = [8]uint8{7, 6, 5, 4, 3, 1, 2, 0} // edi, esi, ebp, esp, ebx, edx, ecx, eax
)

// Offsets of the registers (asm/sigcontext.h) from the stack pointer in such code.
const (
	context64   = 40      // of r8, the first, in struct ucontext
	context32   = 4 + 16  // of edi in struct sigcontext, behind the signal's number
	contextRT32 = 12 + 4  // where the pointer to struct ucontext is, minus the return address
	mcontext32  = 20 + 16 // of edi in struct ucontext
)

// trampoline goes on to the frame that a signal interrupted, if ip is where its
// handler returns to.
func (w *walk) trampoline(f *frame, ip uint64) (ok, signal bool) {
	var code [9]byte
	b := code[:w.mem.ReadAt(code[:], ip)]
	sp := f.reg[w.machine.sp]
	if w.machine.word == 8 {
		if !bytes.HasPrefix(b, rtSigreturn64) {
			return false, false
		}
		at := sp + context64
		for i, n := range gregs64 {
			v, ok := w.load(at+uint64(8*i), 8)
			if !ok {
				return false, false
			}
			f.set(int(n), v)
		}
		v, ok := w.load(at+8*uint64(len(gregs64)), 8)
		f.set(x86IP, v)
		return ok, true
	}
	var at uint64
	switch {
	case bytes.HasPrefix(b, sigreturn32):
		at = sp + context32
	case bytes.HasPrefix(b, rtSigreturn32):
		context, ok := w.load(sp+contextRT32-8, 4)
		if !ok {
			return false, false
		}
		at = context + mcontext32
	default:
		return false, false
	}
	for i, n := range gregs32 {
		v, ok := w.load(at+uint64(4*i), 4)
		if !ok {
			return false, false
		}
		f.set(int(n), v)
	}
	v, ok := w.load(at+4*uint64(len(gregs32)+2), 4) // behind trapno and err
	f.set(i386IP, v)
	return ok, true
}

// framePointer goes on to the caller by the frame pointer, where nothing better
// is known: if that points up the stack, to an address of code; in memory
// without a file, where anything may be, to one behind a call.
func (w *walk) framePointer(f *frame, ip uint64) bool {
	word := uint64(w.machine.word)
	if !f.call && w.p.find(ip) == nil {
		return w.badCall(f)
	}
	bp, sp := f.reg[w.machine.bp], f.reg[w.machine.sp]
	if !f.has(w.machine.bp) || bp < sp || bp%word != 0 {
		return false
	}
	ra, ok := w.load(bp+word, w.machine.word)
	if m := w.p.find(ra); !ok || m == nil || m.name == "" && !w.returns(ra) {
		return false
	}
	saved, ok := w.load(bp, w.machine.word)
	if !ok {
		return false
	}
	*f = frame{}
	f.set(w.machine.ip, ra)
	f.set(w.machine.sp, bp+2*word)
	f.set(w.machine.bp, saved)
	return true
}

// badCall goes on from an address that is no code to whoever called it: a crash
// by a bad function pointer, whose return address is the last thing pushed.
func (w *walk) badCall(f *frame) bool {
	sp := f.reg[w.machine.sp]
	ra, ok := w.load(sp, w.machine.word)
	if !ok || !w.returns(ra) {
		return false
	}
	f.set(w.machine.ip, ra)
	f.set(w.machine.sp, sp+uint64(w.machine.word))
	return true
}

// returns says whether addr may be a return address: code, with a call before it.
func (w *walk) returns(addr uint64) bool {
	if w.p.find(addr) == nil {
		return false
	}
	var code [7]byte
	if w.mem.ReadAt(code[:], addr-uint64(len(code))) != len(code) {
		return false
	}
	if code[2] == 0xe8 { // call rel32
		return true
	}
	for _, n := range [...]int{2, 3, 4, 6, 7} { // call r/m
		if b := code[len(code)-n:]; b[0] == 0xff && b[1]>>3&7 == 2 {
			return true
		}
	}
	return false
}
