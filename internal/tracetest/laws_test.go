package tracetest

import (
	"bytes"
	"errors"
	"os"
	"runtime"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/mem"
	"gostrace/internal/ptrace"
	"gostrace/internal/report"
	"gostrace/internal/session"
	"gostrace/internal/trace"
)

// TestSnapshot is law 3: what a call's Plan captures is enough to decode it.
// Every call of the corpus is decoded twice at each of its stops, from live
// memory and from memory restricted to the plan; both must give the same text.
func TestSnapshot(t *testing.T) {
	if testing.Short() {
		t.Skip("traces the whole corpus: not with -short")
	}
	programs, err := Programs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		if p.Libc || p.Root && os.Getuid() != 0 {
			continue // timing decides what they do; their calls are in others, too
		}
		t.Run(p.Family+"/"+p.Name, func(t *testing.T) {
			for _, m32 := range []bool{false, true}[:1+b2i(p.M32)] {
				binary, err := p.Build(m32)
				if errors.Is(err, ErrNoCompiler) {
					t.Skip(err)
				}
				if err != nil {
					t.Fatal(err)
				}
				for _, verbose := range []bool{false, true} {
					decodeTwice(t, &p, binary, verbose)
				}
			}
		})
	}
}

func decodeTwice(t *testing.T, p *Program, binary string, verbose bool) {
	t.Chdir(t.TempDir())
	runtime.LockOSThread() // the engine's thread
	if p.Network {
		// The thread is not unlocked: it must not live on in that network.
		if err := syscall.Unshare(syscall.CLONE_NEWNET); err != nil {
			t.Skipf("making a network for %s: %v", p.Name, err)
		}
	} else {
		defer runtime.UnlockOSThread()
	}
	o := &decode.Options{Verbose: verbose}
	o.StrLen = 32
	sink := &snapshotSink{t: t, options: o}
	engine := ptrace.New(ptrace.Config{})
	target := trace.Target{Path: binary, Argv: []string{binary}, Follow: p.Follows()}
	if err := engine.Start(target); err != nil {
		t.Skipf("tracing is not possible here: %v", err)
	}
	// A program that hangs must not take the test with it.
	tooLong := time.AfterFunc(patience, func() {
		if pid := int(sink.pid.Load()); pid != 0 {
			t.Errorf("killing pid %d: it has run for %v", pid, patience)
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				t.Error(err)
			}
		}
	})
	defer tooLong.Stop()
	s := session.New(session.Config{Engine: engine, Sink: sink, Decode: o})
	if _, err := s.Run(); err != nil {
		t.Fatal(err)
	}
	if sink.calls == 0 {
		t.Fatalf("%s made no call", binary)
	}
}

// snapshotSink decodes each call a second time from a snapshot.
type snapshotSink struct {
	t       *testing.T
	options *decode.Options
	shadows map[int]*decode.Call
	plans   map[planKey][]decode.Capture
	calls   int
	pid     atomic.Int64 // of the program
}

// patience is how long a program of the corpus may run.
const patience = 30 * time.Second

type planKey struct {
	decl *decode.Syscall
	abi  *abi.ABI
}

func (s *snapshotSink) shadow(t *report.Task) *decode.Call {
	if s.shadows == nil {
		s.shadows = map[int]*decode.Call{}
		s.plans = map[planKey][]decode.Capture{}
	}
	c := s.shadows[t.TID]
	if c == nil {
		c = new(decode.Call)
		c.Setup(s.options)
		s.shadows[t.TID] = c
	}
	return c
}

func (s *snapshotSink) Enter(t *report.Task, ev *trace.Event, decl *decode.Syscall) {
	live, c := &t.Call, s.shadow(t)
	s.calls++
	if t.Origin == trace.Launched {
		s.pid.Store(int64(t.PID))
	}
	t.Open = true
	live.P.Reset()
	live.Enter(decl)
	c.ABI, c.Nr, c.Args, c.SP, c.Interrupted = live.ABI, live.Nr, ev.Args, live.SP, live.Interrupted
	c.Ret, c.Failed, c.Exit = 0, false, false
	into := new(mem.Snapshot)
	c.Mem = into
	s.capture(into, live.Mem, c, decl, false)
	if real := live.Syscall(); real != decl {
		// Via: what says which call it is has been captured; now what that call reads.
		s.capture(into, live.Mem, live, real, false)
	}
	c.P.Reset()
	c.Enter(decl)
	s.compare(live, c, "entry")
}

func (s *snapshotSink) Leave(t *report.Task, ev *trace.Event) {
	if !t.Open {
		return
	}
	t.Open = false
	live, c := &t.Call, s.shadow(t)
	live.Leave(ev.Ret, ev.Failed)
	live.Result()
	c.Ret, c.Failed, c.Exit = ev.Ret, ev.Failed, true
	into := new(mem.Snapshot)
	c.Mem = into
	s.capture(into, live.Mem, c, c.Syscall(), true)
	c.Leave(ev.Ret, ev.Failed)
	c.Result()
	s.compare(live, c, "exit")
}

// capture takes what the plan of decl says for call c.
func (s *snapshotSink) capture(into *mem.Snapshot, from mem.Reader, c *decode.Call, decl *decode.Syscall, exit bool) {
	k := planKey{decl, c.ABI}
	plan, ok := s.plans[k]
	if !ok {
		plan = decl.Plan(c.ABI)
		s.plans[k] = plan
	}
	(&decode.Capturer{Plan: plan, Live: from, Into: into}).Take(c, exit)
}

func (s *snapshotSink) compare(live, c *decode.Call, at string) {
	if !bytes.Equal(live.P.Bytes(), c.P.Bytes()) {
		s.t.Errorf("%s at %s:\n    live %s\nsnapshot %s", c.Syscall().Name, at, live.P.Bytes(), c.P.Bytes())
	}
}

func (s *snapshotSink) Exiting(t *report.Task, ev *trace.Event)     { t.Open = false }
func (s *snapshotSink) Signal(t *report.Task, ev *trace.Event)      {}
func (s *snapshotSink) End(t *report.Task, ev *trace.Event)         {}
func (s *snapshotSink) Personality(t *report.Task, ev *trace.Event) {}
func (s *snapshotSink) Lifecycle(t *report.Task, ev *trace.Event)   {}
func (s *snapshotSink) Forget(t *report.Task)                       { delete(s.shadows, t.TID) }
func (s *snapshotSink) Flush()                                      {}
func (s *snapshotSink) Err() error                                  { return nil }
func (s *snapshotSink) Close() error                                { return nil }
