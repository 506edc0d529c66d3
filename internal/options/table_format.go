package options

import (
	"math"
	"strings"

	"gostrace/internal/procfs"
	"gostrace/internal/report"
	"gostrace/internal/show"
)

var format = group{"Output format", []option{
	{short: 'a', long: []string{"columns"}, arg: required, value: "COLUMN",
		set:  func(p *parser, u use) (err error) { p.Columns, err = u.number(math.MaxInt32); return },
		help: "align results in this column (default 40)"},
	{long: []string{"color"}, arg: required, words: Whens, value: "WHEN", set: (*parser).color,
		help: "colour the trace: always, never, or auto (default): on a terminal;\n" +
			"STRACE_COLORS says how, NO_COLOR that auto never does"},
	{long: []string{"abbrev"}, arg: required, words: Calls, value: "SET", set: qualifierOption("abbrev"),
		help: "show structures in brief for these calls (default all)"},
	{long: []string{"verbose"}, arg: required, words: Calls, value: "SET", set: qualifierOption("verbose"),
		help: "show what pointers point to for these calls (default all)"},
	{long: []string{"raw"}, arg: required, words: Calls, value: "SET", set: qualifierOption("raw"),
		help: "show arguments as plain numbers for these calls"},
	{long: []string{"read"}, arg: required, value: "SET", set: qualifierOption("read"),
		help: "show in full all that is read from these descriptors"},
	{long: []string{"write"}, arg: required, value: "SET", set: qualifierOption("write"),
		help: "show in full all that is written to these descriptors"},
	{long: []string{"kvm"}, arg: required, words: VCPU, value: "vcpu", set: qualifierOption("kvm"),
		help: "show why virtual CPUs return: behind the result of KVM_RUN"},
	{long: []string{"namespace"}, arg: optional, words: NewOnly, value: "new", set: (*parser).namespaceOption,
		help: "show the namespaces that clone, clone3, setns and unshare enter"},
	{long: []string{"secontext"}, arg: optional, set: qualifierOption("secontext")},
	{short: 'i', long: []string{"instruction-pointer"}, set: func(p *parser, _ use) error { p.IP = true; return nil },
		help: "show the instruction pointer"},
	{long: []string{"json"}, own: true, set: func(p *parser, _ use) error { p.JSON = true; return nil },
		help: "write one JSON object per line instead of text"},
	{short: 'k', long: []string{"stack-trace", "stack-traces"}, arg: optional, words: Frames, value: "HOW", set: (*parser).stacks,
		help: "show the stack behind each call and signal: symbol (default), or source, with\nfiles and lines (-kk)"},
	{long: []string{"stack-trace-frame-limit"}, arg: required, value: "LIMIT", set: (*parser).stackLimit,
		help: "show at most LIMIT frames of a stack (default 256)"},
	{short: 'n', long: []string{"syscall-number"}, set: func(p *parser, _ use) error { p.Nr = true; return nil },
		help: "show the number of each call"},
	{short: 'N', long: []string{"arg-names"}, set: func(p *parser, _ use) error { p.Show.Names = true; return nil },
		help: "show the names of arguments"},
	{short: 'o', long: []string{"output"}, arg: required, words: Files, value: "FILE", set: (*parser).output,
		help: "write the trace to FILE, or to the command in '|COMMAND' or '!COMMAND'"},
	{short: 'A', long: []string{"output-append-mode"}, set: func(p *parser, _ use) error { p.Output.Append = true; return nil },
		help: "append to FILE instead of replacing it"},
	{short: 'q', long: []string{"quiet", "silent", "silence"}, arg: optional, words: Messages, value: "SET", set: (*parser).quiet,
		help: "leave out messages: attach, exit, path-resolution, personality,\n" +
			"thread-execve; -q is attach,personality, -qq also exit, -qqq is all"},
	{short: 'r', long: []string{"relative-timestamps"}, arg: optional, words: Spans, value: "PRECISION", set: (*parser).relative,
		help: "show the time since the line before; in s, ms, us (default) or ns"},
	{short: 's', long: []string{"string-limit"}, arg: required, value: "SIZE",
		set:  func(p *parser, u use) (err error) { p.Show.StrLen, err = u.number(math.MaxInt32 / 2); return },
		help: "show at most SIZE bytes of a string (default 32); file names are shown whole"},
	{short: 't', long: []string{"absolute-timestamps", "timestamps"}, arg: optional, words: Moments, value: "FORMAT,PRECISION",
		set: (*parser).absolute,
		help: "show the time: FORMAT is none, time (default) or unix, PRECISION s (default),\n" +
			"ms, us or ns; -tt is time,us and -ttt is unix,us"},
	{short: 'T', long: []string{"syscall-times"}, arg: optional, words: Spans, value: "PRECISION", set: (*parser).duration,
		help: "show how long each call took; in s, ms, us (default) or ns"},
	{short: 'v', long: []string{"no-abbrev"},
		set:  func(p *parser, _ use) error { p.Abbrev = append(p.Abbrev, "none"); return nil },
		help: "show structures in full"},
	{short: 'x', long: []string{"strings-in-hex"}, arg: optional, words: Escapes, value: "WHICH", set: (*parser).hex,
		help: "show strings in hexadecimal: none, non-ascii-chars, non-ascii (-x), all (-xx)"},
	{short: 'X', long: []string{"const-print-style"}, arg: required, words: Styles, value: "STYLE", set: (*parser).constants,
		help: "show named constants so: raw, abbrev (default) or verbose"},
	{short: 'y', long: []string{"decode-fds"}, arg: optional, words: Details, value: "SET", set: (*parser).decodeFDs,
		help: "show what descriptors are: path (-y), socket, dev, eventfd, pidfd, signalfd;\n-yy is all"},
	{short: 'Y', set: pids(procfs.Comm), help: "show the names of processes behind their ids"},
	{long: []string{"decode-pids"}, arg: required, words: Identities, value: "SET", set: qualifierOption("decode-pids"),
		help: "show what process ids are: comm (-Y), pidns (--pidns-translation)"},
	{long: []string{"pidns-translation"}, set: pids(procfs.PIDNS),
		help: "show the ids of processes in strace's pid name space, too"},
	{long: []string{"always-show-pid"}, set: func(p *parser, _ use) error { p.AlwaysPID = true; return nil },
		help: "begin each line with the process id, even if there is only one"},
}}

