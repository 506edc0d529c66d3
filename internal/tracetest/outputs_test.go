package tracetest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestOutputs: what -o says, and where it goes, is as with the reference: the
// exit status, stderr, and what the files in the directory hold afterwards.
func TestOutputs(t *testing.T) {
	reference, err := Reference()
	if err != nil {
		t.Skip(err)
	}
	tracer, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{
		`STRACE -o out -e trace=none true`,
		`STRACE -o out -e trace=none true; STRACE -A -o out -e trace=none false; STRACE --output-append-mode --output=out -e trace=none true`,
		`STRACE -o out -e trace=none true; STRACE -o out -e trace=none sh -c 'exit 3'`,
		`STRACE -o '|cat >out' -e trace=none sh -c 'exit 3'`,
		`STRACE -o '!sed s/exited/EXITED/ >out' -e trace=none true`,
		`STRACE -o '| cat >out; exit 9' -f -e trace=none -e signal=none sh -c '(exit 4); exit 5'`,
		`STRACE -c -o '|sort >out' -O 1000s -S name -U name,calls -e trace=getpid sh -c :`,
		`STRACE -o '' true`, `STRACE -o . true`, `STRACE -o /nonexistent/out true`, `STRACE -ff -o /nonexistent/out true 2>/dev/null`,
		`STRACE -o one -o out -e trace=none true`, `STRACE -o '|cat >one' -o out -e trace=none true`, `STRACE -o one -o '|cat >out' -e trace=none true`,
		`STRACE -ff -o out -e trace=none -e signal=none sh -c '(exit 4); exit 5'`, `STRACE -f --output-separately -o out -e trace=none true`,
		`STRACE -A -e trace=none true`, `STRACE --output-separately -e trace=none true`, `STRACE -ff -o '|cat' true`,
		`STRACE -P /proc/self/cwd/../etc -o out -e trace=none true`, `STRACE -q -P . -P / -P '' -P nonexistent -e trace=none true`,
		`STRACE -qqq -P . -e trace=none true`, `STRACE --quiet=path-resolution -P . -e trace=none true`,
	} {
		want, got := outcome(t, reference, script), outcome(t, tracer, script)
		if want != got {
			t.Errorf("%s:\nthe reference: %s\nours: %s", script, want, got)
		}
	}
}

var (
	separated = regexp.MustCompile(`\bout\.\d+`)
	ourPID    = regexp.MustCompile(`(?m)^\d+ +`)
	private   = regexp.MustCompile(`/proc/\d+|/[^" ]*/TestOutputs[^" ]*`)
)

// outcome runs a script and describes what came of it.
func outcome(t *testing.T, tracer Tracer, script string) string {
	t.Helper()
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(script, "STRACE", tracer.Path))
	cmd.Dir = dir
	out, _ := cmd.CombinedOutput() // its error is in the state
	text := cmd.ProcessState.String() + "\n" + string(out)
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		text += "-- " + f.Name() + "\n" + string(b)
	}
	text = private.ReplaceAllString(text, "PATH")
	return ourPID.ReplaceAllString(separated.ReplaceAllString(text, "out.PID"), "PID ")
}
