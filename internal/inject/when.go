package inject

import (
	"math"
	"strings"
)

// When says for which of a task's calls of one kind a rule holds: number
// First, and from there up to Last each Step-th.
type When struct {
	First, Last, Step uint32 // counted from 1
}

// Always holds for every call.
var Always = When{First: 1, Last: math.MaxUint32, Step: 1}

// Has reports whether the rule holds for the nth call, counted from 1.
func (w When) Has(n uint32) bool {
	return n >= w.First && n <= w.Last && (n-w.First)%w.Step == 0
}

// parseWhen parses FIRST[..LAST][+[STEP]].
func parseWhen(s string) (When, bool) {
	const most = 65535
	first, s, ok := cutNumber(s)
	if !ok || first < 1 || first > most {
		return When{}, false
	}
	w := When{First: uint32(first), Last: uint32(first), Step: 1}
	rest, ranged := strings.CutPrefix(s, "..")
	if ranged {
		var last int
		last, s, ok = cutNumber(rest)
		if !ok || last < first || last >= most {
			return When{}, false
		}
		w.Last = uint32(last)
	}
	if s == "" {
		return w, true
	}
	rest, stepped := strings.CutPrefix(s, "+")
	if !stepped {
		return When{}, false
	}
	if !ranged {
		w.Last = math.MaxUint32
	}
	if rest == "" {
		return w, true
	}
	step, rest, ok := cutNumber(rest)
	if !ok || rest != "" || step < 1 || step > most {
		return When{}, false
	}
	w.Step = uint32(step)
	return w, true
}
