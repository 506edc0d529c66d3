package main

import (
	"gostrace/internal/ebpf"
	"gostrace/internal/options"
	"gostrace/internal/ptrace"
	"gostrace/internal/report"
	"gostrace/internal/summary"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
)

// A tracer is an engine that can run a command.
type tracer interface {
	trace.Engine
	Launched() bool
	PassOn(sig int)
	Await() (status, sig int, err error)
}

// usesEBPF says whether the eBPF engine is to be used.
func usesEBPF(o *options.Options, f *filters) bool {
	return o.Engine.Name == options.EBPF ||
		o.Engine.Name == options.Auto && len(o.Attach) > 0 && len(o.Command) == 0 && needsPtrace(o, f) == "" && ebpf.Possible() == nil
}

// needsPtrace names what was asked for and only the ptrace engine can do; "" if nothing was.
func needsPtrace(o *options.Options, f *filters) string {
	switch {
	case f.inject != nil:
		return "-e inject and -e fault change what calls do"
	case o.Stacks != 0:
		return "-k needs the registers of one that is stopped"
	case o.DetachOnExec:
		return "-b lets go of one that is stopped"
	case o.Daemonize != 0:
		return "-D hands the command over to a tracer"
	case o.VCPU:
		return "-e kvm=vcpu reads what a virtual CPU shares with one that is stopped"
	case o.KillOnExit:
		return "--kill-on-exit is a promise of ptrace's"
	case o.PinCPU:
		return "--pin-cpu is about stops"
	}
	return ""
}

// newEBPF returns the eBPF engine.
func newEBPF(o *options.Options, r *runner, f *filters) tracer {
	if why := needsPtrace(o, f); why != "" {
		fail(&options.Error{Msg: "--engine=ebpf never stops a tracee: " + why + ": use --engine=ptrace"})
	}
	if err := ptrace.Catch(interruptible(o)); err != nil {
		fail(err)
	}
	group := ebpf.Group{All: o.Engine.All, Comm: o.Engine.Comm, Cgroup: o.Engine.Cgroup}
	if o.Engine.Container != "" {
		var err error
		if group.Cgroup, err = ebpf.Container(o.Engine.Container); err != nil {
			fail(err)
		}
	}
	var counted func([]ebpf.Count, error)
	if countsInKernel(o) {
		counted = r.counted
	}
	return ebpf.New(ebpf.Config{
		Counted:  counted,
		Calls:    func() []ebpf.Call { return calls(o, f) },
		StrLen:   captured(o),
		Both:     o.Reads != nil || o.Writes != nil,
		Group:    group,
		CPUTime:  counts(o) && !o.Summary.WallClock,
		Lossless: o.Engine.Lossless,
		Spawn:    func(t *trace.Target) (ebpf.Process, error) { return ptrace.Spawn(t) },
		Caught:   ptrace.Caught,
		Tick:     r.flush,
		OnAttach: r.onAttach,
		OnDetach: r.onDetach,
		OnChild:  r.out.onChild,
	})
}

// counted adds to the summary what the kernel has counted.
func (r *runner) counted(counts []ebpf.Count, err error) {
	if err != nil {
		say("%v", err)
	}
	for i := range counts {
		c := &counts[i]
		nr := c.Nr
		if nr == ebpf.MaxNr {
			nr = summary.Other
		}
		r.summary.AddCounted(c.ABI, nr, summary.Counted{
			Calls: c.Calls, Errors: c.Errors, Histogram: c.Histogram[:],
			CPU: summary.Times(c.Time), Wall: summary.Times(c.Wall),
		})
	}
}

// sayLost says at the end that events are missing from the trace.
func (r *runner) sayLost(engine tracer) {
	e, ok := engine.(*ebpf.Engine)
	if !ok {
		return
	}
	t := e.Totals()
	r.debug("ebpf: %d calls ended, %d of them and %d events in all were lost, %d ended by the end of their tasks, processes were held back %d times",
		t.Calls, t.LostCalls, t.Lost, t.Unfinished, t.Held)
	if e.Lost() == 0 {
		return
	}
	say("%d events were lost: the trace says where (--lossless holds processes back instead)", e.Lost())
}

// countsInKernel says whether the kernel can count by itself: not, where a call
// counts for what it is about, or how it ends.
func countsInKernel(o *options.Options) bool {
	return o.Summary.Only && o.Status == report.AnyStatus && newTargets(o) == nil
}

// captured is how many bytes of a string or buffer are needed: all that there
// are, within reason, for what is dumped.
func captured(o *options.Options) int {
	if o.Reads != nil || o.Writes != nil {
		return max(o.Show.StrLen, dumped)
	}
	return o.Show.StrLen
}

const dumped = 1 << 20

// beyond is a number that no ABI has.
const beyond = 1 << 20

// calls are those that are traced, with their plans.
func calls(o *options.Options, f *filters) []ebpf.Call {
	plan := !countsInKernel(o)
	var calls []ebpf.Call
	for i := range syscalls.Tables {
		t := &syscalls.Tables[i]
		for nr := range uint64(ebpf.MaxNr + 1) {
			if nr == ebpf.MaxNr && !f.trace.Has(t.ABI, beyond) || nr != ebpf.MaxNr && !f.trace.Has(t.ABI, nr) {
				continue
			}
			c := ebpf.Call{ABI: t.ABI, Nr: nr}
			if d := t.Call(nr); d != nil && plan {
				c.Plan = d.Plan(t.ABI)
				for _, v := range d.Vias(t.ABI) {
					c.Vias = append(c.Vias, ebpf.Via{Via: v, Plan: v.Call.Plan(t.ABI)})
				}
			}
			calls = append(calls, c)
		}
	}
	return calls
}
