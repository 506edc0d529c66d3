package ptrace

import (
	"errors"
	"fmt"
	"io"
	"syscall"
	"time"

	"gostrace/internal/mem"
	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// ErrNothing is what Start returns when none of the processes could be
// attached to and Config.OnAttach has heard why.
var ErrNothing = trace.ErrNothing

// ErrOldKernel is Next's error at the first system call under a kernel that
// cannot describe it.
var ErrOldKernel = errors.New("this kernel lacks PTRACE_GET_SYSCALL_INFO: Linux 5.3 or newer is needed")

// An Engine traces with ptrace(2). It implements trace.Engine.
type Engine struct {
	config Config
	target trace.Target
	was    inherit.State

	table
	queue   []stop // stops that wait4 has reported and nobody has seen; from head on
	head    int
	halted  int     // tasks with stopped set
	fresh   []*task // made by Start; their Attached events are due
	command launched
	execing *task // its Superseded event is out, its Exec event comes next
	busiest int   // thread that reported last, and
	streak  int   // how many times in a row
	poll    poller
	crowd   crowd
	tick    ticker
	caught  bool  // the Interrupted error is out
	err     error // what went wrong while dealing with a stop

	delays    []delayed // tasks that are resumed later
	noSetInfo bool      // this kernel lacks PTRACE_SET_SYSCALL_INFO

	waits waitArea
	info  syscallInfo
	regs  registers
	epoch time.Time // where Mono counts from
}

var _ trace.Engine = (*Engine)(nil)

// New returns an engine that traces nothing yet.
func New(c Config) *Engine {
	return &Engine{config: c, was: inherit.Get(), epoch: time.Now()}
}

// Start launches and attaches to what t names. When some of t.PIDs could not be
// attached to and Config.OnAttach is set, that is all that happens, unless none
// could and there is no command: then the error is ErrNothing. Without
// OnAttach, the first that could not be attached to is the error, an
// *AttachError, and nothing is traced.
func (e *Engine) Start(t trace.Target) error {
	e.target = t
	if err := defaultSIGCHLD(); err != nil {
		return err
	}
	if e.config.Pin {
		if err := pin(); err != nil {
			return err
		}
	}
	e.poll.start()
	if err := e.catch(); err != nil {
		return err
	}
	for _, pid := range t.PIDs {
		n, err := e.attach(pid)
		if e.config.OnAttach != nil {
			e.config.OnAttach(pid, n, err)
		} else if err != nil {
			return errors.Join(err, e.Close())
		}
	}
	if h := e.config.Handover; h != nil {
		if err := e.takeOver(h); err != nil {
			return errors.Join(err, e.Close())
		}
	} else if t.Path != "" {
		if err := e.launch(&t); err != nil {
			return errors.Join(err, e.Close())
		}
	}
	if e.live == 0 {
		return ErrNothing
	}
	return nil
}

// Memory implements trace.Engine. The reader is valid as long as t.
func (e *Engine) Memory(t *trace.Task) mem.Reader { return &e.slots[t.Slot].mem }

// Next implements trace.Engine. An *Interrupted error says that a signal asks
// for the end of tracing; Close then lets all tasks go.
func (e *Engine) Next(ev *trace.Event) error {
	if k := e.execing; k != nil {
		e.execing = nil
		e.stamp(ev, 0)
		ev.Kind, ev.Task = trace.Exec, &k.Task
		return nil
	}
	if len(e.fresh) > 0 {
		k := e.fresh[0]
		e.fresh = e.fresh[1:]
		e.stamp(ev, 0)
		ev.Kind, ev.Task, ev.By = trace.Attached, &k.Task, 0
		return nil
	}
	for e.err == nil {
		if sig := caughtSignal.Load(); sig != 0 && !e.caught {
			e.caught = true
			return &Interrupted{Sig: int(sig)}
		}
		if e.head == len(e.queue) {
			if e.live == e.quiet {
				e.tick.remove()
				return io.EOF
			}
			if err := e.wait(); err != nil {
				return err
			}
			continue
		}
		s := e.queue[e.head]
		e.head++
		e.stamp(ev, s.cpu)
		if e.dispatch(s, ev) {
			return nil
		}
	}
	return e.err
}

// stamp fills in the times of an event.
func (e *Engine) stamp(ev *trace.Event, cpu int64) {
	ev.Wall, ev.Mono, ev.CPU = 0, 0, cpu
	if e.target.Times {
		now := time.Now()
		ev.Wall, ev.Mono = now.UnixNano(), int64(now.Sub(e.epoch))
	}
}

// Resume implements trace.Engine. That the task has died since is no error:
// its end is an event of its own.
func (e *Engine) Resume(ev *trace.Event) error {
	k := e.slots[ev.Task.Slot]
	switch ev.Kind {
	case trace.SyscallEnter:
		k.skip = ev.Skip
		if k.skip && k.status.event() == eventSeccomp {
			k.skip, k.InSyscall = false, false // it need not stop at its exit
		}
		if t := k.tamper.Tampering; t != nil {
			if t.DelayEnter.On {
				e.delay(k, t.DelayEnter.NS, e.onward(k), t.Signal)
				return nil
			}
			return e.restart(k, e.onward(k), t.Signal)
		}
		return e.restart(k, e.onward(k), 0)
	case trace.SyscallExit:
		if k.phase == failed {
			return e.restart(k, reqCont, 0)
		}
		if t := k.tamper.Tampering; t != nil {
			k.tamper = tampering{}
			if t.DelayExit.On {
				e.delay(k, t.DelayExit.NS, e.onward(k), 0)
				return nil
			}
		}
		return e.restart(k, e.onward(k), 0)
	case trace.Signal:
		return e.restart(k, e.onward(k), k.status.delivery())
	case trace.GroupStop:
		return e.restart(k, reqListen, 0)
	case trace.Exited, trace.Killed, trace.Superseded, trace.Detached:
		e.unhalt(k)
		e.remove(k)
		return nil
	case trace.Attached:
		if p := k.parent; p != nil {
			k.parent = nil
			return e.restart(p, e.onward(p), 0)
		}
		return nil // running, or its stop is in the queue
	}
	return e.restart(k, e.onward(k), 0)
}

// restart lets a stopped task go on.
func (e *Engine) restart(k *task, req, sig int) error {
	k.mem.Reset()
	e.unhalt(k)
	errno := ptrace(req, k.TID, 0, uintptr(sig))
	if req == reqListen && errno == syscall.EIO {
		return nil // killed, and in its last stop
	}
	if errno != 0 && errno != syscall.ESRCH {
		return fmt.Errorf("resuming thread %d: %w", k.TID, errno)
	}
	return nil
}
