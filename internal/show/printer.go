package show

import "strconv"

// Style is how a named constant is shown (-X).
type Style uint8

const (
	Abbrev  Style = iota // O_RDWR
	Raw                  // 0x2
	Verbose              // 0x2 /* O_RDWR */
)

// Escape is when bytes are shown as \x escapes (-x, -xx).
type Escape uint8

const (
	Octal         Escape = iota // control characters and bytes over 0x7e as \ooo
	NonASCIIChars               // the same as \xhh
	NonASCII                    // a string with any such byte wholly as \xhh (-x)
	All                         // every string wholly as \xhh (-xx)
)

// Options are the user's wishes; the same for every call of a session.
type Options struct {
	JSON   bool
	X      Style
	Escape Escape
	StrLen int  // bytes of a string shown (-s)
	Names  bool // argument names in text (-N)
	// Palette has the colours of text; nil: none.
	Palette *Palette
}

// A Printer appends decoded values to a buffer it owns. Its methods do not
// allocate once the buffer has grown.
type Printer struct {
	*Options
	buf     []byte
	more    uint64 // bit 0: a sibling precedes at this depth; shifted by nesting
	expr    int    // where the text of the open expression begins in JSON, +1; 0: none
	nested  int    // expressions that are open
	wordy   Wordy  // constants are shown as with Verbose
	plain   bool   // constants are shown as with Abbrev
	spelled bool   // a name is being spelled in a comment
	mono    int    // if not 0, no colour changes within what is being shown
}

// Plain makes constants be shown by name alone, whatever the style, until it is
// called with false.
func (p *Printer) Plain(on bool) { p.plain = on }

// Wordy makes constants be shown by number and name, until it is called with Never.
func (p *Printer) Wordy(w Wordy) { p.wordy = w }

// style returns how constants are shown now.
func (p *Printer) style() Style {
	switch {
	case p.plain:
		return Abbrev
	case p.wordy == Always || p.wordy == NotRaw && p.X == Abbrev:
		return Verbose
	}
	return p.X
}

// Remarks says whether comments beside numbers are wanted.
func (p *Printer) Remarks() bool { return !p.JSON && p.style() != Raw }

// Reset empties the buffer and forgets all nesting.
func (p *Printer) Reset() {
	p.buf, p.more, p.expr, p.nested, p.plain, p.mono = p.buf[:0], 0, 0, 0, false, 0
}

// Bytes returns what was shown since Reset or Take.
func (p *Printer) Bytes() []byte { return p.buf }

// Len returns how many bytes have been shown since Take.
func (p *Printer) Len() int { return len(p.buf) }

// Take returns what was shown since the last Take and empties the buffer, but
// keeps the nesting: a call's beginning is shown before its end is known. The
// bytes are valid until something more is shown.
func (p *Printer) Take() []byte {
	b := p.buf
	p.buf = p.buf[:0]
	return b
}

func (p *Printer) sep() {
	if p.more&1 != 0 {
		if p.JSON {
			p.buf = append(p.buf, ',')
		} else {
			p.punct(", ")
		}
	}
	p.more |= 1
}

// open begins, and close ends, what is nested: in JSON or in text.
func (p *Printer) open(bracket string) {
	if p.JSON {
		p.buf = append(p.buf, bracket...)
	} else {
		p.punct(bracket)
	}
	p.more <<= 1
}

func (p *Printer) close(bracket string) {
	if p.JSON {
		p.buf = append(p.buf, bracket...)
	} else {
		p.punct(bracket)
	}
	p.more >>= 1
}

// closeCall ends the parenthesis of a call, behind which no colour is left.
func (p *Printer) closeCall() {
	p.Color(PunctColor)
	p.buf = append(p.buf, ')')
	p.Color(NoColor)
	p.more >>= 1
}

func (p *Printer) key(name string) {
	p.buf = append(p.buf, '"')
	p.buf = append(p.buf, name...)
	p.buf = append(p.buf, `":`...)
}

// Chars appends s to text output only.
func (p *Printer) Chars(s []byte) {
	if !p.JSON || p.expr != 0 {
		p.buf = append(p.buf, s...)
	}
}

// Text appends s to text output only: typography. Separators and the marks of
// comments get their colours.
func (p *Printer) Text(s string) {
	switch {
	case p.JSON && p.expr == 0:
	case p.colored():
		p.colorText(s)
	default:
		p.buf = append(p.buf, s...)
	}
}

// JSONText appends s to JSON output only.
func (p *Printer) JSONText(s string) {
	if p.JSON && p.expr == 0 {
		p.buf = append(p.buf, s...)
	}
}

// Open begins the arguments of a call: "name(", or a JSON object.
func (p *Printer) Open(name string) {
	if p.JSON {
		p.open("{")
		return
	}
	p.Color(SyscallColor)
	p.buf = append(p.buf, name...)
	p.open("(")
}

// Arg begins an argument; labelled says that text shows its name without -N too.
func (p *Printer) Arg(name string, labelled bool) {
	p.sep()
	if p.JSON {
		p.key(name)
	} else if p.Names || labelled {
		p.label(name)
	}
}

