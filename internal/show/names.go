package show

import (
	"math/bits"

	"gostrace/internal/xlat"
)

// Base is how the number of a constant is written where it is shown.
type Base uint8

const (
	Hexadecimal     Base = iota // 0x1f
	SignedDecimal               // -100
	UnsignedDecimal             // 4294967196
	Octals                      // 0644
	Address                     // NULL for 0
	SignedHex                   // an int: 32 bits in text, a signed number in JSON
)

func (p *Printer) number(v uint64, b Base) {
	switch b {
	case SignedDecimal:
		p.Int(int64(v))
	case UnsignedDecimal:
		p.Uint(v)
	case Octals:
		p.Oct(v)
	case Address:
		p.Addr(v)
	case SignedHex:
		if p.JSON && p.expr == 0 {
			p.Int(int64(v))
			return
		}
		p.Hex(uint64(uint32(v)))
	default:
		p.Hex(v)
	}
}

// Wordy says when constants are shown by number and name where -X does not ask for it.
type Wordy uint8

// The values of Wordy.
const (
	Never  Wordy = iota
	NotRaw       // unless -X raw
	Always
)

// NumbersOnly says whether constants are shown without their names.
func (p *Printer) NumbersOnly() bool { return !p.JSON && p.style() == Raw }

// Explain begins a number that text explains by an expression: IOPRIO_PRIO_VALUE(...).
// It says whether to show that expression, and then EndExplain.
func (p *Printer) Explain(v uint64, b Base) bool {
	if b == SignedDecimal {
		p.SignedExpr(int64(v))
	} else {
		p.Expr(v)
	}
	if p.JSON || p.style() == Abbrev {
		return true
	}
	p.number(v, b)
	if p.style() == Raw {
		p.EndExpr()
		return false
	}
	p.openComment()
	return true
}

// EndExplain ends Explain, if that returned true.
func (p *Printer) EndExplain() {
	if !p.JSON && p.style() == Verbose {
		p.closeComment()
	}
	p.EndExpr()
}

// Named shows v, whose name is known.
func (p *Printer) Named(v uint64, name string, b Base) {
	if b == SignedDecimal || b == SignedHex {
		p.SignedExpr(int64(v))
	} else {
		p.Expr(v)
	}
	switch {
	case p.JSON || p.style() == Abbrev:
		p.constant(name)
	case p.style() == Raw:
		p.number(v, b)
	default:
		p.number(v, b)
		p.Comment(name)
	}
	p.EndExpr()
}

// NamedBytes shows v, in hexadecimal, by a name that was found out, or unknown
// in a comment beside it if that is empty.
func (p *Printer) NamedBytes(v uint64, name []byte, unknown string) {
	p.Expr(v)
	switch {
	case len(name) > 0 && (p.JSON || p.style() == Abbrev):
		p.Color(ConstColor)
		p.buf = append(p.buf, name...)
		p.Color(ArgVal)
	case len(name) > 0 && p.style() == Verbose:
		p.Hex(v)
		p.CommentBytes(name)
	default:
		p.Hex(v)
		if p.style() != Raw && !p.JSON {
			p.Comment(unknown)
		}
	}
	p.EndExpr()
}

// NamedPlainly is Named for a name that has no colour of its own.
func (p *Printer) NamedPlainly(v uint64, name string, b Base) {
	if p.style() != Abbrev {
		p.Named(v, name, b)
		return
	}
	p.OneColor()
	p.Named(v, name, b)
	p.EndOneColor()
}

// NamedMinus shows a negative number by the name of its opposite: -EFAULT.
func (p *Printer) NamedMinus(v int64, name string) {
	p.SignedExpr(v)
	if !p.JSON && p.style() != Abbrev {
		p.Int(v)
	}
	switch {
	case p.JSON || p.style() == Abbrev:
		p.buf = append(p.buf, '-')
		p.buf = append(p.buf, name...)
	case p.style() == Verbose:
		p.openComment()
		p.buf = append(p.buf, '-')
		p.buf = append(p.buf, name...)
		p.closeComment()
	}
	p.EndExpr()
}

// Symbol shows v by its one name in t, or as a number and t.Unknown. JSON has
// a number when there is no name.
func (p *Printer) Symbol(v uint64, t *xlat.Table, b Base) {
	name, ok := t.Name(v)
	if ok {
		p.Named(v, name, b)
		return
	}
	p.number(v, b)
	if t.Unknown != "" && p.style() != Raw && !p.JSON {
		p.Comment(t.Unknown)
	}
}

// Flags shows v as an OR of the names in ts, tried in order, then any unnamed
// rest. The last table's Unknown stands beside a value without any name.
func (p *Printer) Flags(v uint64, ts []*xlat.Table) {
	p.Expr(v)
	switch {
	case p.JSON || p.style() == Abbrev:
		if !p.joined(v, ts) {
			p.Hex(v)
			p.unknown(v, ts)
		}
	case p.style() == Raw:
		p.Hex(v)
	default:
		p.Hex(v)
		mark := len(p.buf)
		p.openComment()
		if p.joined(v, ts) {
			p.closeComment()
		} else {
			p.buf = p.buf[:mark]
			p.unknown(v, ts)
		}
	}
	p.EndExpr()
}

// unknown says beside v that it should have had a name.
func (p *Printer) unknown(v uint64, ts []*xlat.Table) {
	if u := ts[len(ts)-1].Unknown; v != 0 && u != "" && !p.JSON {
		p.Comment(u)
	}
}

