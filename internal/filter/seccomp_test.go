package filter

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gostrace/internal/abi"
)

// interpret runs a program of classic BPF over data, as linux/filter.h and
// bpf(4) describe it, and returns what it returns and how many instructions
// that took. It fails the test where the kernel would refuse the program.
func interpret(t testing.TB, code []Insn, data []byte) (result uint32, steps int) {
	t.Helper()
	var acc uint32
	for pc := 0; ; steps++ {
		if pc >= len(code) {
			t.Fatalf("the program leaves itself at %d of %d", pc, len(code))
		}
		in := code[pc]
		pc++
		condition := false
		switch in.Code {
		case 0x20:
			if in.K%4 != 0 || int(in.K)+4 > len(data) {
				t.Fatalf("instruction %d loads at %d", pc-1, in.K)
			}
			acc = binary.NativeEndian.Uint32(data[in.K:])
			continue
		case 0x06:
			return in.K, steps + 1
		case 0x05:
			pc += int(in.K)
			continue
		case 0x15:
			condition = acc == in.K
		case 0x35:
			condition = acc >= in.K
		default:
			t.Fatalf("instruction %d: code %#x", pc-1, in.Code)
		}
		if condition {
			pc += int(in.JT)
		} else {
			pc += int(in.JF)
		}
	}
}

// call is struct seccomp_data of a call.
func call(arch, nr uint32, arg0 uint64) []byte {
	b := make([]byte, 64)
	binary.NativeEndian.PutUint32(b, nr)
	binary.NativeEndian.PutUint32(b[4:], arch)
	binary.NativeEndian.PutUint64(b[16:], arg0)
	return b
}

// interesting are the numbers to try: all that have names and then some, x32's
// and odd ones. A program can change its mind only where it compares, so with
// the numbers beside those they stand for all.
func interesting(code []Insn) []uint32 {
	var nrs []uint32
	for _, in := range code {
		if in.Code == jumpEqual || in.Code == jumpMore {
			nrs = append(nrs, in.K-1, in.K, in.K+1)
		}
	}
	for nr := range uint32(700) {
		nrs = append(nrs, nr, nr|0x40000000)
	}
	for bit := range 32 {
		nrs = append(nrs, 1<<bit-1, 1<<bit, 1<<bit+1)
	}
	return append(nrs, 1<<32-1, 1<<32-2, 0x3fffffff, 0x7fffffff, 0x80000001)
}

// expect is what a program must return.
func expect(s Seccomp, a *abi.ABI, nr uint32, arg0 uint64) uint32 {
	name := a.Syscall(uint64(nr))
	switch {
	case name == "seccomp" || name == "prctl" && uint32(arg0) == 22:
		return SeccompSandbox
	case a == s.Foreign || s.Calls.Has(a, uint64(nr)):
		return SeccompStop
	}
	return SeccompAllow
}

// verify compares a program with the set that it was made from.
func verify(t testing.TB, s Seccomp, code []Insn) (most int) {
	t.Helper()
	nrs := interesting(code)
	for i := range s.Calls.of {
		a := s.Calls.of[i].abi
		arch, _ := auditArch(a)
		for _, nr := range nrs {
			args := []uint64{0, 22, 22 | 1<<32, 23, 1<<64 - 1}
			if a.Syscall(uint64(nr)) != "prctl" {
				args = args[1:2]
			}
			for _, arg0 := range args {
				got, steps := interpret(t, code, call(arch, nr, arg0))
				if want := expect(s, a, nr, arg0); got != want {
					t.Fatalf("%s %#x(%#x): %#x, want %#x", a.Name, nr, arg0, got, want)
				}
				most = max(most, steps)
			}
		}
	}
	return most
}

// What a program says of a call is what the set says of it.
func TestSeccomp(t *testing.T) {
	ps := personalities(t)
	for _, c := range []struct {
		expr         string
		insns, steps int // at most
	}{
		{"none", 70, 12},
		{"all", 70, 12},
		{"openat", 70, 14},
		{"open,read,write,stat,close", 80, 16},
		{"!futex,clock_gettime", 80, 16},
		{"%file", 500, 20},
		{"%desc", 500, 20},
		{"!%memory", 200, 20},
		{"/[aeiou]$", 900, 22},
		{"close@32", 70, 14},
		{"%net@64,prctl", 150, 18},
		{"seccomp,prctl", 70, 14},
		{"!seccomp,prctl", 70, 14},
	} {
		set, err := CompileCalls([]string{c.expr}, ps)
		if err != nil {
			t.Fatal(err)
		}
		for _, foreign := range []*abi.ABI{nil, &abi.I386, &abi.X86_64} {
			s := Seccomp{Calls: set, Foreign: foreign}
			code, err := s.Program()
			if err != nil {
				t.Errorf("%s: %v", c.expr, err)
				continue
			}
			if most := verify(t, s, code); most > c.steps || len(code) > c.insns {
				t.Errorf("%s: %d instructions, and up to %d steps; at most %d and %d were expected", c.expr, len(code), most, c.insns, c.steps)
			}
		}
	}
}

// Not by chance: every second number is the worst case, and must fit.
func TestSeccompFits(t *testing.T) {
	ps := personalities(t)
	set := newCalls(ps)
	for _, b := range set.of {
		for w := range b.in {
			b.in[w] = b.named[w] & 0x5555555555555555
		}
	}
	s := Seccomp{Calls: set}
	code, err := s.Program()
	if err != nil {
		t.Fatal(err)
	}
	if most := verify(t, s, code); most > 20 {
		t.Errorf("%d instructions, and up to %d steps", len(code), most)
	}
}

// An unknown ABI stops, to be seen.
func TestSeccompUnknownArch(t *testing.T) {
	set, err := CompileCalls([]string{"openat"}, personalities(t))
	if err != nil {
		t.Fatal(err)
	}
	code, err := Seccomp{Calls: set}.Program()
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := interpret(t, code, call(0xc00000b7, 56, 0)); got != SeccompStop {
		t.Errorf("a call of another machine: %#x", got)
	}
}

// FuzzSeccomp: whatever the set, the program agrees with it.
func FuzzSeccomp(f *testing.F) {
	ps := personalities(f)
	f.Add("openat", uint64(1), uint8(0))
	f.Add("!%file", uint64(2), uint8(1))
	f.Add("1,2,3,5,8,13,21,34,55,89", uint64(3), uint8(2))
	f.Fuzz(func(t *testing.T, expr string, seed uint64, foreign uint8) {
		set, err := CompileCalls([]string{expr}, ps)
		if err != nil || set == nil {
			// Not an expression: a set by chance, then.
			r := rand.New(rand.NewPCG(seed, uint64(len(expr))))
			var list []string
			for range 1 + r.IntN(300) {
				list = append(list, fmt.Sprint(r.IntN(470)))
			}
			slices.Sort(list)
			if set, err = CompileCalls([]string{"?" + strings.Join(list, ",?")}, ps); err != nil {
				t.Fatal(err)
			}
		}
		s := Seccomp{Calls: set}
		if foreign%3 > 0 {
			s.Foreign = ps[foreign%3-1].ABI
		}
		code, err := s.Program()
		if err != nil {
			t.Fatal(err)
		}
		verify(t, s, code)
	})
}
