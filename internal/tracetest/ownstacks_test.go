package tracetest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// ownStack runs a program of testdata/stacks, built in dir, under our strace
// alone and returns the trace.
func ownStack(t *testing.T, p *stackProgram, dir, options string) string {
	t.Helper()
	tracer, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	out, err := tracer.run(t.Context(), t.TempDir(), p.run(dir, options))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out.stderr), "ptrace") {
		t.Skipf("tracing is not possible here: %s", out.stderr)
	}
	return out.String()
}

// expectFrames looks for texts in the frames behind the first call of a trace, in order.
func expectFrames(t *testing.T, trace, call string, want ...string) {
	t.Helper()
	for _, s := range splitStacks(trace) {
		if !strings.HasPrefix(s.line, call) {
			continue
		}
		frames := s.frames
		for _, w := range want {
			for len(frames) > 0 && !strings.Contains(frames[0], w) {
				frames = frames[1:]
			}
			if len(frames) == 0 {
				t.Errorf("%s\nlacks the frame %q in\n%s", s.line, w, strings.Join(s.frames, "\n"))
				return
			}
			frames = frames[1:]
		}
		return
	}
	t.Errorf("no %s in\n%s", call, trace)
}

// TestStackSources: -kk names files and lines, which the reference can't here.
func TestStackSources(t *testing.T) {
	for i, flags := range []string{"-O1 -g", "-O1 -g -gdwarf-4 -gz=zlib", "-O1 -g -gsplit-dwarf", "-O0 -g -static"} {
		t.Run(flags, func(t *testing.T) {
			p := readStackProgram(t, "testdata/stacks/calls.c")
			p.builds, p.name = []string{flags}, fmt.Sprintf("lines%d", i)
			dir := p.build(t, 0)
			text, err := os.ReadFile(p.source)
			if err != nil {
				t.Fatal(err)
			}
			line := func(code string) string {
				before, _, ok := strings.Cut(string(text), code)
				if !ok {
					t.Fatalf("no %q in %s", code, p.source)
				}
				return fmt.Sprintf("/testdata/stacks/calls.c:%d", 1+strings.Count(before, "\n"))
			}
			again := line("return recurse(n - 1) + n")
			expectFrames(t, ownStack(t, p, dir, "-k -e write"), "write(1,", line("int r = write(1, b, 1)"), line("return leaf(1) + 1"), again, again, line("recurse(4);"))
		})
	}
}

// detach splits what dir/name has for debugging off into a file.
func detach(t *testing.T, dir, name, debug string) {
	t.Helper()
	command(t, dir, "objcopy", "--only-keep-debug", name, debug)
	command(t, dir, "strip", name)
}

// command runs a program in dir, and skips where it is not installed.
func command(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// TestStackDebugLink: names of a stripped program come from the file that it
// names, beside it or in .debug, as for the reference; unless that is another program's.
func TestStackDebugLink(t *testing.T) {
	d := sharedDiffer(t)
	for _, flags := range []string{"-O1 -g -Wl,--build-id", "-O1 -g -Wl,--build-id=none"} {
		for _, sub := range []string{".", ".debug"} {
			t.Run(flags+" "+sub, func(t *testing.T) {
				p := readStackProgram(t, "testdata/stacks/calls.c")
				p.builds, p.name = []string{flags}, "link"+strings.ReplaceAll(strings.ReplaceAll(flags+sub, " ", ""), "/", "")
				dir := p.build(t, 0)
				detach(t, dir, p.name, p.name+".debug")
				command(t, dir, "objcopy", "--add-gnu-debuglink="+p.name+".debug", p.name)
				if sub != "." {
					command(t, dir, "mkdir", "-p", sub)
					command(t, dir, "mv", p.name+".debug", sub)
				}
				expectSame(t, d, p.run(dir, "-e write"))
				expectFrames(t, ownStack(t, p, dir, "-k -e write"), "write(1,", "(leaf+0x", "(recurse+0x", "calls.c:")
				if strings.Contains(flags, "none") {
					command(t, dir, "sh", "-c", "echo >>"+filepath.Join(sub, p.name+".debug"))
					if trace := ownStack(t, p, dir, "-e write"); strings.Contains(trace, "(leaf+") {
						t.Errorf("names of a file with another checksum:\n%s", trace)
					}
				}
			})
		}
	}
}

// TestStackMiniDebug: names in .gnu_debugdata, on which the reference crashes.
func TestStackMiniDebug(t *testing.T) {
	p := readStackProgram(t, "testdata/stacks/calls.c")
	p.builds, p.name = []string{"-O1"}, "mini"
	dir := p.build(t, 0)
	command(t, dir, "cp", p.name, "whole")
	command(t, dir, "strip", p.name)
	command(t, dir, "objcopy", "-S", "--keep-symbol=leaf", "--keep-symbol=recurse", "whole", "part")
	command(t, dir, "xz", "-f", "part")
	command(t, dir, "objcopy", "--add-section", ".gnu_debugdata=part.xz", p.name)
	expectFrames(t, ownStack(t, p, dir, "-e write"), "write(1,", "(leaf+0x", "(recurse+0x", "(recurse+0x", p.name+"(+0x0)")
}

// TestStackPerfMap: code that was made at run time has the names that its
// maker wrote down for perf.
func TestStackPerfMap(t *testing.T) {
	p := &stackProgram{name: "perfmap", source: "testdata/stacks/shared/perfmap.c", builds: []string{"-O1"}}
	dir := p.build(t, 0)
	expectFrames(t, ownStack(t, p, dir, "-e write -e signal=none"), "write(1,", "(callback+0x", ".map(JS:*greet hello.js:1:2+0x6) [0x7", "(main+0x")
}