// Close ends the arguments.
func (p *Printer) Close() {
	if p.JSON {
		p.close("}")
	} else {
		p.closeCall()
	}
}

// label shows the name of what follows.
func (p *Printer) label(name string) {
	p.Color(ArgName)
	p.buf = append(p.buf, name...)
	p.punct("=")
}

// Struct begins a structure.
func (p *Printer) Struct() { p.open("{") }

// EndStruct ends it.
func (p *Printer) EndStruct() { p.close("}") }

// FieldKey begins a member of which the value's text says the name, so that
// JSON alone needs it: {inet_pton(AF_INET6, "::1", &sin6_addr)}.
func (p *Printer) FieldKey(name string) {
	p.sep()
	if p.JSON {
		p.key(name)
	}
}

// Field begins a member of a structure.
func (p *Printer) Field(name string) {
	p.sep()
	if p.JSON {
		p.key(name)
	} else {
		p.label(name)
	}
}

// Array begins an array.
func (p *Printer) Array() { p.open("[") }

// Elem begins an element of an array.
func (p *Printer) Elem() { p.sep() }

// ElemSpace begins an element separated from the one before by a blank, as in
// the sets of signals and descriptors: [INT TERM].
func (p *Printer) ElemSpace() {
	if p.more&1 != 0 {
		if p.JSON {
			p.buf = append(p.buf, ',')
		} else {
			p.punct(" ")
		}
	}
	p.more |= 1
}

// MoreElemsSpace stands for elements left out of what ElemSpace separates.
func (p *Printer) MoreElemsSpace() {
	p.ElemSpace()
	if p.JSON {
		p.buf = append(p.buf, `"..."`...)
	} else {
		p.punct("...")
	}
}

// EndArray ends an array.
func (p *Printer) EndArray() { p.close("]") }

// MoreFields stands for members that the abbreviation leaves out.
func (p *Printer) MoreFields() {
	p.sep()
	if p.JSON {
		p.buf = append(p.buf, `"...":true`...)
	} else {
		p.punct("...")
	}
}

// UnknownFields stands for the end of a structure that could not be read.
func (p *Printer) UnknownFields() {
	p.sep()
	if p.JSON {
		p.buf = append(p.buf, `"???":true`...)
	} else {
		p.Unknown()
	}
}

// Excess shows bytes of a structure that have no name, of which the first is
// byte from and there are n: b has those to show.
func (p *Printer) Excess(from int, b []byte, n uint64) {
	p.sep()
	if p.JSON {
		p.buf = append(p.buf, `"bytes `...)
	} else {
		p.buf = append(p.buf, "/* bytes "...)
	}
	p.Int(int64(from))
	p.buf = append(p.buf, ".."...)
	p.Uint(uint64(from) + n - 1)
	cut := uint64(len(b)) < n
	if p.JSON {
		p.buf = append(p.buf, `":`...)
		p.jsonBytes(b, cut)
		return
	}
	p.buf = append(p.buf, ` */ "`...)
	p.buf = AppendEscaped(p.buf, b, All, '"')
	p.buf = append(p.buf, '"')
	if cut {
		p.punct("...")
	}
}

// ExcessElem is Excess behind a structure, as an element of the array that this is in.
func (p *Printer) ExcessElem(from int, b []byte, n uint64) {
	if !p.JSON {
		p.Excess(from, b, n)
		return
	}
	p.Elem()
	p.Struct()
	p.Excess(from, b, n)
	p.EndStruct()
}

// BytesComment shows, in text, which bytes of a structure the last value has: bytes from..to.
func (p *Printer) BytesComment(from, to int) {
	if p.JSON {
		return
	}
	p.openComment()
	p.buf = append(p.buf, "bytes "...)
	p.Int(int64(from))
	p.buf = append(p.buf, ".."...)
	p.Int(int64(to))
	p.closeComment()
}

// MoreElems stands for elements left out.
func (p *Printer) MoreElems() {
	p.sep()
	if p.JSON {
		p.buf = append(p.buf, `"..."`...)
	} else {
		p.punct("...")
	}
}

// UnreadElems stands for elements from addr on that could not be read.
func (p *Printer) UnreadElems(addr uint64) {
	p.sep()
	if p.JSON {
		p.buf = append(p.buf, `{"unreadable":`...)
		p.Addr(addr)
		p.buf = append(p.buf, '}')
		return
	}
	p.punct("...")
	p.openComment()
	p.Addr(addr)
	p.closeComment()
}

// UnreadFields stands for the members of a structure whose bytes from addr on
// could not be read.
func (p *Printer) UnreadFields(addr uint64) {
	if p.JSON {
		p.sep()
		p.buf = append(p.buf, `"unreadable":`...)
		p.Addr(addr)
		return
	}
	p.UnreadElems(addr)
}

// Change begins a value of which the state before and after the call is shown:
// {"in":...,"out":...} in JSON. Text has nothing here and an arrow between.
func (p *Printer) Change() { p.JSONText(`{"in":`) }

