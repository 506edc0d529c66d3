package unwind

import (
	"strings"
	"testing"
)

// TestParseMapping takes lines of /proc/PID/maps apart.
func TestParseMapping(t *testing.T) {
	u := New(Options{})
	for _, tt := range []struct {
		line       string
		path       string
		executable bool
	}{
		{"7f0c1f2a5000-7f0c1f3fb000 r-xp 00026000 fe:00 1835                       /usr/lib/x86_64-linux-gnu/libc.so.6", "/usr/lib/x86_64-linux-gnu/libc.so.6", true},
		{"7f0c1f2a5000-7f0c1f3fb000 r--p 00026000 fe:00 1835                       /usr/lib/x86_64-linux-gnu/libc.so.6", "", false},
		{"7f0c1f2a5000-7f0c1f3fb000 r-xs 00026000 fe:00 1835                       /tmp/a b (deleted)", "/tmp/a b (deleted)", true},
		{"7f0c1f2a5000-7f0c1f3fb000 r-xs 00026000 fe:00 1835                       /tmp/\x1b[31m\xff", `/tmp/\033[31m\377`, true},
		{"7f0c1f2a5000-7f0c1f3fb000 rwxp 00000000 00:00 0 ", "", true},
		{"7f0c1f2a5000-7f0c1f3fb000 rwxp 00000000 00:00 0                          [anon: JIT code]", "", true},
		{"7ffc1f2a5000-7ffc1f3fb000 r-xp 00000000 00:00 0                          [vdso]", "[vdso]", true},
		{"ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]", "[vsyscall]", true},
		{"5000-4000 r-xp 00000000 00:00 0", "", false},
		{"nonsense", "", false},
		{"", "", false},
	} {
		m, executable := u.parseMapping([]byte(tt.line))
		if m.path != tt.path || executable != tt.executable {
			t.Errorf("%q: %q, %v; want %q, %v", tt.line, m.path, executable, tt.path, tt.executable)
		}
	}
	m, _ := u.parseMapping([]byte("7f0c1f2a5000-7f0c1f3fb000 r-xp 00026000 fe:10 1835 /x"))
	want := mapping{start: 0x7f0c1f2a5000, end: 0x7f0c1f3fb000, offset: 0x26000, inode: 1835, device: 0xfe<<32 | 0x10, path: "/x", name: "/x"}
	if m != want {
		t.Errorf("%+v, want %+v", m, want)
	}
}

// TestFindMapping finds what holds an address, and nothing between.
func TestFindMapping(t *testing.T) {
	p := process{maps: []mapping{{start: 0x1000, end: 0x2000}, {start: 0x2000, end: 0x3000}, {start: 0x8000, end: 0x9000}}}
	for addr, want := range map[uint64]uint64{0: 0, 0xfff: 0, 0x1000: 0x1000, 0x1fff: 0x1000, 0x2000: 0x2000, 0x3000: 0, 0x8fff: 0x8000, 0x9000: 0, ^uint64(0): 0} {
		m := p.find(addr)
		if got := p.find(addr); got == nil && want != 0 || got != nil && m.start != want {
			t.Errorf("%#x: %+v, want the one at %#x", addr, m, want)
		}
	}
}

// TestSymbols: of functions that hold an address the one that begins last, and
// of those that begin together the first in the file.
func TestSymbols(t *testing.T) {
	img := &image{}
	const names = "\x00outer\x00inner\x00first\x00second\x00_ZN2ns1TD1Ev\x00\x1b[2J\x00"
	s := &symbolTable{loaded: true, names: strings.NewReader(names)}
	name := func(n string) uint32 {
		i := strings.Index(names, "\x00"+n+"\x00")
		if i < 0 {
			t.Fatalf("no name %q", n)
		}
		return uint32(i + 1)
	}
	s.funcs = []function{
		{value: 0x100, size: 0x100, name: name("outer")},
		{value: 0x140, size: 0x10, name: name("first"), index: 1},
		{value: 0x140, size: 0x20, name: name("second"), index: 2},
		{value: 0x180, size: 8, name: name("inner"), index: 3},
		{value: 0x300, size: 8, name: name("_ZN2ns1TD1Ev"), index: 4},
		{value: 0x400, size: 8, name: name("\x1b[2J"), index: 5},
		{value: 0x500, size: 8, name: 9999, index: 6},
	}
	for pc, want := range map[uint64]string{
		0xff: "", 0x100: "outer", 0x13f: "outer", 0x140: "first", 0x14f: "first", 0x150: "second", 0x15f: "second", 0x160: "outer",
		0x187: "inner", 0x188: "outer", 0x1ff: "outer", 0x200: "", 0x304: "ns::T::~T()", 0x400: `\033[2J`, 0x500: "",
	} {
		got := ""
		if f := s.find(img, pc); f != nil {
			got = f.name
		}
		if got != want {
			t.Errorf("%#x: %q, want %q", pc, got, want)
		}
	}
}
