package tracetest

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mostRuns is with how many of its options a program is run; GOSTRACE_ENGINES=all runs it with all.
const mostRuns = 3

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
			if why := differs.why(t, &p); why != "" {
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
				runs := 0
				for _, options := range p.Options {
					if needsPtrace(options) || needsTime(options) || onlyFormat(options) {
						continue
					}
					// All of a program's options take minutes.
					if runs++; runs > mostRuns && os.Getenv("GOSTRACE_ENGINES") != "all" || m32 && runs > 1 {
						break
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
			strings.HasPrefix(o, "--fault") || o == "--kill-on-exit" || strings.Contains(o, "kvm=") || o == "-b" || o == "--pin-cpu"
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

// onlyFormat says whether options only say how values look, which no engine
// knows: the corpus is large enough without them.
func onlyFormat(options []string) bool {
	for i, o := range options {
		switch o {
		case "-X", "-N", "-x", "-xx", "-a":
		default:
			if i == 0 || options[i-1] != "-X" && options[i-1] != "-a" {
				return false
			}
		}
	}
	return len(options) > 0
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

// reasons are the lines of engines.txt: by FAMILY/NAME, or by the name of a
// header that a program includes.
type reasons map[string]string

// why returns why a program differs; "" if it should not.
func (r reasons) why(t *testing.T, p *Program) string {
	t.Helper()
	if why := r[p.Family+"/"+p.Name]; why != "" {
		return why
	}
	text, err := os.ReadFile(p.Source)
	if err != nil {
		t.Fatal(err)
	}
	for header, why := range r {
		if strings.HasSuffix(header, ".h") && bytes.Contains(text, []byte(`#include "`+header+`"`)) {
			return why
		}
	}
	return ""
}

func engineReasons(t *testing.T) reasons {
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
	r := reasons{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if name, why, ok := strings.Cut(s.Text(), ": "); ok && !strings.HasPrefix(name, "#") {
			r[name] = why
		}
	}
	return r
}
