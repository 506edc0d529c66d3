package options

import (
	"slices"
	"strings"
)

// This file splits a command line as GNU getopt_long does with a leading "+":
// clusters of short options, attached and optional arguments, unambiguous
// prefixes of long options, and an end at the first word that is no option.
// The libraries at hand (pflag, pborman/getopt, kingpin and others) lack
// prefixes or optional arguments of long options, or do not keep the order.

// argument says whether an option takes an argument.
type argument uint8

const (
	noArgument argument = iota
	required
	optional // only attached: --quiet=attach
)

// An option is one entry of the tables.
type option struct {
	short byte     // 0: none
	long  []string // every spelling, the preferred one first
	arg   argument
	words Values // what the argument is made of
	value string // what the argument is called in the help text
	help  string // lines of the help text; "" if the option is not mentioned
	own   bool   // an option that the reference lacks: it makes no prefix ambiguous
	todo  bool   // recognised, but not supported yet
	set   func(p *parser, u use) error
}

// A use is one occurrence of an option.
type use struct {
	opt  *option
	name string // as spelled out: "-a" or "--columns"
	arg  string
	has  bool // an argument was given
}

func (u *use) short() bool { return len(u.name) == 2 }

// scanner yields the options of args one by one.
type scanner struct {
	args    []string
	cluster string // what is left of a word such as -fyp
}

// next returns the next option; ok is false at the end, where args is what
// follows the options.
func (s *scanner) next() (u use, ok bool, err error) {
	if s.cluster != "" {
		return s.nextShort()
	}
	if len(s.args) == 0 {
		return use{}, false, nil
	}
	word := s.args[0]
	switch {
	case word == "--":
		s.args = s.args[1:]
		return use{}, false, nil
	case strings.HasPrefix(word, "--"):
		s.args = s.args[1:]
		u, err = s.long(word[2:])
		return u, true, err
	case len(word) > 1 && word[0] == '-':
		s.args = s.args[1:]
		s.cluster = word[1:]
		return s.nextShort()
	}
	return use{}, false, nil
}

func (s *scanner) nextShort() (use, bool, error) {
	c := s.cluster[0]
	s.cluster = s.cluster[1:]
	u := use{name: "-" + string(rune(c))}
	for o := range all() {
		if o.short == c {
			u.opt = o
		}
	}
	if u.opt == nil {
		return u, true, usage("invalid option -- '%c'", c)
	}
	if u.opt.arg != required {
		return u, true, nil
	}
	switch {
	case s.cluster != "":
		u.arg, s.cluster = s.cluster, ""
	case len(s.args) > 0:
		u.arg, s.args = s.args[0], s.args[1:]
	default:
		return u, true, usage("option requires an argument -- '%c'", c)
	}
	u.has = true
	return u, true, nil
}

// long handles --word, where word may have an attached argument.
func (s *scanner) long(word string) (use, error) {
	name, arg, has := strings.Cut(word, "=")
	u, err := find(name, word)
	if err != nil {
		return u, err
	}
	u.arg, u.has = arg, has
	switch {
	case has && u.opt.arg == noArgument:
		return u, usage("option '%s' doesn't allow an argument", u.name)
	case !has && u.opt.arg == required:
		if len(s.args) == 0 {
			return u, usage("option '%s' requires an argument", u.name)
		}
		u.arg, u.has, s.args = s.args[0], true, s.args[1:]
	}
	return u, nil
}

// find returns the option that name is a spelling or an unambiguous prefix of.
func find(name, word string) (use, error) {
	var u use
	var candidates []string
	for o := range all() {
		if slices.Contains(o.long, name) {
			return use{opt: o, name: "--" + name}, nil
		}
		i := slices.IndexFunc(o.long, func(l string) bool { return name != "" && strings.HasPrefix(l, name) })
		if i < 0 || u.opt != nil && o.own {
			continue
		}
		if u.opt == nil || u.opt.own {
			u = use{opt: o, name: "--" + o.long[i]}
			candidates = candidates[:0]
		}
		candidates = append(candidates, "'--"+o.long[i]+"'")
	}
	switch {
	case len(candidates) > 1:
		return u, usage("option '--%s' is ambiguous; possibilities: %s", word, strings.Join(candidates, " "))
	case u.opt == nil:
		return u, usage("unrecognized option '--%s'%s", word, nearestOption(name))
	}
	return u, nil
}
