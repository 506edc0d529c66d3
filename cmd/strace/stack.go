package main

import (
	"gostrace/internal/options"
	"gostrace/internal/unwind"
)

// stacks returns what walks the stacks of tasks; nil without -k. unaware says
// that the engine does not see all that changes a process's memory.
func (r *runner) stacks(unaware bool) *unwind.Unwinder {
	o := r.options
	if o.Stacks == 0 {
		return nil
	}
	return unwind.New(unwind.Options{
		Limit:    o.StackLimit,
		Source:   o.Stacks == options.StackSource,
		Unaware:  unaware,
		Complain: r.stackProblem,
		Panicked: r.stackPanicked,
	})
}

// stackProblem says, once, why a stack can't be shown, or not with lines.
func (r *runner) stackProblem(err error) {
	text := err.Error()
	if r.said[text] {
		return
	}
	if r.said == nil {
		r.said = map[string]bool{}
	}
	r.said[text] = true
	r.flush()
	say("%s", text)
}

// stackPanicked says, once, that a walk was cut short by a bug.
func (r *runner) stackPanicked(reason any) {
	const key = "stack"
	if r.panics[key] {
		return
	}
	if r.panics == nil {
		r.panics = map[string]bool{}
	}
	r.panics[key] = true
	r.flush()
	say("internal error: walking a stack: %v (it is shown as far as that went)", reason)
}
