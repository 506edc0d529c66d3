package filter

import (
	"fmt"

	"gostrace/internal/abi"
)

// An Insn is an instruction of classic BPF: struct sock_filter, linux/filter.h.
type Insn struct {
	Code   uint16
	JT, JF uint8 // how many instructions to skip if the condition holds, or doesn't
	K      uint32
}

// What a program of Seccomp returns: the action and, with RET_TRACE, the data
// that tell such a stop from one by a filter of the tracee's own
// (linux/seccomp.h).
const (
	SeccompAllow = 0x7fff0000 // SECCOMP_RET_ALLOW
	// SeccompStop stops for a call that counts.
	SeccompStop = 0x7ff00000 | seccompData // SECCOMP_RET_TRACE
	// SeccompSandbox stops for a call that may install another filter, which
	// may have calls fail before this one sees them.
	SeccompSandbox = SeccompStop + 1

	seccompData = 0x6753
)

// maxInsns is the kernel's limit: BPF_MAXINSNS, linux/bpf_common.h.
const maxInsns = 4096

// Seccomp describes a program for seccomp(2) by which the kernel stops a task
// for calls that count, and for no others.
type Seccomp struct {
	// Calls are those that count. As everywhere, numbers without a name do.
	Calls *Calls
	// Foreign, if set, is an ABI of which every call counts.
	Foreign *abi.ABI
}

// Program compiles s. A program finds the number by binary search among the
// ranges that are treated alike. It loads nothing but the ABI and the number
// (and, of prctl, the first argument), so the kernel works out once which
// calls are always allowed, and doesn't run it for them at all.
func (s Seccomp) Program() ([]Insn, error) {
	code := []Insn{load(offArch)}
	for i := range s.Calls.of {
		a := s.Calls.of[i].abi
		arch, ok := auditArch(a)
		if !ok {
			return nil, fmt.Errorf("seccomp knows no %s", a.Name)
		}
		body := append([]Insn{load(offNr)}, search(s.ranges(a))...)
		// Jumps of a condition reach 255 instructions, others any number.
		code = append(code, Insn{jumpEqual, 1, 0, arch}, Insn{Code: jump, K: uint32(len(body))})
		code = append(code, body...)
	}
	code = append(code, answer(SeccompStop))
	if len(code) > maxInsns {
		return nil, fmt.Errorf("the seccomp program would have %d instructions, and the kernel takes %d", len(code), maxInsns)
	}
	return code, nil
}

// Members of struct seccomp_data (linux/seccomp.h), and where they are.
const (
	offNr   = 0
	offArch = 4
	offArg0 = 16 // its lower half
)

// Codes of instructions: linux/bpf_common.h.
const (
	loadWord  = 0x20 // BPF_LD|BPF_W|BPF_ABS
	jump      = 0x05 // BPF_JMP|BPF_JA
	jumpEqual = 0x15 // BPF_JMP|BPF_JEQ|BPF_K
	jumpMore  = 0x35 // BPF_JMP|BPF_JGE|BPF_K
	giveBack  = 0x06 // BPF_RET|BPF_K
)

func load(off uint32) Insn      { return Insn{Code: loadWord, K: off} }
func answer(action uint32) Insn { return Insn{Code: giveBack, K: action} }

// auditArch is AUDIT_ARCH_... (linux/audit.h) of an ABI. x32 has that of
// x86_64, and numbers of its own, of which none has a name.
func auditArch(a *abi.ABI) (uint32, bool) {
	switch a {
	case &abi.X86_64:
		return 0xc000003e, true
	case &abi.I386:
		return 0x40000003, true
	}
	return 0, false
}

// A span is the numbers from from up to the next span, which are treated alike.
type span struct {
	from uint32
	what treatment
}

// A treatment is what is done about a number.
type treatment struct {
	action uint32
	prctl  bool // PR_SET_SECCOMP is SeccompSandbox, the rest is action
}

// ranges divides the numbers of an ABI into spans, from 0 on.
func (s Seccomp) ranges(a *abi.ABI) []span {
	var spans []span
	for nr := range uint64(len(a.Names) + 1) { // all numbers above are like the last
		t := treatment{action: SeccompAllow}
		if a == s.Foreign || s.Calls.Has(a, nr) {
			t.action = SeccompStop
		}
		switch a.Syscall(nr) {
		case "seccomp":
			t.action = SeccompSandbox
		case "prctl":
			t.prctl = true
		}
		if n := len(spans); n == 0 || spans[n-1].what != t {
			spans = append(spans, span{uint32(nr), t})
		}
	}
	return spans
}

// search returns the code that finds the number among spans and deals with it.
func search(spans []span) []Insn {
	if len(spans) == 1 {
		return spans[0].what.code()
	}
	mid := len(spans) / 2
	below, above := search(spans[:mid]), search(spans[mid:])
	var code []Insn
	if len(below) <= 255 {
		code = append(code, Insn{jumpMore, uint8(len(below)), 0, spans[mid].from})
	} else {
		code = append(code, Insn{jumpMore, 0, 1, spans[mid].from}, Insn{Code: jump, K: uint32(len(below))})
	}
	return append(append(code, below...), above...)
}

func (t treatment) code() []Insn {
	if !t.prctl {
		return []Insn{answer(t.action)}
	}
	const prSetSeccomp = 22 // linux/prctl.h
	return []Insn{load(offArg0), {jumpEqual, 0, 1, prSetSeccomp}, answer(SeccompSandbox), answer(t.action)}
}
