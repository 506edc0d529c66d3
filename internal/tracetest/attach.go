package tracetest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A target is a running command that a tracer attaches to.
type target struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
}

// startTarget starts the command and waits until it sleeps: it is expected to
// read its standard input then.
func startTarget(ctx context.Context, c *Case, dir string, env []string) (*target, error) {
	t := &target{cmd: exec.CommandContext(ctx, c.Command[0], c.Command[1:]...)}
	t.cmd.Dir, t.cmd.Env = dir, env
	var err error
	if t.stdin, err = t.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := startUnrandomised(t.cmd); err != nil {
		return nil, fmt.Errorf("starting %v: %w", c.Command, err)
	}
	if err := t.await(ctx, func(state, tracer string) bool { return state == "S" }); err != nil {
		t.kill()
		return nil, err
	}
	return t, nil
}

// kill ends the command, unless it has ended.
func (t *target) kill() {
	if t.cmd.ProcessState != nil {
		return
	}
	_ = t.cmd.Process.Kill() // it may just have ended
	_ = t.cmd.Wait()         // it ends of the signal
}

// release waits until the tracer is attached and has let the command go back
// to sleep, gives it its standard input, and waits for its end.
func (t *target) release(ctx context.Context, stdin string) error {
	if err := t.await(ctx, func(state, tracer string) bool { return state == "S" && tracer != "0" }); err != nil {
		return err
	}
	if _, err := io.WriteString(t.stdin, stdin); err != nil {
		return fmt.Errorf("writing to the command: %w", err)
	}
	if err := t.stdin.Close(); err != nil {
		return err
	}
	// Its status shows in the trace.
	_ = t.cmd.Wait()
	return nil
}

// await polls until /proc/PID/status says so three times in a row.
func (t *target) await(ctx context.Context, so func(state, tracer string) bool) error {
	for times := 0; times < 3; {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
		if err != nil {
			return fmt.Errorf("waiting for the command: %w", err)
		}
		if so(statusField(text, "State:"), statusField(text, "TracerPid:")) {
			times++
		} else {
			times = 0
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("waiting for the command, which is\n%s: %w", text, ctx.Err())
		case <-time.After(5 * time.Millisecond):
		}
	}
	return nil
}

// statusField returns the first word after a name in proc_pid_status(5).
func statusField(text []byte, name string) string {
	_, rest, ok := bytes.Cut(text, []byte("\n"+name))
	if !ok {
		return ""
	}
	words := strings.Fields(string(rest[:min(len(rest), 100)]))
	if len(words) == 0 {
		return ""
	}
	return words[0]
}
