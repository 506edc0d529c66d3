package show

import "strings"

// Color is what a part of the text is, as far as colours tell parts apart: the
// keys of STRACE_COLORS.
type Color uint8

const (
	NoColor      Color = iota // the end of all colours
	SyscallColor              // names of calls
	ArgName                   // names of arguments (-N) and members
	ArgVal                    // their values
	CallColor                 // what looks like a call within a value: htons
	ConstColor                // names of constants
	CommentColor              // /* ... */
	PunctColor                // brackets, separators, equals signs
	RetVal                    // results
	ErrorColor                // names and texts of errors
	Colors                    // how many there are
)

// A Palette has the escape sequence that begins each colour.
type Palette [Colors]string

// Color makes what follows be shown in color c, where there are colours. JSON has none.
func (p *Printer) Color(c Color) {
	if p.colored() {
		p.buf = append(p.buf, p.Palette[c]...)
	}
}

// colored says whether there are colours here.
func (p *Printer) colored() bool { return p.Palette != nil && p.mono == 0 }

// OneColor makes all that follows be of one color, until EndOneColor; they nest.
func (p *Printer) OneColor() { p.mono++ }

// EndOneColor ends OneColor.
func (p *Printer) EndOneColor() { p.mono-- }

// colorText is Text where there are colours.
func (p *Printer) colorText(s string) {
	if s == ", " {
		p.punct(s)
		return
	}
	if left, ok := strings.CutSuffix(s, "|"); ok {
		p.buf = append(p.buf, left...)
		p.punct("|")
		return
	}
	if name, ok := strings.CutSuffix(s, "="); ok && name != "" {
		p.label(name)
		return
	}
	if inner, ok := strings.CutPrefix(s, " /* "); ok {
		p.openComment()
		s = inner
	}
	inner, ends := strings.CutSuffix(s, " */")
	p.buf = append(p.buf, inner...)
	if ends {
		p.closeComment()
	}
}

// Punct shows s, which belongs to no value, in text: a separator, a bracket.
func (p *Printer) Punct(s string) {
	if !p.JSON || p.expr != 0 {
		p.punct(s)
	}
}

// punct appends s as punctuation within a value.
func (p *Printer) punct(s string) {
	if !p.colored() {
		p.buf = append(p.buf, s...)
		return
	}
	p.Color(PunctColor)
	p.buf = append(p.buf, s...)
	p.Color(ArgVal)
}

// in appends s in color c within a value.
func (p *Printer) in(c Color, s string) {
	if !p.colored() {
		p.buf = append(p.buf, s...)
		return
	}
	p.Color(c)
	p.buf = append(p.buf, s...)
	p.Color(ArgVal)
}

// constant appends the name of a constant. One that stands in a comment
// beside its number is no more than part of that.
func (p *Printer) constant(name string) {
	if !p.colored() || p.style() != Abbrev {
		p.buf = append(p.buf, name...)
		return
	}
	p.in(ConstColor, name)
}

// Unknown shows ??? for what should be there and is not.
func (p *Printer) Unknown() {
	if p.JSON && p.expr == 0 {
		p.String("???")
		return
	}
	p.in(ErrorColor, "???")
}

// Constant shows the name of a constant within an expression, in text.
func (p *Printer) Constant(name string) {
	if !p.JSON || p.expr != 0 {
		p.in(ConstColor, name)
	}
}

// Label shows, in text, the name of what follows again: behind an arrow.
func (p *Printer) Label(name string) {
	if !p.JSON || p.expr != 0 {
		p.label(name)
	}
}

// openComment begins a comment, closeComment ends it.
func (p *Printer) openComment() {
	p.Color(CommentColor)
	p.buf = append(p.buf, " /* "...)
}

func (p *Printer) closeComment() {
	p.Color(CommentColor)
	p.buf = append(p.buf, " */"...)
	p.Color(ArgVal)
}

// OpenComment begins a comment in text that the caller writes, up to CloseComment.
func (p *Printer) OpenComment() {
	if !p.JSON || p.expr != 0 {
		p.openComment()
	}
}

// CloseComment ends it.
func (p *Printer) CloseComment() {
	if !p.JSON || p.expr != 0 {
		p.closeComment()
	}
}
