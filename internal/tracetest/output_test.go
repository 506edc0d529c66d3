package tracetest

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// deadline bounds what is waited for in these tests; it passes only when something is wrong.
const deadline = 5 * time.Second

// strace is a command line of ours; tests that run it need no reference.
func strace(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	tracer, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), tracer.Path, args...)
	cmd.Dir = t.TempDir()
	cmd.WaitDelay = deadline
	return cmd
}

// expectEnd waits for cmd and says how it should have ended: "exit status 7".
func expectEnd(t *testing.T, cmd *exec.Cmd, want string) {
	t.Helper()
	timer := time.AfterFunc(deadline, func() { cmd.Process.Kill() })
	defer timer.Stop()
	cmd.Wait() // its error is its status
	if got := cmd.ProcessState.String(); got != want {
		t.Errorf("ended with %q, want %q", got, want)
	}
}

// eventually waits until what f says is true.
func eventually(t *testing.T, what string, f func() bool) {
	t.Helper()
	for end := time.Now().Add(deadline); !f(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s has not happened in %v", what, deadline)
		}
	}
}

// TestBrokenOutput: an output that takes no more is told of once. The command
// goes on, untraced, and its end is the tracer's.
func TestBrokenOutput(t *testing.T) {
	const goesOn = "sleep 0.2; echo goes on; "
	for _, test := range []struct {
		name, output, script, end, says string
	}{
		{"full disk", "/dev/full", goesOn + "exit 7", "exit status 7", "no space left on device"},
		{"full disk, killed", "/dev/full", goesOn + "kill -TERM $$", "signal: terminated", "no space left on device"},
		{"closed pipe", "|:", goesOn + "exit 7", "exit status 7", "broken pipe"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out, err bytes.Buffer
			cmd := strace(t, "-f", "-o", test.output, "sh", "-c", test.script)
			cmd.Stdout, cmd.Stderr = &out, &err
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			expectEnd(t, cmd, test.end)
			if out.String() != "goes on\n" {
				t.Errorf("the command wrote %q", out.String())
			}
			if text := err.String(); strings.Count(text, "\n") != 1 || !strings.Contains(text, test.says) {
				t.Errorf("stderr should say %q in one line:\n%s", test.says, text)
			}
		})
	}
}

// TestStderrGone: the reader of stderr, where the trace goes, has gone.
func TestStderrGone(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	var out bytes.Buffer
	cmd := strace(t, "-f", "sh", "-c", "echo goes on; exit 7")
	cmd.Stdout, cmd.Stderr = &out, w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	expectEnd(t, cmd, "exit status 7")
	if out.String() != "goes on\n" {
		t.Errorf("the command wrote %q", out.String())
	}
}

// TestNonBlockingStderr: a terminal that someone has made non-blocking, and
// that is slow, gets every line.
func TestNonBlockingStderr(t *testing.T) {
	var fds [2]int
	if err := syscall.Pipe2(fds[:], syscall.O_CLOEXEC); err != nil {
		t.Fatal(err)
	}
	if err := syscall.SetNonblock(fds[1], true); err != nil {
		t.Fatal(err)
	}
	r, w := os.NewFile(uintptr(fds[0]), "r"), os.NewFile(uintptr(fds[1]), "w")
	defer r.Close()
	cmd := strace(t, "-e", "trace=read", "-e", "signal=none", "dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=3000", "status=none")
	cmd.Stderr = w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	time.Sleep(100 * time.Millisecond) // so that the pipe is full
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	expectEnd(t, cmd, "exit status 0")
	if n := bytes.Count(text, []byte(`read(0, "\0", 1)`)); n != 3000 {
		t.Errorf("%d lines of 3000 arrived", n)
	}
	if !bytes.HasSuffix(text, []byte("+++ exited with 0 +++\n")) {
		t.Errorf("the last line is missing: %q", text[max(0, len(text)-100):])
	}
}

// TestFollowFile: what is in a file can be seen while the tracee sleeps.
func TestFollowFile(t *testing.T) {
	cmd := strace(t, "-f", "-o", "trace", "sleep", "60")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	eventually(t, "the call that lasts, in the file,", func() bool {
		b, _ := os.ReadFile(filepath.Join(cmd.Dir, "trace"))
		return bytes.Contains(b, []byte("nanosleep("))
	})
	kids, err := os.ReadFile(filepath.Join("/proc", itoa(cmd.Process.Pid), "task", itoa(cmd.Process.Pid), "children"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kid := range strings.Fields(string(kids)) {
		exec.Command("kill", "-KILL", kid).Run()
	}
	expectEnd(t, cmd, "signal: killed")
}
