package tracetest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A stackProgram is a file of testdata/stacks, whose README explains it.
type stackProgram struct {
	name, source  string
	builds        []string
	options       []string
	args          []string
	shared        []string
	better, races string
}

func readStackProgram(t *testing.T, source string) *stackProgram {
	t.Helper()
	text, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	p := &stackProgram{name: strings.TrimSuffix(filepath.Base(source), filepath.Ext(source)), source: source}
	for n, l := range strings.Split(string(text), "\n") {
		comment, ok := strings.CutPrefix(l, "//")
		if !ok {
			if comment, ok = strings.CutPrefix(l, "#"); !ok {
				break
			}
		}
		key, value, ok := strings.Cut(strings.TrimSpace(comment), ":")
		if !ok {
			break // #include
		}
		switch value = strings.TrimSpace(value); key {
		case "build":
			p.builds = append(p.builds, value)
		case "options":
			p.options = append(p.options, value)
		case "args":
			p.args = strings.Fields(value)
		case "shared":
			p.shared = strings.Fields(value)
		case "better":
			p.better = value
		case "races":
			p.races = value
		case "note":
		default:
			t.Fatalf("%s:%d: unknown directive %q", source, n+1, key)
		}
	}
	if len(p.builds) == 0 || len(p.options) == 0 {
		t.Fatalf("%s: no build, or no options", source)
	}
	return p
}

// compile builds source to out.
func compile(t *testing.T, source, out, flags string) {
	t.Helper()
	tool := map[string][]string{
		".c": {"gcc", "-w"}, ".cc": {"g++", "-w"}, ".s": {"gcc"}, ".go": {"go", "build"},
	}[filepath.Ext(source)]
	if _, err := exec.LookPath(tool[0]); err != nil {
		t.Skipf("%s is not installed", tool[0])
	}
	args := append(slices.Clone(tool[1:]), strings.Fields(flags)...)
	cmd := exec.Command(tool[0], append(args, "-o", out, filepath.Base(source))...)
	cmd.Dir = filepath.Dir(source)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-buildvcs=false")
	if text, err := cmd.CombinedOutput(); err != nil {
		if strings.Contains(flags, "-m32") && !strings.Contains(flags, "-nostdlib") && !multilib() {
			t.Skip("there is no 32-bit C library here (gcc-multilib)")
		}
		t.Fatalf("compiling %s with %s: %v\n%s", source, flags, err, text)
	}
}

// multilib says whether 32-bit programs can be linked with a C library.
func multilib() bool {
	cmd := exec.Command("gcc", "-m32", "-x", "c", "-", "-o", os.DevNull)
	cmd.Stdin = strings.NewReader("#include <stdio.h>\nint main(void) { return puts(\"\"); }\n")
	return cmd.Run() == nil
}

// build builds variant i and what it loads into a directory.
func (p *stackProgram) build(t *testing.T, i int) string {
	t.Helper()
	dir := filepath.Join(scratch, "stacks", fmt.Sprintf("%s%d", p.name, i))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	compile(t, p.source, filepath.Join(dir, p.name), p.builds[i])
	for _, s := range p.shared {
		compile(t, filepath.Join(filepath.Dir(p.source), "shared", s+".c"), filepath.Join(dir, s+".so"), "-O1 -shared -fPIC")
	}
	return dir
}

// run returns a run of what is in dir.
func (p *stackProgram) run(dir, options string) *Case {
	c := &Case{
		Options: append([]string{"-k"}, strings.Fields(options)...),
		Command: append([]string{"./" + p.name}, p.args...),
		Races:   p.races,
		Setup: func(work string) error {
			names, err := filepath.Glob(filepath.Join(dir, "*"))
			for _, n := range names {
				if err == nil {
					err = os.Symlink(n, filepath.Join(work, filepath.Base(n)))
				}
			}
			return err
		},
	}
	if strings.HasSuffix(p.source, ".go") {
		c.Env = []string{"GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1"}
	}
	return c
}

