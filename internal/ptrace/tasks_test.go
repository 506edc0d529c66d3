package ptrace

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/trace"
)

func TestThreads(t *testing.T) {
	lock(t)
	target := command(build(t, "threads"))
	target.Follow = true
	all := run(t, target)
	check(t, all)
	calls, ends := map[int]int{}, 0
	leader := all[0].tid
	for _, m := range all {
		if m.pid != leader {
			t.Fatalf("thread %d is said to be of process %d, not %d", m.tid, m.pid, leader)
		}
		switch {
		case m.Kind == trace.SyscallEnter && m.Nr == syscall.SYS_GETPPID:
			calls[m.tid]++
		case m.Kind == trace.Exited && m.tid == leader:
			ends++
			if m.Status != 5 {
				t.Errorf("exit status %d", m.Status)
			}
		}
	}
	if len(calls) != 4 || ends != 1 {
		t.Fatalf("%d threads made calls, want 4", len(calls))
	}
	for tid, n := range calls {
		if n != 50 {
			t.Errorf("thread %d made %d calls, want 50", tid, n)
		}
	}
}

// Without Follow, children are not traced at all.
func TestUnfollowed(t *testing.T) {
	lock(t)
	all := run(t, command(build(t, "threads")))
	check(t, all)
	if n := count(all, trace.Attached); n != 1 {
		t.Errorf("%d tasks", n)
	}
}

func TestForkStorm(t *testing.T) {
	lock(t)
	target := command(build(t, "storm"))
	target.Follow = true
	for range 5 {
		all := run(t, target)
		check(t, all)
		status := map[int]int{}
		for _, m := range all {
			if m.pid != m.tid {
				t.Fatalf("thread %d is said to be of process %d", m.tid, m.pid)
			}
			if m.Kind == trace.Exited {
				status[m.Status]++
			}
		}
		if want := map[int]int{0: 1, 1: 20, 2: 20, 3: 20, 4: 20}; !reflect.DeepEqual(status, want) {
			t.Fatalf("exit statuses %v, want %v", status, want)
		}
	}
}

// A thread that makes an execve takes the leader's place and id.
func TestThreadExec(t *testing.T) {
	lock(t)
	target := command(build(t, "threadexec"), "/bin/true")
	target.Follow = true
	for range 10 {
		all := run(t, target)
		check(t, all)
		leader, from := all[0].tid, -1
		for i, m := range all {
			if m.Kind == trace.Superseded {
				from = i
			}
		}
		if from < 0 {
			t.Fatal("no Superseded event")
		}
		s := all[from]
		if s.tid != leader || s.By == leader {
			t.Errorf("thread %d of process %d superseded by %d", s.tid, leader, s.By)
		}
		if x := all[from+1]; x.Kind != trace.Exec || x.tid != leader || !x.inSyscall || x.Task == s.Task {
			t.Errorf("what follows is %+v", x)
		}
		if x := all[from+2]; x.Kind != trace.SyscallExit || x.tid != leader || x.Failed {
			t.Errorf("what follows that is %+v", x)
		}
		if n := count(all, trace.Exited); n != 2 {
			t.Errorf("%d threads exited, want 2: the one that waited and the leader", n)
		}
	}
}

// Death at any moment is an event and never an error.
func TestSudden(t *testing.T) {
	lock(t)
	for _, name := range []string{"busy", "storm", "threads", "threadexec"} {
		target := command(build(t, name), "/bin/true")
		target.Follow = true
		killed := 0
		for range 50 {
			e := New(Config{})
			if err := e.Start(target); err != nil {
				t.Fatal(err)
			}
			pid := e.fresh[0].TID
			timer := time.AfterFunc(time.Duration(rand.IntN(8000))*time.Microsecond, func() { syscall.Kill(pid, syscall.SIGKILL) })
			all := follow(t, e, nil)
			timer.Stop()
			check(t, all)
			if t.Failed() {
				for _, m := range all[max(0, len(all)-60):] {
					t.Logf("%s: thread %d kind %d, call %d, status %d, signal %d", name, m.tid, m.Kind, m.Nr, m.Status, m.Sig)
				}
				return
			}
			if last := all[len(all)-1]; last.Kind == trace.Killed && last.Sig == int(syscall.SIGKILL) {
				killed++
			}
		}
		if killed == 0 {
			t.Errorf("%s was never killed", name)
		}
	}
}

func TestStops(t *testing.T) {
	lock(t)
	all := run(t, command(build(t, "stops")))
	check(t, all)
	var got []int
	for _, m := range all {
		switch m.Kind {
		case trace.GroupStop:
			got = append(got, -m.Sig)
		case trace.Signal:
			got = append(got, m.Sig)
			if m.NoInfo || int(m.Info[0]) != m.Sig {
				t.Errorf("siginfo of signal %d: %v", m.Sig, m.Info[:16])
			}
		case trace.Exited:
			if m.Status != 0 {
				t.Errorf("exit status %d", m.Status)
			}
		}
	}
	// The child's end may be reported at any time after its signal.
	at := slices.Index(got, 17)
	if at < 2 {
		t.Fatalf("signals %v: SIGCHLD must come, and after the stop (stops are negative)", got)
	}
	if rest, want := slices.Delete(slices.Clone(got), at, at+1), []int{19, -19, 18, 10, 12}; !slices.Equal(rest, want) {
		t.Errorf("signals %v, want %v and SIGCHLD somewhere (stops are negative)", got, want)
	}
}

