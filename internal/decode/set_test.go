package decode

import (
	"encoding/json"
	"testing"

	"gostrace/internal/show"
)

func TestSets(t *testing.T) {
	var m memory
	set := m.put(0x1000, uint64(0x8000000000000005))
	full := m.put(0x2000, ^uint64(0)&^uint64(1))
	m.put(0x3ffc, uint32(1)) // the page ends here
	for _, test := range []struct {
		typ        Type
		arg        uint64
		text, json string
	}{
		{SigSetPtr{Size: C + 8}, set, "[HUP QUIT RT_32]", `["HUP","QUIT","RT_32"]`},
		{SigSetPtr{Size: C + 8}, full, "~[HUP]", `{"all_but":["HUP"]}`},
		{SigSetPtr{Size: C + 7}, full, "0x2000", `"0x2000"`},
		{SigSetPtr{Size: C + 16}, full, "0x2000", `"0x2000"`},
		{SigSetPtr{Size: C + 8}, 0x3ffc, "0x3ffc", `"0x3ffc"`},
		{FDSet{N: C + 3}, set, "[0 2]", "[0,2]"},
		{FDSet{N: C + 64}, set, "[0 2 63]", "[0,2,63]"},
		{FDSet{N: C}, set, "0x1000", `"0x1000"`},
		{FDSet{N: C + 3}, 0, "NULL", "null"},
		{FDSet{N: C + 3}, 0x3ffc, "0x3ffc", `"0x3ffc"`},
	} {
		s := &Syscall{Name: "f", Params: []*Param{{Name: "a", Type: test.typ}}}
		if got, want := run(newCall(&m, show.Options{}), s, 0, test.arg), "f("+test.text+") = 0"; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		got := run(newCall(&m, show.Options{JSON: true}), s, 0, test.arg)
		if want := `{"a":` + test.json + `},"ret":0`; got != want || !json.Valid([]byte(`{"args":`+got+`}`)) {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// The elements of an array that satisfy a condition, and those that share what was moved.
func TestArrayParts(t *testing.T) {
	var m memory
	nums := m.put(0x1000, uint32(1), uint32(2), uint32(3), uint32(4))
	data := m.put(0x2000, "abcdefgh")
	ptrs := m.put(0x3000, data, data, data)
	even := Array{Of: &UintObj, N: C + 4, Only: func(_ *Call, b []byte) bool { return b[0]%2 == 0 }}
	parts := Array{Of: &Num{Type: Share{Len: C + 3}}, N: C + 3, Total: Ret}
	for _, test := range []struct {
		p    Param
		arg  uint64
		ret  int64
		len  int
		want string
	}{
		{Param{Type: even}, nums, 0, 32, "f([2, 4]) = 0"},
		{Param{Type: even}, nums, 0, 1, "f([2, ...]) = 0"},
		{Param{Type: parts, At: Exit}, ptrs, 5, 32, `f(["abc", "ab", ""]) = 5`},
		{Param{Type: parts, At: Exit}, ptrs, -5, 32, `f([0x2000, 0x2000, 0x2000]) = -1 EIO (Input/output error)`},
		{Param{Type: Array{Of: &UlongOb, N: C + 0x7fffffff}}, ^uint64(0) - 7, 0, 32, `f(0xfffffffffffffff8) = 0`},
	} {
		c := newCall(&m, show.Options{StrLen: test.len})
		c.Abbrev = true
		test.p.Name = "a"
		if got := run(c, &Syscall{Name: "f", Params: []*Param{&test.p}}, test.ret, test.arg); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// A tail whose constants are named whatever the style.
func TestPlainTail(t *testing.T) {
	tail := []*Param{{Name: "flags", Type: &palette, Reg: Arg0, Plain: true}, {Name: "again", Type: &palette, Reg: Arg0}}
	s := &Syscall{Name: "f", Params: []*Param{{Name: "a", Type: Int}}, Tail: tail}
	if got, want := run(newCall(&memory{}, show.Options{X: show.Raw}), s, 0, 3), "f(3) = 0 (flags RED|BLUE, again 0x3)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Sets behind a result show no more descriptors than it counts: the kernel
// may leave bits behind what it looked at.
func TestReadySets(t *testing.T) {
	var m memory
	in, out := m.put(0x1000, uint64(5)), m.put(0x2000, uint64(3))
	ready := FDSet{N: C + 64, Ready: true}
	tail := []*Param{
		{Name: "in", Type: ready, Reg: Arg0, If: func(c *Call) bool { c.Budget(uint64(c.Ret)); return ready.Any(c, c.Args[0]) }},
		{Name: "out", Type: ready, Reg: Arg1, If: func(c *Call) bool { return ready.Any(c, c.Args[1]) }},
	}
	s := &Syscall{Name: "f", Tail: tail}
	for ret, want := range []string{
		"f() = 0", "f() = 1 (in [0])", "f() = 2 (in [0 2])", "f() = 3 (in [0 2], out [0])",
		"f() = 4 (in [0 2], out [0 1])", "f() = 5 (in [0 2], out [0 1])",
	} {
		if got := run(newCall(&m, show.Options{}), s, int64(ret), in, out); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
