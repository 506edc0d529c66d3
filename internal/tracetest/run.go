package tracetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// output is what one run of a tracer left behind.
type output struct {
	traces []traceFile // one, or one per process with -ff; by process id
	stderr []byte      // the tracer's messages, and the command's own
	status string      // how the tracer ended: "exit status 1", "signal: killed"
}

// A traceFile is a file that -o wrote. pid is 0 without -ff.
type traceFile struct {
	pid  int
	text []byte
}

// run runs the case once, in an empty working directory that is the same path
// for each tracer, with the same environment, standard input and output, and
// address space randomisation off.
func (t Tracer) run(ctx context.Context, scratch string, c *Case) (*output, error) {
	work := filepath.Join(scratch, "w")
	if err := os.RemoveAll(work); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(work, 0o755); err != nil {
		return nil, err
	}
	if c.Setup != nil {
		if err := c.Setup(work); err != nil {
			return nil, fmt.Errorf("preparing %s: %w", work, err)
		}
	}
	// Of the same length for both: the arguments' length moves stacks.
	outDir := filepath.Join(scratch, "o")
	err := os.Mkdir(outDir, 0o755)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(outDir)

	ctx, cancel := context.WithTimeout(ctx, timeLimit)
	defer cancel()
	// The reference may be a shell script that sets up its libraries, and a
	// shell changes the environment's order and adds to it: so ours starts
	// from a shell, too.
	args := append([]string{"-c", `exec "$@"`, "sh", t.Path}, t.Args...)
	if !c.NoOutputFile {
		args = append(args, "-o", filepath.Join(outDir, "trace"))
	}
	args = append(args, c.Options...)
	if t.Name == "ours" {
		args = append(args, c.Own...)
	}
	env := append([]string{
		"HOME=" + work, "LC_ALL=C", "PATH=" + searchPath(), "PWD=" + work, "TERM=dumb", "TZ=UTC",
	}, c.Env...)
	var attached *target
	if c.Attach {
		if attached, err = startTarget(ctx, c, work, env); err != nil {
			return nil, err
		}
		defer attached.kill()
		args = append(args, "-p", strconv.Itoa(attached.cmd.Process.Pid))
	} else {
		args = append(args, c.Command...)
	}
	cmd := exec.CommandContext(ctx, "/bin/sh", args...)
	cmd.Dir = work
	cmd.Env = env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if c.Network {
		cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWNET
	}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second
	// A file, not a pipe: a daemon left behind would keep a pipe open.
	stderr, err := os.Create(filepath.Join(outDir, "stderr"))
	if err != nil {
		return nil, err
	}
	defer stderr.Close()
	cmd.Stderr = stderr
	if c.Stdin != "" && !c.Attach {
		name := filepath.Join(outDir, "stdin")
		if err := os.WriteFile(name, []byte(c.Stdin), 0o600); err != nil {
			return nil, err
		}
		stdin, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer stdin.Close()
		cmd.Stdin = stdin
	}

	if err := startUnrandomised(cmd); err != nil {
		return nil, fmt.Errorf("starting %s: %w", t.Name, err)
	}
	var released error
	if attached != nil {
		if released = attached.release(ctx, c.Stdin); released != nil {
			cancel()
		}
	}
	err = cmd.Wait()
	if released != nil {
		return nil, fmt.Errorf("%s: %w", t.Name, released)
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("%s: %w after %v", t.Name, ctx.Err(), timeLimit)
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("running %s: %w", t.Name, err)
	}
	out := &output{status: cmd.ProcessState.String()}
	if out.stderr, err = os.ReadFile(stderr.Name()); err != nil {
		return nil, err
	}
	if c.NoOutputFile {
		out.traces, out.stderr = []traceFile{{text: out.stderr}}, nil
		return out, nil
	}
	out.traces, err = readTraces(filepath.Join(outDir, "trace"))
	return out, err
}

// searchPath is short and the same on every machine, but for where go is.
func searchPath() string {
	path := "/usr/sbin:/usr/bin:/sbin:/bin"
	if p, err := exec.LookPath("go"); err == nil {
		path = filepath.Dir(p) + ":" + path
	}
	return path
}

// timeLimit bounds one run of one tracer.
const timeLimit = 30 * time.Second

// readTraces reads FILE, or FILE.PID for each process.
func readTraces(name string) ([]traceFile, error) {
	names, err := filepath.Glob(name + ".*")
	if err != nil {
		return nil, err
	}
	var traces []traceFile
	for _, n := range names {
		pid, err := strconv.Atoi(strings.TrimPrefix(n, name+"."))
		if err != nil {
			return nil, fmt.Errorf("unexpected output file %s", n)
		}
		text, err := os.ReadFile(n)
		if err != nil {
			return nil, err
		}
		traces = append(traces, traceFile{pid, text})
	}
	sort.Slice(traces, func(i, j int) bool { return traces[i].pid < traces[j].pid })
	text, err := os.ReadFile(name)
	switch {
	case err == nil:
		traces = append(traces, traceFile{0, text})
	case !errors.Is(err, os.ErrNotExist):
		return nil, err
	}
	return traces, nil
}

// startUnrandomised starts cmd with ADDR_NO_RANDOMIZE (personality(2)), as
// setarch -R does. A personality belongs to a thread and is inherited.
func startUnrandomised(cmd *exec.Cmd) error {
	const (
		addrNoRandomize = 0x0040000 // linux/personality.h
		query           = 0xffffffff
	)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	old, _, errno := syscall.Syscall(syscall.SYS_PERSONALITY, query, 0, 0)
	if errno != 0 {
		return fmt.Errorf("personality: %w", errno)
	}
	if _, _, errno := syscall.Syscall(syscall.SYS_PERSONALITY, old|addrNoRandomize, 0, 0); errno != 0 {
		return fmt.Errorf("personality(ADDR_NO_RANDOMIZE): %w", errno)
	}
	err := cmd.Start()
	if _, _, errno := syscall.Syscall(syscall.SYS_PERSONALITY, old, 0, 0); errno != 0 {
		return errors.Join(err, fmt.Errorf("personality: %w", errno))
	}
	return err
}

// lines splits text, without the newlines. A last line without a newline
// keeps a mark, for it is a difference.
func lines(text []byte) []string {
	if len(text) == 0 {
		return nil
	}
	if bytes.HasSuffix(text, []byte("\n")) {
		text = text[:len(text)-1]
	} else {
		text = append(bytes.Clone(text), " (no newline at the end)"...)
	}
	return strings.Split(string(text), "\n")
}
