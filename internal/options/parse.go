package options

import "os"

// parser is the state of one Parse: the Options so far, and what check needs
// to know about how they were spelled.
type parser struct {
	*Options
	pid int // our own, which -p must not name

	shortFollow                                   int // how often -f
	longFollow, oldFollow                         bool
	separately                                    bool // --output-separately
	engineGiven                                   bool
	shortQuiet, shortFDs, shortTime, shortHex     int
	longQuiet, longFDs, longTime, longHex, sorted bool
	shortDaemonize                                int // how often -D
	longDaemonize                                 bool
	stackOption                                   bool // -k, --stack-trace
	statusOptions                                 int  // how often -z or -Z
}

// Parse parses a command line; argv does not include the program's name, and
// env looks up a variable of our own environment. A mistake is an *Error.
func Parse(argv []string, env func(string) (string, bool)) (*Options, error) {
	o, err := parse(argv, os.Getpid())
	if err == nil {
		o.Colors = colors(o.Color, env)
	}
	return o, err
}

// parse is Parse in a process whose id is pid.
func parse(argv []string, pid int) (*Options, error) {
	p := parser{Options: defaults(), pid: pid}
	s := scanner{args: argv}
	for {
		u, ok, err := s.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		if u.opt.todo {
			return nil, refuse("option %s is not supported yet", u.name)
		}
		if err := u.opt.set(&p, u); err != nil {
			return nil, err
		}
		if p.Help {
			return p.Options, nil
		}
	}
	p.Command = s.args
	if p.Version {
		return p.Options, nil
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	return p.Options, nil
}
