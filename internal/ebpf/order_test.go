package ebpf

import (
	"fmt"
	"strings"
	"testing"
	"unsafe"

	"gostrace/internal/trace"
)

// A story is records as the programs write them, and what the engine tells.
type story struct {
	t   *testing.T
	e   *Engine
	seq uint64
}

func newStory(t *testing.T, tids ...int) *story {
	s := &story{t: t, e: New(Config{})}
	s.e.cpus = make([]perCPU, 2)
	for _, tid := range tids {
		s.e.add(tid, tids[0], trace.Requested)
	}
	return s
}

// record reads one record.
func (s *story) record(r record) {
	if r.tgid == 0 {
		r.tgid = r.tid
	}
	if r.seq == 0 {
		s.seq++
		r.seq = s.seq
	} else {
		s.seq = r.seq
	}
	b := make([]byte, recordSize)
	*(*record)(unsafe.Pointer(&b[0])) = r
	s.e.read(b)
}

// call reads the record of a call that began and ended then.
func (s *story) call(tid uint32, n, began, ended uint64) {
	s.record(record{kind: recExit, tid: tid, call: n, nr: 100 + n, began: began, time: ended})
}

// told is what was told up to a time, as one line.
func (s *story) told(until uint64) string {
	var out []string
	e := s.e
	e.q.sort()
	e.q.release(until)
	for e.q.head < e.q.till {
		it := &e.q.items[e.q.head]
		e.q.head++
		var ev trace.Event
		if !e.tell(it, &ev) {
			continue
		}
		tid := 0
		if ev.Task != nil {
			tid = ev.Task.TID
		}
		text := map[trace.Kind]string{
			trace.SyscallEnter: fmt.Sprintf("enter %d", ev.Nr), trace.SyscallExit: fmt.Sprintf("leave %d", ev.Ret),
			trace.Exiting: "exiting", trace.Exited: fmt.Sprintf("exited %d", ev.Status), trace.Killed: fmt.Sprintf("killed %d", ev.Sig),
			trace.Signal: fmt.Sprintf("signal %d", ev.Sig), trace.GroupStop: fmt.Sprintf("stop %d", ev.Sig),
			trace.Attached: fmt.Sprintf("attached by %d", ev.By), trace.Lost: fmt.Sprintf("lost %d on %d", ev.Lost, ev.By),
			trace.Exec: "exec", trace.Superseded: fmt.Sprintf("superseded by %d", ev.By), trace.Detached: "detached",
		}[ev.Kind]
		out = append(out, fmt.Sprintf("%d %s", tid, text))
		if err := e.Resume(&ev); ev.Task != nil && err != nil {
			s.t.Error(err)
		}
	}
	e.q.compact()
	return strings.Join(out, ", ")
}

func (s *story) expect(until uint64, want string) {
	s.t.Helper()
	if got := s.told(until); got != want {
		s.t.Errorf("told %q, want %q", got, want)
	}
}

// TestOrder: calls of two threads are told by their beginnings and ends, though
// the records come when they end.
func TestOrder(t *testing.T) {
	s := newStory(t, 1, 2)
	s.call(2, 1, 20, 30)
	s.call(1, 1, 10, 40)
	s.call(2, 2, 35, 50)
	s.expect(36, "1 enter 101, 2 enter 101, 2 leave 0, 2 enter 102")
	s.expect(100, "1 leave 0, 2 leave 0")
}

// TestUnderWay: a call that lasts is told before its record comes, and once.
func TestUnderWay(t *testing.T) {
	s := newStory(t, 1, 2)
	s.e.found = []found{{s.e.find(1), taskState{call: 1, nr: 7, began: 5, in: inCall}}}
	s.call(2, 1, 10, 20)
	s.e.underWay(100)
	s.expect(50, "1 enter 7, 2 enter 101, 2 leave 0")
	s.record(record{kind: recExit, tid: 1, call: 1, nr: 7, began: 5, time: 60})
	s.expect(100, "1 leave 0")

	// It has ended since it was found, and another one begun.
	s.e.found = []found{{s.e.find(1), taskState{call: 2, nr: 8, began: 70, in: inCall}}}
	s.record(record{kind: recExit, tid: 1, call: 2, nr: 8, began: 70, time: 80})
	s.e.underWay(100)
	s.expect(100, "1 enter 8, 1 leave 0")
}

// TestSentBeginning: a beginning that has a record of its own.
func TestSentBeginning(t *testing.T) {
	s := newStory(t, 1)
	s.record(record{kind: recEnter, tid: 1, call: 1, nr: 59, time: 5})
	s.expect(100, "1 enter 59")
	s.record(record{kind: recExec, tid: 1, ret: 1, time: 6})
	s.record(record{kind: recExit, flags: flagSent, tid: 1, call: 1, nr: 59, began: 5, time: 7})
	s.expect(100, "1 exec, 1 leave 0")
	s.record(record{kind: recEnter, tid: 1, call: 2, nr: 231, time: 8})
	s.record(record{kind: recEnd, flags: flagInCall | flagSent | flagLast, tid: 1, call: 2, ret: 3 << 8, time: 9})
	s.expect(100, "1 enter 231, 1 exiting, 1 exited 3")
	if s.e.live != 0 {
		t.Errorf("%d tasks live", s.e.live)
	}
}