// TestStacks traces every program of testdata/stacks with -k under both tracers:
//
//	go test ./internal/tracetest -run TestStacks/signals -v
func TestStacks(t *testing.T) {
	d := sharedDiffer(t)
	sources, err := filepath.Glob("testdata/stacks/*.*")
	if err != nil || len(sources) < 10 {
		t.Fatalf("found %d programs: %v", len(sources), err)
	}
	for _, source := range sources {
		if filepath.Ext(source) == ".md" {
			continue
		}
		p := readStackProgram(t, source)
		for i, flags := range p.builds {
			t.Run(p.name+"/"+flags, func(t *testing.T) {
				t.Parallel()
				dir := p.build(t, i)
				for _, options := range p.options {
					t.Run(options, func(t *testing.T) {
						c := p.run(dir, options)
						if p.better != "" {
							expectBetter(t, d, c)
							return
						}
						expectSame(t, d, c)
					})
				}
			})
		}
	}
}

// expectBetter compares traces, and of stacks expects that the reference's
// frames are among ours, in order.
func expectBetter(t *testing.T, d *Differ, c *Case) {
	t.Helper()
	r, err := d.Compare(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if r.Diff == "" {
		t.Errorf("%v: nothing is better", c)
	}
	if why := compareStacks(r.Reference, r.Ours); why != "" {
		t.Errorf("%v: %s", c, why)
	}
}

// compareStacks returns how two traces differ, but for frames that only the
// second has; "" if they don't.
func compareStacks(reference, ours string) string {
	a, b := splitStacks(reference), splitStacks(ours)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) {
			return fmt.Sprintf("%d lines with stacks, and %d", len(a), len(b))
		}
		if x, y := normalise(a[i].line, i == 0), normalise(b[i].line, i == 0); blankPIDs(x) != blankPIDs(y) {
			return fmt.Sprintf("different lines:\n- %s\n+ %s", a[i].line, b[i].line)
		}
		at := 0
		for _, f := range a[i].frames {
			for at < len(b[i].frames) && !sameFrame(f, b[i].frames[at]) {
				at++
			}
			if at == len(b[i].frames) {
				return fmt.Sprintf("%s\nlacks the frame\n%s\nin\n%s", b[i].line, f, strings.Join(b[i].frames, "\n"))
			}
			at++
		}
	}
	return ""
}

// A lineStack is a line and the frames below it.
type lineStack struct {
	line   string
	frames []string
}

func splitStacks(trace string) []lineStack {
	var all []lineStack
	for l := range strings.SplitSeq(trace, "\n") {
		if n := len(all); n > 0 && strings.HasPrefix(l, " > ") {
			all[n-1].frames = append(all[n-1].frames, l)
			continue
		}
		all = append(all, lineStack{line: l})
	}
	return all
}

// sameFrame says whether two lines are of the same frame, to which ours may
// have a name where the reference has none.
func sameFrame(reference, ours string) bool {
	if reference == ours {
		return true
	}
	for _, nameless := range []string{"(+0x0)", "()"} {
		before, after, ok := strings.Cut(reference, nameless)
		if ok && strings.HasPrefix(ours, before+"(") && strings.HasSuffix(ours, after) {
			return true
		}
	}
	return false
}

// blankPIDs replaces numbers that are, or may be, process ids.
func blankPIDs(l string) string {
	var b strings.Builder
	for i := 0; i < len(l); {
		n := 0
		for i+n < len(l) && l[i+n] >= '0' && l[i+n] <= '9' {
			n++
		}
		switch {
		case n >= 3 && n <= 7:
			b.WriteString("#")
		case n > 0:
			b.WriteString(l[i : i+n])
		default:
			b.WriteByte(l[i])
			n = 1
		}
		i += n
	}
	return b.String()
}

