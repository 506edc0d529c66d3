package tracetest

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func itoa(n int) string { return strconv.Itoa(n) }

// waiting is a command that says when it is ready and then waits for signals.
const waiting = `trap 'echo got TERM; exit 9' TERM; trap 'echo got INT; exit 9' INT
echo ready $$; while :; do sleep 0.02; done`

// TestInterrupt: a signal that ends the tracer is handed on to the command
// that it has launched, unless it is to interrupt anywhere.
func TestInterrupt(t *testing.T) {
	for _, test := range []struct {
		options string
		signal  syscall.Signal
		end     string
		heard   string // by the command; "" if it lives on
	}{
		{"-f", syscall.SIGTERM, "signal: terminated", "got TERM\n"},
		{"-e trace=none", syscall.SIGINT, "signal: interrupt", "got INT\n"},
		{"-c", syscall.SIGINT, "signal: interrupt", "got INT\n"},
		{"-I1 -f", syscall.SIGTERM, "signal: terminated", ""},
		{"-f", syscall.SIGUSR1, "signal: user defined signal 1", ""},
		{"-f", syscall.Signal(40), "signal: signal 40", ""},
	} {
		t.Run(test.options+" "+test.signal.String(), func(t *testing.T) {
			var stderr bytes.Buffer
			cmd := strace(t, append(strings.Fields(test.options), "sh", "-c", waiting)...)
			cmd.Stderr = &stderr
			pipe, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			// A command that hears nothing lives on: don't wait for it for ever.
			if err := pipe.(*os.File).SetReadDeadline(time.Now().Add(2 * deadline)); err != nil {
				t.Fatal(err)
			}
			out := bufio.NewReader(pipe)
			line, err := out.ReadString('\n')
			pid, perr := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(line, "ready ")))
			if err != nil || perr != nil {
				cmd.Process.Kill()
				t.Fatalf("the command said %q: %v", line, err)
			}
			cmd.Process.Signal(test.signal)
			if test.heard == "" {
				eventually(t, "the end of the tracing", func() bool { return tracerOf(pid) == "0" })
				syscall.Kill(pid, syscall.SIGKILL)
			}
			heard, err := io.ReadAll(out) // until the command has ended
			if err != nil {
				syscall.Kill(pid, syscall.SIGKILL)
				t.Errorf("waiting for the end of the command: %v", err)
			}
			if string(heard) != test.heard {
				t.Errorf("the command said %q, want %q", heard, test.heard)
			}
			expectEnd(t, cmd, test.end)
			if test.options == "-c" && !strings.Contains(stderr.String(), " total\n") {
				t.Errorf("there is no summary:\n%s", stderr.String())
			}
		})
	}
}

// tracerOf returns the TracerPid of a process; "" if it has gone.
func tracerOf(pid int) string {
	status, err := os.ReadFile(filepath.Join("/proc", itoa(pid), "status"))
	if err != nil {
		return ""
	}
	_, rest, _ := strings.Cut(string(status), "TracerPid:\t")
	tracer, _, _ := strings.Cut(rest, "\n")
	return tracer
}
