package session

import (
	"errors"
	"io"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/filter"
	"gostrace/internal/inject"
	"gostrace/internal/procfs"
	"gostrace/internal/report"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
	"gostrace/internal/unwind"
)

// A Counter counts calls (-c). Times are in nanoseconds: system time and elapsed time.
type Counter interface {
	AddTimes(a *abi.ABI, nr uint64, cpu, wall int64, failed bool)
}

// Config is what a Session is made of. A nil set holds everything.
type Config struct {
	Engine  trace.Engine
	Sink    report.Sink // nil: nothing is shown, only counted
	Counter Counter     // nil: nothing is counted
	// CountOnly leaves calls, signals and ends to the Counter alone: the Sink
	// only hears of tasks that come, go, and change their ABI (-c).
	CountOnly bool

	Decode *decode.Options
	Trace  *filter.Calls // calls that count
	// Missed, if not nil, hears of the calls that Trace leaves out.
	Missed *filter.Missed
	// Targets are the descriptors and files of which a call must name one to count; nil: it need not.
	Targets *filter.Targets
	Status  report.Status   // the Counter counts calls that end so
	Signals *filter.Signals // signals that are shown
	Abbrev  *filter.Calls   // calls whose structures are shown in brief
	Verbose *filter.Calls   // calls whose memory is decoded
	// Raw holds the calls whose arguments are shown as numbers; nil: none.
	Raw *filter.Calls

	// Inject says what is done to calls that count; the Engine must be a
	// trace.Tamperer. nil: nothing.
	Inject *inject.Rules
	// PokeFailed tells the user that memory could not be overwritten.
	PokeFailed func(t *trace.Task, call string, err error)

	// Describe returns what a descriptor of a task is; nil without -y.
	Describe func(t *trace.Task, fd int32) []byte
	// DescribeOf returns what a descriptor is in the process of a pidfd of a task; nil without -y.
	DescribeOf func(t *trace.Task, pidfd, fd int32) []byte
	// Process tells of a process id as a task sees it; nil without -Y.
	Process func(t *trace.Task, kind procfs.IDKind, id int32) (comm []byte, outer int32)
	// Namespace returns a namespace of a process as a task sees it; nil without -e namespace.
	Namespace func(t *trace.Task, pid int32, kind string) []byte
	// Mapping returns where a task has mapped a descriptor; nil without -e kvm.
	Mapping func(t *trace.Task, fd int32) uint64
	// Comm returns the name of a task, as it stands behind its id; nil: it isn't shown.
	Comm func(t *trace.Task) []byte
	// Terminal says whether a descriptor of a task is a terminal's; nil: nobody knows.
	Terminal func(t *trace.Task, fd int32) bool
	// Link returns where /proc links a task's descriptor to. It may be nil.
	Link func(t *trace.Task, fd int32) []byte
	// Boot returns when the machine was booted, in nanoseconds since 1970. It may be nil.
	Boot func() int64
	// Netlink returns the protocol of a task's netlink socket, -1 if a
	// descriptor is none. nil: none is.
	Netlink func(t *trace.Task, fd int32) int
	// Interface returns the name of a network interface, or nil. nil: all are unknown.
	Interface func(index uint32) []byte
	// DetachOnExec lets go a task that executes a program (-b execve), but for a
	// launched one's first; the Engine must be a trace.Detacher.
	DetachOnExec bool
	// Limit is the number of shown calls after which Run returns ErrLimit; 0: none.
	Limit uint64
	// GenericFamily returns the name of a family of NETLINK_GENERIC, or nil. nil: all are unknown.
	GenericFamily func(id uint16) []byte
	// Stacks walks the stacks of tasks (-k), for which the Engine must be a
	// trace.RegisterReader; nil: nobody wants to see them.
	Stacks *unwind.Unwinder
	// Message tells the user something that is no part of the trace.
	Message func(kind MessageKind, t *trace.Task)
}

// MessageKind is a message about a task.
type MessageKind uint8

const (
	Attached MessageKind = iota // the task is traced from now on
	Detached                    // it is no longer
)

// A Session traces until no tracee is left.
type Session struct {
	Config
	shown    report.Sink    // the Sink for calls, signals and ends; nil: they aren't shown
	tasks    []*task        // by Task.Slot
	tamperer trace.Tamperer // nil without Inject
	end      Result
	// command is the id of the launched process; 0 if there is none. Another
	// thread of it may come to have it, by execve.
	command int
	full    bool   // Limit was reached
	done    uint64 // calls that counted for Limit
	regs    trace.Registers
}

// Result is how the launched command ended.
type Result struct {
	Known  bool
	Status int // exit status
	Signal int // if not 0, the signal that killed it
}

