package tracetest

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// evil has everything that could drive a terminal, break a line or be no text.
const evil = "\x1b]0;x\a\x1b[2J\n\r\t\v\x7f\x80\xff\u202e\u009b\u2028\"\\,<>'|$(x)`"

// hostile copies the corpus program that calls everything by such names to a file of that name.
func hostile(t *testing.T) string {
	t.Helper()
	root, err := ModuleRoot()
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadProgram(filepath.Join(root, "internal/tracetest/corpus/hostile/names.c"))
	if err != nil {
		t.Fatal(err)
	}
	binary, err := p.Build(false)
	if errors.Is(err, ErrNoCompiler) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), evil)
	if err := os.WriteFile(path, b, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHostileNames: nothing of what a tracee says reaches the output as it is.
// (The corpus compares the lines with the reference's.)
func TestHostileNames(t *testing.T) {
	path := hostile(t)
	for _, options := range []string{"", "-yy -v", "-k", "-k -yy", "-C", "-f -tt -T -i -n", "-e read=all -e write=all", "-P /tmp -y", "-xx -y"} {
		t.Run(options, func(t *testing.T) {
			cmd := strace(t, append(words(options), "-o", "trace", path)...)
			if err := cmd.Run(); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(filepath.Join(cmd.Dir, "trace"))
			if err != nil {
				t.Fatal(err)
			}
			out := &output{traces: []traceFile{{text: text}}}
			if err := out.harmless(&Case{Options: words(options)}); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestHostileJSON: each line is one object of plain characters.
func TestHostileJSON(t *testing.T) {
	path := hostile(t)
	for _, options := range []string{"--json", "--json -yy -v -s 300", "--json -k"} {
		cmd := strace(t, append(words(options), "-o", "trace", path)...)
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(filepath.Join(cmd.Dir, "trace"))
		if err != nil {
			t.Fatal(err)
		}
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			line := s.Text()
			var v map[string]any
			if err := json.Unmarshal([]byte(line), &v); err != nil || !utf8.ValidString(line) {
				t.Fatalf("%s: %v: %q", options, err, line)
			}
			bad := func(r rune) bool {
				return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
			}
			if i := strings.IndexFunc(line, bad); i >= 0 {
				t.Fatalf("%s: a character that drives terminals: %q", options, line[max(0, i-40):min(len(line), i+20)])
			}
		}
		if err := errors.Join(s.Err(), f.Close()); err != nil {
			t.Error(err)
		}
	}
}

// TestHostileMessages: strace's own messages name things, too.
func TestHostileMessages(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root, to trace what another traces")
	}
	path := hostile(t)
	tracer, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	// A tracer by an evil name traces a process, which therefore cannot be attached to.
	name := filepath.Join(t.TempDir(), "\x1b[31m\n\u202e")
	if err := os.Symlink(tracer.Path, name); err != nil {
		t.Fatal(err)
	}
	sleep := exec.CommandContext(t.Context(), name, "-o", "/dev/null", "sh", "-c", "echo $$; exec sleep 60")
	pipe, err := sleep.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := sleep.Start(); err != nil {
		t.Fatal(err)
	}
	pid, err := bufio.NewReader(pipe).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"-p", strings.TrimSpace(pid)}, {path + "missing"}, {"-o", path + "/x", "true"}, {"-e", "trace=" + evil, "true"},
		{"-u", evil, "true"}, {"-e", "signal=" + evil, "true"}, {"-P", path, "-y", "true"}, {"--" + evil, "true"},
	} {
		var stderr strings.Builder
		cmd := strace(t, args...)
		cmd.Stderr = &stderr
		_ = cmd.Run() // it fails
		bad := func(r rune) bool { return r != '\n' && (r < ' ' || r > '~') }
		if text := stderr.String(); strings.ContainsFunc(text, bad) {
			t.Errorf("%q: stderr has %q", args, text)
		}
	}
	_ = sleep.Process.Kill()
	_ = sleep.Wait()
}
