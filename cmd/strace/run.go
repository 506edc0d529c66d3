package main

import (
	"errors"
	"fmt"
	"runtime/debug"

	"gostrace/internal/decode"
	"gostrace/internal/filter"
	"gostrace/internal/options"
	"gostrace/internal/procfs"
	"gostrace/internal/ptrace"
	"gostrace/internal/ptrace/inherit"
	"gostrace/internal/report"
	"gostrace/internal/session"
	"gostrace/internal/summary"
	"gostrace/internal/trace"
)

// run traces what o asks for, with the command that is handed over, if any, and returns the exit status.
func run(o *options.Options, handover *ptrace.Handover) int {
	filters, err := compile(o)
	if err != nil {
		fail(err)
	}
	targets := newTargets(o)
	target, err := newTarget(o)
	if err != nil {
		fail(err)
	}
	out, err := openOutput(o)
	if err != nil {
		fail(err)
	}

	r := &runner{options: o, out: out}
	dec := &decode.Options{Options: o.Show}
	if dec.JSON = o.JSON; !dec.JSON {
		dec.Palette = out.colors(o)
	}
	c := session.Config{
		Decode: dec, Trace: filters.trace, Signals: o.Signals,
		Targets: targets, Status: o.Status,
		Abbrev: filters.abbrev, Verbose: filters.verbose, Raw: filters.raw,
		Inject: filters.inject, PokeFailed: r.pokeFailed,
		Message:      r.message,
		DetachOnExec: o.DetachOnExec, Limit: o.Limit,
	}
	c.Terminal = func(t *trace.Task, fd int32) bool { return procfs.Terminal(t.TID, fd) }
	d := procfs.New(o.FDs, &dec.Options)
	c.Netlink = func(t *trace.Task, fd int32) int { return d.Netlink(t.TID, fd) }
	pids := procfs.NewPIDs(o.PIDs, &dec.Options)
	if o.VCPU {
		c.Mapping = func(t *trace.Task, fd int32) uint64 { return d.Mapping(t.TID, fd) }
	}
	if o.Namespaces {
		c.Namespace = func(t *trace.Task, pid int32, kind string) []byte { return pids.Namespace(t.TID, pid, kind) }
	}
	if o.PIDs != 0 {
		c.Process = func(t *trace.Task, kind procfs.IDKind, id int32) ([]byte, int32) { return pids.Of(t.TID, kind, id) }
		if o.PIDs&procfs.Comm != 0 {
			c.Comm = func(t *trace.Task) []byte { return pids.Comm(t.TID) }
		}
	}
	if len(o.Trace) > 0 && !o.NoHints {
		r.missed = new(filter.Missed)
		c.Missed = r.missed
	}
	if targets != nil {
		targets.Link = d.Link
	}
	c.Link = func(t *trace.Task, fd int32) []byte { return d.Link(t.TID, fd) }
	c.Boot = procfs.Boot
	c.Interface = new(procfs.Interfaces).Name
	c.GenericFamily = new(procfs.GenericFamilies).Name
	if o.FDs != 0 {
		c.Describe = func(t *trace.Task, fd int32) []byte { return d.FD(t.TID, fd) }
		c.DescribeOf = func(t *trace.Task, pidfd, fd int32) []byte { return d.FDOf(t.TID, pidfd, fd) }
	}
	if !o.Summary.Only || !o.JSON {
		r.sink = newSink(o, dec, out)
		c.Sink, c.CountOnly = r.sink, o.Summary.Only
	}
	if counts(o) {
		r.summary = summary.New(o.Summary.Config, personalities()...)
		c.Counter = r.summary
	}
	var live tracer
	if usesEBPF(o, filters) {
		live = newEBPF(o, r, filters)
	} else {
		seccomp := r.seccomp(filters, &target)
		live = ptrace.New(ptrace.Config{
			Interruptible: interruptible(o),
			Pin:           o.PinCPU,
			Tick:          r.flush,
			KillOnExit:    o.KillOnExit,
			Handover:      handover,
			Seccomp:       seccomp,
			OnAttach:      r.onAttach,
			OnDetach:      r.onDetach,
			OnChild:       out.onChild,
		})
		c.Stacks = r.stacks(seccomp != nil)
	}
	c.Engine = live
	r.session = session.New(c)
	decode.Panicked = r.panicked
	decode.Exhausted = r.exhausted
	return r.trace(live, target)
}

// A runner is one run of the program.
type runner struct {
	options *options.Options
	out     *output
	sink    report.Sink      // nil with -c --json
	summary *summary.Summary // nil without -c or -C
	session *session.Session
	missed  *filter.Missed // nil if nobody wants a hint
	broken  bool
	// attached is how many processes were attached to.
	attached int
	panics   map[string]bool // calls whose decoders have panicked
	said     map[string]bool // what was said once and need not be again
	cut      map[string]bool // calls of which not all is shown
}

