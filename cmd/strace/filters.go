package main

import (
	"gostrace/internal/filter"
	"gostrace/internal/inject"
	"gostrace/internal/options"
	"gostrace/internal/procfs"
	"gostrace/internal/summary"
	"gostrace/internal/syscalls"
)

// filters are the sets of calls and signals that the options name.
type filters struct {
	trace, abbrev, verbose, raw *filter.Calls
	inject                      *inject.Rules // nil: none
}

// tables are the calls that can be filtered.
func tables() []filter.Personality {
	var ps []filter.Personality
	for i := range syscalls.Tables {
		t := &syscalls.Tables[i]
		ps = append(ps, filter.Personality{ABI: t.ABI, Table: t})
	}
	return ps
}

func compile(o *options.Options) (*filters, error) {
	ps := tables()
	f := new(filters)
	for _, q := range []struct {
		set   **filter.Calls
		exprs []string
	}{
		{&f.trace, o.Trace}, {&f.abbrev, o.Abbrev}, {&f.verbose, o.Verbose}, {&f.raw, o.Raw},
	} {
		var err error
		if *q.set, err = filter.CompileCalls(q.exprs, ps); err != nil {
			return nil, err
		}
	}
	if len(o.Inject) == 0 {
		return f, nil
	}
	var rules []*inject.Rule
	for _, i := range o.Inject {
		parse := inject.Parse
		if i.Fault {
			parse = inject.ParseFault
		}
		r, err := parse(i.Text, ps)
		if err != nil {
			return nil, err
		}
		if w := r.Warning(); w != "" {
			say("%s", w)
		}
		rules = append(rules, r)
	}
	f.inject = inject.New(rules, ps)
	return f, nil
}

// personalities are what the summary counts apart.
func personalities() []summary.Personality {
	var ps []summary.Personality
	for i := range syscalls.Tables {
		t := &syscalls.Tables[i]
		ps = append(ps, summary.Personality{ABI: t.ABI, Table: t})
	}
	return ps
}

// stops are the calls that the session must hear of: those that count, those
// that a hint could be about, and, with -Y, the one that changes names.
func (f *filters) stops(o *options.Options) *filter.Calls {
	set := f.trace
	if o.OnlyFDs != nil || o.Paths != nil {
		// The others can't name what is sought.
		set = set.Among(tables(), func(p *filter.Personality, nr uint64) bool {
			s := syscalls.Of(p.ABI).Call(nr)
			return s != nil && s.MayName()
		})
	}
	if !o.NoHints {
		set = set.WithSiblings(o.Trace, tables())
	}
	if o.PIDs&procfs.Comm != 0 {
		set = set.With(tables(), func(name string) bool { return name == "prctl" })
	}
	return set
}