func (p *parser) output(u use) error {
	p.Output.Given, p.Output.File, p.Output.Pipe = true, u.arg, ""
	if u.arg != "" && (u.arg[0] == '|' || u.arg[0] == '!') {
		p.Output.File, p.Output.Pipe = "", u.arg[1:]
	}
	p.Output.Piped = p.Output.File != u.arg
	return nil
}

func (p *parser) quiet(u use) error {
	switch {
	case u.short():
		p.shortQuiet++
		return nil
	case !u.has:
		p.longQuiet = true
		p.Quiet = QuietAttach | QuietPersonality
		return nil
	}
	return p.qualifier("quiet", u.arg)
}

func (p *parser) decodeFDs(u use) error {
	switch {
	case u.short():
		p.shortFDs++
		return nil
	case !u.has:
		p.longFDs = true
		p.FDs = procfs.Path
		return nil
	}
	return p.qualifier("decode-fds", u.arg)
}

func (p *parser) namespaceOption(u use) error {
	if !u.has {
		u.arg = "new"
	}
	return p.namespace(u.arg)
}

func pids(k procfs.PIDKinds) func(*parser, use) error {
	return func(p *parser, _ use) error { p.PIDs = k; return nil }
}

func (p *parser) relative(u use) error {
	var err error
	p.Relative, err = u.span()
	return err
}

func (p *parser) duration(u use) error {
	var err error
	p.Duration, err = u.span()
	return err
}

// span is the value of -r and -T.
func (u *use) span() (Time, error) {
	if !u.has {
		return Time{On: true, Precision: 6}, nil
	}
	digits, ok := precision(u.arg)
	if !ok {
		return Time{}, u.invalid("it should be s, ms, us or ns")
	}
	return Time{On: true, Precision: digits}, nil
}

// precision returns the number of digits behind the point that a unit asks for.
func precision(unit string) (report.Precision, bool) {
	switch unit {
	case "s":
		return 0, true
	case "ms":
		return 3, true
	case "us":
		return 6, true
	case "ns":
		return 9, true
	}
	return 0, false
}

func (p *parser) absolute(u use) error {
	if u.short() {
		p.shortTime++
		return nil
	}
	p.longTime = true
	var ok bool
	if p.Absolute, ok = parseTimestamp(u.arg); !ok {
		return u.invalid("it should be none, time or unix, and s, ms, us or ns")
	}
	return nil
}

func (p *parser) hex(u use) error {
	if u.short() {
		p.shortHex++
		return nil
	}
	p.longHex = true
	if !u.has {
		p.Show.Escape = show.All
		return nil
	}
	for e, name := range [...]string{
		show.Octal: "none", show.NonASCIIChars: "non-ascii-chars", show.NonASCII: "non-ascii", show.All: "all",
	} {
		if u.arg == name {
			p.Show.Escape = show.Escape(e)
			return nil
		}
	}
	return u.invalid("it should be none, non-ascii-chars, non-ascii or all")
}

func (p *parser) color(u use) error {
	for w, name := range [...]string{ColorAuto: "auto", ColorAlways: "always", ColorNever: "never"} {
		if strings.EqualFold(u.arg, name) {
			p.Color = When(w)
			return nil
		}
	}
	return u.invalid("it should be auto, always or never")
}

func (p *parser) constants(u use) error {
	for s, name := range [...]string{show.Raw: "raw", show.Abbrev: "abbrev", show.Verbose: "verbose"} {
		if u.arg == name {
			p.Show.X = show.Style(s)
			return nil
		}
	}
	return u.invalid("it should be raw, abbrev or verbose")
}
