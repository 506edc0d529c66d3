package report

import (
	"gostrace/internal/decode"
	"gostrace/internal/filter"
	"gostrace/internal/trace"
	"gostrace/internal/unwind"
)

// A Sink receives what happens to the tracees, in order.
type Sink interface {
	// Enter shows the beginning of a call; decl says how.
	Enter(t *Task, ev *trace.Event, decl *decode.Syscall)
	// Leave shows the end of the call that Enter began.
	Leave(t *Task, ev *trace.Event)
	// Signal shows a signal, or a group-stop.
	Signal(t *Task, ev *trace.Event)
	// Exiting ends an open call, which will not return.
	Exiting(t *Task, ev *trace.Event)
	// End shows how a task ended; an open call of its is ended first.
	End(t *Task, ev *trace.Event)
	// Personality shows that the task's ABI changed: "[ Process PID=1 runs in 32 bit mode. ]".
	Personality(t *Task, ev *trace.Event)
	// Lifecycle shows that a task is traced, is no longer, or executed a program.
	Lifecycle(t *Task, ev *trace.Event)
	// Forget ends the lines of a task that is no longer traced; it may be called after End.
	Forget(t *Task)
	// Flush writes out what is buffered: to be called every 10 ms or so, and
	// before anything else is shown to the user.
	Flush()
	// Err returns the first error of the output.
	Err() error
	// Close flushes and closes the output.
	Close() error
}

// A LossSink is a Sink that shows where events are missing.
type LossSink interface {
	// Lost shows that events were lost (trace.Lost).
	Lost(ev *trace.Event)
}

// A Task is what the sinks keep of one tracee.
type Task struct {
	*trace.Task
	Call decode.Call
	// Nr is the number of the call that the task is or was last in, shown or not.
	Nr uint64
	// Open says that a call was begun by Enter and not ended.
	Open bool
	// Raw says that the call's arguments are numbers (-e raw).
	Raw bool
	// Comm is the name of the task as it stands behind its id (-Y); empty: it isn't shown.
	Comm []byte
	// Interrupted is the name of the call that restart_syscall resumes.
	Interrupted string

	// Stack is what is to be shown behind the call or signal (-k). Whoever
	// shows it, or what it belongs to is not shown, empties it.
	Stack unwind.Stack

	out   *stream
	since int64  // when the open call began, Mono
	held  []byte // the open call's line, while its fate is open (-z)
}

// Status is a set of the ways in which a call may end (-e status=).
type Status uint8

const (
	Successful  Status = 1 << iota // returned a result
	Failed                         // returned an error
	Unfinished                     // did not return: the task ended in it
	Unavailable                    // returned, but what is not known
	Detached                       // was under way when its task was detached
	// AnyStatus is all of them.
	AnyStatus = Successful | Failed | Unfinished | Unavailable | Detached
)

// Returned says how the call of a SyscallExit ended.
func Returned(ev *trace.Event) Status {
	if ev.Failed {
		return Failed
	}
	return Successful
}

// Options are what the sinks need of the command line.
type Options struct {
	Decode  *decode.Options
	Column  int // where results are aligned (-a)
	Status  Status
	PIDs    PIDPrefix
	Time    TimeStyle
	TimeRes Precision
	// Relative times (-r), with RelativeRes digits.
	Relative    bool
	RelativeRes Precision
	// Durations of calls (-T).
	Durations   bool
	DurationRes Precision
	// Descriptors of which all that is read, or written, is shown (-e read, -e write).
	Reads, Writes *filter.FDs

	IP        bool // -i
	Nr        bool // -n
	QuietExit bool // no +++ exited +++; +++ killed +++ is shown all the same
	QuietExec bool // no +++ superseded +++
	QuietMode bool // no [ Process PID=1 runs in 32 bit mode. ]
	// Separate opens the output of one process (-ff); nil: all share one.
	Separate func(pid int) (*Output, error)
}

// PIDPrefix says when a line begins with the task's id.
type PIDPrefix uint8

const (
	PIDWhenMany PIDPrefix = iota // [pid  7], while there are several tasks
	PIDAlways                    // 7, in a file
	PIDNever
	PIDMany // [pid  7], even while there is one
)

// TimeStyle is how -t shows the time of an event.
type TimeStyle uint8

const (
	NoTime TimeStyle = iota // none
	Clock                   // 15:04:05
	Unix                    // 1795425388
)

// Precision is a number of digits behind the decimal point: 0, 3, 6 or 9.
type Precision uint8
