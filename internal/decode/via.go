package decode

import (
	"gostrace/internal/abi"
	"gostrace/internal/show"
)

// A Via is one of the calls that a declaration with Syscall.Via stands for, as
// data, for a program that cannot ask it.
type Via struct {
	// Is is the operation, the lower 32 bits of the first argument; Always says
	// that it does not matter.
	Is     uint32
	Always bool
	// Low16 says that only the lower 16 bits of the first argument count: in
	// ipc(2) there is a version above them.
	Low16 bool
	Call  *Syscall
	Args  [6]Source // its arguments
}

// A Source says where an argument of the call that really happens is.
type Source struct {
	Arg    uint8 // the register that has it, or the address of the memory that does
	Memory bool  // it is in memory,
	Off    uint32
	Zero   bool // it has none, or its value is a number that Is implies
}

// operations are numbers that are operations of some call, beyond the small ones:
// PR_SET_VMA and PR_SET_PTRACER (linux/prctl.h).
var operations = [...]uint32{0x53564d41, 0x59616d61}

const smallOperations = 256

// someVersion is a version that ipc(2) has no special case for.
const someVersion = 5

// Values by which what a Via does with arguments is recognised.
const (
	viaArg    = 0x5a000000 // + 0x10000 for each register
	viaMemory = 0x5b000000 // + 0x10000 for each register + offset
)

// viaWords is memory in which each word says where it is.
type viaWords struct{ word int }

func (m viaWords) ReadAt(dst []byte, addr uint64) int {
	arg := (addr - viaArg) >> 16
	if addr < viaArg || arg > 5 {
		return 0
	}
	for i := range dst {
		off := uint64(i) + (addr-viaArg)&0xffff
		v := viaMemory + arg<<16 + off&^uint64(m.word-1)
		dst[i] = byte(v >> (8 * (off & uint64(m.word-1))))
	}
	return len(dst)
}

// Vias returns the calls that s stands for on an ABI, as far as the first
// argument decides: it calls s.Via with marked arguments and looks where they go.
func (s *Syscall) Vias(a *abi.ABI) []Via {
	if s.Via == nil {
		return nil
	}
	try := func(first uint64) (Via, bool) {
		c := &Call{ABI: a, Mem: viaWords{a.Word}}
		c.P.Options = new(show.Options)
		c.allow()
		for i := range c.Args {
			c.Args[i] = viaArg + uint64(i)<<16
		}
		c.Args[0] = first
		real := s.Via(c)
		if real == nil {
			return Via{}, false
		}
		v := Via{Is: uint32(first), Call: real}
		for i, x := range c.Args {
			switch {
			case x >= viaMemory && x < viaMemory+6<<16:
				v.Args[i] = Source{Arg: uint8((x - viaMemory) >> 16), Memory: true, Off: uint32(x & 0xffff)}
			case x >= viaArg && x < viaArg+6<<16:
				v.Args[i] = Source{Arg: uint8((x - viaArg) >> 16)}
			case x == first && i == 0:
				v.Args[i] = Source{}
			default:
				v.Args[i] = Source{Zero: true}
			}
		}
		return v, true
	}
	if v, ok := try(viaArg); ok {
		v.Always = true
		return []Via{v}
	}
	var all []Via
	for i := range smallOperations + len(operations) {
		op := uint64(i)
		if i >= smallOperations {
			op = uint64(operations[i-smallOperations])
		}
		v, ok := try(op)
		w, versioned := try(op | someVersion<<16)
		w.Is, w.Low16 = v.Is, true
		if ok && !(versioned && v.Call == w.Call && v.Args == w.Args) {
			all = append(all, v)
		}
		if versioned && op < someVersion<<16 {
			w.Is = uint32(op)
			all = append(all, w)
		}
	}
	return all
}
