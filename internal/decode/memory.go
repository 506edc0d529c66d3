package decode

import (
	"bytes"

	"gostrace/internal/abi"
)

const pathMax = 4096 // linux/limits.h

// String reads a string that ends with a NUL, of at most max bytes: b has them
// without the NUL; nul says whether the end was found. ok is false if memory
// ended before either. The byte behind b is the NUL, if there is one.
func (c *Call) String(addr uint64, max int) (b []byte, nul, ok bool) {
	if addr == 0 {
		return nil, false, false
	}
	b = c.scratch(max)
	n := 0
	for n < max {
		// Not past the end of a page: the next may not be there.
		chunk := min(max-n, int(4096-(addr+uint64(n))&4095))
		got := c.ReadAt(b[n:n+chunk], addr+uint64(n))
		if i := bytes.IndexByte(b[n:n+got], 0); i >= 0 {
			c.arena = c.arena[:len(c.arena)-max+n+i+1]
			return b[:n+i], true, true
		}
		n += got
		if got < chunk {
			c.arena = c.arena[:len(c.arena)-max]
			return nil, false, false
		}
	}
	return b, false, true
}

// Path shows the name of a file, whatever its length.
const Path pathType = 0

type pathType uint8

func (pathType) Show(c *Call, v uint64) {
	v = c.Word(v)
	b, nul, ok := c.String(v, pathMax-1)
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.Quote(b, !nul)
}

func (pathType) Plan(p *Planner, from Expr) { p.String(from, pathMax) }

// Str shows a string that ends with a NUL, cut at -s.
const Str strType = 0

type strType uint8

func (strType) Show(c *Call, v uint64) {
	v = c.Word(v)
	n := c.P.StrLen
	b, nul, ok := c.String(v, n+1)
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.Quote(b[:min(n, len(b))], !nul)
}

func (strType) Plan(p *Planner, from Expr) { p.String(from, 0) }

// StrN shows a string that ends with a NUL and has at most Max bytes, the NUL
// among them.
type StrN struct{ Max int }

// Show implements Type.
func (t StrN) Show(c *Call, v uint64) {
	v = c.Word(v)
	n := min(c.P.StrLen, t.Max)
	b, nul, ok := c.String(v, n+1)
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.Quote(b[:min(n, len(b))], !nul)
}

// Plan implements Planned.
func (t StrN) Plan(p *Planner, from Expr) { p.String(from, t.Max+1) }

// Buf shows Len bytes at an address, cut at -s.
type Buf struct {
	Len Expr
	// Binary says that the bytes are never text: hexadecimal whatever -x says.
	Binary bool
}

// Show implements Type.
func (t Buf) Show(c *Call, v uint64) { c.showBytes(v, t.Len.Eval(c), t.Binary) }

// Plan implements Planned.
func (t Buf) Plan(p *Planner, from Expr) { p.Bytes(from, t.Len) }

// ShowBytes shows n bytes at addr as a string, cut at -s. One byte more than
// are shown must be readable where there is one more.
func (c *Call) ShowBytes(addr, n uint64) { c.showBytes(addr, n, false) }

// ShowBinary is ShowBytes for bytes that are no text: "\x01\x02".
func (c *Call) ShowBinary(addr, n uint64) { c.showBytes(addr, n, true) }

func (c *Call) showBytes(addr, n uint64, binary bool) {
	addr = c.Word(addr)
	if addr == 0 {
		c.P.Addr(0)
		return
	}
	b, ok := c.fetch(addr, int(min(n, uint64(c.P.StrLen)+1)))
	if !ok {
		c.P.Addr(addr)
		return
	}
	b, cut := b[:min(len(b), c.P.StrLen)], n > uint64(c.P.StrLen)
	if binary {
		c.P.Binary(b, cut)
	} else {
		c.P.Quote(b, cut)
	}
}

// Ptr shows what an address points to, or the address if that is unreadable.
type Ptr struct{ To Object }

// Show implements Type.
func (t Ptr) Show(c *Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, t.To.Size(c.ABI))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.at(t.To, b, v)
}

// Readable says whether what v points to can be shown.
func (t Ptr) Readable(c *Call, v uint64) bool {
	_, ok := c.Fetch(c.Word(v), t.To.Size(c.ABI))
	return ok
}