// joined is flagNames, where all names of some flags are coloured as one: those
// of open(2), and a scheduling policy.
func (p *Printer) joined(v uint64, ts []*xlat.Table) bool {
	switch {
	case !p.colored():
		return p.flagNames(v, ts)
	case ts[0] == &xlat.Futex2Size || ts[0] == &xlat.MapType:
		// Names keep their colours in the comment, too.
		plain := p.plain
		p.plain = true
		ok := p.flagNames(v, ts)
		p.plain = plain
		return ok
	case ts[0] != &xlat.OpenMode && ts[0] != &xlat.SchedResetOnFork:
		return p.flagNames(v, ts)
	}
	spelled := p.style() == Abbrev
	if spelled {
		p.Color(ConstColor)
	}
	p.OneColor()
	ok := p.flagNames(v, ts)
	p.EndOneColor()
	if spelled {
		p.Color(ArgVal)
	}
	return ok
}

// flagNames appends the names of v and the unnamed rest; it appends nothing
// and returns false if v has no name at all.
func (p *Printer) flagNames(v uint64, ts []*xlat.Table) bool {
	n, rest := 0, v
	var shifted *xlat.Table
	for _, t := range ts {
		if t.Shift != "" {
			shifted = t
			rest &^= t.Mask
			continue
		}
		if t.Mask != 0 {
			if f := rest & t.Mask; f != 0 || t.Zero {
				if name, ok := t.Name(f); ok {
					p.or(&n, name)
					rest &^= t.Mask
				} else if t.Unknown != "" {
					p.or(&n, "")
					p.Hex(f)
					p.Comment(t.Unknown)
					rest &^= t.Mask
				}
			}
			continue
		}
		for i := range t.Consts {
			c := &t.Consts[i]
			if c.Val != 0 && rest&c.Val == c.Val {
				p.or(&n, c.Name)
				rest &^= c.Val
			} else if c.Val == 0 && v == 0 {
				p.or(&n, c.Name)
			}
			if rest == 0 && v != 0 {
				break
			}
		}
	}
	if n > 0 && rest != 0 {
		p.punct("|")
		p.Hex(rest)
	}
	if shifted != nil && v&shifted.Mask != 0 {
		if n == 0 && rest != 0 {
			p.or(&n, "")
			p.Hex(rest)
			p.unknown(rest, ts)
		}
		p.or(&n, "")
		p.Uint(uint64(uint32(v&shifted.Mask)) >> bits.TrailingZeros64(shifted.Mask))
		p.buf = append(p.buf, "<<"...)
		p.buf = append(p.buf, shifted.Shift...)
	}
	return n > 0
}

// orPlain is or without colours.
func (p *Printer) orPlain(n *int, name string) {
	if *n > 0 {
		p.buf = append(p.buf, '|')
	}
	*n++
	p.buf = append(p.buf, name...)
}

func (p *Printer) or(n *int, name string) {
	if *n > 0 {
		p.punct("|")
	}
	*n++
	if name != "" {
		p.constant(name)
	}
}

// A Part is a number within a flag word: 21<<MFD_HUGE_SHIFT.
type Part struct {
	Mask  uint64
	Shift uint
	Name  string // of Shift
}

// BeginName begins the name of v that the caller spells by Text and the like,
// up to EndName. If it returns false the number is all that is wanted, and
// there is no EndName.
func (p *Printer) BeginName(v uint64) bool {
	p.Expr(v)
	if p.JSON || p.style() == Abbrev {
		return true
	}
	p.Hex(v)
	if p.style() == Raw {
		p.EndExpr()
		return false
	}
	p.openComment()
	p.plain, p.spelled = true, true
	return true
}

// EndName ends the name.
func (p *Printer) EndName() {
	if p.spelled {
		p.plain, p.spelled = false, false
		p.closeComment()
	}
	p.EndExpr()
}

// FlagsPart shows v as Flags does, and the number in it behind them.
func (p *Printer) FlagsPart(v uint64, ts []*xlat.Table, part *Part) {
	if v == 0 || v&part.Mask == 0 && p.style() != Verbose {
		p.Flags(v, ts)
		return
	}
	if !p.BeginName(v) {
		return
	}
	defer p.EndName()
	if rest := v &^ part.Mask; rest != 0 {
		p.Flags(rest, ts)
		if v&part.Mask == 0 {
			return
		}
		p.punct("|")
	}
	p.Uint(v & part.Mask >> part.Shift)
	p.buf = append(p.buf, "<<"...)
	p.buf = append(p.buf, part.Name...)
}

// NamedPlus shows v by the name of first, which begins its range: NAME+1.
func (p *Printer) NamedPlus(v, first uint64, name string) {
	p.Expr(v)
	switch {
	case p.JSON || p.style() == Abbrev:
		p.buf = append(p.buf, name...)
		p.buf = append(p.buf, '+')
		p.Uint(v - first)
	case p.style() == Raw:
		p.Hex(v)
	default:
		p.Hex(v)
		p.openComment()
		p.Hex(first)
		p.Comment(name)
		p.buf = append(p.buf, '+')
		p.Uint(v - first)
		p.closeComment()
	}
	p.EndExpr()
}

// Commented shows v with its name, if it has one, in a comment: 0x3 /* NAME */;
// always with -X raw, too.
func (p *Printer) Commented(v uint64, t *xlat.Table, always bool) {
	name, ok := t.Name(v)
	if p.JSON && ok {
		p.Named(v, name, Hexadecimal)
		return
	}
	p.Hex(v)
	switch {
	case p.JSON || p.style() == Raw && !always:
	case ok:
		p.Comment(name)
	case t.Unknown != "":
		p.Comment(t.Unknown)
	}
}
