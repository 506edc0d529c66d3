package filter

import (
	"strings"
	"testing"
)

func TestHint(t *testing.T) {
	ps := personalities(t)
	for _, c := range []struct {
		expr string
		made string // what was called
		want string
	}{
		{"open", "openat openat close", "no call matched `open`; 2 went to `openat`: try -e trace=open,openat or %file"},
		{"?stat,foo", "newfstatat", "no call matched `stat`; 1 went to `newfstatat`: try -e trace=stat,newfstatat or %%stat"},
		{"fork@64", "clone clone3 clone", "no call matched `fork`; 2 went to `clone`: try -e trace=fork,clone or %process"},
		{"dup", "dup2", "no call matched `dup`; 1 went to `dup2`: try -e trace=dup,dup2"},
		{"open", "close", ""},
		{"open,close", "openat close", ""}, // something matched
		{"!open", "openat", ""},
		{"%file", "read", ""},
		{"none", "openat", ""},
	} {
		set, err := CompileCalls([]string{c.expr}, ps)
		if err != nil {
			set, err = CompileCalls([]string{"none"}, ps)
		}
		if err != nil {
			t.Fatal(err)
		}
		var m Missed
		for name := range strings.FieldsSeq(c.made) {
			nr := number(t, ps[0], name)
			m.Add(ps[0].ABI, nr, set.Has(ps[0].ABI, nr))
		}
		if got := m.Hint([]string{c.expr}, ps); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.expr, c.made, got, c.want)
		}
	}
}

// Every name of a group is one of a call of the tables, or historical.
func TestSiblings(t *testing.T) {
	ps := personalities(t)
	historical := map[string]bool{"signal": true, "send": true, "recv": true, "wait4": true, "old_mmap": true, "accept": true, "time": true}
	for _, group := range siblings {
		for _, name := range strings.Fields(group) {
			if name[0] == '%' {
				if class(name) == 0 {
					t.Errorf("no class %s", name)
				}
				continue
			}
			if _, err := CompileCalls([]string{name}, ps); err != nil && !historical[name] {
				t.Errorf("%v", err)
			}
		}
	}
}
