package options

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gostrace/internal/procfs"
	"gostrace/internal/report"
	"gostrace/internal/show"
	"gostrace/internal/summary"
	"gostrace/internal/trace"
)

func TestValues(t *testing.T) {
	for _, c := range []struct {
		argv string
		want func(*Options)
	}{
		{"", func(*Options) {}},
		{"-f", func(o *Options) { o.Follow = true }},
		{"-F", func(o *Options) {
			o.Follow = true
			o.Warnings = []string{"option -F is deprecated, please use -f/--follow-forks instead"}
		}},
		{"-ff", func(o *Options) { o.Follow = true }},
		{"-ffo out", func(o *Options) {
			o.Quiet = QuietAttach | QuietPersonality
			o.Follow = true
			o.Output = Output{File: "out", Given: true, Separate: true}
		}},
		{"-f --output-separately -o out", func(o *Options) {
			o.Quiet = QuietAttach | QuietPersonality
			o.Follow = true
			o.Output = Output{File: "out", Given: true}
		}},
		{"--follow-forks --output-separately -o out", func(o *Options) {
			o.Quiet = QuietAttach | QuietPersonality
			o.Follow = true
			o.Output = Output{File: "out", Given: true, Separate: true}
		}},
		{"-A -o out", func(o *Options) {
			o.Quiet, o.Output = QuietAttach|QuietPersonality, Output{File: "out", Given: true, Append: true}
		}},
		{"-o out -o |cat", func(o *Options) {
			o.Quiet, o.Output = QuietAttach|QuietPersonality, Output{Pipe: "cat", Piped: true, Given: true}
		}},
		{"-o !cat", func(o *Options) {
			o.Quiet, o.Output = QuietAttach|QuietPersonality, Output{Pipe: "cat", Piped: true, Given: true}
		}},
		{"-o out -c", func(o *Options) {
			o.Quiet, o.Output, o.Summary.Only = QuietAttach|QuietPersonality, Output{File: "out", Given: true}, true
		}},
		{"-o out --quiet=exit", func(o *Options) { o.Quiet, o.Output = QuietExit, Output{File: "out", Given: true} }},
		{"--output=", func(o *Options) { o.Quiet, o.Output = QuietAttach|QuietPersonality, Output{Given: true} }},
		{"-A", func(o *Options) {
			o.Output.Append = true
			o.Warnings = []string{"-A/--output-append-mode has no effect without -o/--output"}
		}},
		{"-p 1,2 -p 3", func(o *Options) { o.Attach = []int{1, 2, 3} }},
		{"-E A=b=c -E B -E C=", func(o *Options) {
			o.Env = []EnvEdit{{Name: "A", Value: "b=c"}, {Name: "B", Unset: true}, {Name: "C"}}
		}},
		{"-u nobody", func(o *Options) { o.User = &User{Name: "nobody"} }},
		{"-u 1:2", func(o *Options) { o.User = &User{User: trace.User{UID: 1, GID: 2}} }},
		{"-I never", func(o *Options) { o.Interruptible = Never }},
		{"--pin-cpu --json", func(o *Options) {
			o.PinCPU, o.JSON, o.Show.JSON, o.Summary.JSON = true, true, true, true
		}},
		{"-e open -e trace=%file -et=!x", func(o *Options) { o.Trace = []string{"open", "%file", "!x"} }},
		{"-e foo=bar", func(o *Options) { o.Trace = []string{"foo=bar"} }},
		{"-v -e a=stat", func(o *Options) { o.Abbrev = []string{"none", "stat"} }},
		{"-e verbose=none -e x=open", func(o *Options) { o.Verbose, o.Raw = []string{"none"}, []string{"open"} }},
		{"-z", func(o *Options) { o.Status = report.Successful }},
		{"-z -Z", func(o *Options) {
			o.Status = report.Failed
			o.Warnings = []string{"of several -z/--successful-only and -Z/--failed-only only the last counts; " +
				"-e status= takes a list"}
		}},
		{"-z --status=!failed,detached", func(o *Options) {
			o.Status = report.Successful | report.Unfinished | report.Unavailable
		}},
		{"-a 7 -s 9 -X verbose -N", func(o *Options) {
			o.Columns = 7
			o.Show = show.Options{StrLen: 9, X: show.Verbose, Names: true}
		}},
		{"-x", func(o *Options) { o.Show.Escape = show.NonASCII }},
		{"-xx", func(o *Options) { o.Show.Escape = show.All }},
		{"--strings-in-hex", func(o *Options) { o.Show.Escape = show.All }},
		{"--strings-in-hex=non-ascii-chars", func(o *Options) { o.Show.Escape = show.NonASCIIChars }},
		{"-y", func(o *Options) { o.FDs = procfs.Path }},
		{"-yy", func(o *Options) { o.FDs = procfs.All }},
		{"--decode-fds", func(o *Options) { o.FDs = procfs.Path }},
		{"-e decode-fds=!dev,path", func(o *Options) { o.FDs = procfs.All &^ (procfs.Dev | procfs.Path) }},
		{"-q", func(o *Options) { o.Quiet = QuietAttach | QuietPersonality }},
		{"--quiet", func(o *Options) { o.Quiet = QuietAttach | QuietPersonality }},
		{"-qq", func(o *Options) { o.Quiet = QuietAttach | QuietPersonality | QuietExit }},
		{"-q -q -q", func(o *Options) { o.Quiet = QuietAll &^ QuietPathResolution }},
		{"--quiet=exit --silent=superseded", func(o *Options) { o.Quiet = QuietThreadExecve }},
		{"-i -n", func(o *Options) { o.IP, o.Nr = true, true }},
		{"-t", func(o *Options) { o.Absolute = Timestamp{report.Clock, 0} }},
		{"-tt", func(o *Options) { o.Absolute = Timestamp{report.Clock, 6} }},
		{"-ttt", func(o *Options) { o.Absolute = Timestamp{report.Unix, 6} }},
		{"--timestamps", func(o *Options) { o.Absolute = Timestamp{report.Clock, 0} }},
		{"--absolute=ns,unix", func(o *Options) { o.Absolute = Timestamp{report.Unix, 9} }},
		{"--timestamps=unix --timestamps=none", func(*Options) {}},
		{"-r", func(o *Options) { o.Relative = Time{true, 6} }},
		{"--relative-timestamps=ms", func(o *Options) { o.Relative = Time{true, 3} }},
		{"-T --syscall-times=s", func(o *Options) { o.Duration = Time{true, 0} }},
		{"-cw -S calls -U calls,name", func(o *Options) {
			o.Summary = Summary{Only: true, Config: summary.Config{
				WallClock: true, Sort: summary.Calls, Columns: []summary.Column{summary.Calls, summary.Name},
			}}
		}},
		{"-C", func(o *Options) { o.Summary.After = true }},
		{"-ci", func(o *Options) {
			o.Summary.Only, o.IP = true, true
			o.Warnings = []string{"-i/--instruction-pointer has no effect with -c/--summary-only"}
		}},
	} {
		want := defaults()
		want.Command = []string{"prog", "-f", "--", "x"}
		c.want(want)
		got, err := Parse(append(strings.Fields(c.argv), "prog", "-f", "--", "x"), noEnv)
		if err != nil {
			t.Errorf("%s: %v", c.argv, err)
			continue
		}
		got.NoHints = want.NoHints // TestHints
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", c.argv, *got, *want)
		}
	}
}