// TestLost: a gap in a processor's numbers is told where it is, and a call
// whose end is in it is ended.
func TestLost(t *testing.T) {
	s := newStory(t, 1)
	s.record(record{kind: recEnter, tid: 1, call: 1, nr: 7, time: 5})
	s.record(record{kind: recExit, tid: 1, call: 3, nr: 9, began: 20, time: 30, seq: 5})
	s.expect(100, "1 enter 7, 1 exiting, 1 enter 9, 0 lost 3 on 0, 1 leave 0")
	if s.e.Lost() != 3 {
		t.Errorf("%d lost", s.e.Lost())
	}
}

// TestLeaderWaits: a leader's end is told when the last thread has ended, with
// the status of the process.
func TestLeaderWaits(t *testing.T) {
	s := newStory(t, 1, 2)
	s.record(record{kind: recEnd, tid: 1, ret: 1 << 8, time: 5})
	s.expect(100, "")
	s.record(record{kind: recEnd, flags: flagLast | flagGroup, tid: 2, tgid: 1, ret: 9 << 8, time: 6})
	s.expect(100, "2 exited 9, 1 exited 9")
}

// TestThreadExecutes: the thread takes the leader's id.
func TestThreadExecutes(t *testing.T) {
	s := newStory(t, 1, 2)
	s.record(record{kind: recEnter, tid: 2, tgid: 1, call: 1, nr: 59, time: 5})
	s.record(record{kind: recEnd, tid: 1, ret: 0, time: 6})
	s.record(record{kind: recExec, tid: 1, ret: 2, time: 7})
	s.record(record{kind: recExit, flags: flagSent, tid: 1, call: 1, nr: 59, began: 5, time: 8})
	s.expect(100, "2 enter 59, 1 superseded by 2, 1 exec, 1 leave 0")
}

// TestKilledInCall: of a task that is killed, the call that this interrupts has no end.
func TestKilledInCall(t *testing.T) {
	s := newStory(t, 1)
	s.record(record{kind: recExit, tid: 1, call: 1, nr: 34, began: 5, time: 10, ret: -514})
	s.record(record{kind: recSignal, tid: 1, sig: sigKill, time: 11})
	s.record(record{kind: recEnd, flags: flagLast, tid: 1, ret: sigKill, time: 12})
	s.expect(100, "1 enter 34, 1 exiting, 1 killed 9")

	// With a handler it goes on.
	s = newStory(t, 1)
	s.record(record{kind: recExit, tid: 1, call: 1, nr: 34, began: 5, time: 10, ret: -514})
	s.record(record{kind: recSignal, tid: 1, sig: 10, args: [6]uint64{1}, time: 11})
	s.expect(100, "1 enter 34, 1 leave -514, 1 signal 10")

	// A fatal signal is delivered as SIGKILL.
	s = newStory(t, 1)
	s.record(record{kind: recGenerated, tid: 1, sig: 15, time: 9})
	s.record(record{kind: recExit, tid: 1, call: 1, nr: 34, began: 5, time: 10, ret: -514})
	s.record(record{kind: recSignal, tid: 1, sig: sigKill, time: 11})
	s.record(record{kind: recEnd, flags: flagLast, tid: 1, ret: 15, time: 12})
	s.expect(100, "1 enter 34, 1 leave -514, 1 signal 15, 1 killed 15")
}

// TestIgnoredSignals wait for the end of the call that they come in.
func TestIgnoredSignals(t *testing.T) {
	s := newStory(t, 1)
	s.record(record{kind: recIgnored, flags: flagInCall, tid: 1, sig: 17, time: 7})
	s.call(1, 1, 5, 10)
	s.record(record{kind: recIgnored, tid: 1, sig: 28, time: 11})
	s.expect(100, "1 enter 101, 1 leave 0, 1 signal 17, 1 signal 28")
}

// TestStops: a signal that stops by default stops.
func TestStops(t *testing.T) {
	s := newStory(t, 1)
	s.record(record{kind: recSignal, tid: 1, sig: sigStop, time: 7})
	s.record(record{kind: recSignal, tid: 1, sig: sigTstp, args: [6]uint64{0x1234}, time: 8})
	s.expect(100, "1 signal 19, 1 stop 19, 1 signal 20")
}

// TestFork: a child is told of before what it does.
func TestFork(t *testing.T) {
	s := newStory(t, 1)
	s.record(record{kind: recFork, tid: 1, ret: 5<<32 | 5, time: 6})
	s.call(5, 1, 8, 9)
	s.call(1, 1, 5, 10)
	s.expect(100, "1 enter 101, 5 attached by 1, 5 enter 101, 5 leave 0, 1 leave 0")
}

// TestPieces: a record in pieces has all their memory.
func TestPieces(t *testing.T) {
	s := newStory(t, 1)
	piece := func(kind uint8, addr uint64, text string) {
		s.seq++
		b := make([]byte, recordSize+segmentSize+8)
		*(*record)(unsafe.Pointer(&b[0])) = record{kind: kind, tid: 1, tgid: 1, call: 1, began: 5, time: 6, seq: s.seq}
		*(*segment)(unsafe.Pointer(&b[recordSize])) = segment{addr: addr, len: uint32(len(text))}
		copy(b[recordSize+segmentSize:], text)
		s.e.read(b)
	}
	piece(recPiece, 1000, "hell")
	piece(recExit, 1004, "o, you")
	s.e.q.release(100)
	var ev trace.Event
	if !s.e.tell(&s.e.q.items[0], &ev) {
		t.Fatal("nothing to tell")
	}
	var b [10]byte
	if n := s.e.Memory(ev.Task).ReadAt(b[:], 1000); string(b[:n]) != "hello, you" {
		t.Errorf("read %q", b[:n])
	}
}
