package syscalls

import (
	"gostrace/internal/abi"
	d "gostrace/internal/decode"
)

// argBlock is the address of the arguments of an old call of i386: Words
// registers' worth of memory.
type argBlock struct{ Words int }

// Show implements d.Type: it is all there is to show if the memory is unreadable.
func (argBlock) Show(c *d.Call, v uint64) { d.Addr.Show(c, v) }

// Plan implements d.Planned.
func (t argBlock) Plan(p *d.Planner, from d.Expr) { p.Block(from, t.Words*p.ABI.Word) }

// load replaces the registers with the words at the address in the first one;
// false if they are unreadable.
func (t argBlock) load(c *d.Call) bool { return t.loadFrom(c, c.Args[0]) }

// loadFrom replaces the registers with the words at addr; false if they are unreadable.
func (t argBlock) loadFrom(c *d.Call, addr uint64) bool {
	b, ok := c.Fetch(c.Word(addr), t.Words*c.ABI.Word)
	if !ok {
		return false
	}
	for i := range t.Words {
		c.Args[i] = abi.LoadInt(b[i*c.ABI.Word:], c.ABI.Word, false)
	}
	return true
}
