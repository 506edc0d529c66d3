package options

import (
	"bufio"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// noEnv is an empty environment.
func noEnv(string) (string, bool) { return "", false }

// verdict is one line of testdata/argv.txt.
type verdict struct {
	line int
	ok   bool
	argv []string
}

func verdicts(t testing.TB) []verdict {
	t.Helper()
	f, err := os.Open("testdata/argv.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []verdict
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		if strings.HasPrefix(s.Text(), "#") || s.Text() == "" {
			continue
		}
		words := split(t, n, s.Text())
		if words[0] != "ok" && words[0] != "no" {
			t.Fatalf("argv.txt:%d: begins with neither ok nor no", n)
		}
		all = append(all, verdict{n, words[0] == "ok", words[1:]})
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Fatalf("argv.txt: only %d cases", len(all))
	}
	return all
}

// split splits a line into words, some of them quoted as in Go.
func split(t testing.TB, n int, line string) []string {
	t.Helper()
	var words []string
	for line = strings.TrimLeft(line, " "); line != ""; line = strings.TrimLeft(line, " ") {
		if line[0] != '"' {
			var w string
			w, line, _ = strings.Cut(line, " ")
			words = append(words, w)
			continue
		}
		q, err := strconv.QuotedPrefix(line)
		if err != nil {
			t.Fatalf("argv.txt:%d: %v", n, err)
		}
		w, err := strconv.Unquote(q)
		if err != nil {
			t.Fatalf("argv.txt:%d: %v", n, err)
		}
		words, line = append(words, w), line[len(q):]
	}
	return words
}

func TestVerdicts(t *testing.T) {
	for _, v := range verdicts(t) {
		o, err := Parse(v.argv, noEnv)
		if (err == nil) != v.ok {
			t.Errorf("argv.txt:%d: %q: error %v, want ok=%v", v.line, v.argv, err, v.ok)
		}
		if err == nil && !o.Help && !o.Version && !slices.Equal(o.Command, []string{"true"}) {
			t.Errorf("argv.txt:%d: %q: the command is %q", v.line, v.argv, o.Command)
		}
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) {
				t.Errorf("argv.txt:%d: %q: error of type %T", v.line, v.argv, err)
			}
			if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "not supported yet") {
				t.Errorf("argv.txt:%d: %q: %v", v.line, v.argv, err)
			}
		}
	}
}

func TestMessages(t *testing.T) {
	for _, c := range []struct {
		argv string
		want string
		hint bool
	}{
		{"", "must have PROG [ARGS] or -p PID", true},
		{"--bogus true", "unrecognized option '--bogus'", true},
		{"--tracce=open true", "unrecognized option '--tracce=open'; did you mean '--trace'?", true},
		{"-Q true", "invalid option -- 'Q'", true},
		{"-o", "option requires an argument -- 'o'", true},
		{"--attach", "option '--attach' requires an argument", true},
		{"--quiet=exi true", "invalid quiet 'exi'; did you mean 'exit'?", false},
		{"-e signal=TREM true", "invalid signal 'TREM'; did you mean 'SIGTERM' or 'SIGTRAP'?", false},
		{"-p 12x true", "invalid process id '12x': it should be a positive number", false},
		{"-p 77 true", "cannot attach to process 77: it is this strace itself", false},
		{"-a x true", "invalid -a argument: 'x': it should be a number from 0 to 2147483647", true},
		{"--col=x true", "option '--col=x' is ambiguous; possibilities: '--columns' '--color'", true},
		{"-c -C true", "-c/--summary-only and -C/--summary are mutually exclusive", true},
	} {
		_, err := parse(strings.Fields(c.argv), 77)
		var e *Error
		if !errors.As(err, &e) || e.Msg != c.want || e.Hint != c.hint {
			t.Errorf("%q: %#v, want %q with hint=%v", c.argv, err, c.want, c.hint)
		}
	}
}

// TestUnsupported checks that no option is accepted and then forgotten.
func TestUnsupported(t *testing.T) {
	for o := range all() {
		if (o.set == nil) != o.todo {
			t.Errorf("option %s: set and todo disagree", o.spelling())
		}
		if o.todo && o.help != "" {
			t.Errorf("option %s: in the help text, but not supported", o.spelling())
		}
	}
}

func TestSpellingsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for o := range all() {
		names := slices.Clone(o.long)
		if o.short != 0 {
			names = append(names, string(rune(o.short)))
		}
		for _, n := range names {
			if seen[n] {
				t.Errorf("two options are spelled %q", n)
			}
			seen[n] = true
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, v := range verdicts(f) {
		f.Add(strings.Join(v.argv, "\x00"))
	}
	f.Fuzz(func(t *testing.T, s string) {
		o, err := Parse(strings.Split(s, "\x00"), noEnv)
		switch {
		case err != nil:
			if e := (*Error)(nil); !errors.As(err, &e) {
				t.Errorf("error of type %T: %v", err, err)
			}
		case !o.Help && !o.Version && !o.Tips.On && !o.Engine.Group() && len(o.Command) == 0 && len(o.Attach) == 0:
			t.Error("accepted, but there is nothing to trace")
		}
	})
}
