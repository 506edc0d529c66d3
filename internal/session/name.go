package session

import (
	"gostrace/internal/abi"
	"gostrace/internal/trace"
)

// name keeps the name of t's task for its lines: when the task has ended it
// can't be asked for any more.
func (s *Session) name(t *task) {
	if s.Comm != nil {
		t.Comm = append(t.Comm[:0], s.Comm(t.Task.Task)...)
	}
}

// renames says whether the call that begins gives its task another name.
func renames(ev *trace.Event) bool {
	const prSetName = 15 // linux/prctl.h
	return prctl(ev.Task.ABI, ev.Nr) && ev.Args[0] == prSetName
}

// prctl says whether nr is the number of prctl(2) (asm/unistd.h).
func prctl(a *abi.ABI, nr uint64) bool {
	if a == &abi.I386 {
		return nr == 172
	}
	return nr == 157
}