func TestSignals(t *testing.T) {
	o, err := Parse([]string{"-e", "signal=!usr1", "true"}, noEnv)
	if err != nil {
		t.Fatal(err)
	}
	if o.Signals.Has(10) || !o.Signals.Has(15) {
		t.Errorf("signal=!usr1 has SIGUSR1: %v, SIGTERM: %v", o.Signals.Has(10), o.Signals.Has(15))
	}
}

// TestOwnPrefix checks that options of ours make no prefix of the reference's
// options ambiguous.
func TestOwnPrefix(t *testing.T) {
	u, err := find("pi", "pi")
	if err != nil || u.name != "--pidns-translation" {
		t.Errorf("--pi is %q, error %v", u.name, err)
	}
	if u, err = find("pin", "pin"); err != nil || u.name != "--pin-cpu" {
		t.Errorf("--pin is %q, error %v", u.name, err)
	}
}

// TestEnviron holds what the reference hands to env(1).
func TestEnviron(t *testing.T) {
	for _, c := range []struct {
		edits string // of -E, apart by a space; "-" is the empty one
		want  string
	}{
		{"", "C=2 D=4 B=1"},
		{"C=9", "C=9 D=4 B=1"},
		{"N=1", "C=2 D=4 B=1 N=1"},
		{"C", "D=4 B=1"},
		{"C C=3", "D=4 B=1 C=3"},
		{"N=1 N=2 N", "C=2 D=4 B=1"},
		{"N=1 B= N=2", "C=2 D=4 B= N=2"},
		{"=x =y", "C=2 D=4 B=1 =y"},
		{"=x -", "C=2 D=4 B=1"},
	} {
		var argv []string
		for e := range strings.FieldsSeq(c.edits) {
			argv = append(argv, "-E", strings.TrimPrefix(e, "-"))
		}
		o, err := Parse(append(argv, "env"), noEnv)
		if err != nil {
			t.Errorf("%s: %v", c.edits, err)
			continue
		}
		base := []string{"C=2", "D=4", "B=1"}
		if got := strings.Join(Environ(base, o.Env), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.edits, got, c.want)
		}
		if !slices.Equal(base, []string{"C=2", "D=4", "B=1"}) {
			t.Fatalf("%s: the environment it began with is now %q", c.edits, base)
		}
	}
}

