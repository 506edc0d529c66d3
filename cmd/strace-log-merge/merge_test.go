package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// write makes log files in a new directory and returns their prefix.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	prefix := filepath.Join(t.TempDir(), "a log")
	for pid, text := range files {
		if err := os.WriteFile(prefix+"."+pid, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return prefix
}

// mergeAll returns what is written, or the error.
func mergeAll(prefix string) (string, error) {
	l, err := read(prefix)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	l.merge(&b)
	return b.String(), nil
}

var cases = map[string]map[string]string{
	"two processes": {
		"9":  "10:00:00.000001 fork()\n10:00:00.000003 wait()\n",
		"10": "10:00:00.000002 getpid()\n10:00:00.000003 +++ exited with 0 +++\n",
	},
	"Unix time": {"1": "1700000000.000002 b\n999999999.000001 a\n", "22": "1700000000.000002 c"},
	"seconds":   {"1": "10:00:01 b\n10:00:00 a\n", "2": "10:00:01 d\n10:00:00 c\n"},
	"no time": {
		"5": "10:00:00.1 write(1) = 1\n | 00000 61 |\n\n10:00:00.1\n:: x\n 10:00:00 x\n9:00:00 x\n10:00:00\tx\n1..2 x\n10:00:00. x\n",
		"6": "", "x": "10:00:00.1 not a process\n", "7.gz": "10:00:00.1 compressed\n",
	},
	"precisions": {"1": "10:00:00.5 b\n10:00:00.15 d\n10:00:00 a\n10:00:01.1 c\n5 x\n1.5 y\n"},
	"nothing":    {"1": "execve()\n"},
	"none":       {"txt": "10:00:00.1 x\n"},
	"ids":        {"0005": "10:00:00 a\n", "1234567": "10:00:00 b\n", "42": "10:00:00 c\n"},
}

func TestMerge(t *testing.T) {
	got, err := mergeAll(write(t, cases["two processes"]))
	want := "9  10:00:00.000001 fork()\n10 10:00:00.000002 getpid()\n" +
		"10 10:00:00.000003 +++ exited with 0 +++\n9  10:00:00.000003 wait()\n"
	if err != nil || got != want {
		t.Errorf("%v\n%s, want\n%s", err, got, want)
	}
	if _, err := mergeAll(write(t, cases["nothing"])); err == nil || !strings.Contains(err.Error(), "do not look like") {
		t.Errorf("lines without times: %v", err)
	}
	if _, err := mergeAll("/nonexistent/x"); err == nil || !strings.Contains(err.Error(), "not found") {
		t.Errorf("no logs: %v", err)
	}
}

// TestReference merges the same logs with the reference's script.
func TestReference(t *testing.T) {
	strace, err := exec.LookPath("strace-reference")
	if err != nil {
		t.Skipf("strace-reference is not installed: %v", err)
	}
	script := filepath.Join(filepath.Dir(strace), "../lib/strace-reference/root/usr/bin/strace-log-merge")
	if _, err := os.Stat(script); err != nil {
		t.Skipf("the reference has no strace-log-merge: %v", err)
	}
	for name, files := range cases {
		prefix := write(t, files)
		cmd := exec.Command(script, prefix)
		cmd.Env = append(os.Environ(), "LC_ALL=C")
		want, werr := cmd.Output()
		got, gerr := mergeAll(prefix)
		if got != string(want) || (gerr == nil) != (werr == nil) {
			t.Errorf("%s: %v\n%s\nthe reference: %v\n%s", name, gerr, got, werr, want)
		}
	}
}
