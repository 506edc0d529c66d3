package filter

import (
	"fmt"
	"strings"
)

// An InvalidError says that a value of a qualifying expression is unknown.
type InvalidError struct {
	What   string   // of what kind it should have been: "system call", "signal"
	Value  string   // what was given
	Near   []string // the names closest to it, best first; may be empty
	Detail string   // what is wrong with it; may be empty
}

func (e *InvalidError) Error() string {
	s := fmt.Sprintf("invalid %s '%s'", e.What, e.Value)
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	switch n := len(e.Near); n {
	case 0:
	case 1:
		s += fmt.Sprintf("; did you mean '%s'?", e.Near[0])
	default:
		s += fmt.Sprintf("; did you mean '%s' or '%s'?", strings.Join(e.Near[:n-1], "', '"), e.Near[n-1])
	}
	return s
}

// expression is a qualifying expression taken apart.
type expression struct {
	invert bool // all but what follows
	all    bool // everything, or, inverted, nothing; no values
	values []string
}

// parse takes apart an expression of values that are called what in errors.
func parse(what, text string) (expression, error) {
	var e expression
	rest := text
	for strings.HasPrefix(rest, "!") {
		e.invert = !e.invert
		rest = rest[1:]
	}
	switch rest {
	case "all":
		e.all = true
		return e, nil
	case "none":
		e.all, e.invert = true, !e.invert
		return e, nil
	}
	for v := range strings.SplitSeq(rest, ",") {
		if v != "" {
			e.values = append(e.values, v)
		}
	}
	if len(e.values) == 0 {
		return e, &InvalidError{What: what, Value: text}
	}
	return e, nil
}

// A Member is a named bit, or several, of a set.
type Member struct {
	Name string // matched without regard to case
	Bits uint32
}

// Members compiles an expression over a small universe of named bits. Errors
// call a value what: "status".
func Members(what, text string, universe []Member) (uint32, error) {
	e, err := parse(what, text)
	if err != nil {
		return 0, err
	}
	var set, full uint32
	for _, m := range universe {
		full |= m.Bits
	}
	if e.all {
		set = full
	}
	for _, v := range e.values {
		bits, ok := lookup(v, universe)
		if !ok {
			names := make([]string, len(universe))
			for i, m := range universe {
				names[i] = m.Name
			}
			return 0, &InvalidError{What: what, Value: v, Near: Nearest(v, names)}
		}
		set |= bits
	}
	if e.invert {
		set = full &^ set
	}
	return set, nil
}

func lookup(name string, universe []Member) (uint32, bool) {
	for _, m := range universe {
		if strings.EqualFold(m.Name, name) {
			return m.Bits, true
		}
	}
	return 0, false
}
