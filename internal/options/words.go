package options

import (
	"gostrace/internal/filter"
	"gostrace/internal/summary"
)

// Values says what an option's argument is made of: for completion by a shell.
type Values uint8

const (
	AnyValue Values = iota // what a program can't guess
	Files
	Commands
	PIDs
	Users
	Qualifiers // QUALIFIER=SET, or a set of calls
	Calls      // a list of system calls and classes
	Signals    // a list of signals
	Statuses
	Messages
	Details
	Identities
	Columns  // a list of columns
	Column   // one
	Spans    // s, ms, us, ns
	Moments  // what -t shows
	Escapes  // which strings are hexadecimal
	Styles   // how constants are shown
	Whens    // auto, always, never
	Places   // of -D
	Steps    // of -I
	Frames   // of -k
	TipForms // of --tips
	Execve
	NewOnly
	VCPU
)

// Words are the words that such an argument is made of; nil where they are not
// known here. list says that several may stand with commas between them.
func (v Values) Words() (words []string, list bool) {
	switch v {
	case Qualifiers:
		for _, q := range qualifiers {
			words = append(words, q.names[0]+"=")
		}
		return words, false
	case Statuses:
		return namesOf(statuses), true
	case Messages:
		return namesOf(messages), true
	case Details:
		return namesOf(details), true
	case Identities:
		return namesOf(identities), true
	case Columns:
		return summary.Names(false), true
	case Column:
		return summary.Names(true), false
	case Spans:
		return []string{"s", "ms", "us", "ns"}, false
	case Moments:
		return []string{"none", "time", "unix", "s", "ms", "us", "ns"}, true
	case Escapes:
		return []string{"none", "non-ascii-chars", "non-ascii", "all"}, false
	case Styles:
		return []string{"raw", "abbrev", "verbose"}, false
	case Whens:
		return []string{"auto", "always", "never"}, false
	case Places:
		return []string{"grandchild", "pgroup", "pgrp", "session"}, false
	case Steps:
		return []string{"anywhere", "waiting", "never", "never_tstp"}, false
	case Frames:
		return []string{"symbol", "source"}, false
	case TipForms:
		return []string{"none", "compact", "full", "random"}, true
	case Execve:
		return []string{"execve"}, false
	case NewOnly:
		return []string{"new"}, false
	case VCPU:
		return []string{"vcpu", "vcpu+"}, false
	}
	return nil, v == Calls || v == Signals || v == PIDs
}

func namesOf(members []filter.Member) []string {
	words := []string{"all", "none"}
	for _, m := range members {
		words = append(words, m.Name)
	}
	return words
}
