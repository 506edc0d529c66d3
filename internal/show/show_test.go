package show

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"gostrace/internal/xlat"
)

// A small flag word: an access mode in the lowest bits, and two flags.
var (
	access = xlat.Table{Mask: 3, Zero: true, Consts: []xlat.Const{{Val: 0, Name: "READ"}, {Val: 1, Name: "WRITE"}}}
	extras = xlat.Table{Unknown: "EXTRA_???", Consts: []xlat.Const{{Val: 4, Name: "CREATE"}, {Val: 12, Name: "TRUNCATE"}}}
	opened = []*xlat.Table{&access, &extras}
)

// styled returns what f shows as -X abbrev, raw and verbose, and as JSON.
func styled(f func(p *Printer)) string {
	var all []string
	for _, o := range []Options{{}, {X: Raw}, {X: Verbose}, {JSON: true}} {
		p := Printer{Options: &o}
		f(&p)
		all = append(all, string(p.Bytes()))
	}
	return strings.Join(all, "  ")
}

func TestConstants(t *testing.T) {
	for _, test := range []struct {
		show func(p *Printer)
		want string
	}{
		{func(p *Printer) { p.Flags(0, opened) }, `READ  0  0 /* READ */  {"value":0,"name":"READ"}`},
		{func(p *Printer) { p.Flags(5, opened) }, `WRITE|CREATE  0x5  0x5 /* WRITE|CREATE */  {"value":5,"name":"WRITE|CREATE"}`},
		{func(p *Printer) { p.Flags(0x104, opened) }, `READ|CREATE|0x100  0x104  0x104 /* READ|CREATE|0x100 */  {"value":260,"name":"READ|CREATE|0x100"}`},
		{func(p *Printer) { p.Flags(0x10, opened[1:]) }, `0x10 /* EXTRA_??? */  0x10  0x10 /* EXTRA_??? */  {"value":16,"name":"0x10"}`},
		{func(p *Printer) { p.Symbol(1, &access, Hexadecimal) }, `WRITE  0x1  0x1 /* WRITE */  {"value":1,"name":"WRITE"}`},
		{func(p *Printer) { p.Symbol(7, &extras, UnsignedDecimal) }, `7 /* EXTRA_??? */  7  7 /* EXTRA_??? */  7`},
		{func(p *Printer) { p.Named(^uint64(99), "AT_CWD", SignedDecimal) }, `AT_CWD  -100  -100 /* AT_CWD */  {"value":-100,"name":"AT_CWD"}`},
		{func(p *Printer) { p.NamedMinus(-14, "EFAULT") }, `-EFAULT  -14  -14 /* -EFAULT */  {"value":-14,"name":"-EFAULT"}`},
		{func(p *Printer) { p.Product(4, 256) }, `4*256  1024  1024 /* 4*256 */  1024`},
	} {
		if got := styled(test.show); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, test := range []struct {
		show func(p *Printer)
		text string
		json string
	}{
		{func(p *Printer) { p.Int(-1) }, "-1", "-1"},
		{func(p *Printer) { p.Hex(0) }, "0", "0"},
		{func(p *Printer) { p.Hex(255) }, "0xff", "255"},
		{func(p *Printer) { p.HexWidth(255, 4) }, "0x00ff", "255"},
		{func(p *Printer) { p.HexFull(0, 10) }, "0000000000", "0"},
		{func(p *Printer) { p.HexFull(255, 10) }, "0x000000ff", "255"},
		{func(p *Printer) { p.Oct(0) }, "000", "0"},
		{func(p *Printer) { p.Oct(0644) }, "0644", "420"},
		{func(p *Printer) { p.Addr(0) }, "NULL", "null"},
		{func(p *Printer) { p.Addr(0x7ffc0000) }, "0x7ffc0000", `"0x7ffc0000"`},
		{func(p *Printer) { p.Bool(true) }, "1", "true"},
		{func(p *Printer) { p.FD(3, nil) }, "3", "3"},
		{func(p *Printer) { p.Float(0.5, 2) }, "0.50", "0.50"},
	} {
		for _, style := range []struct {
			o    Options
			want string
		}{{Options{}, test.text}, {Options{JSON: true}, test.json}} {
			p := Printer{Options: &style.o}
			if test.show(&p); string(p.Bytes()) != style.want {
				t.Errorf("got %s, want %s", p.Bytes(), style.want)
			}
		}
	}
}

func TestQuote(t *testing.T) {
	for _, test := range []struct {
		in   string
		e    Escape
		want string
	}{
		{"plain", Octal, `"plain"`},
		{"a\"b\\c", Octal, `"a\"b\\c"`},
		{"\t\n\v\f\r\a\x1b", Octal, `"\t\n\v\f\r\7\33"`},
		{"\x001\x009\xff\xff8", Octal, `"\0001\09\377\3778"`}, // three digits where another would follow
		{"é", Octal, `"\303\251"`},
		{"é\n1", NonASCIIChars, `"\xc3\xa9\n1"`},
		{"é\n1", NonASCII, `"\xc3\xa9\x0a\x31"`},
		{"a\n1", NonASCII, `"a\n1"`},
		{"a1", All, `"\x61\x31"`},
		{"", All, `""`},
	} {
		p := Printer{Options: &Options{Escape: test.e}}
		if p.Quote([]byte(test.in), false); string(p.Bytes()) != test.want {
			t.Errorf("%q: got %s, want %s", test.in, p.Bytes(), test.want)
		}
	}
	for in, want := range map[string]string{
		"plain":        `{"text":"plain","truncated":true}`,
		"a\"\\\n\x00é": `{"text":"a\"\\\n\u0000é","truncated":true}`,
		"\xff":         `{"base64":"/w==","truncated":true}`,
	} {
		p := Printer{Options: &Options{JSON: true}}
		if p.Quote([]byte(in), true); string(p.Bytes()) != want {
			t.Errorf("%q: got %s, want %s", in, p.Bytes(), want)
		}
	}
}

// Rewind takes back what was shown, with its nesting.
func TestRewind(t *testing.T) {
	for _, json := range []bool{false, true} {
		p := Printer{Options: &Options{JSON: json}}
		p.Array()
		p.Elem()
		p.Int(1)
		m := p.Mark()
		p.Elem()
		p.Struct()
		p.Field("x")
		p.Expr(5)
		p.Rewind(m)
		p.Elem()
		p.Int(2)
		p.EndArray()
		if want := map[bool]string{false: "[1, 2]", true: "[1,2]"}[json]; string(p.Bytes()) != want {
			t.Errorf("got %s, want %s", p.Bytes(), want)
		}
	}
}

// FuzzQuote: what text shows of a string reads back as that string, and what
// JSON shows is JSON, with the same bytes.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", "a\"\\", "\x001\xff7\n", "é\u2028", "\xed\xa0\x80"} {
		for e := Octal; e <= All; e++ {
			f.Add([]byte(s), uint8(e))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte, e uint8) {
		p := Printer{Options: &Options{Escape: Escape(e % (uint8(All) + 1))}}
		p.Quote(b, false)
		if got := unescape(t, string(p.Bytes())); got != string(b) {
			t.Errorf("%q shown as %s reads %q", b, p.Bytes(), got)
		}
		j := Printer{Options: &Options{JSON: true}}
		j.Quote(b, false)
		var v struct {
			Text   string
			Base64 []byte
		}
		if err := json.Unmarshal(j.Bytes(), &v); err != nil || v.Text+string(v.Base64) != string(b) {
			t.Errorf("%q shown as %s: %v", b, j.Bytes(), err)
		}
	})
}

