package decode

import (
	"encoding/binary"
	"testing"

	"gostrace/internal/abi"
)

// endless is memory of whose words each is its own address: whatever points
// somewhere points to the same again, and nothing ends.
type endless struct{ read int }

func (e *endless) ReadAt(dst []byte, addr uint64) int {
	e.read += len(dst)
	for i := range dst {
		at := addr + uint64(i)
		var word [8]byte
		binary.LittleEndian.PutUint64(word[:], at&^7|0x100)
		dst[i] = word[at&7]
	}
	return len(dst)
}

// Whatever memory says, what one stop costs is bounded, and that not all is
// shown is told.
func TestAllowance(t *testing.T) {
	exhausted := 0
	Exhausted = func(*Call) { exhausted++ }
	defer func() { Exhausted = nil }()
	for _, test := range []struct {
		name string
		of   Type
	}{
		{"strings", StrVec{}},
		{"counted strings", StrVec{Brief: true}},
		{"structures", Array{Of: &pair, N: Arg2}},
	} {
		exhausted = 0
		m := &endless{}
		c := &Call{Mem: m, ABI: &abi.X86_64, Args: [6]uint64{0, 0x1000, 1 << 24}}
		c.Setup(&Options{Verbose: test.name != "counted strings"})
		c.P.StrLen = 32
		c.Enter(&Syscall{Name: "endless", Params: []*Param{{Name: "a", Type: test.of, Reg: Arg1}}})
		if exhausted != 1 {
			t.Errorf("%s: told %d times that not all is shown", test.name, exhausted)
		}
		const slack = 1 << 16
		if m.read > Allowance+64*32+slack || c.P.Len() > Allowance+4*64*32+slack {
			t.Errorf("%s: read %d bytes, showed %d", test.name, m.read, c.P.Len())
		}
	}
}
