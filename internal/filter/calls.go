package filter

import (
	"fmt"
	"strconv"
	"strings"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
)

// A Table is the system calls of one ABI: their names and classes by number.
type Table interface {
	Len() int                     // one more than the highest number
	Name(nr uint64) string        // "" where there is no call
	Class(nr uint64) decode.Class // 0 where there is no call
}

// A Personality is an ABI and its system calls.
type Personality struct {
	ABI   *abi.ABI
	Table Table
}

// designator is what follows the @ in "open@64".
func (p *Personality) designator() string { return strconv.Itoa(8 * p.ABI.Word) }

// Calls is a set of system calls, per ABI. A number without a name belongs to
// every set: the reference shows such calls whatever the expression says. A
// nil *Calls holds every call.
type Calls struct {
	of []bitmap
}

type bitmap struct {
	abi   *abi.ABI
	named []uint64 // numbers that have a name
	in    []uint64 // numbers that belong to the set
}

// Has reports whether number nr of ABI a belongs to the set.
func (s *Calls) Has(a *abi.ABI, nr uint64) bool {
	if s == nil {
		return true
	}
	for i := range s.of {
		b := &s.of[i]
		if b.abi != a {
			continue
		}
		w := nr / 64
		if w >= uint64(len(b.in)) {
			return true
		}
		return (b.in[w]|^b.named[w])>>(nr%64)&1 != 0
	}
	return true
}

// All reports whether every call belongs to the set.
func (s *Calls) All() bool {
	if s == nil {
		return true
	}
	for _, b := range s.of {
		for w := range b.in {
			if b.in[w] != b.named[w] {
				return false
			}
		}
	}
	return true
}

// CompileCalls compiles the expressions given for one qualifier, in order: the
// last one counts. Without any the result is nil, the set of all calls.
func CompileCalls(exprs []string, ps []Personality) (*Calls, error) {
	var set *Calls
	for _, text := range exprs {
		var err error
		if set, err = compileCalls(text, ps); err != nil {
			return nil, err
		}
	}
	return set, nil
}

func compileCalls(text string, ps []Personality) (*Calls, error) {
	e, err := parse("system call", text)
	if err != nil {
		return nil, err
	}
	set := newCalls(ps)
	if e.all {
		set.add(ps, "", func(*Personality, uint64) bool { return true })
	}
	for _, v := range e.values {
		if err := set.addValue(v, ps); err != nil {
			return nil, err
		}
	}
	if e.invert {
		for _, b := range set.of {
			for w := range b.in {
				b.in[w] = b.named[w] &^ b.in[w]
			}
		}
	}
	return set, nil
}

func newCalls(ps []Personality) *Calls {
	set := &Calls{of: make([]bitmap, len(ps))}
	for i, p := range ps {
		words := (p.Table.Len() + 63) / 64
		b := bitmap{abi: p.ABI, named: make([]uint64, words), in: make([]uint64, words)}
		for nr := range uint64(p.Table.Len()) {
			if p.Table.Name(nr) != "" {
				b.named[nr/64] |= 1 << (nr % 64)
			}
		}
		set.of[i] = b
	}
	return set
}

// add adds the named calls that match, of the personality with the designator
// or, if that is "", of each. It reports whether there were any.
func (s *Calls) add(ps []Personality, designator string, match func(*Personality, uint64) bool) bool {
	found := false
	for i := range ps {
		p, b := &ps[i], &s.of[i]
		if designator != "" && designator != p.designator() {
			continue
		}
		for nr := range uint64(p.Table.Len()) {
			if p.Table.Name(nr) != "" && match(p, nr) {
				b.in[nr/64] |= 1 << (nr % 64)
				found = true
			}
		}
	}
	return found
}

// addValue adds one value: a name, a number, a class or a /regex, behind an
// optional ? and before an optional @designator.
func (s *Calls) addValue(value string, ps []Personality) error {
	v, optional := strings.CutPrefix(value, "?")
	what, designator := v, ""
	if i := strings.LastIndexByte(v, '@'); i >= 0 {
		what, designator = v[:i], v[i+1:]
		if err := checkDesignator(designator, v, ps); err != nil {
			return err
		}
	}
	match, err := matcher(what)
	if err != nil {
		return err
	}
	if match == nil {
		match = func(p *Personality, nr uint64) bool { return p.Table.Name(nr) == what }
	}
	isClass := class(what) != 0 || what == "all"
	if s.add(ps, designator, match) || optional || isClass {
		return nil
	}
	if designator == x32 && hasX32(&ps[0], match) {
		return nil
	}
	return &InvalidError{What: "system call", Value: v, Near: nearestCalls(what, designator, ps)}
}

// matcher returns what decides whether a call is meant; nil if value is a name.
func matcher(value string) (func(*Personality, uint64) bool, error) {
	if pattern, ok := strings.CutPrefix(value, "/"); ok {
		re, err := compileRegex(pattern)
		if err != nil {
			return nil, &InvalidError{What: "regular expression", Value: pattern, Detail: err.Error()}
		}
		return func(p *Personality, nr uint64) bool { return re.MatchString(p.Table.Name(nr)) }, nil
	}
	if c := class(value); c != 0 {
		return func(p *Personality, nr uint64) bool { return p.Table.Class(nr)&c != 0 }, nil
	}
	if value == "all" {
		return func(*Personality, uint64) bool { return true }, nil
	}
	if value != "" && strings.Trim(value, "0123456789") == "" {
		n, err := strconv.ParseUint(value, 10, 32)
		return func(_ *Personality, nr uint64) bool { return err == nil && nr == n }, nil
	}
	return nil, nil
}

// A DesignatorError says that no ABI is called as what follows the @.
type DesignatorError struct {
	Designator, Value string
	Known             []string
}

func (e *DesignatorError) Error() string {
	return fmt.Sprintf("incorrect personality designator '%s' in '%s': it should be one of %s",
		e.Designator, e.Value, strings.Join(e.Known, ", "))
}

func checkDesignator(d, value string, ps []Personality) error {
	if d == x32 {
		return nil
	}
	var known []string
	for i := range ps {
		if ps[i].designator() == d {
			return nil
		}
		known = append(known, ps[i].designator())
	}
	return &DesignatorError{Designator: d, Value: value, Known: append(known, x32)}
}

// nearestCalls returns the names of calls and classes most like name.
func nearestCalls(name, designator string, ps []Personality) []string {
	var names []string
	if strings.HasPrefix(name, "%") {
		for _, c := range decode.ClassNames {
			names = append(names, "%"+c)
		}
		return Nearest(name, append(names, "%network"))
	}
	if strings.HasPrefix(name, "/") {
		return nil
	}
	for i := range ps {
		if designator != "" && designator != ps[i].designator() {
			continue
		}
		for nr := range uint64(ps[i].Table.Len()) {
			names = append(names, ps[i].Table.Name(nr))
		}
	}
	return Nearest(name, names)
}
