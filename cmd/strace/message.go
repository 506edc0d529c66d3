package main

import (
	"fmt"

	"gostrace/internal/decode"
	"gostrace/internal/options"
	"gostrace/internal/session"
	"gostrace/internal/trace"
)

// message tells the user about a task, between the lines of the trace.
func (r *runner) message(kind session.MessageKind, t *trace.Task) {
	if r.quietAttach() {
		return
	}
	r.flush()
	switch kind {
	case session.Attached:
		say("Process %d attached", t.TID)
	case session.Detached:
		say("Process %d detached", t.TID)
	}
}

// quietAttach says that nobody need be told of tasks that come and go: in JSON, objects do.
func (r *runner) quietAttach() bool {
	return r.options.JSON || r.options.Quiet&options.QuietAttach != 0 || r.options.Engine.Group()
}

// flush shows what was traced before a message.
func (r *runner) flush() {
	if r.sink != nil {
		r.sink.Flush()
	}
}

func (r *runner) onAttach(pid, threads int, err error) {
	if err == nil {
		r.attached++
	}
	switch {
	case err != nil:
		say("%v", err)
	case r.quietAttach():
	case threads > 1:
		say("Process %d attached with %d threads", pid, threads)
	default:
		say("Process %d attached", pid)
	}
}

func (r *runner) onDetach(ev *trace.Event) { r.session.Detached(ev) }

// pokeFailed says, once for each call and reason, that -e inject could not overwrite memory.
func (r *runner) pokeFailed(t *trace.Task, call string, err error) {
	text := fmt.Sprintf("tampering with %s: %v", call, err)
	if r.said[text] {
		return
	}
	if r.said == nil {
		r.said = map[string]bool{}
	}
	r.said[text] = true
	r.flush()
	say("process %d: %s", t.TID, text)
}

// panicked says, once for each call, that a decoder is wrong; its argument is
// shown as a number.
func (r *runner) panicked(c *decode.Call, p *decode.Param, reason any) {
	name := c.Syscall().Name
	if r.panics[name] {
		return
	}
	if r.panics == nil {
		r.panics = map[string]bool{}
	}
	r.panics[name] = true
	r.flush()
	say("internal error: decoding argument %s of %s: %v (shown as a number)", p.Name, name, reason)
}

// exhausted says, once for each call, that not all of what it points to is shown.
func (r *runner) exhausted(c *decode.Call) {
	name := c.Syscall().Name
	if r.cut[name] {
		return
	}
	if r.cut == nil {
		r.cut = map[string]bool{}
	}
	r.cut[name] = true
	r.flush()
	say("%s: its arguments lead to more than %d MB; the rest is not shown", name, decode.Allowance>>20)
}
