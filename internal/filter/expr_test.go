package filter

import (
	"slices"
	"testing"

	"gostrace/internal/xlat"
)

func TestMembers(t *testing.T) {
	universe := []Member{{"one", 1}, {"two", 2}, {"first", 1}, {"four", 4}}
	for _, c := range []struct {
		text string
		want uint32
		err  string
	}{
		{text: "one", want: 1},
		{text: "one,four", want: 5},
		{text: ",TWO,,First", want: 3},
		{text: "!two", want: 5},
		{text: "!!two", want: 2},
		{text: "all", want: 7},
		{text: "!all", want: 0},
		{text: "none", want: 0},
		{text: "!none", want: 7},
		{text: "", err: "invalid number ''"},
		{text: ",", err: "invalid number ','"},
		{text: "!", err: "invalid number '!'"},
		{text: "all,one", err: "invalid number 'all'"},
		{text: "one,none", err: "invalid number 'none'; did you mean 'one'?"},
		{text: "one, two", err: "invalid number ' two'; did you mean 'two'?"},
		{text: "?one", err: "invalid number '?one'; did you mean 'one'?"},
		{text: "fuor", err: "invalid number 'fuor'; did you mean 'four'?"},
	} {
		got, err := Members("number", c.text, universe)
		switch {
		case c.err != "":
			if err == nil || err.Error() != c.err {
				t.Errorf("%q: error %v, want %s", c.text, err, c.err)
			}
		case err != nil || got != c.want:
			t.Errorf("%q: %b, %v, want %b", c.text, got, err, c.want)
		}
	}
}

func TestSignals(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int // of 0, 10 (SIGUSR1), 12 (SIGUSR2), 34 (SIGRT_2), 255
	}{
		{"usr1", []int{10}},
		{"SIGUSR1,12", []int{10, 12}},
		{"!sigusr1", []int{0, 12, 34, 255}},
		{"rt_2", []int{34}},
		{"none", nil},
		{"all", []int{0, 10, 12, 34, 255}},
		{"0,255", []int{0, 255}},
	} {
		s, err := CompileSignals(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		var got []int
		for _, sig := range []int{0, 10, 12, 34, 255} {
			if s.Has(sig) {
				got = append(got, sig)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s holds %v, want %v", c.text, got, c.want)
		}
	}
	for _, text := range []string{"", "foo", "256", "-1", "0x1", "RTMIN+1", "SIG", "all,usr1", "1-5"} {
		if _, err := CompileSignals(text); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	if !(*Signals)(nil).Has(9) {
		t.Error("the nil set lacks a signal")
	}
	if xlat.Signal[10] != "SIGUSR1" {
		t.Errorf("signal 10 is %s", xlat.Signal[10])
	}
}

func TestNearest(t *testing.T) {
	names := []string{"open", "openat", "close", "read", "readv", "", "pread64", "rename", "opens", "open"}
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"opne", []string{"open"}},
		{"opena", []string{"open", "openat", "opens"}},
		{"raed", []string{"read"}},
		{"xyzzy", nil},
		{"", nil},
		{"CLOSE", []string{"close"}},
	} {
		if got := Nearest(c.in, names); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// TestRegex holds what regcomp and regexec of the C library say to the same
// patterns, as seen through the reference.
func TestRegex(t *testing.T) {
	for _, c := range []struct {
		pattern string
		ok      bool
		matches []string // of getpid, getuid, getrandom, setpgid, {getpid
	}{
		{"^get.id$", true, []string{"getpid", "getuid"}},
		{"get[[:alpha:]]id", true, []string{"getpid", "getuid", "{getpid"}},
		{`\<get`, true, []string{"getpid", "getuid", "getrandom", "{getpid"}},
		{`\bget`, true, []string{"getpid", "getuid", "getrandom", "{getpid"}},
		{`get\w+id`, true, []string{"getpid", "getuid", "{getpid"}},
		{`id\>`, true, []string{"getpid", "getuid", "setpgid", "{getpid"}},
		{`^get\d`, true, nil}, // a d
		{`^\{`, true, []string{"{getpid"}},
		{"^()*g", true, []string{"getpid", "getuid", "getrandom"}},
		{"^g(e|x)+?t(p|r)**", true, []string{"getpid", "getuid", "getrandom"}},
		{"^set|random", true, []string{"getrandom", "setpgid"}},
		{"^[^s{]", true, []string{"getpid", "getuid", "getrandom"}},
		{"^[]s]", true, []string{"setpgid"}},
		{`^[\s]`, true, []string{"setpgid"}}, // a backslash or an s
		{"^g{1}et{2}", true, nil},
		{"^.{6}$", true, []string{"getpid", "getuid"}},
		{"GETPID", true, nil},
		{"get)", true, nil},
		{"[", false, nil},
		{"(open", false, nil},
		{"*get", false, nil},
		{"+get", false, nil},
		{"^*get", false, nil},
		{"(?:get)", false, nil},
		{"{1}get", false, nil},
		{"get{1", false, nil},
		{"g{", false, nil},
		{"[z-a]", false, nil},
		{"[[:foo:]]", false, nil},
		{`get.\`, false, nil},
	} {
		re, err := compileRegex(c.pattern)
		if (err == nil) != c.ok {
			t.Errorf("%s: error %v", c.pattern, err)
		}
		if err != nil {
			continue
		}
		var got []string
		for _, name := range []string{"getpid", "getuid", "getrandom", "setpgid", "{getpid"} {
			if re.MatchString(name) {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, c.matches) {
			t.Errorf("%s matches %q, want %q", c.pattern, got, c.matches)
		}
	}
}

func FuzzRegex(f *testing.F) {
	for _, s := range []string{"^get.id$", "a**", "[[:alpha:]]", `\<a\>`, "(a|b){2}+?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, pattern string) {
		if len(pattern) > 100 {
			return // nested counts grow without bound, in the C library, too
		}
		if re, err := compileRegex(pattern); err == nil {
			re.MatchString("getpid")
		}
	})
}
