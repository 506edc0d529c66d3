package ebpf

import "gostrace/internal/trace"

// Config says what an Engine traces beyond what a trace.Target says. Its
// functions are called on the engine's thread.
type Config struct {
	// Calls returns those to trace; of others the engine does not speak.
	Calls  func() []Call
	StrLen int // -s: most bytes of a string that are shown

	// Both says that what a call reads is looked at when it has ended, too (dumps do).
	Both bool

	// Group says which processes are traced beside those of the Target.
	Group Group

	// Counted, if set, has calls counted in the kernel: there are no events of
	// them. It hears what was counted when the trace ends.
	Counted func([]Count, error)
	// CPUTime measures calls by the system time that they use, too: Event.CPU,
	// and what is counted.
	CPUTime bool

	// RingSize is the size of the ring in bytes, a power of two; 0: by the number of processors.
	RingSize int
	// Lossless holds tasks back when the ring is half full.
	Lossless bool

	// Spawn starts the process that is to become the command of a Target and
	// waits until it is let go.
	Spawn func(*trace.Target) (Process, error)
	// Caught returns the signal that asks for the end of the trace; 0 if none does. nil: none ever does.
	Caught func() int
	// Tick, if set, is called every few milliseconds.
	Tick func()
	// OnAttach, if set, hears for each of Target.PIDs, in order, how many
	// threads it has, or why it can't be traced.
	OnAttach func(pid, threads int, err error)
	// OnChild, if set, hears of the end of a child of this thread that is no
	// task, where the engine waits for all (Lossless). status is as wait4 gives it.
	OnChild func(pid int, status uint32)
	// OnDetach, if set, hears of each task that Close lets go, with Kind Detached.
	OnDetach func(*trace.Event)
}

// A Process waits to become a command.
type Process interface {
	ID() int
	Go() error // lets it
	Cancel()   // ends it
}

// A Group is processes that are traced for what they are. The zero Group has none.
type Group struct {
	All    bool   // all, but this process
	Comm   string // those whose thread's name this is, at most 15 bytes
	Cgroup string // those in this cgroup, a directory of the unified hierarchy, or below
}

func (g *Group) given() bool { return g.All || g.Comm != "" || g.Cgroup != "" }
