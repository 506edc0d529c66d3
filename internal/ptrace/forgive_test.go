package ptrace

import (
	"syscall"
	"testing"
	"time"

	"gostrace/internal/trace"
)

// A program that waits is not told of a tracer that comes and goes, whatever
// call it waits in; a signal with a handler still ends the wait.
func TestForgive(t *testing.T) {
	lock(t)
	for _, name := range []string{"epoll_wait", "epoll_pwait", "semop", "sigtimedwait", "recv", "read"} {
		pid, wait := spawn(t, build(t, "waits"), name)
		await(t, pid, "S")
		time.Sleep(50 * time.Millisecond)
		for i := range 3 {
			e := New(Config{})
			if err := e.Start(trace.Target{PIDs: []int{pid}}); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if i > 0 { // else let it go at once
				var ev trace.Event
				for ev.Kind != trace.SyscallEnter {
					if err := e.Next(&ev); err != nil {
						t.Fatalf("%s: %v", name, err)
					}
					if err := e.Resume(&ev); err != nil {
						t.Fatal(err)
					}
				}
				await(t, pid, "S")
			}
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
			await(t, pid, "S")
		}
		syscall.Kill(pid, syscall.SIGUSR2)
		time.Sleep(10 * time.Millisecond)
		await(t, pid, "S")
		syscall.Kill(pid, syscall.SIGUSR1)
		want := int(syscall.EINTR)
		if name == "read" { // signal has it go on
			time.Sleep(10 * time.Millisecond)
			await(t, pid, "S")
			syscall.Kill(pid, syscall.SIGKILL)
			want = 128 + int(syscall.SIGKILL)
		}
		if s := wait(); s != want {
			t.Errorf("%s: it ended with %d, want %d", name, s, want)
		}
	}
}

// A handler that runs while the tracer leaves ends the wait, as without one.
func TestForgiveSignal(t *testing.T) {
	lock(t)
	pid, wait := spawn(t, build(t, "waits"), "epoll_pwait")
	await(t, pid, "S")
	time.Sleep(50 * time.Millisecond)
	e := New(Config{})
	if err := e.Start(trace.Target{PIDs: []int{pid}}); err != nil {
		t.Fatal(err)
	}
	await(t, pid, "t")
	syscall.Kill(pid, syscall.SIGUSR1)
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if s := wait(); s != int(syscall.EINTR) {
		t.Errorf("it ended with %d", s)
	}
}