// task is what the session keeps of one tracee.
type task struct {
	report.Task
	decl      *decode.Syscall
	unknown   decode.Syscall // decl of a number without a name
	wanted    bool           // the call it is in counts
	renames   bool           // the call it is in gives it another name
	cpu       int64          // CPU time when the call began
	mono      int64          // when the call began
	abi       *abi.ABI       // of the call before
	begun     bool           // runs the program that it is traced for, not the tracer's child
	inject    inject.Task
	tampering trace.Tampering // scratch
}

// New returns a Session; its engine must have been started.
func New(c Config) *Session {
	s := &Session{Config: c}
	if !c.CountOnly {
		s.shown = c.Sink
	}
	if c.Inject != nil {
		s.tamperer = c.Engine.(trace.Tamperer)
	}
	return s
}

// ErrLimit says that Config.Limit calls were shown.
var ErrLimit = errors.New("the limit of system calls has been reached")

// Run traces until no tracee is left, until the engine or the output fails, or
// until the limit of calls. The Result is that of the command that the engine
// launched.
func (s *Session) Run() (Result, error) {
	var ev trace.Event
	release := s.release()
	for {
		err := s.Engine.Next(&ev)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return s.end, err
		}
		s.handle(&ev)
		if s.full {
			return s.end, ErrLimit
		}
		if err := release(&ev); err != nil {
			return s.end, err
		}
		if s.Sink != nil && s.Sink.Err() != nil {
			return s.end, s.Sink.Err()
		}
	}
	return s.end, nil
}

// Detached tells the sink that a task is no longer traced: for the engine's Close.
func (s *Session) Detached(ev *trace.Event) {
	t := s.task(ev.Task)
	if s.Message != nil {
		s.Message(Detached, ev.Task)
	}
	if s.Sink != nil {
		s.Sink.Lifecycle(&t.Task, ev)
	}
	s.forget(t)
}

func (s *Session) handle(ev *trace.Event) {
	if ev.Kind == trace.Lost {
		if l, ok := s.Sink.(report.LossSink); ok {
			l.Lost(ev)
		}
		return
	}
	t := s.task(ev.Task)
	switch ev.Kind {
	case trace.SyscallEnter:
		s.enter(t, ev)
	case trace.SyscallExit:
		s.leave(t, ev)
	case trace.Signal, trace.GroupStop:
		if s.shown != nil && (s.Signals == nil || s.Signals.Has(ev.Sig)) {
			s.walk(t, ev)
			s.shown.Signal(&t.Task, ev)
		}
	case trace.Exited, trace.Killed, trace.Superseded:
		if ev.Task.TID == s.command && ev.Kind != trace.Superseded {
			s.end = Result{Known: true, Status: ev.Status}
			if ev.Kind == trace.Killed {
				s.end.Signal = ev.Sig
			}
		}
		switch {
		case s.shown == nil:
		case ev.Kind == trace.Killed && s.Signals != nil && !s.Signals.Has(ev.Sig):
			s.shown.Exiting(&t.Task, ev) // who doesn't want the signal isn't told of what it did
		default:
			s.shown.End(&t.Task, ev)
		}
		s.forget(t)
	case trace.Attached:
		if ev.Task.Origin == trace.Launched {
			s.command = ev.Task.TID
		}
		if ev.Task.Origin == trace.Followed && s.Message != nil {
			s.Message(Attached, ev.Task)
		}
		if s.Sink != nil {
			s.Sink.Lifecycle(&t.Task, ev)
		}
	case trace.Detached:
		s.Detached(ev)
	case trace.Exiting:
		if s.shown != nil {
			s.shown.Exiting(&t.Task, ev)
		}
	case trace.Exec:
		t.begun = true
		s.name(t)
		s.remapped(t)
		if s.Sink != nil {
			s.Sink.Lifecycle(&t.Task, ev)
		}
	}
}

// task returns the state of t, made at its first event.
func (s *Session) task(t *trace.Task) *task {
	for t.Slot >= len(s.tasks) {
		s.tasks = append(s.tasks, nil)
	}
	k := s.tasks[t.Slot]
	if k == nil {
		k = new(task)
		k.Call.Setup(s.Decode)
		s.tasks[t.Slot] = k
	}
	if k.Task.Task != t {
		k.Task.Task = t
		k.abi, k.wanted, k.Open, k.Interrupted = &abi.X86_64, false, false, ""
		k.begun, k.inject = t.Origin != trace.Launched, inject.Task{}
		k.Stack.Reset()
		if s.Netlink != nil {
			k.Call.Netlink = func(fd int32) int { return s.Netlink(t, fd) }
		}
		k.Call.Interface, k.Call.GenericFamily, k.Call.Boot = s.Interface, s.GenericFamily, s.Boot
		if s.Link != nil {
			k.Call.Link = func(fd int32) []byte { return s.Link(t, fd) }
		}
		if s.Describe != nil {
			k.Call.Describe = func(fd int32) []byte { return s.Describe(t, fd) }
		}
		if s.DescribeOf != nil {
			k.Call.DescribeOf = func(pidfd, fd int32) []byte { return s.DescribeOf(t, pidfd, fd) }
		}
		if s.Process != nil {
			k.Call.Process = func(kind procfs.IDKind, id int32) ([]byte, int32) { return s.Process(t, kind, id) }
		}
		if s.Namespace != nil {
			k.Call.Namespace = func(pid int32, kind string) []byte { return s.Namespace(t, pid, kind) }
		}
		if s.Mapping != nil {
			k.Call.Mapping = func(fd int32) uint64 { return s.Mapping(t, fd) }
		}
		s.name(k)
		if s.Terminal != nil {
			k.Call.Terminal = func(fd int32) bool { return s.Terminal(t, fd) }
		}
	}
	return k
}

