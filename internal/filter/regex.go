package filter

import (
	"errors"
	"regexp"
	"slices"
	"strings"
)

// compileRegex compiles a POSIX extended regular expression with the GNU
// operators (\<, \>, \b, \w and so on). Package regexp has either POSIX or
// escapes, not both, so the pattern is rewritten.
func compileRegex(pattern string) (*regexp.Regexp, error) {
	t := regexTranslator{in: pattern}
	if err := t.translate(); err != nil {
		return nil, err
	}
	re, err := regexp.Compile(string(t.out))
	if err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	return re, nil
}

var (
	errNothingToRepeat = errors.New("nothing to repeat before *, +, ? or {")
	errBraces          = errors.New("{ without a number and }")
	errBackslash       = errors.New("backslash at the end")
	errBracket         = errors.New("[ without ]")
	errParen           = errors.New("( without )")
	errBackReference   = errors.New("back-references are not supported")
)

// regexTranslator rewrites a pattern from left to right.
type regexTranslator struct {
	in     string
	out    []byte
	open   []int // where unclosed parentheses stand in out
	start  int   // where in out the part begins that a quantifier would repeat; -1: none
	repeat bool  // that part ends in a quantifier already
}

func (t *regexTranslator) translate() error {
	t.start = -1
	for len(t.in) > 0 {
		var err error
		switch c := t.in[0]; c {
		case '\\':
			err = t.escape()
		case '[':
			err = t.bracket()
		case '*', '+', '?', '{':
			err = t.quantifier()
		case '(':
			t.open = append(t.open, len(t.out))
			t.operator(1)
		case ')':
			t.closeParen()
		case '|', '^':
			t.operator(1)
		default:
			t.emit(1, t.in[:1])
		}
		if err != nil {
			return err
		}
	}
	if len(t.open) > 0 {
		return errParen
	}
	return nil
}

// emit replaces the next n bytes by s, which a quantifier may follow.
func (t *regexTranslator) emit(n int, s string) {
	t.start, t.repeat = len(t.out), false
	t.out = append(t.out, s...)
	t.in = t.in[n:]
}

// operator copies n bytes that no quantifier may follow.
func (t *regexTranslator) operator(n int) {
	t.emit(n, t.in[:n])
	t.start = -1
}

// closeParen copies a parenthesis; without a partner it is an ordinary letter.
func (t *regexTranslator) closeParen() {
	if len(t.open) == 0 {
		t.emit(1, `\)`)
		return
	}
	begin := t.open[len(t.open)-1]
	t.open = t.open[:len(t.open)-1]
	t.emit(1, ")")
	t.start = begin
}

func (t *regexTranslator) escape() error {
	if len(t.in) < 2 {
		return errBackslash
	}
	switch c := t.in[1]; {
	case c == '<' || c == '>':
		t.emit(2, `\b`)
	case c == '`':
		t.emit(2, `\A`)
	case c == '\'':
		t.emit(2, `\z`)
	case strings.IndexByte("bBwWsS", c) >= 0:
		t.emit(2, t.in[:2])
	case c >= '1' && c <= '9':
		return errBackReference
	default:
		t.emit(2, regexp.QuoteMeta(string(rune(c))))
	}
	return nil
}

// bracket copies [...]: a backslash means itself there, and a ] that comes
// first, or ends a class such as [:alpha:], does not close it.
func (t *regexTranslator) bracket() error {
	i := 1
	if i < len(t.in) && t.in[i] == '^' {
		i++
	}
	if i < len(t.in) && t.in[i] == ']' {
		i++
	}
	for ; i < len(t.in) && t.in[i] != ']'; i++ {
		if strings.HasPrefix(t.in[i:], "[:") {
			end := strings.Index(t.in[i:], ":]")
			if end < 0 {
				return errBracket
			}
			i += end + 1
		}
	}
	if i >= len(t.in) {
		return errBracket
	}
	t.emit(i+1, strings.ReplaceAll(t.in[:i+1], `\`, `\\`))
	return nil
}

// quantifier copies *, +, ? or {n}. What is repeated already is put in
// parentheses first: x+? would mean something else to package regexp.
func (t *regexTranslator) quantifier() error {
	if t.start < 0 {
		return errNothingToRepeat
	}
	q := t.in[:1]
	if q == "{" {
		end := strings.IndexByte(t.in, '}')
		if end < 2 || strings.Trim(t.in[1:end], "0123456789") != "" {
			return errBraces
		}
		q = t.in[:end+1]
	}
	if t.repeat {
		t.out = slices.Insert(t.out, t.start, '(')
		t.out = append(t.out, ')')
	}
	t.out = append(t.out, q...)
	t.in = t.in[len(q):]
	t.repeat = true
	return nil
}
