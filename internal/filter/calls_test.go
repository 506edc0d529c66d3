package filter

import (
	"slices"
	"strings"
	"testing"

	"gostrace/internal/abi"
	"gostrace/internal/syscalls"
)

// personalities returns the real tables.
func personalities(t testing.TB) []Personality {
	t.Helper()
	var ps []Personality
	for i := range syscalls.Tables {
		table := &syscalls.Tables[i]
		if table.Len() < 400 {
			t.Fatalf("%s has only %d calls", table.ABI.Name, table.Len())
		}
		ps = append(ps, Personality{table.ABI, table})
	}
	return ps
}

func number(t *testing.T, p Personality, name string) uint64 {
	t.Helper()
	for nr := range uint64(p.Table.Len()) {
		if p.Table.Name(nr) == name {
			return nr
		}
	}
	t.Fatalf("%s has no call %s", p.ABI.Name, name)
	return 0
}

// TestCalls holds what the reference traced of a program that made these
// calls in both modes. A 3 means in 32 bit mode, a 6 in 64 bit mode.
func TestCalls(t *testing.T) {
	ps := personalities(t)
	const every = "open3 open6 close3 close6 getpid3 getpid6 getuid3 getuid6 socket3 socket6"
	for _, c := range []struct {
		exprs string // several -e trace= apart by a space
		want  string
	}{
		{"", every},
		{"all", every},
		{"none", ""},
		{"!all", ""},
		{"!none", every},
		{"close", "close3 close6"},
		{"close getpid", "getpid3 getpid6"},
		{"!close getpid", "getpid3 getpid6"},
		{"getpid !close", "open3 open6 getpid3 getpid6 getuid3 getuid6 socket3 socket6"},
		{"close none", ""},
		{"none close", "close3 close6"},
		{"close ?foo", ""},
		{"?foo", ""},
		{"!?foo", every},
		{"!?foo,open", "close3 close6 getpid3 getpid6 getuid3 getuid6 socket3 socket6"},
		{"!open,getpid,getuid,socket", "close3 close6"},
		{"!!close", "close3 close6"},
		{"?!close", ""},
		{"??open", ""},
		{",close,,open", "open3 open6 close3 close6"},
		{"close@32", "close3"},
		{"close@64", "close6"},
		{"!close@64", "open3 open6 close3 getpid3 getpid6 getuid3 getuid6 socket3 socket6"},
		{"all@32", "open3 close3 getpid3 getuid3 socket3"},
		{"!all@32", "open6 close6 getpid6 getuid6 socket6"},
		{"all,close", every},
		{"/^get", "getpid3 getpid6 getuid3 getuid6"},
		{"/^get.id$|close", "close3 close6 getpid3 getpid6 getuid3 getuid6"},
		{"/get,close", "close3 close6 getpid3 getpid6 getuid3 getuid6"},
		{"/getpid@32", "getpid3"},
		{"/", every},
		{"?/zzz", ""},
		{"3", "close6"},
		{"20", "getpid3"},
		{"20@64", ""},
		{"003", "close6"},
		{"%pure", "getpid3 getpid6 getuid3 getuid6"},
		{"!%pure,close", "open3 open6 socket3 socket6"},
		{"%file", "open3 open6"},
		{"file", "open3 open6"},
		{"file@32", "open3"},
		{"%%stat", ""},
		{"%creds", "getuid3 getuid6"},
		{"%net", "socket3 socket6"},
		{"%network", "socket3 socket6"},
		{"network", "socket3 socket6"},
		{"?network", "socket3 socket6"},
		{"?%foo", ""},
		{"%clock", ""},
		{"waitpid", ""},
	} {
		set, err := CompileCalls(strings.Fields(c.exprs), ps)
		if err != nil {
			t.Errorf("%s: %v", c.exprs, err)
			continue
		}
		var got []string
		for call := range strings.FieldsSeq(every) {
			name, mode := call[:len(call)-1], call[len(call)-1]
			p := ps[0]
			if mode == '3' {
				p = ps[1]
			}
			if set.Has(p.ABI, number(t, p, name)) {
				got = append(got, call)
			}
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s: %q, want %s", c.exprs, got, c.want)
		}
		if c.want == every != set.All() && !strings.Contains(c.exprs, "?") {
			t.Errorf("%s: All() is %v", c.exprs, set.All())
		}
		for _, p := range ps {
			for _, nr := range []uint64{400, 600, 9999, 0x40000027, ^uint64(0)} {
				if (nr >= uint64(p.Table.Len()) || p.Table.Name(nr) == "") && !set.Has(p.ABI, nr) {
					t.Errorf("%s: %s number %d is left out", c.exprs, p.ABI.Name, nr)
				}
			}
		}
	}
}

func TestCallErrors(t *testing.T) {
	ps := personalities(t)
	for _, c := range []struct{ expr, want string }{
		{"", "invalid system call ''"},
		{",", "invalid system call ','"},
		{"!", "invalid system call '!'"},
		{"opne", "invalid system call 'opne'; did you mean 'open'?"},
		{"open,foobarbaz", "invalid system call 'foobarbaz'"},
		{"foobarbaz open", "invalid system call 'foobarbaz'"},
		{"none,open", "invalid system call 'none'"},
		{"none@64", "invalid system call 'none@64'"},
		{"waitpid@64", "invalid system call 'waitpid@64'; did you mean 'waitid'?"},
		{"400@64", "invalid system call '400@64'"},
		{"1000", "invalid system call '1000'"},
		{"-1", "invalid system call '-1'"},
		{"99999999999999999999", "invalid system call '99999999999999999999'"},
		{"%fiel", "invalid system call '%fiel'; did you mean '%file'?"},
		{"%", "invalid system call '%'"},
		{"open@99", "incorrect personality designator '99' in 'open@99': it should be one of 64, 32, x32"},
		{"?foo@99", "incorrect personality designator '99' in 'foo@99': it should be one of 64, 32, x32"},
		{"@64", "invalid system call '@64'"},
		{"/zzzz", "invalid system call '/zzzz'"},
		{"/[", "invalid regular expression '[': [ without ]"},
		{"/(x", "invalid regular expression '(x': ( without )"},
		{"OPENAT", "invalid system call 'OPENAT'; did you mean 'openat', 'openat2' or 'open'?"},
	} {
		exprs := strings.Fields(c.expr)
		if c.expr == "" {
			exprs = []string{""}
		}
		_, err := CompileCalls(exprs, ps)
		if err == nil {
			t.Errorf("%s: accepted, want %s", c.expr, c.want)
			continue
		}
		if got := err.Error(); got != c.want {
			t.Errorf("%s: %s, want %s", c.expr, got, c.want)
		}
	}
}

func TestHasDoesNotAllocate(t *testing.T) {
	set, err := CompileCalls([]string{"!close"}, personalities(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { set.Has(&abi.I386, 6) }); n != 0 {
		t.Errorf("asking a set allocates %v times", n)
	}
}

func FuzzCompileCalls(f *testing.F) {
	for _, s := range []string{"!open,?x", "/^get@32", "%file", "20", "all@64", "none"} {
		f.Add(s)
	}
	ps := personalities(f)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 100 {
			return
		}
		if set, err := CompileCalls([]string{s}, ps); err == nil {
			set.Has(&abi.X86_64, 3)
		}
	})
}
