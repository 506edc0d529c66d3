package show

import "strconv"

// Fn begins a value that text shows as a call, makedev(0x8, 0x1), and JSON as
// an object of its arguments.
func (p *Printer) Fn(name string) {
	if p.JSON {
		p.open("{")
		return
	}
	p.Color(CallColor)
	p.buf = append(p.buf, name...)
	p.open("(")
}

// FnArg begins an argument of Fn.
func (p *Printer) FnArg(key string) {
	p.sep()
	if p.JSON {
		p.key(key)
	}
}

// EndFn ends Fn.
func (p *Printer) EndFn() {
	if p.JSON {
		p.close("}")
	} else {
		p.closeCall()
	}
}

// Encoded begins a number that is shown by what it encodes, the caller's next
// value: makedev(0x8, 0x1). It returns false if the style is to show the number
// alone, which it has done then; otherwise EndEncoded must follow.
func (p *Printer) Encoded(v uint64) bool {
	if p.JSON || p.style() == Abbrev {
		return true
	}
	p.Hex(v)
	if p.style() == Raw {
		return false
	}
	p.openComment()
	return true
}

// EndEncoded ends Encoded.
func (p *Printer) EndEncoded() {
	if !p.JSON && p.style() == Verbose {
		p.closeComment()
	}
}

// Alias begins a value with a name of its own that stands for it in brief text:
// UTIME_NOW for a timespec. It returns false if that was it; otherwise the value
// must follow, and EndAlias.
func (p *Printer) Alias(name string) bool {
	if p.JSON || p.style() != Abbrev {
		return true
	}
	p.buf = append(p.buf, name...)
	return false
}

// EndAlias ends Alias.
func (p *Printer) EndAlias(name string) {
	if !p.JSON && p.style() == Verbose {
		p.Comment(name)
	}
}

// Wrap begins a value that text shows in a conversion, htons(80), and JSON plainly.
func (p *Printer) Wrap(fn string) {
	if p.JSON && p.expr == 0 {
		return
	}
	p.Color(CallColor)
	p.buf = append(p.buf, fn...)
	p.punct("(")
}

// EndWrap ends Wrap.
func (p *Printer) EndWrap() {
	if p.JSON && p.expr == 0 {
		return
	}
	p.Color(PunctColor)
	p.buf = append(p.buf, ')')
	p.Color(NoColor)
}

// Expr begins a number that text shows as an expression over names; JSON has
// {"value":v,"name":"<that text>"}. Between Expr and EndExpr the methods write
// text, and the caller decides the typography. Expressions within are part of it.
func (p *Printer) Expr(v uint64) {
	if p.nested++; !p.JSON || p.expr != 0 {
		return
	}
	p.buf = append(p.buf, `{"value":`...)
	p.Uint(v)
	p.name()
}

// SignedExpr is Expr for a signed number.
func (p *Printer) SignedExpr(v int64) {
	if p.nested++; !p.JSON || p.expr != 0 {
		return
	}
	p.buf = append(p.buf, `{"value":`...)
	p.Int(v)
	p.name()
}

func (p *Printer) name() {
	p.buf = append(p.buf, `,"name":"`...)
	p.expr = len(p.buf) + 1
}

// EndExpr ends Expr.
func (p *Printer) EndExpr() {
	if p.nested--; p.nested > 0 || p.expr == 0 {
		return
	}
	from := p.expr - 1
	p.expr = 0
	for i := from; i < len(p.buf); i++ {
		if c := p.buf[i]; c == '"' || c == '\\' || c < ' ' {
			// Rare: names hold no such bytes. Escape from here on.
			tail := string(p.buf[i:])
			p.buf = appendJSONBytes(p.buf[:i], tail)
			break
		}
	}
	p.buf = append(p.buf, `"}`...)
}

