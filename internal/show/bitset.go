package show

import (
	"math/bits"

	"gostrace/internal/xlat"
)

// BitSet shows the numbers of the bits that are set, of n, by name: [ONE TWO];
// if more than half of them are set, those that are not: ~[THREE]. JSON
// has an array, or {"all_but":[...]}.
func (p *Printer) BitSet(v uint64, n int, t *xlat.Table) {
	invert := bits.OnesCount64(v) > n/2
	if invert {
		v = ^v & (1<<n - 1)
		p.Text("~")
		p.JSONText(`{"all_but":`)
	}
	p.Array()
	for ; v != 0; v &= v - 1 {
		p.ElemSpace()
		p.Symbol(uint64(bits.TrailingZeros64(v)), t, Hexadecimal)
	}
	p.EndArray()
	if invert {
		p.JSONText("}")
	}
}

// Index shows, in text, the index of an element by name: [NAME]=, or [NAME-1]=
// where names count from 1 (first).
func (p *Printer) Index(i, first uint64, t *xlat.Table) {
	if p.JSON {
		return
	}
	p.punct("[")
	name, ok := t.Name(i + first)
	if !ok || p.style() != Abbrev {
		p.Uint(i)
	}
	switch {
	case p.style() == Raw:
	case !ok:
		p.Comment(t.Unknown)
	default:
		if p.style() == Verbose {
			p.openComment()
		}
		named := p.style() == Abbrev
		if named {
			p.Color(ConstColor)
		}
		p.buf = append(p.buf, name...)
		if first != 0 {
			p.buf = append(p.buf, '-')
			p.Uint(first)
		}
		if named {
			p.Color(ArgVal)
		}
		if p.style() == Verbose {
			p.closeComment()
		}
	}
	p.punct("]=")
}
