package options

import (
	"strings"

	"gostrace/internal/filter"
	"gostrace/internal/procfs"
	"gostrace/internal/report"
)

// A qualifier is what may precede the = of -e.
type qualifier struct {
	names []string // every spelling, the long option's first
	words Values   // what a set is made of
	set   func(p *parser, expr string) error
}

// qualifiers are all qualifiers; set is nil for those not supported yet.
var qualifiers = []qualifier{
	{[]string{"trace", "t"}, Calls, func(p *parser, s string) error { p.Trace = append(p.Trace, s); return nil }},
	{[]string{"abbrev", "a"}, Calls, func(p *parser, s string) error { p.Abbrev = append(p.Abbrev, s); return nil }},
	{[]string{"verbose", "v"}, Calls, func(p *parser, s string) error { p.Verbose = append(p.Verbose, s); return nil }},
	{[]string{"raw", "x"}, Calls, func(p *parser, s string) error { p.Raw = append(p.Raw, s); return nil }},
	{[]string{"signal", "signals", "s"}, Signals, (*parser).signals},
	{[]string{"status"}, Statuses, func(p *parser, s string) error { return members(&p.Status, "status", s, statuses) }},
	{[]string{"quiet", "silent", "silence", "q"}, Messages, func(p *parser, s string) error {
		p.longQuiet = true
		return members(&p.Quiet, "quiet", s, messages)
	}},
	{[]string{"decode-fds", "decode-fd"}, Details, func(p *parser, s string) error {
		p.longFDs = true
		return members(&p.FDs, "decode-fds", s, details)
	}},
	{[]string{"trace-fds", "trace-fd", "fds", "fd"}, AnyValue, func(p *parser, s string) error { return descriptors(&p.OnlyFDs, s) }},
	{[]string{"read", "reads", "r"}, AnyValue, func(p *parser, s string) error { return descriptors(&p.Reads, s) }},
	{[]string{"write", "writes", "w"}, AnyValue, func(p *parser, s string) error { return descriptors(&p.Writes, s) }},
	{[]string{"decode-pids", "decode-pid"}, Identities, func(p *parser, s string) error { return members(&p.PIDs, "decode-pids", s, identities) }},
	{[]string{"inject"}, Calls, func(p *parser, s string) error { p.Inject = append(p.Inject, Injection{Text: s}); return nil }},
	{[]string{"fault"}, Calls, func(p *parser, s string) error {
		p.Inject = append(p.Inject, Injection{Text: s, Fault: true})
		return nil
	}},
	{[]string{"kvm"}, VCPU, (*parser).kvm},
	{[]string{"namespace"}, NewOnly, (*parser).namespace},
	{[]string{"secontext"}, AnyValue, noSecurityContexts},
}

var statuses = []filter.Member{
	{Name: "successful", Bits: uint32(report.Successful)},
	{Name: "failed", Bits: uint32(report.Failed)},
	{Name: "unfinished", Bits: uint32(report.Unfinished)},
	{Name: "unavailable", Bits: uint32(report.Unavailable)},
	{Name: "detached", Bits: uint32(report.Detached)},
}

// messages: the reference takes exits for exit and superseded for thread-execve, too.
var messages = []filter.Member{
	{Name: "attach", Bits: uint32(QuietAttach)},
	{Name: "exit", Bits: uint32(QuietExit)},
	{Name: "exits", Bits: uint32(QuietExit)},
	{Name: "path-resolution", Bits: uint32(QuietPathResolution)},
	{Name: "personality", Bits: uint32(QuietPersonality)},
	{Name: "thread-execve", Bits: uint32(QuietThreadExecve)},
	{Name: "superseded", Bits: uint32(QuietThreadExecve)},
}

var details = []filter.Member{
	{Name: "path", Bits: uint32(procfs.Path)},
	{Name: "socket", Bits: uint32(procfs.Socket)},
	{Name: "dev", Bits: uint32(procfs.Dev)},
	{Name: "eventfd", Bits: uint32(procfs.EventFD)},
	{Name: "pidfd", Bits: uint32(procfs.PIDFD)},
	{Name: "signalfd", Bits: uint32(procfs.SignalFD)},
}

var identities = []filter.Member{
	{Name: "comm", Bits: uint32(procfs.Comm)},
	{Name: "pidns", Bits: uint32(procfs.PIDNS)},
}

// members sets *set to what expr says; it replaces what an expression before said.
func members[T ~uint8 | ~uint32](set *T, what, expr string, universe []filter.Member) error {
	bits, err := filter.Members(what, expr, universe)
	if err != nil {
		return &Error{Msg: err.Error()}
	}
	*set = T(bits)
	return nil
}

func (p *parser) signals(expr string) error {
	set, err := filter.CompileSignals(expr)
	if err != nil {
		return &Error{Msg: err.Error()}
	}
	p.Signals = set
	return nil
}

func descriptors(set **filter.FDs, expr string) error {
	fds, err := filter.CompileFDs(expr)
	if err != nil {
		return &Error{Msg: err.Error()}
	}
	*set = fds
	return nil
}

func (p *parser) namespace(expr string) error {
	if expr != "new" {
		return refuse("invalid -e namespace= argument: '%s': it should be new", expr)
	}
	p.Namespaces = true
	return nil
}

func (p *parser) kvm(expr string) error {
	if expr != "vcpu" && expr != "vcpu+" {
		return refuse("invalid -e kvm= argument: '%s': it should be vcpu or vcpu+", expr)
	}
	p.VCPU = true
	if expr == "vcpu+" {
		p.Warnings = append(p.Warnings, "-e kvm=vcpu+ shows why virtual CPUs return, as vcpu does, and not yet the whole of struct kvm_run")
	}
	return nil
}

func noSecurityContexts(*parser, string) error {
	return refuse("SELinux context printing (--secontext option) is not supported by this build of strace")
}

// qualify is -e EXPR: without a known qualifier all of it is of trace.
func (p *parser) qualify(u use) error {
	name, expr, ok := strings.Cut(u.arg, "=")
	if ok {
		for _, q := range qualifiers {
			for _, n := range q.names {
				if n == name {
					return p.qualifier(name, expr)
				}
			}
		}
	}
	return p.qualifier("trace", u.arg)
}

// qualifier applies an expression of the named qualifier.
func (p *parser) qualifier(name, expr string) error {
	for _, q := range qualifiers {
		for _, n := range q.names {
			switch {
			case n != name:
			case q.set == nil:
				return refuse("-e %s= is not supported yet", name)
			default:
				return q.set(p, expr)
			}
		}
	}
	panic("options: no qualifier " + name)
}
