package options

import (
	"fmt"

	"gostrace/internal/procfs"
	"gostrace/internal/report"
	"gostrace/internal/show"
)

// check rejects what contradicts itself, counts what was repeated, and warns
// of what has no effect.
func (p *parser) check() error {
	if len(p.Command) == 0 && len(p.Attach) == 0 && !p.Engine.Group() && !p.Tips.On {
		return usage("must have PROG [ARGS] or -p PID")
	}
	for _, c := range append(p.contradictions(), p.engineContradictions()...) {
		if c.found {
			return &Error{Msg: c.msg, Hint: c.hint}
		}
	}
	p.count()
	p.warn()
	return nil
}

// contradiction is a combination that is refused.
type contradiction struct {
	found bool
	msg   string
	hint  bool
}

func (p *parser) contradictions() []contradiction {
	summary := p.Summary.Only || p.Summary.After
	separate := p.separate()
	return []contradiction{
		{p.shortDaemonize > 0 && p.longDaemonize, "-D and --daemonize cannot be provided simultaneously", false},
		{p.shortDaemonize > int(NewSession), fmt.Sprintf("Too many -D's (%d), maximum supported -D count is %d", p.shortDaemonize, NewSession), true},
		{(p.shortDaemonize > 0 || p.longDaemonize) && len(p.Command) == 0, "PROG [ARGS] must be specified with -D/--daemonize", true},
		{p.Argv0 != nil && len(p.Command) == 0, "PROG [ARGS] must be specified with --argv0", true},
		{p.KillOnExit && len(p.Attach) > 0, "--kill-on-exit and -p/--attach are mutually exclusive options", false},
		{p.shortFollow > 0 && p.longFollow, "-f and --follow-forks cannot be provided simultaneously", false},
		{p.shortFollow > 1 && p.separately, "-ff and --output-separately cannot be provided simultaneously", false},
		{summary && separate, "(-c/--summary-only or -C/--summary) and -ff/--output-separately are mutually exclusive", true},
		{p.Summary.WallClock && !summary, "-w/--summary-wall-clock must be given with (-c/--summary-only or -C/--summary)", true},
		{p.Summary.Columns != nil && !summary, "-U/--summary-columns must be given with (-c/--summary-only or -C/--summary)", true},
		{p.Output.Piped && separate, "piping the output and -ff/--output-separately are mutually exclusive", true},
		{p.shortTime > 0 && p.longTime, "-t and --absolute-timestamps cannot be provided simultaneously", false},
		{p.shortHex > 0 && p.longHex, "-x and --strings-in-hex cannot be provided simultaneously", false},
		{p.shortFDs > 0 && p.longFDs, "-y and --decode-fds cannot be provided simultaneously", false},
		{p.shortQuiet > 0 && p.longQuiet, "-q and -e quiet/--quiet cannot be provided simultaneously", false},
	}
}

// separate reports whether each process has its own file. A single -f undoes
// --output-separately: so does the reference.
func (p *parser) separate() bool {
	return p.shortFollow > 1 || p.separately && p.shortFollow == 0
}

// count applies options whose repetition says more: -ff, -tt, -xx, -yy, -qq.
func (p *parser) count() {
	if p.shortDaemonize > 0 {
		p.Daemonize = Daemonize(p.shortDaemonize)
	}
	p.Follow = p.Follow || p.oldFollow
	p.Output.Separate = p.separate() && p.Output.Given
	switch {
	case p.shortTime == 1:
		p.Absolute = Timestamp{Style: report.Clock}
	case p.shortTime == 2:
		p.Absolute = Timestamp{Style: report.Clock, Precision: 6}
	case p.shortTime > 2:
		p.Absolute = Timestamp{Style: report.Unix, Precision: 6}
	}
	switch {
	case p.shortHex == 1:
		p.Show.Escape = show.NonASCII
	case p.shortHex > 1:
		p.Show.Escape = show.All
	}
	switch {
	case p.shortFDs == 1:
		p.FDs = procfs.Path
	case p.shortFDs > 1:
		p.FDs = procfs.All
	}
	switch {
	case p.shortQuiet == 1:
		p.Quiet = QuietAttach | QuietPersonality
	case p.shortQuiet == 2:
		p.Quiet = QuietAttach | QuietPersonality | QuietExit
	case p.shortQuiet > 2:
		p.Quiet = QuietAll &^ QuietPathResolution // the reference says how it resolves -P all the same
	case !p.longQuiet && p.Output.Given && len(p.Command) > 0:
		// Whoever sends the trace of a command elsewhere needs no telling.
		p.Quiet = QuietAttach | QuietPersonality
	}
	if p.Summary.Only {
		p.Stacks = 0
	}
	p.NoHints = p.shortQuiet > 0 || p.longQuiet || p.JSON
	p.Summary.JSON = p.JSON
	p.Show.JSON = p.JSON
}

func (p *parser) warn() {
	warn := func(when bool, msg string) {
		if when {
			p.Warnings = append(p.Warnings, msg)
		}
	}
	const noEffect = " has no effect with -c/--summary-only"
	only := p.Summary.Only
	followed := p.shortFollow > 0 || p.longFollow
	warn(p.oldFollow && followed, "deprecated option -F ignored")
	warn(p.oldFollow && !followed, "option -F is deprecated, please use -f/--follow-forks instead")
	warn(p.sorted && !only && !p.Summary.After,
		"-S/--summary-sort-by has no effect without (-c/--summary-only or -C/--summary)")
	warn(p.statusOptions > 1, "of several -z/--successful-only and -Z/--failed-only only the last counts; "+
		"-e status= takes a list")
	warn(only && p.IP, "-i/--instruction-pointer"+noEffect)
	warn(only && p.Nr, "-n/--syscall-number"+noEffect)
	warn(only && p.Show.Names, "-N/--arg-names"+noEffect)
	warn(only && p.Relative.On, "-r/--relative-timestamps"+noEffect)
	warn(only && p.Absolute.Style != report.NoTime, "-t/--absolute-timestamps"+noEffect)
	warn(only && p.Duration.On, "-T/--syscall-times"+noEffect)
	warn(only && p.FDs != 0, "-y/--decode-fds"+noEffect)
	warn(only && p.stackOption, "-k/--stack-trace"+noEffect)
	warn(p.StackLimit > 0 && !p.stackOption, "--stack-trace-frame-limit has no effect without -k/--stack-trace")
	warn(p.Output.Append && !p.Output.Given, "-A/--output-append-mode has no effect without -o/--output")
	warn(p.separately && !p.Output.Given, "--output-separately has no effect without -o/--output")
}
