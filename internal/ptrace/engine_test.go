package ptrace

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// asTracer makes the test binary a tracer: its arguments are a command, and of
// its trace nothing is shown. The tests of what a command inherits and of
// signals to the tracer need a process of their own.
const asTracer = "GOSTRACE_TEST_TRACER"

func TestMain(m *testing.M) {
	if mode := os.Getenv(asTracer); mode != "" {
		runtime.LockOSThread()
		os.Exit(runTracer(mode))
	}
	dir, err := os.MkdirTemp("", "gostrace-ptrace")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	programs = dir
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// runTracer traces the command in os.Args, or with mode "attach" the process,
// and returns the command's exit status, 128 if anything went wrong.
func runTracer(mode string) int {
	env := slices.DeleteFunc(inherit.Environ(), func(s string) bool { return strings.HasPrefix(s, asTracer) })
	c := Config{Interruptible: Waiting}
	t := trace.Target{Path: os.Args[1], Argv: os.Args[1:], Env: env, Follow: true}
	switch mode {
	case "attach":
		pid := 0
		fmt.Sscan(os.Args[1], &pid)
		t = trace.Target{PIDs: []int{pid}, Follow: true}
	case "kill":
		c.KillOnExit = true
	case "never":
		c.Interruptible = Never
	}
	e := New(c)
	err := e.Start(t)
	status := 128
	for err == nil {
		var ev trace.Event
		if err = e.Next(&ev); err == nil {
			if ev.Kind == trace.Exited && ev.Task.Origin == trace.Launched {
				status = ev.Status
			}
			err = e.Resume(&ev)
		}
	}
	if err == io.EOF {
		return status
	}
	err = errors.Join(err, e.Close())
	var i *Interrupted
	if errors.As(err, &i) {
		err = errors.Join(err, Raise(i.Sig))
	}
	fmt.Fprintln(os.Stderr, err)
	return 128
}

// lock keeps the test on its thread, and skips it where tracing is not permitted.
func lock(t *testing.T) {
	t.Helper()
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
	e := New(Config{})
	err := e.Start(command("/bin/true"))
	var a *AttachError
	if errors.As(err, &a) {
		t.Skipf("tracing is not permitted here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	follow(t, e, nil)
}

// command is a Target that runs path.
func command(path string, args ...string) trace.Target {
	return trace.Target{Path: path, Argv: append([]string{path}, args...), Env: os.Environ()}
}

// moment is a copy of an event and of what its task was like.
type moment struct {
	trace.Event
	tid, pid  int
	inSyscall bool
	abi       string
	origin    trace.Origin
}

// follow runs e to its end and returns everything that happened. each, if not
// nil, is called with every event before the task goes on.
func follow(t *testing.T, e *Engine, each func(*trace.Event)) []moment {
	t.Helper()
	var all []moment
	var ev trace.Event
	for {
		err := e.Next(&ev)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("Next: %v", err)
		}
		k := ev.Task
		all = append(all, moment{ev, k.TID, k.PID, k.InSyscall, k.ABI.Name, k.Origin})
		if each != nil {
			each(&ev)
		}
		if err := e.Resume(&ev); err != nil {
			t.Fatalf("Resume: %v", err)
		}
	}
	if e.live != 0 || e.halted != 0 {
		t.Errorf("at the end, %d tasks are left and %d are stopped", e.live, e.halted)
	}
	return all
}

// run launches a command and returns everything that happened.
func run(t *testing.T, target trace.Target) []moment {
	t.Helper()
	e := New(Config{})
	if err := e.Start(target); err != nil {
		t.Fatal(err)
	}
	return follow(t, e, nil)
}

// programs is the directory of what build has built.
var programs string

// build compiles testdata/name.c, and skips the test where that is not possible.
func build(t *testing.T, name string, flags ...string) string {
	t.Helper()
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("needs gcc, to build testdata/" + name + ".c")
	}
	path := filepath.Join(programs, name)
	if _, err := os.Stat(path); err == nil {
		return path
	}
	args := append([]string{"-O1", "-o", path, "testdata/" + name + ".c", "-pthread"}, flags...)
	if out, err := exec.Command("gcc", args...).CombinedOutput(); err != nil {
		t.Skipf("gcc %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return path
}

// spawn starts a command and returns its pid and what waits for it and returns
// its exit status, as a shell gives it. It is a shell's child: were it this
// process's, another thread that waits for its end would be given its stops.
func spawn(t *testing.T, path string, args ...string) (pid int, wait func() int) {
	t.Helper()
	cmd := exec.Command("/bin/sh", append([]string{"-c", `"$@" & echo $!; wait $!; echo $?`, "sh", path}, args...)...)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	started := make(chan error)
	go func() { started <- cmd.Start() }() // not this thread's child
	if err := <-started; err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fscan(pipe, &pid); err != nil {
		t.Fatal(err)
	}
	status := make(chan int, 1)
	go func() {
		var n int
		fmt.Fscan(pipe, &n)
		cmd.Wait()
		status <- n
	}()
	t.Cleanup(func() { syscall.Kill(pid, syscall.SIGKILL) })
	return pid, func() int {
		select {
		case n := <-status:
			return n
		case <-time.After(10 * time.Second):
			t.Errorf("%s, process %d, did not end: state %s", path, pid, state(pid))
			return -1
		}
	}
}

// state returns the letter of the State of pid in /proc/pid/status.
func state(pid int) string {
	s, _, _ := strings.Cut(statusOf(pid).field("State"), " ")
	return s
}

// await waits until pid is in one of the states.
func await(t *testing.T, pid int, states string) {
	t.Helper()
	s := ""
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if s = state(pid); s != "" && strings.Contains(states, s) {
			return
		}
	}
	t.Fatalf("process %d is in state %q, not in one of %s", pid, s, states)
}

// kinds returns the kinds of events, without calls.
func kinds(all []moment) []trace.Kind {
	var k []trace.Kind
	for _, m := range all {
		if m.Kind != trace.SyscallEnter && m.Kind != trace.SyscallExit {
			k = append(k, m.Kind)
		}
	}
	return k
}

// count returns how many events are of a kind.
func count(all []moment, k trace.Kind) int {
	n := 0
	for _, m := range all {
		if m.Kind == k {
			n++
		}
	}
	return n
}

// check makes sure that every task's events make sense: attached first, gone
// last, calls paired.
func check(t *testing.T, all []moment) {
	t.Helper()
	type life struct{ attached, in, gone bool }
	tasks := map[*trace.Task]*life{}
	for i, m := range all {
		k := tasks[m.Task]
		if k == nil || m.Kind == trace.Attached {
			k = &life{}
			tasks[m.Task] = k
		}
		switch {
		case m.Kind == trace.Attached:
			k.attached = true
		case !k.attached || k.gone:
			t.Fatalf("event %d, kind %d, of thread %d: attached %v, gone %v", i, m.Kind, m.tid, k.attached, k.gone)
		case m.Kind == trace.SyscallEnter:
			if k.in || !m.inSyscall {
				t.Fatalf("event %d: thread %d enters a call inside a call", i, m.tid)
			}
			k.in = true
		case m.Kind == trace.SyscallExit:
			if !k.in {
				t.Fatalf("event %d: thread %d leaves a call that it did not enter", i, m.tid)
			}
			k.in = false
		case m.Kind == trace.Exited, m.Kind == trace.Killed, m.Kind == trace.Superseded:
			k.gone = true
		}
	}
	for k, l := range tasks {
		if !l.gone {
			t.Errorf("thread %d has no end", k.TID)
		}
	}
}

const sysExecve = syscall.SYS_EXECVE
