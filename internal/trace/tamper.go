package trace

// A Tamperer is an Engine that can change what its tasks do. Whoever wants
// that asks for it before the first event, not at every call.
type Tamperer interface {
	// Tamper changes the call of a SyscallEnter event, before Resume; t must
	// stay as it is until the call's SyscallExit, whose Tampered tells what was
	// done. An error says that one of t.PokeEnter could not be written; all
	// else is done nevertheless. That the task has died is no error.
	Tamper(ev *Event, t *Tampering) error
}

// A Tampering is what is done to one system call of one task.
type Tampering struct {
	// Replace has the kernel make call Nr, which must not do anything, instead
	// (-1: none at all), and gives the program Ret for its result.
	Replace bool
	Nr      int64
	Ret     int64 // negated errno if Failed
	Failed  bool

	Signal int // sent to the task when the call begins; 0: none

	// Delays before the call begins and before the program gets its result.
	DelayEnter, DelayExit Delay
	// Memory that is overwritten before the call begins and when it has returned.
	PokeEnter, PokeExit []Poke
}

// A Delay is a time in nanoseconds, if it is On.
type Delay struct {
	On bool
	NS int64
}

// A Poke overwrites what an argument points to.
type Poke struct {
	Arg  int // 0 is the first
	Data []byte
}

// Tampered is what was done to a call.
type Tampered uint8

const (
	ArgsTampered   Tampered = 1 << iota // memory was overwritten
	ResultTampered                      // the call was replaced, or only its result
	Delayed
)