// unescape reads a string as C does.
func unescape(t *testing.T, s string) string {
	t.Helper()
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		t.Fatalf("not in quotes: %s", s)
	}
	s = s[1 : len(s)-1]
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b = append(b, s[i])
			continue
		}
		i++
		if letter := strings.IndexByte("fnrtv\"\\", s[i]); letter >= 0 {
			b = append(b, "\f\n\r\t\v\"\\"[letter])
			continue
		}
		base, digits := 8, 0
		if s[i] == 'x' {
			base, digits = 16, 2
			i++
		} else {
			for digits < 3 && i+digits < len(s) && s[i+digits] >= '0' && s[i+digits] <= '7' {
				digits++
			}
		}
		v, err := strconv.ParseUint(s[i:i+digits], base, 8)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		b = append(b, byte(v))
		i += digits - 1
	}
	return string(b)
}

func ExamplePrinter() {
	for _, o := range []Options{{}, {X: Verbose}, {JSON: true}} {
		p := Printer{Options: &o}
		p.Open("open")
		p.Arg("path", false)
		p.Quote([]byte("/etc/passwd"), false)
		p.Arg("flags", false)
		p.Flags(5, opened)
		p.Close()
		fmt.Println(string(p.Bytes()))
	}
	// Output:
	// open("/etc/passwd", WRITE|CREATE)
	// open("/etc/passwd", 0x5 /* WRITE|CREATE */)
	// {"path":{"text":"/etc/passwd"},"flags":{"value":5,"name":"WRITE|CREATE"}}
}
