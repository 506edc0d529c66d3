package report

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/mem"
	"gostrace/internal/show"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
)

// A story is told to a sink by events of tasks 7 and 8: what the tests below
// expect is the trace of it.
type story struct {
	Sink
	decode decode.Options
	memory mem.Snapshot
	tasks  map[int]*Task
	now    int64 // nanoseconds; every event takes a millisecond and a bit
}

// epoch is 2001-09-09 01:46:40 UTC.
const epoch = 1e18

func (s *story) task(tid int) *Task {
	if s.tasks == nil {
		s.tasks = map[int]*Task{}
	}
	t := s.tasks[tid]
	if t == nil {
		t = &Task{Task: &trace.Task{TID: tid, PID: 7, ABI: &abi.X86_64, Resuming: -1}}
		t.Call.Setup(&s.decode)
		t.Call.Mem, t.Call.ABI = &s.memory, t.ABI
		s.tasks[tid] = t
	}
	return t
}

func (s *story) event(tid int, kind trace.Kind) (*Task, *trace.Event) {
	t := s.task(tid)
	s.now += 1_234_567
	return t, &trace.Event{Kind: kind, Task: t.Task, Wall: epoch + s.now, Mono: s.now, IP: 0x401000, Nr: t.Call.Nr}
}

func (s *story) enter(tid int, nr uint64, args ...uint64) {
	t, ev := s.event(tid, trace.SyscallEnter)
	t.Call.Nr, t.Nr, ev.Nr = nr, nr, nr
	t.Call.Args = [6]uint64{}
	copy(t.Call.Args[:], args)
	s.Enter(t, ev, syscalls.Of(&abi.X86_64).Call(nr))
}

func (s *story) leave(tid int, ret int64) {
	t, ev := s.event(tid, trace.SyscallExit)
	ev.Ret, ev.Failed = ret, ret < 0
	s.Leave(t, ev)
}

func (s *story) exit(tid, status int) {
	t, ev := s.event(tid, trace.Exited)
	ev.Status = status
	s.End(t, ev)
	s.Forget(t)
}

// System calls of x86_64 that the stories are made of (asm/unistd_64.h).
const (
	sysRead, sysClose, sysExitGroup = 0, 3, 231
	ebadf                           = 9
)

// tell lets f happen before a new sink, and returns what is written. The
// strings at 0x1000 and 0x2000 are "hello" and "world".
func tell(o Options, json bool, f func(s *story)) string {
	var out bytes.Buffer
	s := &story{}
	s.decode.JSON, s.decode.StrLen = json, 32
	s.memory.Add(0x1000, []byte("hello"))
	s.memory.Add(0x2000, []byte("world"))
	o.Decode = &s.decode
	if o.Status == 0 {
		o.Status = AnyStatus
	}
	if o.Column == 0 {
		o.Column = 32
	}
	if json {
		s.Sink = NewJSON(o, NewOutput(&out, "memory"))
	} else {
		s.Sink = NewText(o, NewOutput(&out, "memory"))
	}
	f(s)
	if err := s.Close(); err != nil {
		return err.Error()
	}
	return out.String()
}

// simple is a read, a failure and the end.
func simple(s *story) {
	s.enter(7, sysRead, 3, 0x1000, 5)
	s.leave(7, 5)
	s.enter(7, sysClose, 9)
	s.leave(7, -ebadf)
	s.enter(7, sysExitGroup, 2)
	s.exit(7, 2)
}

// two tasks whose calls overlap.
func two(s *story) {
	s.enter(7, sysRead, 3, 0x1000, 5)
	s.enter(8, sysRead, 4, 0x2000, 5)
	s.leave(7, 5)
	s.leave(8, 5)
	s.enter(8, sysClose, 4)
	s.leave(8, 0)
	s.exit(8, 0)
	s.enter(7, sysRead, 3, 0x1000, 5)
	s.exit(7, 0)
}

