package unwind

import "gostrace/internal/trace"

// Register numbers of DWARF for x86_64 (psABI, figure 3.36) and i386 (psABI, table 2.14).
const (
	x86BX = 3
	x86BP = 6
	x86SP = 7
	x86IP = 16

	i386SP = 4
	i386BP = 5
	i386IP = 8

	registers = 17 // x86_64 has more, i386 fewer
)

// i386Order holds, for each of i386's numbers, that of the register on x86_64.
var i386Order = [i386IP]uint8{0, 2, 1, 3, 7, 6, 4, 5}

// A frame is the state of the registers at one point of the walk.
type frame struct {
	reg   [registers]uint64
	known uint32 // bit by register number: its value is known
	// call says that ip is a return address: what it belongs to is the call before it.
	call bool
}

// machine is what differs between the two modes of the processor.
type machine struct {
	word       int // bytes
	sp, bp, ip int
	mask       uint64 // of an address
}

var (
	wide   = machine{word: 8, sp: x86SP, bp: x86BP, ip: x86IP, mask: ^uint64(0)}
	narrow = machine{word: 4, sp: i386SP, bp: i386BP, ip: i386IP, mask: 1<<32 - 1}
)

// set gives a register a value.
func (f *frame) set(n int, v uint64) {
	f.reg[n] = v
	f.known |= 1 << n
}

// has says whether the value of a register is known.
func (f *frame) has(n int) bool { return uint(n) < registers && f.known>>n&1 != 0 }

// load takes the registers of a stopped task.
func (f *frame) load(r *trace.Registers) *machine {
	f.call, f.known = false, 0
	if !r.Narrow {
		for i, v := range r.General {
			f.set(i, v)
		}
		f.set(x86IP, r.IP)
		return &wide
	}
	for i, n := range i386Order {
		f.set(i, r.General[n]&narrow.mask)
	}
	f.set(i386IP, r.IP&narrow.mask)
	return &narrow
}
