package options

import (
	"gostrace/internal/filter"
	"gostrace/internal/procfs"
	"gostrace/internal/report"
	"gostrace/internal/show"
	"gostrace/internal/summary"
)

// Options is what the user asked for, defaults filled in.
type Options struct {
	Help    bool // -h: show Help() and exit with status 0; nothing else counts
	Version bool // -V: show Version() and exit with status 0; nothing else counts

	// Warnings are lines for stderr, without the program's name: things that
	// were asked for and have no effect.
	Warnings []string

	Command []string  // PROG [ARGS]; empty if there is only Attach
	Argv0   *string   // --argv0: argv[0] of the command; nil: Command[0]
	Attach  []int     // -p, in order
	Env     []EnvEdit // -E, in order
	User    *User     // -u; nil: unchanged

	Debug   bool    // -d
	Seccomp Seccomp // --seccomp-bpf

	Engine Engine // --engine and what goes with it

	Follow        bool // -f, -ff
	Interruptible Interruptible
	PinCPU        bool // --pin-cpu
	KillOnExit    bool // --kill-on-exit
	DetachOnExec  bool // -b execve
	// Limit is how many calls are shown before all is let go; 0: no limit.
	Limit uint64 // --syscall-limit
	// Daemonize is how far the tracer leaves the command's neighbourhood (-D).
	Daemonize Daemonize

	// Expressions of -e, in order, for filter.CompileCalls. -v appends "none" to Abbrev.
	Trace, Abbrev, Verbose, Raw []string
	OnlyFDs                     *filter.FDs     // -e trace-fds=; nil: not given
	Paths                       []string        // -P, in order
	Reads, Writes               *filter.FDs     // -e read=, -e write=; nil: none
	Signals                     *filter.Signals // -e signal=; nil: all
	Inject                      []Injection     // -e inject=, -e fault=, in order
	Status                      report.Status   // -e status=, -z, -Z

	Output Output
	JSON   bool // --json
	// AlwaysPID says that each line begins with the process id (--always-show-pid).
	AlwaysPID  bool
	Columns    int // -a, where results are aligned
	Show       show.Options
	PIDs       procfs.PIDKinds // -Y, --pidns-translation, --decode-pids
	Namespaces bool            // -e namespace=new
	VCPU       bool            // -e kvm=vcpu
	FDs        procfs.Kinds    // -y, -yy, --decode-fds
	// NoHints says that advice is not wanted: -q in any form, or JSON.
	NoHints  bool
	Quiet    Quiet // -q, -qq, -qqq, --quiet
	IP       bool  // -i
	Nr       bool  // -n
	Absolute Timestamp
	Relative Time // -r
	Duration Time // -T
	Color    When // --color
	// Colors are those of the trace, if it is to have any; nil: with Color, too, it has none.
	Colors *show.Palette
	// Stacks says whether and how stacks are shown (-k).
	Stacks     Stacks
	StackLimit int // --stack-trace-frame-limit; 0: the default

	Summary Summary
	Tips    Tips // --tips
}

// An Injection is the value of -e inject, or of -e fault.
type Injection struct {
	Text  string
	Fault bool
}

// An Output says where the trace goes.
type Output struct {
	File   string // -o FILE; "" if none
	Pipe   string // the command of -o '|command'
	Piped  bool   // Pipe counts, even if empty
	Given  bool   // -o was given: File or Pipe counts, even if empty
	Append bool   // -A
	// Separate says that each process has its own File.PID (-ff, --output-separately).
	Separate bool
}

// Timestamp is what -t, -tt and -ttt put before a line.
type Timestamp struct {
	Style     report.TimeStyle
	Precision report.Precision // digits behind the decimal point
}

// Time is whether and how exactly a span of time is shown.
type Time struct {
	On        bool
	Precision report.Precision // digits behind the decimal point
}

// Summary is what -c, -C, -w, -S and -U ask for.
type Summary struct {
	Only  bool // -c: the summary instead of the trace
	After bool // -C: the summary behind the trace
	summary.Config
}

// Interruptible says which signals interrupt the tracer, and when (-I).
type Interruptible uint8

// The values of -I; 0 means that it was not given.
const (
	Anywhere  Interruptible = iota + 1 // no signal is blocked
	Waiting                            // fatal signals are blocked while a call is decoded
	Never                              // fatal signals are always blocked
	NeverTSTP                          // and so is SIGTSTP
)

// Seccomp says when the kernel is to stop the command only for calls that count.
type Seccomp uint8

// The values of --seccomp-bpf.
const (
	SeccompAuto   Seccomp = iota // where nothing else changes by it
	SeccompAlways                // where possible
	SeccompNever
)

// When says when the trace is coloured.
type When uint8

// The values of --color.
const (
	ColorAuto   When = iota // on a terminal
	ColorAlways             // even in a file
	ColorNever
)

// Stacks is what -k asks for.
type Stacks uint8

// The values of --stack-trace; 0 is no stacks.
const (
	StackSymbol Stacks = iota + 1 // functions
	StackSource                   // and where they are in the source (-kk)
)

// Daemonize says where the tracer runs: not as the command's parent, but as
// the child of init or whoever else adopts orphans.
type Daemonize uint8

// The values of --daemonize.
const (
	Grandchild   Daemonize = iota + 1 // -D
	ProcessGroup                      // -DD: in a process group of its own
	NewSession                        // -DDD: in a session of its own
)

// Quiet is a set of messages that are not shown.
type Quiet uint32

// The members of --quiet.
const (
	QuietAttach         Quiet = 1 << iota // Process 7 attached
	QuietExit                             // +++ exited with 0 +++
	QuietPathResolution                   // Requested path ... resolved into ...
	QuietPersonality                      // [ Process PID=7 runs in 32 bit mode. ]
	QuietThreadExecve                     // +++ superseded by execve in pid 7 +++
	QuietAll            = QuietAttach | QuietExit | QuietPathResolution | QuietPersonality | QuietThreadExecve
)

// defaults are the Options of a bare strace PROG.
func defaults() *Options {
	o := &Options{
		Status:  report.AnyStatus,
		Columns: 40,
	}
	o.Show.StrLen = 32
	return o
}