func TestText(t *testing.T) {
	local := time.Local
	time.Local = time.FixedZone("somewhere", 5*3600+30*60)
	defer func() { time.Local = local }()
	for _, test := range []struct {
		name  string
		o     Options
		story func(s *story)
		want  string
	}{
		{"simple", Options{}, simple, `
read(3, "hello", 5)             = 5
close(9)                        = -1 EBADF (Bad file descriptor)
exit_group(2)                   = ?
+++ exited with 2 +++
`},
		{"-a1 -n -i", Options{Column: 1, Nr: true, IP: true}, simple, `
[   0] [0000000000401000] read(3, "hello", 5) = 5
[   3] [0000000000401000] close(9) = -1 EBADF (Bad file descriptor)
[ 231] [0000000000401000] exit_group(2) = ?
[ 231] [????????????????] +++ exited with 2 +++
`},
		{"-ttt -T", Options{Column: 1, Time: Unix, TimeRes: 6, Durations: true, DurationRes: 6}, simple, `
1000000000.001234 read(3, "hello", 5) = 5 <0.001234>
1000000000.003703 close(9) = -1 EBADF (Bad file descriptor) <0.001234>
1000000000.006172 exit_group(2) = ?
1000000000.007407 +++ exited with 2 +++
`},
		{"-r -T in ns", Options{Column: 1, Relative: true, RelativeRes: 9, Durations: true, DurationRes: 9, QuietExit: true}, simple, `
     0.000000000 read(3, "hello", 5) = 5 <0.001234567>
     0.002469134 close(9) = -1 EBADF (Bad file descriptor) <0.001234567>
     0.002469134 exit_group(2) = ?
`},
		{"-tt -r", Options{Column: 1, Time: Clock, TimeRes: 6, Relative: true, RelativeRes: 6, QuietExit: true}, simple, `
07:16:40.001234 (+     0.000000) read(3, "hello", 5) = 5
07:16:40.003703 (+     0.002469) close(9) = -1 EBADF (Bad file descriptor)
07:16:40.006172 (+     0.002469) exit_group(2) = ?
`},
		{"-z", Options{Column: 1, Status: Successful}, simple, `
read(3, "hello", 5) = 5
+++ exited with 2 +++
`},
		{"-Z", Options{Column: 1, Status: Failed}, simple, `
close(9) = -1 EBADF (Bad file descriptor)
+++ exited with 2 +++
`},
		{"-f", Options{Column: 1}, two, `
read(3 <unfinished ...>
[pid     8] read(4 <unfinished ...>
[pid     7] <... read resumed>, "hello", 5) = 5
[pid     8] <... read resumed>, "world", 5) = 5
[pid     8] close(4) = 0
[pid     8] +++ exited with 0 +++
read(3 <unfinished ...>) = ?
+++ exited with 0 +++
`},
		{"-f -z", Options{Column: 1, Status: Successful, PIDs: PIDAlways}, two, `
7     read(3, "hello", 5) = 5
8     read(4, "world", 5) = 5
8     close(4) = 0
8     +++ exited with 0 +++
7     +++ exited with 0 +++
`},
		{"-f -e status=unfinished", Options{Column: 1, Status: Unfinished, PIDs: PIDNever, QuietExit: true}, two, `
read(3 <unfinished ...>) = ?
`},
		{"detached", Options{}, func(s *story) {
			s.enter(7, sysRead, 3, 0x1000, 5)
			s.Forget(s.task(7))
		}, `
read(3 <detached ...>
`},
		{"a signal in a call", Options{}, func(s *story) {
			s.enter(7, sysRead, 3, 0x1000, 5)
			task, ev := s.event(7, trace.Killed)
			ev.Sig, ev.Core = 11, true
			s.End(task, ev)
		}, `
read(3 <unfinished ...>)        = ?
+++ killed by SIGSEGV (core dumped) +++
`},
	} {
		if got, want := tell(test.o, false, test.story), test.want[1:]; got != want {
			t.Errorf("%s:\n%swant:\n%s", test.name, got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	const head = `{"time":"2001-09-09T01:46:40.`
	for _, test := range []struct {
		name  string
		o     Options
		story func(s *story)
		want  string
	}{
		{"simple", Options{}, simple, `
001234567Z","pid":7,"tid":7,"type":"syscall","name":"read","nr":0,"abi":"x86_64","args":{"fd":3,"buf":{"text":"hello"},"count":5},"ret":5}
003703701Z","pid":7,"tid":7,"type":"syscall","name":"close","nr":3,"abi":"x86_64","args":{"fd":9},"ret":-1,"errno":"EBADF"}
006172835Z","pid":7,"tid":7,"type":"syscall","name":"exit_group","nr":231,"abi":"x86_64","args":{"status":2},"ret":null,"unfinished":true}
007407402Z","pid":7,"tid":7,"type":"exit","status":2}
`},
		{"-Z -T -i", Options{Status: Failed, Durations: true, IP: true}, simple, `
003703701Z","pid":7,"tid":7,"type":"syscall","name":"close","nr":3,"abi":"x86_64","ip":"0x401000","args":{"fd":9},"ret":-1,"errno":"EBADF","duration":0.001234567}
007407402Z","pid":7,"tid":7,"type":"exit","status":2}
`},
		{"detached in a call whose arguments aren't known", Options{}, func(s *story) {
			s.enter(8, sysRead, 3, 0x1000, 5)
			s.Forget(s.task(8))
		}, `
001234567Z","pid":7,"tid":8,"type":"syscall","name":"read","nr":0,"abi":"x86_64","args":{"fd":3},"ret":null,"detached":true}
`},
	} {
		got := strings.ReplaceAll(tell(test.o, true, test.story), head, "")
		if want := test.want[1:]; got != want {
			t.Errorf("%s:\n%swant:\n%s", test.name, got, want)
		}
	}
}

// full is a device without space.
type full struct{ writes int }

var errFull = errors.New("no space left on device")

func (f *full) Write([]byte) (int, error) { f.writes++; return 0, errFull }

// The first error of an output is kept, and nothing more is written.
func TestOutputError(t *testing.T) {
	w := &full{}
	s := &story{}
	s.Sink = NewText(Options{Decode: &s.decode, Status: AnyStatus}, NewOutput(w, "/dev/full"))
	simple(s)
	for range 2 {
		if err := s.Err(); !errors.Is(err, errFull) || !strings.Contains(err.Error(), "writing the trace to /dev/full: ") {
			t.Errorf("got %v", err)
		}
	}
	if w.writes != 1 {
		t.Errorf("%d writes, want 1", w.writes)
	}
}

// A file is written to when there is much to write, a pipe line by line.
func TestBuffering(t *testing.T) {
	name := t.TempDir() + "/trace"
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	o := NewFileOutput(f, name)
	o.Write(make([]byte, highWater-1))
	o.Show()
	if st, err := os.Stat(name); err != nil || st.Size() != 0 {
		t.Errorf("written too early: %v, %v", st.Size(), err)
	}
	o.Write([]byte("\n"))
	o.Show()
	if st, err := os.Stat(name); err != nil || st.Size() != highWater {
		t.Errorf("not written: %v, %v", st.Size(), err)
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
	var pipe bytes.Buffer
	o = NewOutput(&pipe, "pipe")
	o.Write([]byte("line\n"))
	if o.Show(); pipe.String() != "line\n" {
		t.Errorf("got %q", pipe.String())
	}
}

// TestNoAllocations is law 4 for the sinks.
func TestNoAllocations(t *testing.T) {
	everything := Options{
		Status: AnyStatus, Column: 40, PIDs: PIDAlways, Time: Clock, TimeRes: 6, Relative: true, RelativeRes: 6,
		Durations: true, DurationRes: 6, IP: true, Nr: true,
	}
	held := everything
	held.Status = Failed
	for _, json := range []bool{false, true} {
		for _, o := range []Options{{Status: AnyStatus, Column: 40}, everything, held} {
			s := &story{decode: decode.Options{Options: show.Options{JSON: json, StrLen: 32}}}
			s.memory.Add(0x1000, []byte("hello"))
			o.Decode = &s.decode
			if json {
				s.Sink = NewJSON(o, NewOutput(discard{}, "nowhere"))
			} else {
				s.Sink = NewText(o, NewOutput(discard{}, "nowhere"))
			}
			task, ev := s.event(7, trace.SyscallEnter)
			decl := syscalls.Of(&abi.X86_64).Call(sysRead)
			task.Call.Args = [6]uint64{3, 0x1000, 5}
			again := func() {
				ev.Wall += 1000
				ev.Mono += 1000
				ev.Kind = trace.SyscallEnter
				s.Enter(task, ev, decl)
				ev.Kind = trace.SyscallExit
				ev.Ret = 5
				s.Leave(task, ev)
				ev.Ret, ev.Failed = -ebadf, true
				s.Enter(task, ev, decl)
				s.Leave(task, ev)
				ev.Failed = false
				ev.Kind, ev.Sig = trace.Signal, 17
				s.Signal(task, ev)
			}
			again()
			if n := testing.AllocsPerRun(100, again); n != 0 {
				t.Errorf("JSON %v, %+v: %v allocations", json, o, n)
			}
		}
	}
}
