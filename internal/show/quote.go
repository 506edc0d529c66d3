package show

import (
	"encoding/base64"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// Quote shows bytes as a string in double quotes, followed by "..." if cut.
// JSON has {"text":...} for valid UTF-8, else {"base64":...}, with
// "truncated":true if cut.
func (p *Printer) Quote(b []byte, cut bool) {
	if p.JSON && p.expr == 0 {
		p.jsonBytes(b, cut)
		return
	}
	p.buf = append(p.buf, '"')
	p.buf = AppendEscaped(p.buf, b, p.Escape, '"')
	p.buf = append(p.buf, '"')
	if cut {
		p.punct("...")
	}
}

// QuoteText is Quote for bytes that mostly are a string with a NUL behind it,
// which is not shown, unless all of them are shown as \xhh.
func (p *Printer) QuoteText(b []byte, cut bool) {
	n := len(b)
	if n > 0 && b[n-1] == 0 && (p.JSON || p.Escape != All && p.Escape != NonASCII) {
		b, cut = b[:n-1], false
	}
	p.Quote(b, cut)
}

// Notation shows bytes that have a notation of their own, 02:00:00:00:00:01: as
// that, as escapes, or both, by the style of constants. JSON has the notation.
func (p *Printer) Notation(b []byte, notation []byte) {
	switch {
	case p.JSON && p.expr == 0:
		p.buf = append(p.buf, '"')
		p.buf = appendJSONBytes(p.buf, notation)
		p.buf = append(p.buf, '"')
	case p.style() == Abbrev:
		p.buf = append(p.buf, notation...)
	default:
		p.Binary(b, false)
		if p.style() == Verbose {
			p.openComment()
			p.buf = append(p.buf, notation...)
			p.closeComment()
		}
	}
}

// String shows s as Quote does.
func (p *Printer) String(s string) {
	if p.JSON && p.expr == 0 {
		p.buf = append(p.buf, '"')
		p.buf = appendJSONBytes(p.buf, s)
		p.buf = append(p.buf, '"')
		return
	}
	p.buf = append(p.buf, '"')
	p.buf = append(p.buf, s...)
	p.buf = append(p.buf, '"')
}

func (p *Printer) jsonBytes(b []byte, cut bool) {
	if !utf8.Valid(b) {
		p.jsonBinary(b)
	} else {
		p.buf = append(p.buf, `{"text":"`...)
		p.buf = appendJSONBytes(p.buf, b)
		p.buf = append(p.buf, `"}`...)
	}
	if cut {
		p.buf = append(p.buf[:len(p.buf)-1], `,"truncated":true}`...)
	}
}

func (p *Printer) jsonBinary(b []byte) {
	p.buf = append(p.buf, `{"base64":"`...)
	p.buf = base64.StdEncoding.AppendEncode(p.buf, b)
	p.buf = append(p.buf, `"}`...)
}

// AppendEscaped appends b as it stands between quotes in text. quote is the
// closing delimiter: '"', or '>' for what -y shows, where < and > are escaped too.
func AppendEscaped(q, b []byte, e Escape, quote byte) []byte {
	if e == All || e == NonASCII && !plain(b) {
		for _, c := range b {
			q = append(q, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
		return q
	}
	for i, c := range b {
		switch {
		case c == '"' || c == '\\':
			q = append(q, '\\', c)
			continue
		case quote == '>' && (c == '<' || c == '>'):
		case c >= ' ' && c < 0x7f:
			q = append(q, c)
			continue
		}
		if s := letterEscape(c); s != 0 {
			q = append(q, '\\', s)
			continue
		}
		if e == NonASCIIChars {
			q = append(q, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		full := i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '7'
		q = append(q, '\\')
		if c >= 0100 || full {
			q = append(q, '0'+c>>6)
		}
		if c >= 010 || full {
			q = append(q, '0'+c>>3&7)
		}
		q = append(q, '0'+c&7)
	}
	return q
}

// letterEscape returns the letter of a C escape, or 0.
func letterEscape(c byte) byte {
	switch c {
	case '\f':
		return 'f'
	case '\n':
		return 'n'
	case '\r':
		return 'r'
	case '\t':
		return 't'
	case '\v':
		return 'v'
	}
	return 0
}

// plain says whether text shows b without any numeric escape.
func plain(b []byte) bool {
	for _, c := range b {
		if (c < ' ' || c >= 0x7f) && letterEscape(c) == 0 {
			return false
		}
	}
	return true
}

// AppendJSON appends s, escaped for a JSON string. What is not UTF-8 becomes U+FFFD.
func AppendJSON[T []byte | string](q []byte, s T) []byte { return appendJSONBytes(q, s) }

func appendJSONBytes[T []byte | string](q []byte, s T) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			q = append(q, '\\', c)
		case c == '\n':
			q = append(q, '\\', 'n')
		case c == '\t':
			q = append(q, '\\', 't')
		case c < ' ' || c == 0x7f:
			q = append(q, `\u00`...)
			q = append(q, hexDigits[c>>4], hexDigits[c&15])
		case c < utf8.RuneSelf:
			q = append(q, c)
		default:
			r, n := decodeRune(s, i)
			switch {
			case n == 0:
				q = append(q, "\ufffd"...)
				n = 1
			case drives(r):
				q = append(q, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
			default:
				q = append(q, s[i:i+n]...)
			}
			i += n
			continue
		}
		i++
	}
	return q
}

// drives says whether a terminal that is shown r may do something else than show
// it: the control characters of Latin-1, which are escape sequences, and those that
// break lines or turn the direction of text.
func drives(r rune) bool {
	return r >= 0x80 && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x206f || r == 0xfeff
}

// decodeRune returns the character at s[i] and the length of its UTF-8 sequence, 0 if it is none.
func decodeRune[T []byte | string](s T, i int) (rune, int) {
	var b [utf8.UTFMax]byte
	n := copy(b[:], s[i:])
	r, size := utf8.DecodeRune(b[:n])
	if r == utf8.RuneError && size <= 1 {
		return r, 0
	}
	return r, size
}
