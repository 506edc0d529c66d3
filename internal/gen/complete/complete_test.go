package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gostrace/internal/gen/factfile"
	"gostrace/internal/options"
)

func script(t *testing.T, name string) string {
	t.Helper()
	root, err := factfile.Root()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "doc/completions", name)
}

// TestBash asks bash what it offers for the last word; = is a word of its own there.
func TestBash(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skipf("bash is not installed: %v", err)
	}
	for _, c := range []struct {
		line string
		want string // offered, among others
		not  string // not offered
	}{
		{"--follow", "--follow-forks", "--attach"},
		{"-e trace = open", "openat", "close"},
		{"-e trace = close,open", "close,openat", "openat"},
		{"-e t = %fi", "%file", "%desc"},
		{"-e ope", "openat", "status="},
		{"-e stat", "status=", "openat"},
		{"-e status = fa", "failed", "successful"},
		{"--trace = getp", "getpid", "openat"},
		{"--trace getp", "getpid", "openat"},
		{"--signals SIGT", "SIGTERM", "SIGKILL"},
		{"-e signal = SIGK", "SIGKILL", "SIGTERM"},
		{"-f -o out -e q = ex", "exit", "attach"},
		{"--quiet = att", "attach", "exit"},
		{"-S wall-", "wall-total", "calls"},
		{"-U calls,er", "calls,errors", "calls"},
		{"-X ", "verbose", "all"},
		{"-fyX v", "verbose", "raw"},
		{"-u roo", "root", "--user"},
		{"tru", "true", "--trace"},
		{"-s 100 -f tru", "true", "--trace"},
	} {
		program := `. "$1"; shift; COMP_WORDS=(strace "$@"); COMP_CWORD=$(($#)); _strace; printf '%s\n' "${COMPREPLY[@]}"`
		args := strings.Split(c.line, " ")
		out, err := exec.Command(bash, append([]string{"-c", program, "bash", script(t, "strace.bash")}, args...)...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", c.line, err, out)
			continue
		}
		offered := "\n" + string(out)
		if !strings.Contains(offered, "\n"+c.want+"\n") || strings.Contains(offered, "\n"+c.not+"\n") {
			t.Errorf("strace %s: %.300q", c.line, out)
		}
	}
}

// The other shells at least understand what they are given.
func TestSyntax(t *testing.T) {
	for shell, name := range map[string]string{"bash": "strace.bash", "zsh": "_strace", "fish": "strace.fish"} {
		path, err := exec.LookPath(shell)
		if err != nil {
			t.Logf("not checked: %v", err)
			continue
		}
		if out, err := exec.Command(path, "-n", script(t, name)).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s -n %s: %v\n%s", shell, name, err, out)
		}
	}
}

// Every option is in every file.
func TestComplete(t *testing.T) {
	ds := options.Describe()
	for i := range ds {
		for _, l := range ds[i].Long {
			for _, text := range []string{bash(ds), zsh(ds)} {
				if !strings.Contains(text, "--"+l) {
					t.Errorf("no --%s", l)
				}
			}
			if !strings.Contains(fish(ds), " -l "+l) {
				t.Errorf("no -l %s", l)
			}
		}
	}
}
