package show

// Converted begins a value that text shows as a conversion of its bytes b in
// memory: htons(80), inet_addr("127.0.0.1"). With -X raw text has b alone, with
// -X verbose the conversion in a comment behind b. Write the conversion (in
// JSON: the value) and EndConverted if it returns true.
func (p *Printer) Converted(b []byte) bool {
	if p.JSON || p.style() == Abbrev {
		return true
	}
	p.Binary(b, false)
	if p.X == Raw {
		return false
	}
	p.openComment()
	p.Plain(true)
	return true
}

// EndConverted ends what Converted began.
func (p *Printer) EndConverted() {
	if p.plain && !p.JSON {
		p.Plain(false)
		p.closeComment()
	}
}

// Binary shows bytes that are no text as a string of \x escapes alone, whatever
// -x says, followed by "..." if cut. JSON has {"base64":...}.
func (p *Printer) Binary(b []byte, cut bool) {
	if p.JSON && p.expr == 0 {
		p.jsonBinary(b)
		if cut {
			p.buf = append(p.buf[:len(p.buf)-1], `,"truncated":true}`...)
		}
		return
	}
	p.buf = append(p.buf, '"')
	p.buf = AppendEscaped(p.buf, b, All, '"')
	p.buf = append(p.buf, '"')
	if cut {
		p.punct("...")
	}
}

// QuoteName shows a name that is not tracee memory as Quote does: -xx applies.
// JSON has a string.
func (p *Printer) QuoteName(b []byte) {
	if p.JSON && p.expr == 0 {
		p.buf = append(p.buf, '"')
		p.buf = appendJSONBytes(p.buf, b)
		p.buf = append(p.buf, '"')
		return
	}
	p.Quote(b, false)
}

// HWAddr shows a hardware address: 02:fc:00:00:00:01. JSON has a string.
func (p *Printer) HWAddr(b []byte) {
	p.JSONText(`"`)
	for i, c := range b {
		if i > 0 {
			p.buf = append(p.buf, ':')
		}
		p.buf = append(p.buf, hexDigits[c>>4], hexDigits[c&15])
	}
	p.JSONText(`"`)
}

// UUID shows a universally unique identifier of 16 bytes:
// 00010203-0405-0607-0809-0a0b0c0d0e0f. JSON has a string.
func (p *Printer) UUID(b []byte) {
	p.JSONText(`"`)
	for i, c := range b {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			p.buf = append(p.buf, '-')
		}
		p.buf = append(p.buf, hexDigits[c>>4], hexDigits[c&15])
	}
	p.JSONText(`"`)
}

// Interface shows the index of a network interface by name: if_nametoindex("lo");
// by number if name is nil.
func (p *Printer) Interface(index uint32, name []byte) {
	v := uint64(index)
	if name == nil || !p.JSON && p.style() == Raw {
		p.Uint(v)
		return
	}
	p.Expr(v)
	switch {
	case p.JSON:
		p.buf = append(p.buf, name...)
	case p.style() == Verbose:
		p.Uint(v)
		p.openComment()
		p.ifNameToIndex(name)
		p.closeComment()
	default:
		p.Color(ConstColor)
		p.OneColor()
		p.ifNameToIndex(name)
		p.EndOneColor()
		p.Color(ArgVal)
	}
	p.EndExpr()
}

func (p *Printer) ifNameToIndex(name []byte) {
	p.buf = append(p.buf, "if_nametoindex("...)
	p.Quote(name, false)
	p.buf = append(p.buf, ')')
}

// Converting says whether text has conversions alone, without the bytes.
func (p *Printer) Converting() bool { return p.JSON || p.style() == Abbrev }

// Abstract shows a name of an abstract Unix socket: @"name". JSON has the name
// with a NUL in front, as unix(7) has it.
func (p *Printer) Abstract(name []byte) {
	if !p.JSON {
		p.buf = append(p.buf, '@')
		p.Quote(name, false)
		return
	}
	p.buf = append(p.buf, `{"text":"\u0000`...)
	p.buf = appendJSONBytes(p.buf, name)
	p.buf = append(p.buf, `"}`...)
}
