package options

import (
	"strings"

	"gostrace/internal/inject"
	"gostrace/internal/summary"
)

var statistics = group{"Statistics", []option{
	{short: 'c', long: []string{"summary-only"}, set: (*parser).summaryOnly,
		help: "count calls, errors and time, and show a table at the end instead of the trace"},
	{short: 'C', long: []string{"summary"}, set: (*parser).summaryAfter,
		help: "show the trace and then the table"},
	{short: 'O', long: []string{"summary-syscall-overhead"}, arg: required, value: "TIME", set: (*parser).overhead,
		help: "take this time off each call: what the tracing itself costs (default 0);\na number and s, ms, us (default) or ns"},
	{short: 'S', long: []string{"summary-sort-by"}, arg: required, words: Column, value: "COLUMN", set: (*parser).sortBy,
		help: "sort the table by time (default), min-time, max-time, avg-time, wall-total,\n" +
			"wall-min, wall-max, wall-avg, calls, errors, name or nothing"},
	{short: 'U', long: []string{"summary-columns"}, arg: required, words: Columns, value: "COLUMN[,COLUMN...]", set: (*parser).columns,
		help: "show these columns (default time-percent,total-time,avg-time,calls,errors,name)"},
	{short: 'w', long: []string{"summary-wall-clock"},
		set:  func(p *parser, _ use) error { p.Summary.WallClock = true; return nil },
		help: "count elapsed time instead of system time"},
}}

func (p *parser) summaryOnly(use) error {
	p.Summary.Only = true
	return p.oneSummary()
}

func (p *parser) summaryAfter(use) error {
	p.Summary.After = true
	return p.oneSummary()
}

func (p *parser) oneSummary() error {
	if p.Summary.Only && p.Summary.After {
		return usage("-c/--summary-only and -C/--summary are mutually exclusive")
	}
	return nil
}

func (p *parser) overhead(u use) error {
	ns, ok := inject.Nanoseconds(u.arg)
	if !ok {
		return u.invalid("it should be a decimal number with s, ms, us (default) or ns behind it")
	}
	p.Summary.Overhead = ns
	return nil
}

func (p *parser) sortBy(u use) error {
	c, ok := summary.ParseColumn(u.arg)
	if !ok {
		return usage("invalid %s argument: '%s': it should be one of %s",
			u.name, u.arg, strings.Join(summary.Names(true), ", "))
	}
	p.Summary.Sort, p.sorted = c, true
	return nil
}

func (p *parser) columns(u use) error {
	var cols []summary.Column
	seen := map[summary.Column]bool{}
	for name := range strings.SplitSeq(u.arg, ",") {
		c, ok := summary.ParseColumn(name)
		if !ok || c == summary.Nothing {
			return usage("unknown column name: '%s': it should be one of %s",
				name, strings.Join(summary.Names(false), ", "))
		}
		if seen[c] {
			return usage("call summary column has been provided more than once: '%s'", name)
		}
		seen[c] = true
		cols = append(cols, c)
	}
	p.Summary.Columns = cols
	return nil
}
