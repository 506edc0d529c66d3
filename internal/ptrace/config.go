package ptrace

import (
	"gostrace/internal/abi"
	"gostrace/internal/filter"
	"gostrace/internal/trace"
)

// When the fatal signals (SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM) end the
// tracing; the values are those of strace -I.
const (
	Anywhere  = 1 // at any time
	Waiting   = 2 // between two events
	Never     = 3 // not at all: they are ignored
	NeverTstp = 4 // likewise, and so is SIGTSTP
)

// Config says how an Engine is to behave beyond what a trace.Target says. Its
// functions are called on the engine's thread.
type Config struct {
	// Interruptible is one of Anywhere, Waiting (the same here: an event is
	// never cut short), Never and NeverTstp. 0 leaves every signal alone.
	Interruptible int
	// KillOnExit has the kernel kill all tasks when the tracer ends.
	KillOnExit bool
	// Handover, if set, is the process that becomes the command, instead of
	// one that Start launches.
	Handover *Handover
	// Pin moves this thread and a launched command to one CPU, where a stop is cheapest.
	Pin bool

	// Seccomp, if set, has the kernel stop the launched command and its
	// descendants for calls that count only. KillOnExit comes with it: without
	// a tracer those calls would fail.
	Seccomp *Seccomp

	// Tick, if set, is called about every 10 ms while events come, and before
	// the engine begins to wait for longer.
	Tick func()
	// OnAttach, if set, hears for each of Target.PIDs, in order, how many of
	// its threads were attached to, or why none was.
	OnAttach func(pid, threads int, err error)
	// OnDetach, if set, hears of each task that Close lets go, with Kind Detached.
	OnDetach func(*trace.Event)
	// OnChild, if set, hears of the end of a child of this thread that is no
	// task: the engine waits for all of them. status is as wait4 gives it.
	OnChild func(pid int, status uint32)
}

// Seccomp is a filter for seccomp(2).
type Seccomp struct {
	Program []filter.Insn // of filter.Seccomp
	// Native, if set, is the ABI whose calls may pass unseen. A task that has
	// made a call of another is stopped at every call until it changes back.
	Native *abi.ABI
	// NoNewPrivs sets no_new_privs, without which only root may set a filter.
	NoNewPrivs bool
	// Refused, if set, hears why the kernel did not take the filter. The
	// command is stopped at every call then.
	Refused func(error)
}
