package inject

import (
	"gostrace/internal/abi"
	"gostrace/internal/filter"
	"gostrace/internal/trace"
)

// Rules are all rules of a run, by system call.
type Rules struct {
	of []table
}

type table struct {
	abi   *abi.ABI
	calls [][]rule // by number; in the order in which they were given
}

type rule struct {
	When
	do *trace.Tampering
}

// New returns the rules in order. Where several hold for one call, all are
// done; of what contradicts itself the last counts.
func New(rules []*Rule, ps []filter.Personality) *Rules {
	r := &Rules{of: make([]table, len(ps))}
	for i, p := range ps {
		t := table{abi: p.ABI, calls: make([][]rule, p.Table.Len())}
		for _, x := range rules {
			do := x.Do
			if x.With != "" {
				do.Nr = number(p.Table, x.With)
			}
			for nr := range t.calls {
				if p.Table.Name(uint64(nr)) != "" && x.Calls.Has(p.ABI, uint64(nr)) {
					t.calls[nr] = append(t.calls[nr], rule{x.When, &do})
				}
			}
		}
		r.of[i] = t
	}
	return r
}

// Signals says whether a rule sends signals.
func (r *Rules) Signals() bool {
	for _, t := range r.of {
		for _, call := range t.calls {
			for i := range call {
				if call[i].do.Signal != 0 {
					return true
				}
			}
		}
	}
	return false
}

// number returns the number of the named call, -1 if there is none.
func number(t filter.Table, name string) int64 {
	for nr := range uint64(t.Len()) {
		if t.Name(nr) == name {
			return int64(nr)
		}
	}
	return -1
}

// A Task is what the rules remember of one task.
type Task struct {
	made   [][]uint32 // calls so far, by ABI and number
	merged trace.Tampering
}

// Call counts a call of t and returns what is to be done to it, or nil. The
// result is good until the next call.
func (r *Rules) Call(t *Task, a *abi.ABI, nr uint64) *trace.Tampering {
	for i := range r.of {
		if x := &r.of[i]; x.abi == a {
			if nr >= uint64(len(x.calls)) || x.calls[nr] == nil {
				return nil
			}
			return choose(t, x.calls[nr], t.count(len(r.of), i, len(x.calls), nr))
		}
	}
	return nil
}

// count counts a call and returns the how-manieth it is.
func (t *Task) count(abis, i, calls int, nr uint64) uint32 {
	if t.made == nil {
		t.made = make([][]uint32, abis)
	}
	if t.made[i] == nil {
		t.made[i] = make([]uint32, calls)
	}
	n := &t.made[i][nr]
	if *n+1 != 0 {
		*n++
	}
	return *n
}

// choose returns what the rules that hold for the nth call do together.
func choose(t *Task, rules []rule, n uint32) *trace.Tampering {
	var found *trace.Tampering
	for i := range rules {
		switch {
		case !rules[i].Has(n):
		case found == nil:
			found = rules[i].do
		default:
			if found != &t.merged {
				t.merged = *found
				t.merged.PokeEnter = append([]trace.Poke(nil), found.PokeEnter...)
				t.merged.PokeExit = append([]trace.Poke(nil), found.PokeExit...)
				found = &t.merged
			}
			merge(found, rules[i].do)
		}
	}
	return found
}

// merge adds b to a, and prefers b.
func merge(a, b *trace.Tampering) {
	if b.Replace {
		a.Replace, a.Nr, a.Ret, a.Failed = true, b.Nr, b.Ret, b.Failed
	}
	if b.Signal != 0 {
		a.Signal = b.Signal
	}
	if b.DelayEnter.On {
		a.DelayEnter = b.DelayEnter
	}
	if b.DelayExit.On {
		a.DelayExit = b.DelayExit
	}
	a.PokeEnter = mergePokes(a.PokeEnter, b.PokeEnter)
	a.PokeExit = mergePokes(a.PokeExit, b.PokeExit)
}

func mergePokes(a, b []trace.Poke) []trace.Poke {
	for _, p := range b {
		i := 0
		for i < len(a) && a[i].Arg != p.Arg {
			i++
		}
		if i < len(a) {
			a[i] = p
		} else {
			a = append(a, p)
		}
	}
	return a
}
