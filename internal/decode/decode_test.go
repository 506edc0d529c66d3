package decode

import (
	"encoding/binary"
	"encoding/json"
	"testing"

	"gostrace/internal/abi"
	"gostrace/internal/mem"
	"gostrace/internal/show"
	"gostrace/internal/xlat"
)

// memory is a fake address space; what is not in it is unmapped.
type memory struct{ mem.Snapshot }

func (m *memory) put(addr uint64, parts ...any) uint64 {
	var b []byte
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			b = append(b, p...)
		case uint32:
			b = binary.LittleEndian.AppendUint32(b, p)
		case uint64:
			b = binary.LittleEndian.AppendUint64(b, p)
		}
	}
	m.Add(addr, b)
	return addr
}

var (
	colours = xlat.Table{Unknown: "COLOUR_???", Consts: []xlat.Const{{Val: 1, Name: "RED"}, {Val: 2, Name: "BLUE"}}}
	palette = Flags{&colours}
	pair    = Struct{Bytes: 8, Fields: []*Field{
		{Name: "a", At: abi.User_cap_header_struct_version, Type: Int},
		{Name: "b", At: abi.User_cap_header_struct_pid, Type: Int},
	}}
)

func newCall(m mem.Reader, o show.Options) *Call {
	c := &Call{Mem: m, ABI: &abi.X86_64}
	if o.StrLen == 0 {
		o.StrLen = 32
	}
	c.Setup(&Options{Options: o})
	return c
}

// run shows a call and returns it: arguments, " = ", result.
func run(c *Call, s *Syscall, ret int64, args ...uint64) string {
	c.Args = [6]uint64{}
	copy(c.Args[:], args)
	c.P.Reset()
	c.Enter(s)
	c.Leave(ret, ret < 0)
	c.P.Text(" = ")
	c.P.JSONText(",")
	c.Result()
	return string(c.P.Bytes())
}

func TestText(t *testing.T) {
	var m memory
	name := m.put(0x1000, "hello\x00")
	m.put(0x2ffd, "cut") // the page ends here
	nums := m.put(0x4ff8, uint32(7), uint32(8))
	argv := m.put(0x5000, name, uint64(0))
	m.put(0x6ffc, uint32(9))
	triple := m.put(0x7ff4, uint32(7), uint32(8), uint32(9<<16))
	tests := []struct {
		param Param
		arg   uint64
		ret   int64
		want  string
	}{
		{Param{Type: Path}, name, 0, `f("hello") = 0`},
		{Param{Type: Path}, 0x2ffd, 0, `f(0x2ffd) = 0`},
		{Param{Type: Path}, 0, 0, `f(NULL) = 0`},
		{Param{Type: Str}, name, 0, `f("hello") = 0`},
		{Param{Type: Buf{Len: C + 3}}, name, 0, `f("hel") = 0`},
		{Param{Type: Buf{Len: Ret}, At: Out}, name, 2, `f("he") = 2`},
		{Param{Type: Buf{Len: Ret}, At: Out}, name, -14, `f(0x1000) = -1 EFAULT (Bad address)`},
		{Param{Type: Int}, 0xffffffff, 0, `f(-1) = 0`},
		{Param{Type: Uint}, 0x1ffffffff, 0, `f(4294967295) = 0`},
		{Param{Type: Octal}, 0, 0, `f(000) = 0`},
		{Param{Type: Octal}, 0o52, 0, `f(052) = 0`},
		{Param{Type: Octal}, 0o4755, 0, `f(04755) = 0`},
		{Param{Type: DirFD}, 0xffffff9c, 0, `f(AT_FDCWD) = 0`},
		{Param{Type: &palette}, 3, 0, `f(RED|BLUE) = 0`},
		{Param{Type: &palette}, 9, 0, `f(RED|0x8) = 0`},
		{Param{Type: &palette}, 8, 0, `f(0x8 /* COLOUR_??? */) = 0`},
		{Param{Type: &palette}, 0, 0, `f(0) = 0`},
		{Param{Type: &Enum{Of: &colours}}, 2, 0, `f(BLUE) = 0`},
		{Param{Type: &Enum{Of: &colours}}, 3, 0, `f(0x3 /* COLOUR_??? */) = 0`},
		{Param{Type: Array{Of: &UintObj, N: C + 2}}, nums, 0, `f([7, 8]) = 0`},
		{Param{Type: Array{Of: &UintObj, N: C + 3}}, nums, 0, `f([7, 8, 4096]) = 0`},
		{Param{Type: Array{Of: &UintObj, N: C + 2}}, 0x6ffc, 0, `f([9, ... /* 0x7000 */]) = 0`},
		{Param{Type: Array{Of: &UintObj, N: C + 1}}, 0x9000, 0, `f(0x9000) = 0`},
		{Param{Type: Array{Of: &UintObj}}, nums, 0, `f([]) = 0`},
		{Param{Type: StrVec{}}, argv, 0, `f(["hello"]) = 0`},
		{Param{Type: StrVec{Brief: true}}, argv, 0, `f(0x5000 /* 1 var */) = 0`},
		{Param{Type: Cell{Of: &UintObj}}, nums, 0, `f([7]) = 0`},
		{Param{Type: InOut{Of: &UintObj}, At: Exit}, nums, 0, `f([7]) = 0`},
		{Param{Type: Sized{To: &pair, Len: C + 8}}, nums, 0, `f({a=7, b=8}) = 0`},
		{Param{Type: Sized{To: &pair, Len: C + 10}}, triple, 0, `f({a=7, b=8}) = 0`},
		{Param{Type: Sized{To: &pair, Len: C + 11}}, triple, 0, `f({a=7, b=8, /* bytes 8..10 */ "\x00\x00\x09"}) = 0`},
		{Param{Type: Sized{To: &pair, Len: C + 16}}, triple, 0, `f({a=7, b=8, ???}) = 0`},
		{Param{Type: Int}, 1, -512, `f(1) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)`},
	}
	for _, test := range tests {
		test.param.Name = "a"
		s := &Syscall{Name: "f", Params: []*Param{&test.param}}
		if got := run(newCall(&m, show.Options{}), s, test.ret, test.arg); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
		j := run(newCall(&m, show.Options{JSON: true}), s, test.ret, test.arg)
		if !json.Valid([]byte(`{"args":` + j + `}`)) {
			t.Errorf("%s: invalid JSON: %s", test.want, j)
		}
	}
}

