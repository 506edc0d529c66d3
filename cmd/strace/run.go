package main

import (
	"errors"
	"os"

	"gostrace/internal/decode"
	"gostrace/internal/options"
	"gostrace/internal/procfs"
	"gostrace/internal/ptrace"
	"gostrace/internal/report"
	"gostrace/internal/session"
	"gostrace/internal/summary"
	"gostrace/internal/trace"
)

// run traces what o asks for and returns the exit status.
func run(o *options.Options) int {
	filters, err := compile(o)
	if err != nil {
		fail(err)
	}
	target, err := newTarget(o)
	if err != nil {
		fail(err)
	}
	out, err := openOutput(o)
	if err != nil {
		fail(err)
	}

	o.Quiet = quiet(o)
	r := &runner{options: o, out: out}
	dec := &decode.Options{Options: o.Show}
	dec.JSON = o.JSON
	c := session.Config{
		Decode: dec, Trace: filters.trace, Signals: o.Signals,
		Abbrev: filters.abbrev, Verbose: filters.verbose, Raw: filters.raw,
		Message: r.message,
	}
	c.Terminal = func(t *trace.Task, fd int32) bool { return procfs.Terminal(t.TID, fd) }
	d := procfs.New(o.FDs, &dec.Options)
	c.Netlink = func(t *trace.Task, fd int32) int { return d.Netlink(t.TID, fd) }
	c.Interface = new(procfs.Interfaces).Name
	if o.FDs != 0 {
		c.Describe = func(t *trace.Task, fd int32) []byte { return d.FD(t.TID, fd) }
		c.DescribeOf = func(t *trace.Task, pidfd, fd int32) []byte { return d.FDOf(t.TID, pidfd, fd) }
	}
	if !o.Summary.Only {
		r.sink = newSink(o, dec, out)
		c.Sink = r.sink
	}
	if counts(o) {
		r.summary = summary.New(o.Summary.Config, personalities()...)
		c.Counter = r.summary
	}
	engine := ptrace.New(ptrace.Config{
		Interruptible: interruptible(o),
		Pin:           o.PinCPU,
		Tick:          r.flush,
		OnAttach:      r.onAttach,
		OnDetach:      r.onDetach,
		OnChild:       out.onChild,
	})
	c.Engine = engine
	r.session = session.New(c)
	return r.trace(engine, target)
}

// A runner is one run of the program.
type runner struct {
	options *options.Options
	out     *output
	sink    report.Sink      // nil with -c
	summary *summary.Summary // nil without -c or -C
	session *session.Session
	broken  bool
}

func (r *runner) trace(engine *ptrace.Engine, target trace.Target) int {
	if err := engine.Start(target); err != nil {
		if !errors.Is(err, ptrace.ErrNothing) {
			say("%v", err)
		}
		return 1
	}
	result, err := r.session.Run()
	var interrupted *ptrace.Interrupted
	switch {
	case err == nil:
	case errors.As(err, &interrupted):
	default:
		// The output or the engine is broken: let the tracees go on untraced.
		r.broken = true
		say("%v", err)
	}
	if err != nil {
		if e := engine.Close(); e != nil {
			say("%v", e)
		}
	}
	status := r.finish(result)
	if interrupted != nil {
		return r.interrupted(interrupted)
	}
	if r.broken && status == 0 {
		status = 1
	}
	if result.Signal != 0 {
		ptrace.Raise(result.Signal)
		return 128 + result.Signal
	}
	return status
}

// finish ends the output and returns the exit status.
func (r *runner) finish(result session.Result) int {
	if r.sink != nil {
		r.sink.Flush()
	}
	if r.summary != nil && !r.broken {
		if _, err := r.summary.WriteTo(r.out.shared); err != nil {
			say("writing the summary: %v", err)
		}
	}
	if err := r.out.close(r.sink); err != nil && !r.broken {
		say("%v", err)
		r.broken = true
	}
	return result.Status
}