func TestHelp(t *testing.T) {
	text := Help()
	for o := range all() {
		for _, l := range o.long[:min(1, len(o.long))] {
			if o.help != "" && !strings.Contains(text, "--"+l) {
				t.Errorf("the help text does not mention --%s", l)
			}
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) > 100 {
			t.Errorf("the help text has a line of %d letters: %s", len(line), line)
		}
	}
}

func TestColors(t *testing.T) {
	base := map[string]string{"TERM": "xterm"}
	for _, c := range []struct {
		argv, env string // NAME=VALUE; "TERM" alone unsets it
		call      string // how the name of a call begins; "" for no colours
	}{
		{"true", "", "\x1b[33m"},
		{"true", "NO_COLOR=", ""},
		{"--color=always true", "NO_COLOR=1", "\x1b[33m"},
		{"--color=NEVER true", "", ""},
		{"true", "TERM=dumb", ""},
		{"true", "TERM=unknown", ""},
		{"true", "TERM", ""},
		{"--color=always true", "TERM", "\x1b[33m"},
		{"true", "STRACE_COLORS=syscall=1;4", "\x1b[1;4m"},
		{"true", "STRACE_COLORS= SysCall = 1 :argval", "\x1b[1m"},
		{"true", "STRACE_COLORS=syscall=1:syscall=2", "\x1b[2m"},
		{"true", "STRACE_COLORS=syscall=;:foo=1", "\x1b[33m"},
		{"true", "STRACE_COLORS=syscall=1\x1b[2J", "\x1b[33m"},
	} {
		env := maps.Clone(base)
		name, value, ok := strings.Cut(c.env, "=")
		if delete(env, name); ok {
			env[name] = value
		}
		o, err := Parse(strings.Fields(c.argv), func(name string) (string, bool) { v, ok := env[name]; return v, ok })
		switch {
		case err != nil:
			t.Errorf("%s: %v", c.argv, err)
		case (o.Colors != nil) != (c.call != ""):
			t.Errorf("%s %s: colours: %v", c.env, c.argv, o.Colors)
		case c.call != "" && o.Colors[show.SyscallColor] != c.call:
			t.Errorf("%s %s: %q, want %q", c.env, c.argv, o.Colors[show.SyscallColor], c.call)
		}
	}
}