func TestI386(t *testing.T) {
	lock(t)
	all := run(t, command(build(t, "int80", "-m32", "-nostdlib", "-static", "-fno-pie", "-no-pie")))
	check(t, all)
	var got []uint64
	for _, m := range all {
		if m.Kind == trace.SyscallEnter && m.abi == "i386" {
			got = append(got, m.Nr)
		}
	}
	if want := []uint64{20, 1}; !reflect.DeepEqual(got, want) {
		t.Errorf("calls of i386: %v, want %v", got, want)
	}
	if last := all[len(all)-1]; last.Status != 3 {
		t.Errorf("exit status %d", last.Status)
	}
}

func TestMixedABIs(t *testing.T) {
	lock(t)
	all := run(t, command(build(t, "mixed")))
	if last := all[len(all)-1]; last.Status == 128+int(syscall.SIGSEGV) || last.Kind == trace.Killed {
		t.Skip("this kernel does not support int $0x80")
	}
	var got []string
	for _, m := range all {
		if m.Kind == trace.SyscallEnter && (m.abi == "i386" || m.Nr == syscall.SYS_GETPID) {
			got = append(got, m.abi+" "+strconv.FormatUint(m.Nr, 10))
		}
	}
	if want := []string{"x86_64 39", "i386 20", "x86_64 39"}; !reflect.DeepEqual(got, want) {
		t.Errorf("calls of getpid: %v, want %v", got, want)
	}
}

// A call that nobody wants has no exit event.
func TestSkip(t *testing.T) {
	lock(t)
	e := New(Config{})
	if err := e.Start(command("/bin/true")); err != nil {
		t.Fatal(err)
	}
	all := follow(t, e, func(ev *trace.Event) { ev.Skip = true })
	if n := count(all, trace.SyscallExit); n != 0 {
		t.Errorf("%d exits", n)
	}
	if n := count(all, trace.SyscallEnter); n < 10 {
		t.Errorf("only %d entries", n)
	}
	e = New(Config{})
	if err := e.Start(command("/nonexistent")); err != nil {
		t.Fatal(err)
	}
	all = follow(t, e, func(ev *trace.Event) { ev.Skip = true })
	if n := count(all, trace.SyscallEnter); n != 1 {
		t.Errorf("after an execve that fails, %d calls are shown", n-1)
	}
}

func TestNoAllocation(t *testing.T) {
	lock(t)
	for _, follow := range []bool{false, true} {
		e := New(Config{})
		target := command(build(t, "busy"))
		target.Follow, target.Times, target.CPUTime = follow, follow, follow
		if err := e.Start(target); err != nil {
			t.Fatal(err)
		}
		ev := new(trace.Event)
		step := func() {
			if err := e.Next(ev); err != nil {
				t.Fatal(err)
			}
			if err := e.Resume(ev); err != nil {
				t.Fatal(err)
			}
		}
		for range 200 {
			step()
		}
		if n := testing.AllocsPerRun(2000, step); n != 0 {
			t.Errorf("%v allocations per event", n)
		}
		pid := ev.Task.PID
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		syscall.Kill(pid, syscall.SIGKILL)
		syscall.Wait4(pid, nil, 0, nil)
	}
}

func TestTable(t *testing.T) {
	var tab table
	r := rand.New(rand.NewPCG(1, 2))
	known := map[int]*task{}
	for range 20000 {
		tid := 1 + r.IntN(300)
		if r.IntN(4) == 0 {
			tid += 1 << 21
		}
		switch k := known[tid]; {
		case k == nil && tab.find(tid) != nil:
			t.Fatalf("finds %d, which is not there", tid)
		case k != nil && tab.find(tid) != k:
			t.Fatalf("does not find %d", tid)
		case k == nil:
			known[tid] = tab.add(tid, tid, trace.Followed)
		case r.IntN(10) == 0 && known[tid+5000] == nil && tab.find(tid+5000) == nil:
			tab.rename(k, tid+5000)
			if tab.find(tid) != nil || tab.find(tid+5000) != k {
				t.Fatalf("%d is not found after it was renamed", tid)
			}
			tab.rename(k, tid)
		case r.IntN(2) == 0:
			tab.remove(k)
			delete(known, tid)
		}
		if tab.live != len(known) {
			t.Fatalf("%d live, want %d", tab.live, len(known))
		}
	}
	if len(tab.slots) > 600 {
		t.Errorf("%d slots for at most 600 tasks", len(tab.slots))
	}
}
