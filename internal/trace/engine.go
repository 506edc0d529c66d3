package trace

import (
	"errors"
	"strconv"

	"gostrace/internal/mem"
)

// An Engine observes tasks: by ptrace, by eBPF, or by reading a capture file.
// Its methods are called from one goroutine, locked to its thread.
type Engine interface {
	// Start launches or attaches to t. After an error nothing is traced and
	// nothing was left changed or running.
	Start(t Target) error
	// Next fills e with the next event; io.EOF when no task is left. The task
	// stays stopped (where the engine stops tasks) until Resume.
	Next(e *Event) error
	// Resume lets the event's task go on.
	Resume(e *Event) error
	// Memory returns the memory of t as it was at its last event.
	Memory(t *Task) mem.Reader
	// Close detaches from every task and leaves them running as they were.
	Close() error
}

// A Detacher is an Engine that can let go one task of several.
type Detacher interface {
	// Detach lets go the task of an event that has not been resumed, which then
	// must not be resumed.
	Detach(e *Event) error
}

// A Target is what to trace: a command, running processes, or both.
type Target struct {
	Path string   // executable to run; "" if none
	Argv []string // its arguments, Argv[0] included
	Env  []string // its environment
	User *User    // identity to run it with; nil: unchanged
	PIDs []int    // processes to attach to
	// Follow says to trace children and, of PIDs, all threads.
	Follow bool
	Options
}

// Options say what must be in the events.
type Options struct {
	Times   bool // stamp events with Wall and Mono
	CPUTime bool // fill in CPU
	IP      bool // fill in IP at signals and stops, too
}

// User is an identity for the command.
type User struct {
	UID, GID int
	Groups   []int // supplementary groups
}

// A RegisterReader is an Engine that knows the registers of a task at its last event.
type RegisterReader interface {
	// Registers fills in r; it returns false if they cannot be known.
	Registers(t *Task, r *Registers) bool
}

// Registers are those of a task on x86.
type Registers struct {
	IP uint64
	// General are AX, DX, CX, BX, SI, DI, BP, SP and R8 to R15: as DWARF numbers them (System V psABI for AMD64, 3.36).
	General [16]uint64
	// Narrow says that the processor is in 32-bit mode: a word of the stack has four bytes.
	Narrow bool
}

// An Interrupted error of Engine.Next says that the signal Sig asks for the end
// of tracing. The caller should Close the engine and, by custom, die of the signal.
type Interrupted struct{ Sig int }

func (i *Interrupted) Error() string { return "interrupted by signal " + strconv.Itoa(i.Sig) }

// ErrNothing is what Start returns when none of the processes could be traced
// and somebody has heard why.
var ErrNothing = errors.New("nothing to trace")
