package options

// EngineName says what observes the tracees.
type EngineName uint8

// The values of --engine.
const (
	Ptrace EngineName = iota
	EBPF
	Auto
)

// An Engine is what observes the tracees, and which it observes beside the
// command and those of -p.
type Engine struct {
	Name      EngineName
	Lossless  bool   // --lossless: tracees wait when the trace falls behind
	All       bool   // --all: every process of this machine
	Comm      string // --comm: threads of that name; "" if not given
	Cgroup    string // --cgroup; "" if not given
	Container string // --container; "" if not given
}

// Group says whether processes are to be traced for what they are.
func (e *Engine) Group() bool {
	return e.All || e.Comm != "" || e.Cgroup != "" || e.Container != ""
}

var engine = group{"Engine", []option{
	{long: []string{"engine"}, own: true, arg: required, value: "NAME",
		set: func(p *parser, u use) error {
			for i, name := range [...]string{Ptrace: "ptrace", EBPF: "ebpf", Auto: "auto"} {
				if u.arg == name {
					p.Engine.Name, p.engineGiven = EngineName(i), true
					return nil
				}
			}
			return u.invalid("it should be ptrace (default), ebpf or auto")
		},
		help: "observe by ptrace (default), which stops tracees at every call; by ebpf,\n" +
			"which never stops them, but needs root or CAP_BPF and CAP_PERFMON; or auto:\n" +
			"ebpf for -p where that is possible and nothing asked for needs ptrace"},
	{long: []string{"lossless"}, own: true,
		set:  func(p *parser, _ use) error { p.Engine.Lossless = true; return nil },
		help: "with ebpf, hold tracees back when the trace falls behind, instead of\nlosing calls"},
	{long: []string{"all"}, own: true, set: func(p *parser, _ use) error { p.Engine.All = true; return nil },
		help: "with ebpf, trace all processes of this machine but strace's own"},
	{long: []string{"comm"}, own: true, arg: required, value: "NAME",
		set:  func(p *parser, u use) error { return u.nonempty(&p.Engine.Comm) },
		help: "with ebpf, trace all threads of that name"},
	{long: []string{"cgroup"}, own: true, arg: required, value: "PATH",
		set:  func(p *parser, u use) error { return u.nonempty(&p.Engine.Cgroup) },
		help: "with ebpf, trace all processes in that cgroup, and below"},
	{long: []string{"container"}, own: true, arg: required, value: "ID|NAME",
		set:  func(p *parser, u use) error { return u.nonempty(&p.Engine.Container) },
		help: "with ebpf, trace all processes in the cgroup of that container"},
}}

// nonempty stores the argument.
func (u *use) nonempty(to *string) error {
	if u.arg == "" {
		return u.invalid("it should not be empty")
	}
	*to = u.arg
	return nil
}

// engineContradictions are those between the options of the engine.
func (p *parser) engineContradictions() []contradiction {
	e := &p.Engine
	groups := 0
	for _, given := range [...]bool{e.All, e.Comm != "", e.Cgroup != "", e.Container != ""} {
		if given {
			groups++
		}
	}
	// What only one engine can do asks for it.
	if groups > 0 && !p.engineGiven {
		e.Name = EBPF
	}
	return []contradiction{
		{groups > 1, "--all, --comm, --cgroup and --container are mutually exclusive options", false},
		{groups > 0 && (len(p.Command) > 0 || len(p.Attach) > 0),
			"--all, --comm, --cgroup and --container cannot be combined with PROG [ARGS] or -p/--attach", false},
		{groups > 0 && e.Name == Ptrace, "--all, --comm, --cgroup and --container need --engine=ebpf", false},
		{e.Lossless && groups > 0, "--lossless needs PROG [ARGS] or -p/--attach: only a process that is known can be held back", false},
		{e.Lossless && e.Name == Ptrace, "--lossless needs --engine=ebpf: with ptrace nothing is ever lost", false},
	}
}
