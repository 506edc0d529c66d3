package options

import (
	"iter"
	"strconv"
	"strings"

	"gostrace/internal/filter"
	"gostrace/internal/report"
)

// A group is a section of the help text.
type group struct {
	title   string
	options []option
}

// groups are all options.
func groups() []group {
	return []group{general, startup, engine, tracing, filtering, format, statistics, tampering, miscellaneous}
}

// all yields every option.
func all() iter.Seq[*option] {
	return func(yield func(*option) bool) {
		for _, g := range groups() {
			for i := range g.options {
				if !yield(&g.options[i]) {
					return
				}
			}
		}
	}
}

var general = group{"General", []option{
	{short: 'e', arg: required, words: Qualifiers, value: "EXPR", set: (*parser).qualify,
		help: "select or adjust what is shown: [QUALIFIER=][!]VALUE[,VALUE]...\n" +
			"qualifiers: trace (default), trace-fds, signal, status, quiet, decode-fds,\n" +
			"decode-pids, abbrev, verbose, raw, read, write, inject, fault, namespace, kvm;\n" +
			"values all and none work with each that takes a set"},
}}

var startup = group{"Startup", []option{
	{short: 'E', long: []string{"env"}, arg: required, value: "VAR[=VALUE]", set: (*parser).env,
		help: "set VAR in the command's environment; without =, remove it"},
	{short: 'p', long: []string{"attach"}, arg: required, words: PIDs, value: "PID[,PID...]", set: (*parser).attach,
		help: "trace running processes; may be repeated, and combined with a command"},
	{short: 'u', long: []string{"user"}, arg: required, words: Users, value: "NAME|UID:GID", set: (*parser).user,
		help: "run the command as that user"},
	{long: []string{"argv0"}, arg: required, value: "NAME",
		set:  func(p *parser, u use) error { p.Argv0 = &u.arg; return nil },
		help: "give the command NAME as its argv[0]"},
}}

var tracing = group{"Tracing", []option{
	{short: 'b', long: []string{"detach-on"}, arg: required, words: Execve, value: "execve", set: (*parser).detachOn,
		help: "let go of a process when it executes another program"},
	{short: 'D', long: []string{"daemonize", "daemonised", "daemonized"}, arg: optional, words: Places, value: "WHERE", set: (*parser).daemonize,
		help: "run strace as a grandchild, so that the command is the caller's own child;\n" +
			"-DD: and in a process group (pgroup, pgrp), -DDD: session of its own"},
	{short: 'f', long: []string{"follow-forks"}, set: (*parser).follow,
		help: "trace children, and all threads of attached processes"},
	{long: []string{"output-separately"}, set: func(p *parser, _ use) error { p.separately = true; return nil },
		help: "write each process to its own FILE.PID; -ff is both"},
	{short: 'F', set: func(p *parser, _ use) error { p.oldFollow = true; return nil }},
	{short: 'I', long: []string{"interruptible"}, arg: required, words: Steps, value: "WHEN", set: (*parser).interruptible,
		help: "when signals may interrupt strace: 1 or anywhere, 2 or waiting, 3 or\n" +
			"never (default with -o FILE PROG), 4 or never_tstp (default with -D)"},
	{long: []string{"pin-cpu"}, own: true, set: func(p *parser, _ use) error { p.PinCPU = true; return nil },
		help: "keep the command on strace's own CPU: faster, but it changes the command"},
	{long: []string{"syscall-limit"}, arg: required, value: "N", set: (*parser).limit,
		help: "let go of all processes after N shown calls"},
	{long: []string{"kill-on-exit"}, set: func(p *parser, _ use) error { p.KillOnExit = true; return nil },
		help: "kill all tracees if strace ends before they do"},
}}

var filtering = group{"Filtering", []option{
	{long: []string{"trace"}, arg: required, words: Calls, value: "SET", set: qualifierOption("trace"),
		help: "trace only these calls: names, ?NAME (if there is one), NAME@64, NAME@32,\n" +
			"/REGEX, %CLASS of %clock %creds %desc %file %fstat %fstatfs %ipc %lstat\n" +
			"%memory %net %process %pure %signal %stat %%stat %statfs %%statfs"},
	{long: []string{"trace-fds"}, arg: required, value: "SET", set: qualifierOption("trace-fds"),
		help: "trace only calls that name one of these descriptors (or a -P file)"},
	{short: 'P', long: []string{"trace-path"}, arg: required, words: Files, value: "PATH",
		set:  func(p *parser, u use) error { p.Paths = append(p.Paths, u.arg); return nil },
		help: "trace only calls that name this file, by a path or by a descriptor;\nmay be repeated"},
	{long: []string{"signals"}, arg: required, words: Signals, value: "SET", set: qualifierOption("signal"),
		help: "show only these signals"},
	{long: []string{"status"}, arg: required, words: Statuses, value: "SET", set: qualifierOption("status"),
		help: "show only calls that ended so: successful, failed, unfinished,\nunavailable, detached"},
	{short: 'z', long: []string{"successful-only"}, set: only(report.Successful), help: "show only calls that succeeded"},
	{short: 'Z', long: []string{"failed-only", "failing-only"}, set: only(report.Failed), help: "show only calls that failed"},
}}

