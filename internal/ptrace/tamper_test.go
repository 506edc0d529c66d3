package ptrace

import (
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/trace"
)

// tampered runs the program tampered, does to its nth getcwd what do says, and
// returns what the program printed and the events.
func tampered(t *testing.T, e *Engine, do func(n int) *trace.Tampering) (string, []moment) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	target := command("/bin/sh", "-c", `exec "$0" >&`+itoa(int(w.Fd())), build(t, "tampered"))
	keepOpen(t, w)
	if err := e.Start(target); err != nil {
		t.Fatal(err)
	}
	w.Close()
	n := 0
	all := follow(t, e, func(ev *trace.Event) {
		if ev.Kind == trace.SyscallEnter && ev.Nr == syscall.SYS_GETCWD && ev.Args[1] == 0 {
			if n++; do(n) != nil {
				if err := e.Tamper(ev, do(n)); err != nil {
					t.Errorf("call %d: %v", n, err)
				}
			}
		}
	})
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out), all
}

// keepOpen lets the command have f.
func keepOpen(t *testing.T, f *os.File) {
	t.Helper()
	if _, _, errno := syscall.Syscall(syscall.SYS_FCNTL, f.Fd(), syscall.F_SETFD, 0); errno != 0 {
		t.Fatal(errno)
	}
}

func itoa(n int) string {
	var b []byte
	for ; n > 0 || b == nil; n /= 10 {
		b = append([]byte{byte('0' + n%10)}, b...)
	}
	return string(b)
}

// A result, an error, memory: the program sees what it was given, with the
// request that new kernels have and with the registers that old ones need.
func TestTamper(t *testing.T) {
	lock(t)
	for _, old := range []bool{false, true} {
		e := New(Config{})
		e.noSetInfo = old
		out, all := tampered(t, e, func(n int) *trace.Tampering {
			switch n {
			case 1:
				return &trace.Tampering{Replace: true, Nr: -1, Ret: 77, PokeEnter: []trace.Poke{{Arg: 0, Data: []byte("REA")}}}
			case 2:
				return &trace.Tampering{Replace: true, Nr: syscall.SYS_GETUID, Ret: -int64(syscall.EXDEV), Failed: true,
					PokeExit: []trace.Poke{{Arg: 0, Data: []byte("0123456789")}}}
			}
			return nil
		})
		want := "77 0 REAd-only data\n" + "-1 18 0123456789data\n" + "-1 34 0123456789data\n"
		if out != want {
			t.Errorf("old %v: the program saw %q, want %q", old, out, want)
		}
		var said []trace.Tampered
		for _, m := range all {
			if m.Kind == trace.SyscallExit && m.Tampered != 0 {
				said = append(said, m.Tampered)
			}
		}
		both := trace.ArgsTampered | trace.ResultTampered
		if len(said) != 2 || said[0] != both || said[1] != both {
			t.Errorf("old %v: the events say %v", old, said)
		}
	}
}

// Memory that is not there is reported, and what else is to be done is done.
func TestPokeFails(t *testing.T) {
	lock(t)
	e := New(Config{})
	if err := e.Start(command("/bin/true")); err != nil {
		t.Fatal(err)
	}
	poke := []trace.Poke{{Arg: 0, Data: []byte("x")}}
	saw := 0
	follow(t, e, func(ev *trace.Event) {
		switch {
		case ev.Kind == trace.SyscallEnter && ev.Nr == syscall.SYS_CLOSE: // its argument is a number
			err := e.Tamper(ev, &trace.Tampering{Replace: true, Nr: -1, PokeEnter: poke, PokeExit: poke})
			if err == nil || !strings.Contains(err.Error(), "argument 1") {
				t.Errorf("entry: %v", err)
			}
			saw++
		case ev.Kind == trace.SyscallExit && saw == 1:
			if ev.PokeErr == nil || ev.Tampered != trace.ResultTampered {
				t.Errorf("exit: %v, %v", ev.PokeErr, ev.Tampered)
			}
			saw++
		}
	})
	if saw < 2 {
		t.Error("true closes nothing")
	}
}

// A signal comes when the call begins; it kills here, so the call has no result.
func TestTamperSignal(t *testing.T) {
	lock(t)
	e := New(Config{})
	_, all := tampered(t, e, func(n int) *trace.Tampering {
		return &trace.Tampering{Signal: int(syscall.SIGHUP), DelayEnter: trace.Delay{On: true, NS: 1000}}
	})
	if m := all[len(all)-1]; m.Kind != trace.Killed || m.Sig != int(syscall.SIGHUP) {
		t.Errorf("it ended with %+v", m)
	}
}

