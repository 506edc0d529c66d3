package decode

import (
	"bytes"

	"gostrace/internal/mem"
)

// A Capturer takes from live memory what a plan says: what the kernel-side
// program does for the eBPF engine, and what the capture file holds.
type Capturer struct {
	Plan []Capture
	Live mem.Reader
	Into *mem.Snapshot
	// Full says that Take reached maxTotal: what is missing may be seen.
	Full bool

	buf  []byte
	left int
}

// maxElements bounds the elements of one capture: poll(2) and move_pages(2) take
// many thousands, and maxTotal is there for arrays that are longer than they can be.
const maxElements = 1 << 16

// MaxCapture bounds the bytes of one capture of plain memory.
const MaxCapture = 1 << 16

// maxTotal bounds what one Take captures: arrays of arrays multiply. Every
// piece counts for some bytes more than it has, as it costs its place.
const maxTotal, perPiece = 1 << 22, 32

// Take captures for call c, whose Args (and, at exit, result) are set, at one
// of its stops. exit says which.
func (k *Capturer) Take(c *Call, exit bool) {
	k.left, k.Full = maxTotal, false
	for i := range k.Plan {
		if k.Plan[i].Parent < 0 {
			k.take(c, i, exit)
		}
	}
}

func (k *Capturer) take(c *Call, i int, exit bool) {
	p := &k.Plan[i]
	for _, q := range p.If {
		if q.Of.Eval(c) != q.Is {
			return
		}
	}
	here := p.Exit && exit || p.Entry && !exit
	if !here && p.Parent < 0 {
		return
	}
	addr := c.Word(p.From.Eval(c))
	if addr == 0 {
		return
	}
	switch p.Kind {
	case Block:
		if p.Size == 1 && p.Count != 0 && p.Per == 0 {
			k.pages(addr, int(min(p.Count.Eval(c), MaxCapture)))
			return
		}
		n := uint64(1)
		if p.Count != 0 {
			n = p.Count.Eval(c)
			if p.Per != 0 {
				n = (uint64(uint32(n)) + uint64(p.Per) - 1) / uint64(p.Per)
			}
			n = min(n, maxElements)
		}
		k.objects(c, i, addr, n, exit)
	case Bytes:
		k.block(addr, int(min(p.Count.Eval(c), uint64(c.P.StrLen)+1)))
	case CString:
		k.cstring(addr, p.Size, c)
	case CStrings:
		for n := range maxElements {
			b := k.block(addr+uint64(n*p.Size), p.Size)
			if len(b) < p.Size {
				return
			}
			s := loadWord(b)
			if s == 0 {
				return
			}
			k.cstring(s, 0, c)
		}
	}
}

// objects captures n objects at addr, and what they point to.
func (k *Capturer) objects(c *Call, i int, addr, n uint64, exit bool) {
	size := k.Plan[i].Size
	for e := range n {
		at := addr + e*uint64(size)
		b := k.block(at, size)
		if len(b) == 0 {
			return
		}
		obj, base := c.obj, c.base
		c.obj, c.base = append([]byte(nil), b...), at
		for j := i + 1; j < len(k.Plan); j++ {
			if k.Plan[j].Parent == i {
				k.take(c, j, exit)
			}
		}
		c.obj, c.base = obj, base
		if len(b) < size {
			return
		}
	}
}

// block captures n bytes at addr, or as many as there are, and returns them.
func (k *Capturer) block(addr uint64, n int) []byte {
	if k.left -= n + perPiece; k.left < 0 {
		k.Full = true
		return nil
	}
	if n > cap(k.buf) {
		k.buf = make([]byte, n)
	}
	b := k.buf[:n]
	b = b[:k.Live.ReadAt(b, addr)]
	k.Into.Add(addr, b)
	return b
}

// pages captures n bytes at addr page by page: what is behind a hole, too.
func (k *Capturer) pages(addr uint64, n int) {
	for n > 0 {
		chunk := min(n, int(4096-addr&4095))
		k.block(addr, chunk)
		addr += uint64(chunk)
		n -= chunk
	}
}

// cstring captures a string that ends with a NUL, of at most max bytes; 0: one
// more than -s shows. If memory ends before that, what there is: a result that
// somebody made up may say that the string is shorter.
func (k *Capturer) cstring(addr uint64, max int, c *Call) {
	if max == 0 {
		max = c.P.StrLen + 1
	}
	if k.left -= max + perPiece; k.left < 0 {
		k.Full = true
		return
	}
	if max > cap(k.buf) {
		k.buf = make([]byte, max)
	}
	b, n := k.buf[:max], 0
	for n < max {
		chunk := min(max-n, int(4096-(addr+uint64(n))&4095))
		got := k.Live.ReadAt(b[n:n+chunk], addr+uint64(n))
		if i := bytes.IndexByte(b[n:n+got], 0); i >= 0 {
			n += i + 1
			break
		}
		if n += got; got < chunk {
			break
		}
	}
	k.Into.Add(addr, b[:n])
}
