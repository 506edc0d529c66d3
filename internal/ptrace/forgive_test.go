package ptrace

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/trace"
)

// A program that waits is not told of a tracer that comes and goes, whatever
// call it waits in; a signal with a handler still ends the wait.
func TestForgive(t *testing.T) {
	lock(t)
	for _, call := range []struct {
		name string
		nr   int
	}{
		{"epoll_wait", syscall.SYS_EPOLL_WAIT}, {"epoll_pwait", syscall.SYS_EPOLL_PWAIT}, {"semop", syscall.SYS_SEMTIMEDOP},
		{"sigtimedwait", syscall.SYS_RT_SIGTIMEDWAIT}, {"recv", syscall.SYS_RECVFROM}, {"read", syscall.SYS_READ},
	} {
		name := call.name
		pid, wait := spawn(t, build(t, "waits"), name)
		awaitCall(t, pid, call.nr)
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

// awaitCall waits until pid sleeps in call nr of our program, not in one of
// the linker or of the shell that starts it.
func awaitCall(t *testing.T, pid, nr int) {
	t.Helper()
	dir := "/proc/" + strconv.Itoa(pid)
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
		in, _ := os.ReadFile(dir + "/syscall")
		name, _ := os.ReadFile(dir + "/comm")
		if strings.HasPrefix(string(in), strconv.Itoa(nr)+" ") && string(name) == "waits\n" && state(pid) == "S" {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("process %d (%s) is in call %q, not in %d", pid, name, in, nr)
		}
	}
}

// A handler that runs while the tracer leaves ends the wait, as without one.
func TestForgiveSignal(t *testing.T) {
	lock(t)
	pid, wait := spawn(t, build(t, "waits"), "epoll_pwait")
	awaitCall(t, pid, syscall.SYS_EPOLL_PWAIT)
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