// A delay lasts as long as it should, before and behind the call, and says so.
func TestDelay(t *testing.T) {
	lock(t)
	const wait = 30 * time.Millisecond
	for _, noTimer := range []bool{false, true} {
		e := New(Config{})
		e.tick.failed = noTimer
		begin := time.Now()
		out, all := tampered(t, e, func(n int) *trace.Tampering {
			d := trace.Delay{On: true, NS: int64(wait)}
			switch n {
			case 1:
				return &trace.Tampering{DelayEnter: d, DelayExit: d}
			case 2:
				return &trace.Tampering{DelayExit: trace.Delay{On: true}}
			}
			return nil
		})
		if strings.Count(out, "-1 34 read-only data\n") != 3 {
			t.Errorf("the program saw %q", out)
		}
		if took := time.Since(begin); took < 2*wait {
			t.Errorf("it took %v", took)
		}
		said := 0
		for _, m := range all {
			if m.Kind == trace.SyscallExit && m.Tampered == trace.Delayed {
				said++
			}
		}
		if said != 2 {
			t.Errorf("%d delays were reported", said)
		}
	}
}

// While one task waits, others go on, and the one can be killed.
func TestDelayOthers(t *testing.T) {
	lock(t)
	sleeper, wait := spawn(t, build(t, "sleeper"))
	await(t, sleeper, "S")
	time.Sleep(50 * time.Millisecond)
	busy, _ := spawn(t, build(t, "busy"))
	e := New(Config{})
	if err := e.Start(trace.Target{PIDs: []int{busy, sleeper}}); err != nil {
		t.Fatal(err)
	}
	forever := &trace.Tampering{DelayEnter: trace.Delay{On: true, NS: 1e18}}
	var ev trace.Event
	held, calls, killed := false, 0, false
	for !killed {
		if err := e.Next(&ev); err != nil {
			t.Fatal(err)
		}
		switch {
		case ev.Kind == trace.SyscallEnter && ev.Task.PID == sleeper:
			if err := e.Tamper(&ev, forever); err != nil {
				t.Fatal(err)
			}
			held = true
		case ev.Kind == trace.SyscallEnter && held:
			if calls++; calls == 100 {
				syscall.Kill(sleeper, syscall.SIGKILL)
			}
		case ev.Kind == trace.Killed && ev.Task.PID == sleeper:
			killed = true
		}
		if err := e.Resume(&ev); err != nil {
			t.Fatal(err)
		}
	}
	if s := wait(); s != 128+int(syscall.SIGKILL) {
		t.Errorf("it ended with %d", s)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	await(t, busy, "R")
}

// sleeping returns a sleeper in its sleep, whose next call, the restart of
// that, has been entered and tampered with.
func sleeping(t *testing.T, e *Engine, what *trace.Tampering) (pid int, wait func() int) {
	t.Helper()
	pid, wait = spawn(t, build(t, "sleeper"))
	await(t, pid, "S")
	time.Sleep(50 * time.Millisecond) // in its sleep, and not on the way there
	if err := e.Start(trace.Target{PIDs: []int{pid}}); err != nil {
		t.Fatal(err)
	}
	var ev trace.Event
	for ev.Kind != trace.SyscallEnter {
		if err := e.Next(&ev); err != nil {
			t.Fatal(err)
		}
		if ev.Kind == trace.SyscallEnter {
			if err := e.Tamper(&ev, what); err != nil {
				t.Fatal(err)
			}
		}
		if err := e.Resume(&ev); err != nil {
			t.Fatal(err)
		}
	}
	return pid, wait
}

// A call that was to be replaced, when its task is let go in its delay, is
// made as the program wants it.
func TestDetachDelayed(t *testing.T) {
	lock(t)
	for _, old := range []bool{false, true} {
		e := New(Config{})
		e.noSetInfo = old
		_, wait := sleeping(t, e, &trace.Tampering{Replace: true, Nr: -1, Ret: 5, DelayEnter: trace.Delay{On: true, NS: 1e18}})
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if s := wait(); s != 0 {
			t.Errorf("old %v: the sleep was disturbed: %d", old, s)
		}
	}
}

// One that was replaced gets the result that it was to have.
func TestDetachReplaced(t *testing.T) {
	lock(t)
	for _, old := range []bool{false, true} {
		e := New(Config{})
		e.noSetInfo = old
		pid, wait := sleeping(t, e, &trace.Tampering{Replace: true, Nr: -1, Ret: -int64(syscall.EINTR), Failed: true})
		await(t, pid, "t") // at the exit, which nobody has looked at
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if s := wait(); s != 1 {
			t.Errorf("old %v: it ended with %d, want 1 as its sleep failed", old, s)
		}
	}
}
