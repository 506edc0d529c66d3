package decode

import (
	"encoding/binary"
	"math/bits"

	"gostrace/internal/abi"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// SigSet shows a set of signals in memory, of as many bytes as it has (at most
// 8): [HUP INT], or if it holds two thirds of them or more, those that it lacks: ~[KILL STOP].
// JSON has an array of names, or {"all_but":[...]}.
func (c *Call) SigSet(b []byte) {
	var raw [8]byte
	n := copy(raw[:], b) * 8
	set := binary.LittleEndian.Uint64(raw[:])
	invert := n > 0 && bits.OnesCount64(set) >= n*2/3
	if invert {
		set = ^set
		if n < 64 {
			set &= 1<<n - 1
		}
		c.P.Text("~")
		c.P.JSONText(`{"all_but":`)
	}
	c.P.OneColor()
	c.P.Array()
	for ; set != 0; set &= set - 1 {
		sig := bits.TrailingZeros64(set) + 1
		c.P.ElemSpace()
		c.sigInSet(sig)
	}
	c.P.EndArray()
	c.P.EndOneColor()
	if invert {
		c.P.JSONText("}")
	}
}

// Mask is a sigset_t of Bytes bytes; 0: of a word of the ABI.
type Mask struct{ Bytes int }

// Size implements Object.
func (m *Mask) Size(a *abi.ABI) int {
	if m.Bytes == 0 {
		return a.Word
	}
	return m.Bytes
}

// ShowAt implements Object.
func (m *Mask) ShowAt(c *Call, b []byte) { c.SigSet(b) }

// Show implements Type: of a member, or of a register.
func (m *Mask) Show(c *Call, v uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], v)
	c.SigSet(b[:m.Size(c.ABI)])
}

// sigsetMax is the size of the kernel's sigset_t: 64 signals.
const sigsetMax = 8

// SigSetPtr shows the set of signals at an address, of Size bytes; the address
// if that is less than a long or more than the kernel's sigset_t.
type SigSetPtr struct{ Size Expr }

// Show implements Type.
func (t SigSetPtr) Show(c *Call, v uint64) {
	v = c.Word(v)
	n := t.Size.Eval(c)
	if n < uint64(c.ABI.Word) || n > sigsetMax {
		c.P.Addr(v)
		return
	}
	b, ok := c.Fetch(v, int(n))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.SigSet(b)
}

// Plan implements Planned.
func (t SigSetPtr) Plan(p *Planner, from Expr) { p.Block(from, sigsetMax) }

// sigInSet shows a member of a set: its name without "SIG".
func (c *Call) sigInSet(sig int) {
	name := xlat.Signal[sig][len("SIG"):]
	if c.P.JSON {
		c.P.Word(name)
		return
	}
	c.P.Named(uint64(sig), name, show.SignedDecimal)
}
