package tracetest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// scratch is short and plain, for it shows up in traces.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "gostrace-"); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(scratch); err != nil {
		panic(err)
	}
	os.Exit(code)
}

var differ = sync.OnceValues(func() (*Differ, error) { return NewDiffer(scratch) })

// sharedDiffer builds ours once. It skips without the reference, and while there is
// nothing to build.
func sharedDiffer(t *testing.T) *Differ {
	t.Helper()
	d, err := differ()
	if errors.Is(err, ErrNoReference) || errors.Is(err, ErrNoTracer) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func expectSame(t *testing.T, d *Differ, c *Case) {
	t.Helper()
	r, err := d.Compare(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if r.Diff != "" {
		t.Errorf("%v\n%s", c, r.Diff)
	}
}

// doctored is the reference with its trace edited by a sed script.
func doctored(t *testing.T, script string) *Differ {
	t.Helper()
	reference, err := Reference()
	if err != nil {
		t.Skip(err)
	}
	if _, err := exec.LookPath("sed"); err != nil {
		t.Skip("sed is not installed")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "strace")
	wrapper := "#!/bin/sh\n" + reference.Path + ` "$@"; s=$?` + "\nfor f in \"$2\"*; do sed -E -i '" + script + "' \"$f\"; done\nexit $s\n"
	if err := os.WriteFile(path, []byte(wrapper), 0o755); err != nil {
		t.Fatal(err)
	}
	return NewDifferOf(reference, Tracer{Name: "doctored", Path: path}, dir)
}

// TestDifferCatches edits one thing in the trace of a real command and expects
// exactly the verdict that the edit deserves.
func TestDifferCatches(t *testing.T) {
	tests := []struct {
		name, script, options, command string
		want                           string // in the diff; "" for no difference
	}{
		{"nothing", ``, "", "true", ""},
		{"a word", `s/O_RDONLY/O_WRONLY/`, "", "cat /etc/passwd", "O_WRONLY"},
		{"a column", `s/\) +=/) =/`, "", "true", "close(3) = 0"},
		{"an errno", `s/ENOENT/ENOTDIR/`, "", "true", "ENOTDIR"},
		{"a missing line", `/^close/d`, "", "true", "- close(3)"},
		{"an extra line", `/^close/p`, "", "true", "+ close(3)"},
		{"a missing last line", `$d`, "", "true", "- +++ exited with 0"},
		{"an address", `s/0x7ff/0x7fe/`, "", "true", "0x7fe"},
		{"a file size", `s/st_size=([0-9])/st_size=1\1/`, "", "true", "st_size=1"},
		{"an inode that exists", `s/st_ino=[0-9]+/st_ino=0/`, "-v", "true", "st_ino=0"},
		{"an old time", `s/st_mtime=([0-9])/st_mtime=2/`, "-v", "true", "st_mtime=2"},
		{"a return value", `s/= 0$/= 1/`, "", "true", "= 1"},
		{"the pid, where it is another number", `s/^(set_tid.*= )([0-9]+)/\112/`, "", "sh -c true", "getpid()"},
		{"fewer decimals", `s/^([0-9:]+)\.[0-9]+ /\1 /`, "-tt", "true", "execve"},
		{"no time spent", `s/ <0\.[0-9]+>$//`, "-T", "true", "execve"},
		{"a narrow relative time", `s/^  +/ /`, "-r", "true", "execve"},
		{"times", `s/0\.[0-9]{6}/0.123456/`, "-r -T", "true", ""},
		{"random bytes", `s/\\x[0-9a-f]{2}/\\x00/g`, "", "ls /", ""},
		{"fewer random bytes", `/getrandom/s/\\x[0-9a-f]{2}//`, "", "ls /", "getrandom"},
		{"calls in a summary", `s/ 1( +)execve/ 2\1execve/`, "-c", "true", "2           execve"},
		{"times in a summary", `s/0\.0000[0-9]+/0.000777/`, "-c", "true", ""},
		{"a row of a summary", `/ brk$/d`, "-c", "true", "brk"},
		{"a child's line", `s/exited with 7/exited with 70/`, "-f", `sh -c '(exit 7); exit 0'`, "exited with 70"},
		{"a child's prefix", `s/^([0-9]+) /\1  /`, "-f", `sh -c '(exit 7); exit 0'`, "execve"},
		{"a child's file", `s/exited with 7/exited with 8/`, "-ff", `sh -c '(exit 7); exit 0'`, "exited with 8"},
		{"a signal's sender", `s/si_pid=[0-9]+/si_pid=77/`, "-f", `sh -c '(exit 7); exit 0'`, "si_pid=77"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := doctored(t, tt.script)
			c := &Case{Options: strings.Fields(tt.options), Command: []string{"true"}}
			switch {
			case strings.HasPrefix(tt.command, "sh -c '"):
				c.Command = []string{"sh", "-c", strings.Trim(tt.command[6:], "'")}
				c.Races = "when SIGCHLD arrives"
			default:
				c.Command = strings.Fields(tt.command)
			}
			r, err := d.Compare(t.Context(), c)
			switch {
			case err != nil:
				t.Fatal(err)
			case tt.want == "" && r.Diff != "":
				t.Errorf("should be equal:\n%s", r.Diff)
			case tt.want != "" && r.Diff == "":
				t.Errorf("the edit went unnoticed")
			case !strings.Contains(r.Diff, tt.want):
				t.Errorf("want %q in\n%s", tt.want, r.Diff)
			}
		})
	}
}

// TestDifferCatchesStatus: a tracer that says the right thing and ends wrong.
func TestDifferCatchesStatus(t *testing.T) {
	d := doctored(t, "")
	text, err := os.ReadFile(d.Ours.Path)
	if err != nil {
		t.Fatal(err)
	}
	wrong := strings.Replace(string(text), "exit $s", "echo oops >&2; exit 9", 1)
	if err := os.WriteFile(d.Ours.Path, []byte(wrong), 0o755); err != nil {
		t.Fatal(err)
	}
	r, err := d.Compare(t.Context(), &Case{Command: []string{"true"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"+ oops", "- exit status 0", "+ exit status 9"} {
		if !strings.Contains(r.Diff, want) {
			t.Errorf("want %q in\n%s", want, r.Diff)
		}
	}
}
