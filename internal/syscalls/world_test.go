package syscalls

import (
	"encoding/binary"
	"math/rand/v2"
	"os"
	"slices"

	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// A world is a tracee made up of a few bytes: its memory is data over and over,
// so that nearly every number is a good address; but half of the pages, and what no
// program has, are unmapped.
type world struct {
	data    []byte
	largest int // bytes of the largest read
}

const userSpace = 1 << 47 // what a program has on x86_64

// ReadAt implements mem.Reader.
func (w *world) ReadAt(dst []byte, addr uint64) int {
	w.largest = max(w.largest, len(dst))
	if len(dst) > d.MaxFetch {
		return 0
	}
	n := 0
	for n < len(dst) {
		at := addr + uint64(n)
		page := at >> 12
		if page == 0 || at >= userSpace || page*0x9e3779b97f4a7c15>>63 == 0 {
			break
		}
		end := min(len(dst), n+int(4096-at&4095))
		for n < end {
			n += copy(dst[n:end], w.data[(addr+uint64(n))%uint64(len(w.data)):])
		}
	}
	return n
}

// A happening is one call in a world.
type happening struct {
	world
	decl   *d.Syscall
	abi    *abi.ABI
	nr     uint64
	args   [6]uint64
	ret    int64
	failed bool
	full   bool // a capture was too large
}

// registers is the number of bytes of a happening's data before its memory.
const registers = 8 * 7

// family is the calls of the class that GOSTRACE_FUZZ_FAMILY names, "file" or
// "rest", as numbers for happen: all fuzzing time is theirs. It is empty if that isn't set.
var family = func() (calls []uint64) {
	name := os.Getenv("GOSTRACE_FUZZ_FAMILY")
	if name == "" {
		return nil
	}
	var class d.Class
	if i := slices.Index(d.ClassNames[:], name); i >= 0 {
		class = 1 << i
	} else if name != "rest" {
		panic("there is no class " + name)
	}
	for i := range uint64(len(Tables)) {
		for nr := range uint64(Tables[i].Len()) {
			c := Tables[i].Class(nr)
			if Tables[i].Calls[nr] != nil && (class != 0 && c&class != 0 || class == 0 && c == 0) {
				calls = append(calls, nr*uint64(len(Tables))+i)
			}
		}
	}
	return calls
}()

// happen makes a happening of a number that picks the call and of at least
// registers+1 bytes: the result, the arguments, the memory.
func happen(which uint64, data []byte) (h happening) {
	if n := uint64(len(family)); n > 0 {
		which = family[which%n]
	}
	t := &Tables[which%uint64(len(Tables))]
	h.abi = t.ABI
	h.nr = which / uint64(len(Tables)) % uint64(t.Len()+1)
	h.decl = t.Call(h.nr)
	if h.decl == nil {
		h.decl = &Unknown
	}
	h.ret = int64(binary.LittleEndian.Uint64(data))
	for i := range h.args {
		h.args[i] = binary.LittleEndian.Uint64(data[8+8*i:])
	}
	if t.ABI.Word == 4 { // as engines hand them over
		h.ret = int64(int32(h.ret))
		for i := range h.args {
			h.args[i] = uint64(uint32(h.args[i]))
		}
	}
	h.failed = h.ret < 0 && h.ret >= -4095
	h.data = data[registers:]
	return h
}

// call returns a Call as it is at the entry of h.
func (h *happening) call(o *d.Options) *d.Call {
	c := &d.Call{Mem: &h.world, ABI: h.abi, Nr: h.nr, Args: h.args, SP: h.args[5] &^ 7}
	c.Setup(o)
	return c
}

// show lets the call happen, and returns what is shown of it.
func (h *happening) show(c *d.Call) []byte {
	c.P.Reset()
	c.P.JSONText(`{"args":`)
	c.Enter(h.decl)
	c.Leave(h.ret, h.failed)
	c.P.Text(" = ")
	c.P.JSONText(",")
	c.Result()
	c.P.JSONText("}")
	return c.P.Bytes()
}

// numbers are values that decoders treat specially, or ought to.
var numbers = [...]uint64{
	0, 1, 2, 3, 4, 8, 16, 64, 0xfff, 0x1000, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, 0xffffff9c,
	1 << 32, 1 << 47, 1<<47 - 1, 1 << 60, 1 << 63, ^uint64(0), ^uint64(0) - 7, ^uint64(0) - 0xfff, ^uint64(99),
}

// randomData makes data for happen: numbers, flags, addresses, text and noise.
func randomData(r *rand.Rand) []byte {
	data := make([]byte, registers+8*(1+r.IntN(96)))
	for i := 0; i < len(data); i += 8 {
		var v uint64
		switch r.IntN(8) {
		case 0, 1:
			v = numbers[r.IntN(len(numbers))]
		case 2:
			v = r.Uint64N(200)
		case 3:
			v = r.Uint64N(200) | r.Uint64N(200)<<32
		case 4:
			v = 1<<r.IntN(64) | 1<<r.IntN(32)
		case 5:
			v = r.Uint64N(1 << 31)
		case 6:
			copy(data[i:], "/a\"b\xff\n\x00c")
			continue
		case 7:
			v = r.Uint64()
		}
		binary.LittleEndian.PutUint64(data[i:], v)
	}
	if r.IntN(3) == 0 { // a result as most calls have it
		binary.LittleEndian.PutUint64(data, uint64(int64(r.IntN(80)-8)))
	}
	return data
}
