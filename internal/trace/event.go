package trace

import "gostrace/internal/abi"

// Kind says what happened to a task.
type Kind uint8

const (
	// SyscallEnter: the task is about to run a system call (ABI, Nr, Args).
	SyscallEnter Kind = iota + 1
	// SyscallExit: the call returned (Ret, Failed).
	SyscallExit
	// Signal: a signal is about to be delivered (Sig, Info).
	Signal
	// GroupStop: the task's group was stopped by Sig ("--- stopped by SIGSTOP ---").
	GroupStop
	// Exited: the task is gone; Status is its exit status.
	Exited
	// Killed: the task is gone, by signal Sig; Core says whether it dumped core.
	Killed
	// Attached: a task is traced from now on ("Process 7 attached").
	Attached
	// Detached: a task is no longer traced ("Process 7 detached").
	Detached
	// Exec: execve succeeded; the call's SyscallExit follows. Everything known of the old image is void.
	Exec
	// Superseded: the task ended because another thread of its group, By, executed a program;
	// its thread id belongs to that thread from now on.
	Superseded
	// Exiting: the task is about to end; a call that it is in will not return
	// ("exit_group(0) = ?"). Exited or Killed follows, maybe much later.
	Exiting
	// Lost: Lost records of any tasks, as many as calls or fewer, are missing
	// here; Task is nil. By is the processor on which they were lost.
	Lost
)

// An Event is one thing that happened to one task. The caller of Engine.Next
// owns it and reuses it; fields that the Kind does not name are stale.
type Event struct {
	Kind Kind
	Task *Task

	Wall int64 // CLOCK_REALTIME, nanoseconds; 0 unless Options.Times
	Mono int64 // CLOCK_MONOTONIC, nanoseconds; 0 unless Options.Times
	CPU  int64 // system time the task has used so far, nanoseconds; 0 unless Options.CPUTime

	Nr   uint64    // system call number, as the ABI numbers it
	Args [6]uint64 // registers; the upper half is 0 on a 32-bit ABI
	IP   uint64    // instruction pointer
	SP   uint64    // stack pointer

	Ret    int64 // the result; negated errno if Failed
	Failed bool

	// Of a SyscallExit: what was done to the call by Tamperer.Tamper, and why
	// one of its PokeExit could not be written.
	Tampered Tampered
	PokeErr  error

	Sig    int       // signal number
	Info   [128]byte // siginfo_t of the tracer's own ABI (64-bit)
	NoInfo bool      // the siginfo could not be read
	Status int       // exit status, 0 to 255
	Core   bool
	By     int    // thread id
	Lost   uint64 // records

	// Skip is set by the receiver of a SyscallEnter before Resume: nobody wants
	// this call, so the engine may save itself the work of describing its exit,
	// and need not report it.
	Skip bool
}

// A Task is one traced thread. The engine makes it and keeps it unchanged in
// place from Attached to its last event.
type Task struct {
	TID  int      // thread id in the tracer's pid namespace
	PID  int      // thread group id
	Slot int      // small dense index, reused after the task's last event: for arrays beside the task table
	ABI  *abi.ABI // of the current or last system call; never nil
	// Origin says how the task came to be traced.
	Origin Origin
	// Resuming is the number of the call that the task was in when it was
	// attached to (Requested), for the restart_syscall that may come next; -1 if none.
	// Valid from the task's first event after Attached.
	Resuming int
	// InSyscall says that the task is between SyscallEnter and SyscallExit.
	InSyscall bool
}

// Origin says how a task came to be traced.
type Origin uint8

const (
	Launched  Origin = iota + 1 // started by the engine: Target.Path
	Requested                   // one of Target.PIDs, or a thread of one
	Followed                    // made by a traced task
)