func (r *runner) trace(engine tracer, target trace.Target) int {
	if err := engine.Start(target); err != nil {
		if !errors.Is(err, ptrace.ErrNothing) {
			say("%v", err)
		}
		return 1
	}
	r.prefix()
	result, err := r.loop()
	var interrupted *ptrace.Interrupted
	if err != nil {
		switch r.broken = !errors.As(err, &interrupted) && !errors.Is(err, session.ErrLimit); {
		case errors.Is(err, session.ErrLimit):
			r.flush()
			say("System call limit has been reached, detaching tracees")
		case !r.broken && r.options.Interruptible == options.Anywhere:
			// At once: as if the signal had never been caught.
			r.flush()
			ptrace.Raise(interrupted.Sig)
		case !r.broken:
			engine.PassOn(interrupted.Sig)
		default:
			r.flush()
			say("%v: tracing ends here, what was traced goes on", err)
		}
		if e := engine.Close(); e != nil {
			say("%v", e)
		}
	}
	if r.broken {
		// The tracees go on untraced.
		result = await(engine, result)
	}
	status := r.finish(result)
	r.sayLost(engine)
	r.stay(engine)
	if interrupted != nil {
		ptrace.Raise(interrupted.Sig)
		return 128 + interrupted.Sig
	}
	if result.Signal != 0 && r.options.Daemonize == 0 {
		ptrace.Raise(result.Signal)
		return 128 + result.Signal
	}
	return status
}

// prefix has every line in a file begin with the process's id if there are
// several from the start.
func (r *runner) prefix() {
	processes := r.attached
	if len(r.options.Command) > 0 && r.options.Daemonize == 0 {
		processes++
	}
	if x, ok := r.sink.(*report.Text); ok && processes > 1 && r.options.Output.Given && !r.options.Output.Separate {
		x.PIDs = report.PIDAlways
	}
}

// loop runs the session. A panic in it is an error like any other: tracees
// must not be left stopped, nor the end of the trace unwritten.
func (r *runner) loop() (result session.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			r.flush()
			tell(string(debug.Stack()))
			err = fmt.Errorf("internal error: %v", p)
		}
	}()
	return r.session.Run()
}

// await waits for the launched command, if there is one and its end is not known.
func await(engine tracer, result session.Result) session.Result {
	if result.Known {
		return result
	}
	result.Status = 1
	if !engine.Launched() {
		return result
	}
	status, sig, err := engine.Await()
	if err != nil {
		say("%v", err)
		return result
	}
	return session.Result{Known: true, Status: status, Signal: sig}
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
	if r.missed != nil {
		if hint := r.missed.Hint(r.options.Trace, tables()); hint != "" {
			say("%s", hint)
		}
	}
	tip(r.options)
	return result.Status
}

// interruptible is the default of -I: a trace in a file is not cut short.
func interruptible(o *options.Options) int {
	if o.Interruptible != 0 {
		return int(o.Interruptible)
	}
	if o.Daemonize != 0 {
		return ptrace.NeverTstp
	}
	if o.Output.Given && len(o.Command) > 0 {
		return ptrace.Never
	}
	return ptrace.Waiting
}

// newSink returns what shows the trace.
func newSink(o *options.Options, dec *decode.Options, out *output) report.Sink {
	r := report.Options{
		Decode: dec, Column: o.Columns, Status: o.Status,
		Time: o.Absolute.Style, TimeRes: o.Absolute.Precision,
		Relative: o.Relative.On, RelativeRes: o.Relative.Precision,
		Durations: o.Duration.On, DurationRes: o.Duration.Precision,
		Reads: o.Reads, Writes: o.Writes,
		IP: o.IP, Nr: o.Nr,
		QuietExit: o.Quiet&options.QuietExit != 0,
		QuietExec: o.Quiet&options.QuietThreadExecve != 0,
		QuietMode: o.Quiet&options.QuietPersonality != 0,
	}
	switch {
	case o.AlwaysPID:
		r.PIDs = report.PIDAlways
	case o.Output.Separate:
		r.PIDs = report.PIDNever
	case o.Engine.Group() && !o.Output.Given:
		r.PIDs = report.PIDMany
	case o.Output.Given && (o.Follow || o.Engine.Group()):
		r.PIDs = report.PIDAlways
	}
	if o.Output.Separate {
		r.Separate = out.separate
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
			IP:      o.IP,
		},
	}
	if len(o.Command) == 0 {
		return t, nil
	}
	path, err := findExecutable(o.Command[0])
	if err != nil {
		return t, err
	}
	t.Path, t.Argv, t.Env = path, o.Command, options.Environ(inherit.Environ(), o.Env)
	if o.Argv0 != nil {
		t.Argv = append([]string{*o.Argv0}, o.Command[1:]...)
	}
	if o.User != nil {
		t.User, err = findUser(o.User)
	}
	return t, err
}