// forget ends what is kept of t; the space is reused by the next task in its slot.
func (s *Session) forget(t *task) {
	if s.Sink != nil {
		s.Sink.Forget(&t.Task)
	}
	if s.Stacks != nil && t.TID == t.PID {
		s.Stacks.Forget(t.PID)
	}
	t.Task.Task = nil
}

func (s *Session) enter(t *task, ev *trace.Event) {
	a := ev.Task.ABI
	if a != t.abi {
		t.abi = a
		if s.Sink != nil {
			s.Sink.Personality(&t.Task, ev)
		}
	}
	t.Nr = ev.Nr
	t.wanted = s.counts(t, ev)
	if t.renames = s.Comm != nil && renames(ev); !t.wanted {
		ev.Skip = !s.remaps(t, a) && !t.renames
		return
	}
	t.cpu, t.mono = ev.CPU, ev.Mono
	if s.tamperer != nil {
		s.tamper(t, ev)
	}
	if s.shown == nil {
		return
	}
	s.load(t, ev)
	c := &t.Call
	c.Abbrev = !s.Decode.Verbose && s.Abbrev.Has(a, ev.Nr)
	c.Addresses = !s.Verbose.Has(a, ev.Nr)
	c.Interrupted = t.Interrupted
	if k := ev.Task; t.Interrupted == "" && k.Origin == trace.Requested && k.Resuming >= 0 {
		c.Interrupted = k.ABI.Syscall(uint64(k.Resuming))
	}
	t.Raw = s.Raw != nil && s.Raw.Has(a, ev.Nr)
	if t.begun {
		s.walk(t, ev)
		t.Stack.Early = true
	}
	s.shown.Enter(&t.Task, ev, t.decl)
}

// counts says whether the call that t begins counts: by its number, and by
// what it names.
func (s *Session) counts(t *task, ev *trace.Event) bool {
	in := s.Trace.Has(ev.Task.ABI, ev.Nr)
	if s.Missed != nil {
		s.Missed.Add(ev.Task.ABI, ev.Nr, in)
	}
	if !in {
		return false
	}
	if s.Targets == nil {
		return true
	}
	s.load(t, ev)
	return s.Targets.Named(&t.Call, t.decl, ev.Task.TID)
}

// load gives the decoder the call that t begins.
func (s *Session) load(t *task, ev *trace.Event) {
	t.decl = s.declaration(t, ev.Task.ABI, ev.Nr)
	c := &t.Call
	c.ABI, c.Nr, c.Args, c.SP = ev.Task.ABI, ev.Nr, ev.Args, ev.SP
	c.Mem = s.Engine.Memory(ev.Task)
}

func (s *Session) leave(t *task, ev *trace.Event) {
	if name := ev.Task.ABI.Syscall(t.Nr); name != "restart_syscall" {
		t.Interrupted = name
	}
	if s.remaps(t, t.abi) {
		s.remapped(t)
	}
	if t.renames && !ev.Failed {
		defer s.name(t)
	}
	if !t.wanted {
		return
	}
	t.wanted = false
	if ev.PokeErr != nil {
		s.pokeFailed(t, t.Nr, ev.PokeErr)
	}
	passes := s.Status&report.Returned(ev) != 0
	if s.Limit > 0 && passes {
		s.done++
		s.full = s.done == s.Limit
	}
	if s.Counter != nil && passes {
		s.Counter.AddTimes(t.abi, t.Nr, ev.CPU-t.cpu, ev.Mono-t.mono, ev.Failed)
	}
	if s.shown != nil {
		t.Call.Mem = s.Engine.Memory(ev.Task)
		if t.begun && t.Stack.Empty() {
			s.walk(t, ev)
		}
		s.shown.Leave(&t.Task, ev)
	}
}

// declaration returns how to show number nr.
func (s *Session) declaration(t *task, a *abi.ABI, nr uint64) *decode.Syscall {
	if d := syscalls.Of(a).Call(nr); d != nil {
		return d
	}
	return syscalls.Numbered(&t.unknown, a, nr)
}