func TestStyles(t *testing.T) {
	s := &Syscall{Name: "f", Params: []*Param{{Name: "dfd", Type: DirFD}, {Name: "c", Type: &palette}, {Name: "e", Type: &Enum{Of: &colours}}}}
	for _, test := range []struct {
		o    show.Options
		want string
	}{
		{show.Options{X: show.Raw}, "f(-100, 0x3, 0x9) = 0"},
		{show.Options{X: show.Verbose}, "f(-100 /* AT_FDCWD */, 0x3 /* RED|BLUE */, 0x9 /* COLOUR_??? */) = 0"},
		{show.Options{Names: true}, "f(dfd=AT_FDCWD, c=RED|BLUE, e=0x9 /* COLOUR_??? */) = 0"},
		{show.Options{JSON: true}, `{"dfd":{"value":-100,"name":"AT_FDCWD"},"c":{"value":3,"name":"RED|BLUE"},"e":9},"ret":0`},
	} {
		if got := run(newCall(&memory{}, test.o), s, 0, 0xffffff9c, 3, 9); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// A panic costs one argument.
func TestPanic(t *testing.T) {
	boom := func(c *Call, v uint64) {
		c.P.Struct()
		c.P.Field("x")
		panic("boom")
	}
	s := &Syscall{Name: "f", Params: []*Param{{Name: "a", Type: Int}, {Name: "b", Type: Func(boom)}, {Name: "c", Type: Int}}}
	if got, want := run(newCall(&memory{}, show.Options{}), s, 0, 1, 2, 3), "f(1, 0x2, 3) = 0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A value that takes two registers on a 32-bit ABI.
func TestWide(t *testing.T) {
	s := &Syscall{Name: "f", Params: []*Param{{Name: "fd", Type: Int}, {Name: "pos", Type: Int64, Wide: true}, {Name: "x", Type: Int}}}
	c := newCall(&memory{}, show.Options{})
	if got, want := run(c, s, 0, 1, 1<<32|2, 3), "f(1, 4294967298, 3) = 0"; got != want {
		t.Errorf("64 bit: got %s, want %s", got, want)
	}
	c.ABI = &abi.I386
	if got, want := run(c, s, 0, 1, 2, 1, 3), "f(1, 4294967298, 3) = 0"; got != want {
		t.Errorf("32 bit: got %s, want %s", got, want)
	}
}

// The state before and after the call.
func TestThen(t *testing.T) {
	s := &Syscall{Name: "f", Params: []*Param{{Name: "a", Type: Int, Then: Hex}, {Name: "b", Type: Int}}}
	c := newCall(&memory{}, show.Options{})
	if got, want := run(c, s, 0, 16, 3), "f(16 => 0x10, 3) = 0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := run(c, s, -1, 16, 3), "f(16, 3) = -1 EPERM (Operation not permitted)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	j := newCall(&memory{}, show.Options{JSON: true})
	if got, want := run(j, s, 0, 16, 3), `{"a":{"in":16,"out":16},"b":3},"ret":0`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNoAllocations(t *testing.T) {
	var m memory
	name := m.put(0x1000, "hello\x00")
	argv := m.put(0x5000, name, name, uint64(0))
	s := &Syscall{Name: "f", Ret: FD, Params: []*Param{
		{Name: "dfd", Type: DirFD}, {Name: "p", Type: Path}, {Name: "v", Type: StrVec{}},
		{Name: "flags", Type: &palette}, {Name: "b", Type: Buf{Len: Ret}, At: Out}, {Name: "n", Type: InOut{Of: &UintObj}, At: Exit},
	}}
	for _, o := range []show.Options{{StrLen: 32}, {StrLen: 32, JSON: true}, {StrLen: 32, X: show.Verbose}} {
		c := newCall(&m, o)
		c.Args = [6]uint64{0xffffff9c, name, argv, 3, name, name}
		if n := testing.AllocsPerRun(100, func() {
			c.P.Reset()
			c.Enter(s)
			c.Leave(3, false)
			c.Result()
		}); n != 0 {
			t.Errorf("%+v: %v allocations a call", o, n)
		}
	}
}
