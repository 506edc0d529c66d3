package ptrace

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/trace"
)

// attachTo attaches to pid and deals with n events.
func attachTo(t *testing.T, c Config, pid, n int, follow bool) (*Engine, []moment) {
	t.Helper()
	e := New(c)
	if err := e.Start(trace.Target{PIDs: []int{pid}, Follow: follow}); err != nil {
		t.Fatal(err)
	}
	var all []moment
	var ev trace.Event
	for range n {
		if err := e.Next(&ev); err != nil {
			t.Fatal(err)
		}
		all = append(all, moment{ev, ev.Task.TID, ev.Task.PID, ev.Task.InSyscall, ev.Task.ABI.Name, ev.Task.Origin})
		if err := e.Resume(&ev); err != nil {
			t.Fatal(err)
		}
	}
	return e, all
}

// A sleep is not cut short by being watched for a while.
func TestAttachSleeping(t *testing.T) {
	lock(t)
	pid, wait := spawn(t, build(t, "sleeper"))
	await(t, pid, "S")
	time.Sleep(100 * time.Millisecond)
	var detached []int
	c := Config{OnDetach: func(ev *trace.Event) { detached = append(detached, ev.Task.TID) }}
	e, all := attachTo(t, c, pid, 2, false)
	if m := all[1]; m.Kind != trace.SyscallEnter || m.Nr != syscall.SYS_RESTART_SYSCALL {
		t.Errorf("the first event is %+v", m)
	}
	if r := all[1].Task.Resuming; r != syscall.SYS_NANOSLEEP && r != 230 { // clock_nanosleep
		t.Errorf("it is said to resume call %d", r)
	}
	await(t, pid, "S")
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if len(detached) != 1 || detached[0] != pid {
		t.Errorf("detached %v, want %d", detached, pid)
	}
	if n := statusOf(pid).number("TracerPid"); n != 0 {
		t.Errorf("it is still traced by %d", n)
	}
	if s := wait(); s != 0 {
		t.Errorf("the sleep was disturbed: %v", s)
	}
}

func TestAttachRunning(t *testing.T) {
	lock(t)
	for _, name := range []string{"spin", "busy"} {
		pid, _ := spawn(t, build(t, name))
		time.Sleep(20 * time.Millisecond)
		n := 1
		if name == "busy" {
			n = 500
		}
		e, _ := attachTo(t, Config{}, pid, n, true)
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		await(t, pid, "R")
	}
}

// A stopped process stays stopped, while it is traced and afterwards.
func TestAttachStopped(t *testing.T) {
	lock(t)
	pid, wait := spawn(t, build(t, "sleeper"))
	await(t, pid, "S")
	syscall.Kill(pid, syscall.SIGSTOP)
	await(t, pid, "T")
	e, all := attachTo(t, Config{}, pid, 2, true)
	if m := all[1]; m.Kind != trace.GroupStop || m.Sig != int(syscall.SIGSTOP) {
		t.Errorf("the first event is %+v", m)
	}
	await(t, pid, "Tt")
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	await(t, pid, "T")
	time.Sleep(20 * time.Millisecond)
	if s := state(pid); s != "T" {
		t.Errorf("afterwards it is in state %s", s)
	}
	syscall.Kill(pid, syscall.SIGCONT)
	if s := wait(); s == 1 {
		t.Errorf("the sleep was cut short: %v", s)
	}
}

