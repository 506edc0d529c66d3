package tracetest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// distinct gives each key of STRACE_COLORS a colour of its own, so that it
// shows which was meant; colorNames gives them letters, for people.
const distinct = "STRACE_COLORS=syscall=101:argname=102:argval=103:call=104:const=105:comment=106:punct=107:retval=108:error=109"

var colorNames = strings.NewReplacer("\x1b[0m", "<Z>", "\x1b[101m", "<S>", "\x1b[102m", "<N>", "\x1b[103m", "<V>", "\x1b[104m", "<C>",
	"\x1b[105m", "<K>", "\x1b[106m", "<M>", "\x1b[107m", "<P>", "\x1b[108m", "<R>", "\x1b[109m", "<E>")

// What may differ between two runs has no influence on colours: numbers, the
// bytes of strings, and how wide something is.
var (
	quoted   = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	numbers  = regexp.MustCompile(`0x[0-9a-f]+|\b\d+\b|\b[0-9a-f]{16}\b`)
	paddings = regexp.MustCompile(` +`)
)

// otherColors are calls of which the reference colours some names in a way of
// their own: the first of several flags not at all, or a name in a member's
// place. Ours colours them as it does all others.
var otherColors = regexp.MustCompile(`^<S>(mbind|set_mempolicy|move_pages|keyctl|rt_sigtimedwait|connect<P>.*(_bdaddr|l2_psm)|ioctl<P>.*kb_func)\b`)

// colorsOf returns the lines of a coloured trace without what may differ.
func colorsOf(text []byte) []string {
	s := quoted.ReplaceAllString(colorNames.Replace(string(text)), `""`)
	s = paddings.ReplaceAllString(numbers.ReplaceAllString(s, "#"), " ")
	return strings.Split(s, "\n")
}

// TestColors compares where colours change, over the corpus. Where the part of a
// call that is shown before it runs ends, colours end, too: that is left out here.
func TestColors(t *testing.T) {
	d := sharedDiffer(t)
	programs, err := Programs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		if p.Races != "" || p.Network || p.Family == "signal" && p.Name == "many" || !slices.ContainsFunc(p.Options, func(o []string) bool { return len(o) == 0 }) {
			continue // lines may come in another order, there is no plain run, or the reference aborts
		}
		t.Run(p.Family+"/"+p.Name, func(t *testing.T) {
			t.Parallel()
			if p.Root && os.Getuid() != 0 {
				t.Skip("needs root")
			}
			binary, err := p.Build(false)
			if errors.Is(err, ErrNoCompiler) {
				t.Skip(err)
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, options := range [][]string{nil, {"-v", "-X", "verbose"}} {
				expectSameColors(t, d, p.Case(binary, options), "<Z>")
			}
		})
	}
}

// TestEverydayColors compares every byte of the escape sequences.
func TestEverydayColors(t *testing.T) {
	d := sharedDiffer(t)
	for _, c := range []*Case{
		{Command: []string{"ls", "-l", "/dev/null"}},
		{Command: []string{"cat", "/nonexistent"}, Options: []string{"-N", "-X", "verbose"}},
		{Command: []string{"true"}, Options: []string{"-yy", "-T", "-n", "-r"}},
		{Command: []string{"sh", "-c", "kill -TERM $$"}, Options: []string{"-tt", "-i", "-f"}},
		{Command: []string{"sh", "-c", "(exit 3)"}, Options: []string{"-f", "-e", "trace=none", "-e", "signal=none"}},
		{Command: []string{"cat", "/etc/hostname"}, Options: []string{"-X", "raw", "-v"}},
		{Command: []string{"cat", "/etc/hostname"}, Options: []string{"-T", "-e", "inject=read:retval=0:delay_exit=10"}},
		{Command: []string{"cat", "/etc/hostname"}, Options: []string{"-e", "trace=read", "-e", "inject=read:error=4000:when=2"}},
		{Command: []string{"cat", "/etc/hostname"}, Options: []string{"-z", "-e", "trace=openat,access"}},
	} {
		t.Run(c.String(), func(t *testing.T) {
			t.Parallel()
			expectSameColors(t, d, c, "")
		})
	}
}

// expectSameColors compares what colorsOf returns, but for what is left out.
func expectSameColors(t *testing.T, d *Differ, c *Case, leftOut string) {
	t.Helper()
	c.Options = append([]string{"--color=always"}, c.Options...)
	c.Env = append(c.Env, distinct)
	// The same directory, which -y shows, for both.
	dir := filepath.Join(d.scratch, fmt.Sprintf("r%d", d.runs.Add(1)))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	var traces [2][]string
	for i, by := range []Tracer{d.Reference, d.Ours} {
		o, err := by.run(t.Context(), dir, c)
		if err != nil {
			t.Fatal(err)
		}
		traces[i] = colorsOf(o.traces[0].text)
	}
	theirs, ours := traces[0], traces[1]
	if len(theirs) != len(ours) {
		t.Fatalf("%v: %d lines, the reference has %d", c, len(ours), len(theirs))
	}
	for i := range theirs {
		if leftOut != "" {
			theirs[i], ours[i] = strings.ReplaceAll(theirs[i], leftOut, ""), strings.ReplaceAll(ours[i], leftOut, "")
		}
		if theirs[i] != ours[i] && !otherColors.MatchString(theirs[i]) {
			t.Errorf("%v:%d:\n- %s\n+ %s", c, i+1, theirs[i], ours[i])
		}
	}
}