// FD shows a descriptor and, if desc is not nil, what it refers to: 3</etc/passwd>.
// desc is what procfs.Describer.FD returns: in text all of it, escaped and in
// its brackets; in JSON plain bytes.
func (p *Printer) FD(fd int64, desc []byte) {
	if desc == nil {
		p.Int(fd)
		return
	}
	if p.JSON {
		p.buf = append(p.buf, `{"fd":`...)
		p.Int(fd)
		p.buf = append(p.buf, `,"path":"`...)
		p.buf = appendJSONBytes(p.buf, desc)
		p.buf = append(p.buf, `"}`...)
		return
	}
	p.Int(fd)
	p.describe(desc)
}

// PID shows a process id: behind it the name of the process, which comes in
// its brackets or is nil, and its id in the tracer's name space, if that is
// another one, else 0.
func (p *Printer) PID(id int64, comm []byte, outer int32) {
	if comm == nil && outer == 0 {
		p.Int(id)
		return
	}
	if p.JSON && p.expr == 0 {
		p.buf = append(p.buf, `{"id":`...)
		p.Int(id)
		if comm != nil {
			p.buf = append(p.buf, `,"comm":"`...)
			p.buf = appendJSONBytes(p.buf, comm)
			p.buf = append(p.buf, '"')
		}
		if outer != 0 {
			p.buf = append(p.buf, `,"outer":`...)
			p.Int(int64(outer))
		}
		p.buf = append(p.buf, '}')
		return
	}
	p.Int(id)
	p.describe(comm)
	if outer != 0 {
		p.OpenComment()
		p.Int(int64(outer))
		p.Text(" in strace's PID NS")
		p.CloseComment()
	}
}

// describe shows what a descriptor refers to, which is escaped but for its
// brackets and the arrows between addresses.
func (p *Printer) describe(desc []byte) {
	if !p.colored() {
		p.buf = append(p.buf, desc...)
		return
	}
	for i, c := range desc {
		switch {
		case c == '<', c == '>' && desc[i-1] != '-':
			p.punct(string(rune(c)))
		default:
			p.buf = append(p.buf, c)
		}
	}
}

// Float shows v with n digits after the point.
func (p *Printer) Float(v float64, n int) { p.buf = strconv.AppendFloat(p.buf, v, 'f', n, 64) }

// A Mark is a state of the Printer to which Rewind returns.
type Mark struct {
	len, expr, nested, mono int
	more                    uint64
}

// Mark returns the current state.
func (p *Printer) Mark() Mark { return Mark{len(p.buf), p.expr, p.nested, p.mono, p.more} }

// Rewind takes back everything shown since m; nothing of it may have been taken.
func (p *Printer) Rewind(m Mark) {
	p.buf, p.expr, p.nested, p.mono, p.more = p.buf[:m.len], m.expr, m.nested, m.mono, m.more
}

// OpenTail begins the parenthesis behind a result.
func (p *Printer) OpenTail() {
	if p.JSON {
		p.buf = append(p.buf, `,"result":`...)
		p.open("{")
		return
	}
	p.Color(NoColor)
	p.buf = append(p.buf, ' ')
	p.Color(RetVal)
	p.OneColor()
	p.open("(")
}

// TailItem begins an item in it; text shows its name unless bare.
func (p *Printer) TailItem(name string, bare bool) {
	p.sep()
	switch {
	case p.JSON:
		p.key(name)
	case !bare:
		p.buf = append(p.buf, name...)
		p.buf = append(p.buf, ' ')
	}
}

// CloseTail ends it.
func (p *Printer) CloseTail() {
	p.Close()
	p.EndOneColor()
}

// NamedFD shows a descriptor value that has a name (AT_FDCWD) and what it refers to.
func (p *Printer) NamedFD(fd int64, name string, desc []byte) {
	if desc == nil || p.JSON {
		if p.JSON && desc != nil {
			p.FD(fd, desc)
			return
		}
		p.Named(uint64(fd), name, SignedDecimal)
		return
	}
	p.Named(uint64(fd), name, SignedDecimal)
	p.describe(desc)
}

// Word shows a bare word: a string in JSON.
func (p *Printer) Word(s string) {
	if p.JSON && p.expr == 0 {
		p.String(s)
		return
	}
	p.buf = append(p.buf, s...)
}