// A signal that is about to be delivered when the tracer leaves is delivered.
func TestDetachDelivers(t *testing.T) {
	lock(t)
	pid, wait := spawn(t, build(t, "sleeper"))
	await(t, pid, "S")
	e, _ := attachTo(t, Config{}, pid, 2, false)
	syscall.Kill(pid, syscall.SIGTERM)
	var ev trace.Event
	for ev.Kind != trace.Signal {
		if err := e.Next(&ev); err != nil {
			t.Fatal(err)
		}
		if ev.Kind != trace.Signal {
			if err := e.Resume(&ev); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if s := wait(); s != 128+int(syscall.SIGTERM) {
		t.Errorf("it ended with %v", s)
	}
}

func TestAttachThreads(t *testing.T) {
	lock(t)
	pid, _ := spawn(t, build(t, "threadexec"), "/bin/sleep", "1")
	time.Sleep(5 * time.Millisecond)
	heard := 0
	c := Config{OnAttach: func(_, n int, err error) { heard = n }}
	e := New(c)
	if err := e.Start(trace.Target{PIDs: []int{pid}, Follow: true}); err != nil {
		t.Fatal(err)
	}
	if heard != e.live {
		t.Errorf("OnAttach heard of %d threads, there are %d", heard, e.live)
	}
	for _, k := range e.fresh {
		if k.PID != pid || k.Origin != trace.Requested {
			t.Errorf("thread %d: process %d, origin %d", k.TID, k.PID, k.Origin)
		}
	}
	check(t, follow(t, e, nil))
}

func TestAttachErrors(t *testing.T) {
	lock(t)
	const nobody = 1 << 22 // pid_max is at most that
	err := New(Config{}).Start(trace.Target{PIDs: []int{nobody}})
	if !errors.Is(err, syscall.ESRCH) || !strings.Contains(err.Error(), "No such process") {
		t.Errorf("attaching to a process that isn't there: %v", err)
	}
	var heard error
	err = New(Config{OnAttach: func(_, _ int, err error) { heard = err }}).Start(trace.Target{PIDs: []int{nobody}})
	if err != ErrNothing || !errors.Is(heard, syscall.ESRCH) {
		t.Errorf("attaching to nothing but that: %v; heard %v", err, heard)
	}
	err = New(Config{}).Start(trace.Target{PIDs: []int{os.Getpid()}})
	if !errors.Is(err, syscall.EPERM) || !strings.Contains(err.Error(), "this tracer") {
		t.Errorf("attaching to itself: %v", err)
	}
	pid, _ := spawn(t, build(t, "spin"))
	e, _ := attachTo(t, Config{}, pid, 1, false)
	defer e.Close()
	err = New(Config{}).Start(trace.Target{PIDs: []int{pid}})
	if !errors.Is(err, syscall.EPERM) || !strings.Contains(err.Error(), "is tracing it already") {
		t.Errorf("attaching to what is traced: %v", err)
	}
	if isKernelThread(2) {
		err = New(Config{}).Start(trace.Target{PIDs: []int{2}})
		if !errors.Is(err, syscall.EPERM) || !strings.Contains(err.Error(), "kernel thread") {
			t.Errorf("attaching to a kernel thread: %v", err)
		}
	}
}

// A signal ends the tracing and the tracer, and what was attached to goes on.
func TestInterrupted(t *testing.T) {
	lock(t)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGPIPE} {
		for _, name := range []string{"spin", "busy", "sleeper"} {
			pid, wait := spawn(t, build(t, name))
			await(t, pid, "RS")
			cmd := tracer(t, "attach", strconv.Itoa(pid))
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			awaitTracer(t, pid, cmd.Process.Pid)
			cmd.Process.Signal(sig)
			cmd.Wait()
			if got := cmd.ProcessState.Sys().(syscall.WaitStatus); got.Signal() != sig {
				t.Errorf("%s: the tracer ended by %v, want %v", name, cmd.ProcessState, sig)
			}
			if n := statusOf(pid).number("TracerPid"); n != 0 {
				t.Errorf("%s is still traced", name)
			}
			if name == "sleeper" && sig == syscall.SIGINT {
				if s := wait(); s != 0 {
					t.Errorf("the sleep was disturbed: %v", s)
				}
			} else {
				await(t, pid, "RS")
			}
		}
	}
}

// With Never, signals leave the tracer alone.
func TestUninterruptible(t *testing.T) {
	lock(t)
	cmd := tracer(t, "never", build(t, "sleeper"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		cmd.Process.Signal(sig)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("the tracer ended by %v", err)
	}
}

// The children of the tracing thread that are no tasks are reported.
func TestOtherChildren(t *testing.T) {
	lock(t)
	other := exec.Command("/bin/sh", "-c", "exit 9")
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	heard := map[int]uint32{}
	e := New(Config{OnChild: func(pid int, status uint32) { heard[pid] = status }})
	if err := e.Start(command("/bin/sleep", "0.2")); err != nil {
		t.Fatal(err)
	}
	follow(t, e, nil)
	if s, ok := heard[other.Process.Pid]; !ok || s != 9<<8 {
		t.Errorf("heard of %v, want process %d with 9<<8", heard, other.Process.Pid)
	}
}

// awaitTracer waits until tracer traces pid and has got it going again.
func awaitTracer(t *testing.T, pid, tracer int) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if statusOf(pid).number("TracerPid") == tracer {
			time.Sleep(20 * time.Millisecond)
			return
		}
	}
	t.Fatalf("process %d is not traced by %d", pid, tracer)
}

// A process whose first thread has ended is traced by its others, if all
// threads are wanted; if not, the error says what helps.
func TestAttachLeaderless(t *testing.T) {
	lock(t)
	pid, wait := spawn(t, build(t, "leaderless"))
	await(t, pid, "Z")
	err := New(Config{}).Start(trace.Target{PIDs: []int{pid}})
	if a := (*AttachError)(nil); !errors.As(err, &a) || !strings.Contains(a.Why, "-f") {
		t.Errorf("without its threads: %v", err)
	}
	e := New(Config{})
	if err := e.Start(trace.Target{PIDs: []int{pid}, Follow: true}); err != nil {
		t.Fatal(err)
	}
	calls := map[int]int{}
	for _, m := range follow(t, e, nil) {
		if m.Kind == trace.SyscallEnter && m.Nr == syscall.SYS_GETPPID {
			calls[m.tid]++
		}
	}
	if len(calls) != 2 || calls[pid] != 0 {
		t.Errorf("calls by thread: %v", calls)
	}
	if s := wait(); s != 4 {
		t.Errorf("it ended with %d", s)
	}
}
