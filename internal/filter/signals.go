package filter

import (
	"strconv"
	"strings"

	"gostrace/internal/xlat"
)

// Signals is a set of signals. A nil *Signals holds every signal.
type Signals [4]uint64

// Has reports whether signal number sig belongs to the set.
func (s *Signals) Has(sig int) bool {
	if s == nil || uint(sig) >= 64*uint(len(s)) {
		return true
	}
	return s[sig/64]>>(sig%64)&1 != 0
}

// CompileSignals compiles an expression of signal names, with or without SIG
// and in any case, and numbers from 0 to 255.
func CompileSignals(text string) (*Signals, error) {
	e, err := parse("signal", text)
	if err != nil {
		return nil, err
	}
	set := new(Signals)
	if e.all {
		*set = Signals{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
	}
	for _, v := range e.values {
		sig, ok := SignalNumber(v)
		if !ok {
			return nil, &InvalidError{What: "signal", Value: v, Near: nearestSignals(v)}
		}
		set[sig/64] |= 1 << (sig % 64)
	}
	if e.invert {
		for i := range set {
			set[i] = ^set[i]
		}
	}
	return set, nil
}

// SignalNumber returns the number of a signal by its name, with or without SIG
// and in any case, or by its number as text.
func SignalNumber(s string) (int, bool) {
	if n, err := strconv.ParseUint(s, 10, 8); err == nil {
		return int(n), true
	}
	for n, name := range xlat.Signal {
		if name != "" && (strings.EqualFold(s, name) || strings.EqualFold("SIG"+s, name)) {
			return n, true
		}
	}
	return 0, false
}

func nearestSignals(s string) []string {
	if len(s) < 3 || !strings.EqualFold(s[:3], "SIG") {
		s = "SIG" + s
	}
	return Nearest(s, xlat.Signal[:])
}
