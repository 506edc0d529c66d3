package tracetest

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEngines runs every program of the corpus under both engines: they must
// print the same. engines.txt says what differs, and why.
func TestEngines(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the whole corpus: not with -short")
	}
	d := engineDiffer(t)
	programs, err := Programs()
	if err != nil {
		t.Fatal(err)
	}
	differs := engineReasons(t)
	for _, p := range programs {
		name := p.Family + "/" + p.Name
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			why, known := differs[name]
			delete(differs, name)
			if known {
				t.Skip("differs: " + why)
			}
			for _, m32 := range []bool{false, true}[:1+b2i(p.M32)] {
				binary, err := p.Build(m32)
				if errors.Is(err, ErrNoCompiler) {
					t.Skip(err)
				}
				if err != nil {
					t.Fatal(err)
				}
				for _, options := range p.Options {
					if needsPtrace(options) || needsTime(options) {
						continue
					}
					c := p.Case(binary, options)
					r, err := d.Compare(t.Context(), c)
					switch {
					case err != nil:
						t.Error(err)
					case r.Diff != "":
						t.Errorf("%v (m32: %v)\n%s", c, m32, r.Diff)
					}
				}
			}
		})
	}
}

// needsPtrace says whether options ask for what only ptrace can do, which the
// eBPF engine refuses.
func needsPtrace(options []string) bool {
	return slices.ContainsFunc(options, func(o string) bool {
		return strings.HasPrefix(o, "inject=") || strings.HasPrefix(o, "fault=") || strings.HasPrefix(o, "--inject") ||
			strings.HasPrefix(o, "--fault") || o == "--kill-on-exit" || o == "--pin-cpu"
	})
}

// needsTime says whether options ask what a descriptor is. The eBPF engine
// looks when it reads the ring, milliseconds after the call; by then a program
// of the corpus has gone.
func needsTime(options []string) bool {
	return slices.ContainsFunc(options, func(o string) bool {
		return o == "-y" || o == "-yy" || o == "-P" || strings.HasPrefix(o, "--decode-fds") || strings.HasPrefix(o, "decode-fds")
	})
}

// engineDiffer compares the eBPF engine with ptrace's, which is the reference here.
func engineDiffer(t *testing.T) *Differ {
	t.Helper()
	ours, err := Ours(scratch)
	if err != nil {
		t.Skip(err)
	}
	out, err := exec.Command(ours.Path, "--engine=ebpf", "-o", os.DevNull, "true").CombinedOutput()
	if err != nil {
		t.Skipf("the eBPF engine can't be tested here: %s", strings.TrimSpace(string(out)))
	}
	byPtrace, byEBPF := ours, ours
	byPtrace.Name, byPtrace.Args = "ptrace", []string{"--engine=ptrace"}
	byEBPF.Name, byEBPF.Args = "ebpf", []string{"--engine=ebpf"}
	return NewDifferOf(byPtrace, byEBPF, scratch)
}

// engineReasons reads engines.txt: FAMILY/NAME: reason.
func engineReasons(t *testing.T) map[string]string {
	t.Helper()
	root, err := ModuleRoot()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(root, "internal/tracetest/engines.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reasons := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if name, why, ok := strings.Cut(s.Text(), ": "); ok && !strings.HasPrefix(name, "#") {
			reasons[name] = why
		}
	}
	return reasons
}