// interrupted ends the program as the signal would have.
func (r *runner) interrupted(i *ptrace.Interrupted) int {
	ptrace.Raise(i.Sig)
	return 128 + i.Sig
}

// message tells the user about a task, between the lines of the trace.
func (r *runner) message(kind session.MessageKind, t *trace.Task) {
	quiet := options.QuietAttach
	if kind == session.Personality {
		quiet = options.QuietPersonality
	}
	if r.options.Quiet&quiet != 0 {
		return
	}
	r.flush()
	switch kind {
	case session.Attached:
		say("Process %d attached", t.TID)
	case session.Detached:
		say("Process %d detached", t.TID)
	case session.Personality:
		os.Stderr.WriteString(report.PersonalityText(t) + "\n")
	}
}

// flush shows what was traced before a message.
func (r *runner) flush() {
	if r.sink != nil {
		r.sink.Flush()
	}
}

func (r *runner) onAttach(pid, threads int, err error) {
	switch {
	case err != nil:
		say("%v", err)
	case r.options.Quiet&options.QuietAttach != 0:
	case threads > 1:
		say("Process %d attached with %d threads", pid, threads)
	default:
		say("Process %d attached", pid)
	}
}

func (r *runner) onDetach(ev *trace.Event) { r.session.Detached(ev) }

// interruptible is the default of -I: a trace in a file is not cut short.
func interruptible(o *options.Options) int {
	if o.Interruptible != 0 {
		return int(o.Interruptible)
	}
	if o.Output.Given && len(o.Command) > 0 {
		return ptrace.Never
	}
	return ptrace.Waiting
}

// quiet adds to -q what is never told of a command whose trace is in a file.
func quiet(o *options.Options) options.Quiet {
	if o.Output.Given && len(o.Command) > 0 {
		return o.Quiet | options.QuietAttach | options.QuietPersonality
	}
	return o.Quiet
}

// newSink returns what shows the trace.
func newSink(o *options.Options, dec *decode.Options, out *output) report.Sink {
	r := report.Options{
		Decode: dec, Column: o.Columns, Status: o.Status,
		Time: o.Absolute.Style, TimeRes: o.Absolute.Precision,
		Relative: o.Relative.On, RelativeRes: o.Relative.Precision,
		Durations: o.Duration.On, DurationRes: o.Duration.Precision,
		IP: o.IP, Nr: o.Nr,
		QuietExit: o.Quiet&options.QuietExit != 0,
		QuietExec: o.Quiet&options.QuietThreadExecve != 0,
		QuietMode: o.Quiet&options.QuietPersonality != 0,
	}
	switch {
	case o.Output.Separate:
		r.PIDs = report.PIDNever
		r.Separate = out.separate
	case o.Output.Given && (o.Follow || len(o.Attach) > 1):
		r.PIDs = report.PIDAlways
	}
	if o.JSON {
		return report.NewJSON(r, out.shared)
	}
	return report.NewText(r, out.shared)
}

// counts says whether there is a summary.
func counts(o *options.Options) bool { return o.Summary.Only || o.Summary.After }

// needsTimes says whether events must be stamped.
func needsTimes(o *options.Options) bool {
	return o.JSON || o.Absolute.Style != report.NoTime || o.Relative.On || o.Duration.On || counts(o)
}

func newTarget(o *options.Options) (trace.Target, error) {
	t := trace.Target{
		PIDs: o.Attach, Follow: o.Follow,
		Options: trace.Options{
			Times:   needsTimes(o),
			CPUTime: counts(o),
		},
	}
	if len(o.Command) == 0 {
		return t, nil
	}
	path, err := findExecutable(o.Command[0])
	if err != nil {
		return t, err
	}
	t.Path, t.Argv, t.Env = path, o.Command, options.Environ(os.Environ(), o.Env)
	if o.User != nil {
		t.User, err = findUser(o.User)
	}
	return t, err
}