// Plan implements Planned.
func (t Ptr) Plan(p *Planner, from Expr) {
	p.Object(from, t.To, 0)
}

// ShowAt shows object o, which is in b and was read from addr (0: unknown).
func (c *Call) ShowAt(o Object, b []byte, addr uint64) { c.at(o, b, addr) }

// at shows object o, which is in b and was read from addr.
func (c *Call) at(o Object, b []byte, addr uint64) {
	base := c.base
	c.base = addr
	o.ShowAt(c, b)
	c.base = base
}

// Cell shows what an address points to in brackets: [16].
type Cell struct{ Of Object }

// Show implements Type.
func (t Cell) Show(c *Call, v uint64) {
	v = c.Word(v)
	b, ok := c.Fetch(v, t.Of.Size(c.ABI))
	if !ok {
		c.P.Addr(v)
		return
	}
	c.P.Array()
	c.P.Elem()
	c.at(t.Of, b, v)
	c.P.EndArray()
}

// Plan implements Planned.
func (t Cell) Plan(p *Planner, from Expr) { p.Object(from, t.Of, 0) }

// Far shows an address that has 64 bits on every ABI by To, which cuts it to
// the ABI's; one that the ABI does not have is shown as it is.
type Far struct{ To Type }

// Show implements Type.
func (t Far) Show(c *Call, v uint64) {
	if c.Word(v) != v {
		c.P.Addr(v)
		return
	}
	t.To.Show(c, v)
}

// Plan implements Planned.
func (t Far) Plan(p *Planner, from Expr) { p.typ(t.To, from) }

// Num is an integer in memory, shown by Type.
type Num struct {
	Type   Type
	Bytes  int  // 1, 2, 4 or 8; 0: a long of the ABI
	Signed bool // sign-extended before it is shown
}

// Size implements Object.
func (n *Num) Size(a *abi.ABI) int {
	if n.Bytes == 0 {
		return a.Word
	}
	return n.Bytes
}

// ShowAt implements Object.
func (n *Num) ShowAt(c *Call, b []byte) {
	n.Type.Show(c, abi.LoadInt(b, n.Size(c.ABI), n.Signed))
}

// Objects of which many calls make use.
var (
	IntObj  = Num{Type: Int, Bytes: 4}
	UintObj = Num{Type: Uint, Bytes: 4}
	FDObj   = Num{Type: FD, Bytes: 4}
	TIDObj  = Num{Type: TID, Bytes: 4}
	Hex32Ob = Num{Type: Hex32, Bytes: 4}
	LongObj = Num{Type: Long, Signed: true}
	UlongOb = Num{Type: Ulong}
	U64Obj  = Num{Type: Uint64, Bytes: 8}
	S64Obj  = Num{Type: Int64, Bytes: 8, Signed: true}
)

// InOut shows an integer behind an address as it was before and after the
// call: [128 => 16]; [16] if it did not change or the call failed. It is a
// parameter shown At: Exit (or Out).
type InOut struct{ Of *Num }

// Save implements Saver.
func (t InOut) Save(c *Call, v uint64) {
	if b, ok := c.Fetch(c.Word(v), t.Of.Size(c.ABI)); ok {
		c.Keep(abi.LoadInt(b, t.Of.Size(c.ABI), t.Of.Signed))
	}
}

// Show implements Type.
func (t InOut) Show(c *Call, v uint64) {
	v = c.Word(v)
	was := c.Kept()
	n := t.Of.Size(c.ABI)
	b, ok := c.Fetch(v, n)
	if !c.HasKept() || !ok {
		c.P.Addr(v)
		return
	}
	now := abi.LoadInt(b, n, t.Of.Signed)
	c.P.Array()
	c.P.Elem()
	if was != now && !c.Failed {
		c.P.Change()
		t.Of.Type.Show(c, was)
		c.P.Arrow()
		t.Of.Type.Show(c, now)
		c.P.EndChange()
	} else {
		t.Of.Type.Show(c, was)
	}
	c.P.EndArray()
}

// Plan implements Planned.
func (t InOut) Plan(p *Planner, from Expr) {
	p.AtEntryToo(func() { p.Object(from, t.Of, 0) })
}