// Arrow separates the two states.
func (p *Printer) Arrow() {
	p.Punct(" => ")
	p.JSONText(`,"out":`)
}

// EndChange ends such a value.
func (p *Printer) EndChange() { p.JSONText(`}`) }

// Int shows a signed decimal number.
func (p *Printer) Int(v int64) { p.buf = strconv.AppendInt(p.buf, v, 10) }

// Uint shows an unsigned decimal number.
func (p *Printer) Uint(v uint64) { p.buf = strconv.AppendUint(p.buf, v, 10) }

// Product shows a*b in text, and what it is in JSON and in raw style.
func (p *Printer) Product(a, b uint64) {
	x := p.style()
	if p.JSON && p.expr == 0 || x != Abbrev {
		p.Uint(a * b)
	}
	if p.JSON && p.expr == 0 || x == Raw {
		return
	}
	if x == Verbose {
		p.openComment()
	}
	p.Uint(a)
	p.buf = append(p.buf, '*')
	p.Uint(b)
	if x == Verbose {
		p.closeComment()
	}
}

// Bool shows true or false in JSON and 1 or 0 in text.
func (p *Printer) Bool(v bool) {
	switch {
	case p.JSON:
		p.buf = strconv.AppendBool(p.buf, v)
	case v:
		p.buf = append(p.buf, '1')
	default:
		p.buf = append(p.buf, '0')
	}
}

// Hex shows 0x2a; 0 is "0". JSON has a number.
func (p *Printer) Hex(v uint64) {
	if p.JSON && p.expr == 0 {
		p.Uint(v)
		return
	}
	if v == 0 {
		p.buf = append(p.buf, '0')
		return
	}
	p.buf = append(p.buf, "0x"...)
	p.buf = strconv.AppendUint(p.buf, v, 16)
}

// HexWidth shows 0x002a: at least width digits. JSON has a number.
func (p *Printer) HexWidth(v uint64, width int) {
	if p.JSON && p.expr == 0 {
		p.Uint(v)
		return
	}
	p.buf = append(p.buf, "0x"...)
	for i := width - 1; i > 0 && v>>(4*uint(i)) == 0; i-- {
		p.buf = append(p.buf, '0')
	}
	p.buf = strconv.AppendUint(p.buf, v, 16)
}

// HexFull shows v in exactly width characters if they suffice, the 0x among
// them: 0x00002a, and 00000000 for 0. JSON has a number.
func (p *Printer) HexFull(v uint64, width int) {
	if v != 0 {
		p.HexWidth(v, width-2)
		return
	}
	if p.JSON && p.expr == 0 {
		p.Uint(0)
		return
	}
	for range width {
		p.buf = append(p.buf, '0')
	}
}

// Oct shows 0644: a leading zero and at least three digits, "000" for 0. JSON has a number.
func (p *Printer) Oct(v uint64) {
	if p.JSON && p.expr == 0 {
		p.Uint(v)
		return
	}
	p.buf = append(p.buf, '0')
	if v < 010 {
		p.buf = append(p.buf, '0')
	}
	p.buf = strconv.AppendUint(p.buf, v, 8)
}

// Addr shows an address: NULL for 0. JSON has a hex string, or null.
func (p *Printer) Addr(v uint64) {
	switch {
	case p.JSON && p.expr == 0:
		if v == 0 {
			p.buf = append(p.buf, "null"...)
			return
		}
		p.buf = append(p.buf, `"0x`...)
		p.buf = strconv.AppendUint(p.buf, v, 16)
		p.buf = append(p.buf, '"')
	case v == 0:
		p.buf = append(p.buf, "NULL"...)
	default:
		p.Hex(v)
	}
}

// AddrComment appends an address in a comment to text.
func (p *Printer) AddrComment(v uint64) {
	if p.JSON && p.expr == 0 {
		return
	}
	p.openComment()
	p.Addr(v)
	p.closeComment()
}

// Comment appends " /* s */" to text.
func (p *Printer) Comment(s string) {
	p.OpenComment()
	p.Text(s)
	p.CloseComment()
}

// SecondsComment appends v, in units of which there are 10 to the power of
// digits in a second, as a number of seconds in a comment: 0.001 s. There is none for 0.
func (p *Printer) SecondsComment(v uint64, digits int) {
	if v == 0 || p.style() == Raw || p.JSON && p.expr == 0 {
		return
	}
	p.openComment()
	unit := uint64(1)
	for range digits {
		unit *= 10
	}
	p.buf = strconv.AppendUint(p.buf, v/unit, 10)
	p.buf = append(p.buf, '.')
	for unit /= 10; unit > 0; unit /= 10 {
		p.buf = append(p.buf, '0'+byte(v/unit%10))
	}
	p.buf = append(p.buf, " s"...)
	p.closeComment()
}

// CommentBytes is Comment for bytes, which must be printable and hold no "*/".
func (p *Printer) CommentBytes(b []byte) {
	if !p.JSON || p.expr != 0 {
		p.openComment()
		p.buf = append(p.buf, b...)
		p.closeComment()
	}
}
