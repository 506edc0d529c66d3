package inject

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestVerdicts checks that what testdata/verdicts.txt says of each rule is
// ours, and TestReference that it is the reference's.
func TestVerdicts(t *testing.T) {
	for _, v := range verdicts(t) {
		_, err := v.parse(t)
		if (err == nil) != v.ok {
			t.Errorf("%q: %v, want ok=%v", v.text, err, v.ok)
		}
	}
}

func TestReference(t *testing.T) {
	path, err := exec.LookPath("strace-reference")
	if err != nil {
		t.Skipf("strace-reference is not installed: %v", err)
	}
	work := make(chan verdict)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for v := range work {
				ok, said := accepts(t, path, v.text)
				if ok != (v.ok != v.stricter) {
					t.Errorf("%q: the reference accepts: %v, expected otherwise", v.text, ok)
				}
				r, err := v.parse(t)
				if err != nil {
					// The same culprit: the reference's words come first.
					if !v.stricter && !strings.HasPrefix("strace: "+err.Error(), said) {
						t.Errorf("%q: %q, the reference says %q", v.text, err, said)
					}
				} else if w := r.Warning(); w != "" && "strace: "+w != said || w == "" && strings.HasPrefix(said, "strace:") {
					t.Errorf("%q: warning %q, the reference says %q", v.text, w, said)
				}
			}
		})
	}
	for _, v := range verdicts(t) {
		work <- v
	}
	close(work)
	workers.Wait()
}

// accepts returns whether the reference takes a rule, and what it says first.
func accepts(t *testing.T, path, text string) (ok bool, said string) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "-e", text, "true")
	var out strings.Builder
	cmd.Stderr = &out
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Errorf("running %s: %v", cmd, err)
	}
	said, _, _ = strings.Cut(out.String(), "\n")
	said = strings.ReplaceAll(said, "in qualification '", "in '") // our words are fewer there
	return err == nil, said
}

// A verdict is one line of testdata/verdicts.txt.
type verdict struct {
	ok       bool
	stricter bool   // the reference accepts what we don't
	text     string // inject=... or fault=...
}

func (v verdict) parse(t *testing.T) (*Rule, error) {
	kind, text, _ := strings.Cut(v.text, "=")
	if kind == "fault" {
		return ParseFault(text, personalities)
	}
	return Parse(text, personalities)
}

func verdicts(t *testing.T) []verdict {
	text, err := os.ReadFile("testdata/verdicts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var vs []verdict
	for line := range strings.SplitSeq(string(text), "\n") {
		word, rule, _ := strings.Cut(line, " ")
		switch word {
		case "ok":
			vs = append(vs, verdict{ok: true, text: rule})
		case "no":
			vs = append(vs, verdict{text: rule})
		case "stricter":
			vs = append(vs, verdict{stricter: true, text: rule})
		case "", "#":
		default:
			t.Fatalf("verdicts.txt: %q", line)
		}
	}
	if len(vs) < 100 {
		t.Fatalf("only %d verdicts", len(vs))
	}
	return vs
}
