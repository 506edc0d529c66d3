package abi

import "encoding/binary"

// A Member names one member of a kernel structure, or the whole structure
// (the Sizeof_ names), on every ABI. It is an index into ABI.Members.
type Member uint16

// A Layout locates a Member on one ABI. The zero Layout means that the ABI
// does not have it.
type Layout struct {
	Off  uint16 // bytes from the start of the structure
	Size uint16 // bytes; for a Sizeof_ name, the size of the structure
	Kind Kind
}

// Kind is how the bytes of a Member become a number.
type Kind uint8

const (
	Absent    Kind = iota // not in this ABI
	Unsigned              // integer or pointer of 1, 2, 4 or 8 bytes
	Signed                // signed integer, sign-extended when loaded
	Aggregate             // array, structure or union: located, not loaded
)

// An ABI is one personality.
type ABI struct {
	Name    string // as in JSON: "x86_64", "i386"
	Word    int    // bytes in a long or a pointer: 4 or 8
	Bits    string // as in "[ Process PID=1 runs in 32 bit mode. ]"
	Members *[NumMembers]Layout
	Names   []string // of the system calls, by number
}

var (
	// X86_64 is the native personality of 64-bit x86.
	X86_64 = ABI{Name: "x86_64", Word: 8, Bits: "64 bit", Members: &x86_64Members, Names: x86_64Names}
	// I386 is that of int $0x80 and of 32-bit programs on x86.
	I386 = ABI{Name: "i386", Word: 4, Bits: "32 bit", Members: &i386Members, Names: i386Names}
)

// Syscall returns the name of a system call; "" if the number has none.
func (a *ABI) Syscall(nr uint64) string {
	if nr >= uint64(len(a.Names)) {
		return ""
	}
	return a.Names[nr]
}

// Load reads member m from b, which holds the start of its structure; ok is
// false if b is too short or the ABI has no such member. An Aggregate loads
// as its offset.
func (a *ABI) Load(b []byte, m Member) (v uint64, ok bool) {
	l := a.Members[m]
	o := int(l.Off)
	if l.Kind == Absent || o+int(l.Size) > len(b) {
		return 0, false
	}
	if l.Kind == Aggregate {
		return uint64(o), true
	}
	return LoadInt(b[o:], int(l.Size), l.Kind == Signed), true
}

// LoadInt reads a little-endian integer of size 1, 2, 4 or 8 bytes from b.
func LoadInt(b []byte, size int, signed bool) uint64 {
	switch size {
	case 1:
		if signed {
			return uint64(int64(int8(b[0])))
		}
		return uint64(b[0])
	case 2:
		v := binary.LittleEndian.Uint16(b)
		if signed {
			return uint64(int64(int16(v)))
		}
		return uint64(v)
	case 4:
		v := binary.LittleEndian.Uint32(b)
		if signed {
			return uint64(int64(int32(v)))
		}
		return uint64(v)
	}
	return binary.LittleEndian.Uint64(b)
}