var tampering = group{"Tampering", []option{
	{long: []string{"inject"}, arg: required, words: Calls, value: "SET:ACTION[:ACTION]...", set: qualifierOption("inject"),
		help: "tamper with these calls. Actions: error=ERRNO or retval=VALUE (instead of\n" +
			"the call), signal=SIG, delay_enter=TIME, delay_exit=TIME (s, ms, us, ns),\n" +
			"poke_enter=@argN=HEX,..., poke_exit=@argN=HEX,...; syscall=NAME is called\n" +
			"instead of none; when=FIRST[..LAST][+[STEP]] says which calls"},
	{long: []string{"fault"}, arg: required, words: Calls, value: "SET[:error=ERRNO][:when=EXPR]", set: qualifierOption("fault"),
		help: "have these calls fail; default ENOSYS"},
}}

var miscellaneous = group{"Miscellaneous", []option{
	{short: 'd', long: []string{"debug"}, set: func(p *parser, _ use) error { p.Debug = true; return nil },
		help: "say on stderr what strace itself does, and why"},
	{short: 'h', long: []string{"help"}, set: func(p *parser, _ use) error { p.Help = true; return nil },
		help: "show this text"},
	{long: []string{"seccomp-bpf"}, arg: optional, words: Whens, value: "WHEN", set: (*parser).seccomp,
		help: "have the kernel stop the command only for calls that count: auto\n" +
			"(default: where that changes nothing else), always, never"},
	{long: []string{"tips"}, arg: optional, words: TipForms, value: "ID,FORMAT", set: (*parser).tips,
		help: "say something useful at the end; ID is a number or random (default), FORMAT\nnone, compact (default) or full"},
	{short: 'V', long: []string{"version"}, set: func(p *parser, _ use) error { p.Version = true; return nil },
		help: "show the version"},
}}

// qualifierOption is what --trace=SET does: the same as -e trace=SET.
func qualifierOption(name string) func(*parser, use) error {
	return func(p *parser, u use) error { return p.qualifier(name, u.arg) }
}

func only(s report.Status) func(*parser, use) error {
	return func(p *parser, _ use) error {
		p.Status = s
		p.statusOptions++
		return nil
	}
}

func (p *parser) env(u use) error {
	name, value, set := strings.Cut(u.arg, "=")
	p.Env = append(p.Env, EnvEdit{Name: name, Value: value, Unset: !set})
	return nil
}

func (p *parser) attach(u use) error {
	pids := strings.FieldsFunc(u.arg, func(r rune) bool { return strings.ContainsRune(", \t\n", r) })
	for _, s := range pids {
		pid, err := strconv.ParseInt(s, 10, 32)
		switch {
		case err != nil || pid <= 0:
			return refuse("invalid process id '%s': it should be a positive number", s)
		case int(pid) == p.pid:
			return refuse("cannot attach to process %d: it is this strace itself", pid)
		}
		p.Attach = append(p.Attach, int(pid))
	}
	return nil
}

func (p *parser) user(u use) error {
	var err error
	p.User, err = parseUser(u.arg)
	return err
}

func (p *parser) follow(u use) error {
	p.Follow = true
	if u.short() {
		p.shortFollow++
	} else {
		p.longFollow = true
	}
	return nil
}

func (p *parser) daemonize(u use) error {
	if u.short() {
		p.shortDaemonize++
		return nil
	}
	p.longDaemonize = true
	switch strings.ToLower(u.arg) {
	case "grandchild":
		p.Daemonize = Grandchild
	case "pgroup", "pgrp":
		p.Daemonize = ProcessGroup
	case "session":
		p.Daemonize = NewSession
	default:
		if u.has {
			return u.invalid("it should be grandchild, pgroup, pgrp or session")
		}
		p.Daemonize = Grandchild
	}
	return nil
}

func (p *parser) detachOn(u use) error {
	if u.arg != "execve" {
		return refuse("Syscall '%s' for -b isn't supported: it should be execve", u.arg)
	}
	p.DetachOnExec = true
	return nil
}

func (p *parser) limit(u use) error {
	n, err := strconv.ParseInt(strings.TrimLeft(u.arg, " \t\n\v\f\r"), 10, 64)
	if err != nil || n <= 0 {
		return u.invalid("it should be a number greater than 0")
	}
	p.Limit = uint64(n)
	return nil
}

func (p *parser) interruptible(u use) error {
	for i, name := range [...]string{"anywhere", "waiting", "never", "never_tstp"} {
		if strings.EqualFold(u.arg, name) {
			p.Interruptible = Interruptible(i + 1)
			return nil
		}
	}
	if n, err := u.number(int(NeverTSTP)); err == nil && n > 0 {
		p.Interruptible = Interruptible(n)
		return nil
	}
	return u.invalid("it should be anywhere, waiting, never or never_tstp (1 to 4)")
}

func (p *parser) seccomp(u use) error {
	switch {
	case !u.has, u.arg == "always":
		p.Seccomp = SeccompAlways
	case u.arg == "auto":
		p.Seccomp = SeccompAuto
	case u.arg == "never":
		p.Seccomp = SeccompNever
	default:
		return u.invalid("it should be auto, always or never")
	}
	return nil
}

// nearestOption returns "; did you mean '--trace'?" if there is an option like name.
func nearestOption(name string) string {
	var names []string
	for o := range all() {
		names = append(names, o.long...)
	}
	if near := filter.Nearest(name, names); len(near) > 0 {
		return "; did you mean '--" + near[0] + "'?"
	}
	return ""
}