// TestCompareStacks: the comparison finds what it should.
func TestCompareStacks(t *testing.T) {
	const reference = "write(1, \"\", 0) = 0\n > /a(+0x0) [0x12]\n > /a(main+0x3) [0x20]\n+++ exited with 0 +++\n"
	for _, tt := range []struct {
		ours string
		same bool
	}{
		{reference, true},
		{"write(1, \"\", 0) = 0\n > /a(f+0x1) [0x12]\n > /a(g+0x3) [0x18]\n > /a(main+0x3) [0x20]\n > /a(_start+0x3) [0x30]\n+++ exited with 0 +++\n", true},
		{"write(1, \"\", 0) = 0\n > /a(+0x0) [0x12]\n > /a(main+0x4) [0x20]\n+++ exited with 0 +++\n", false},
		{"write(1, \"\", 0) = 0\n > /a(+0x0) [0x13]\n > /a(main+0x3) [0x20]\n+++ exited with 0 +++\n", false},
		{"write(1, \"\", 0) = 0\n > /a(main+0x3) [0x20]\n > /a(+0x0) [0x12]\n+++ exited with 0 +++\n", false},
		{"write(1, \"\", 0) = 0\n+++ exited with 0 +++\n", false},
		{"write(1, \"\", 0) = 1\n > /a(+0x0) [0x12]\n > /a(main+0x3) [0x20]\n+++ exited with 0 +++\n", false},
		{"write(1, \"\", 0) = 0\n > /a(+0x0) [0x12]\n > /a(main+0x3) [0x20]\n", false},
	} {
		if why := compareStacks(reference, tt.ours); (why == "") != tt.same {
			t.Errorf("%q: %q", tt.ours, why)
		}
	}
}

// TestStacksEveryday: the stacks of everyday programs, threads and children.
// Not where SIGCHLD finds them: that depends on how fast the tracer is.
func TestStacksEveryday(t *testing.T) {
	d := sharedDiffer(t)
	for _, c := range []*Case{
		{Options: words("-k"), Command: words("cat a/one.txt missing")},
		{Options: words("-k -e trace=%file"), Command: words("ls -l a")},
		{Options: words("-k -f -e trace=execve,write,exit_group -e signal=none"), Command: sh("cat a/one.txt | tr a-z A-Z; exit 3"), Races: pipes},
		{Options: words("-k -ff -e trace=execve,openat -e signal=none"), Command: sh("cat a/one.txt; (exit 4)"), Races: children},
		{Options: words("-k -e trace=none"), Command: []string{"bash", "-c", "trap 'echo caught' USR1; trap 'echo bye' EXIT; kill -USR1 $$; kill -WINCH $$; kill -CONT $$"}},
		{Options: words("-k -e trace=%network"), Command: []string{"/usr/bin/python3", "-ISc", pythonSockets}},
		{Options: words("-k -f -e trace=execve"), Command: []string{"/usr/bin/python3", "-ISc", pythonExec}, NoOutputFile: true, Races: "when the leader's call ends"},
		{Options: words("-k -e trace=read"), Command: words(`perl -e open(F,"<a/one.txt");@l=<F>;printf("%d\n",scalar(@l));`)},
		{Options: words("-k"), Command: words("cat - missing"), Stdin: "a line\n", Attach: true},
		{Options: words("-k -f -e trace=read,execve,exit_group -e signal=none"), Command: sh("read line; /bin/true; (exit 4)"), Stdin: "a line\n", Attach: true, Races: children},
		{Options: words("-k -f -e trace=execve,unlink -e signal=none"), Command: words("gcc -O1 hello.c -o hello"), Races: children},
	} {
		t.Run(c.String(), func(t *testing.T) {
			t.Parallel()
			c.Setup = everydayTree
			c.Env = []string{"PERL_HASH_SEED=0", "PERL_INTERNAL_RAND_SEED=1"}
			expectSame(t, d, c)
		})
	}
}
