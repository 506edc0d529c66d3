package ptrace

import (
	"fmt"
	"syscall"

	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/trace"
)

// What an engine that does not trace by ptrace shares with this one: commands
// that are started with what this process inherited, and the signals that end a trace.

// A Spawned is a new process that waits to become a command.
type Spawned struct {
	pid  int
	gate int
}

// ID returns its process id.
func (s *Spawned) ID() int { return s.pid }

// Spawn starts a process for the command of t. It waits until it is let go.
func Spawn(t *trace.Target) (*Spawned, error) {
	c, err := newChild(t, inherit.Get(), nil)
	if err != nil {
		return nil, err
	}
	var gate [2]int
	if err := syscall.Pipe2(gate[:], syscall.O_CLOEXEC); err != nil {
		return nil, fmt.Errorf("making a pipe to %s: %w", t.Path, err)
	}
	defer syscall.Close(gate[0])
	c.gate = gate
	syscall.ForkLock.Lock()
	pid, errno := c.fork()
	syscall.ForkLock.Unlock()
	if errno != 0 {
		syscall.Close(gate[1])
		return nil, fmt.Errorf("making a process for %s: %w", t.Path, errno)
	}
	return &Spawned{pid: pid, gate: gate[1]}, nil
}

// Go lets the process become the command.
func (s *Spawned) Go() error {
	_, err := syscall.Write(s.gate, []byte{0})
	syscall.Close(s.gate)
	if err != nil {
		return fmt.Errorf("starting process %d: %w", s.pid, err)
	}
	return nil
}

// Cancel ends the process.
func (s *Spawned) Cancel() {
	syscall.Close(s.gate)
	for {
		if _, err := syscall.Wait4(s.pid, nil, 0, nil); err != syscall.EINTR {
			return
		}
	}
}

// Catch sets the actions that Config.Interruptible asks for: a signal that ends
// the trace is what Caught returns from then on.
func Catch(interruptible int) error {
	if err := defaultSIGCHLD(); err != nil {
		return err
	}
	return (&Engine{config: Config{Interruptible: interruptible}, was: inherit.Get()}).catch()
}

// Caught returns the signal that asks for the end of the trace; 0 if none does.
func Caught() int { return int(caughtSignal.Load()) }
