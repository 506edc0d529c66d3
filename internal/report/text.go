package report

import (
	"strconv"

	"gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/trace"
)

// Text is the Sink that writes lines as strace does.
type Text struct {
	Options
	fan
	buf  []byte
	last int64 // Mono of the line before, for -r
	zone zone
	hex  hexDump
	aux  decode.Call // shows what belongs to no call
	// palette has the colours; nil: none.
	palette *show.Palette
	// What lines are made of, in their colours.
	equals        string // " = "
	left, right   string // "[", "] "
	took, tookEnd string // " <", ">"
}

// NewText returns a Text that writes to out.
func NewText(o Options, out *Output) *Text {
	end := "\n"
	if p := o.Decode.Palette; p != nil {
		end = p[show.NoColor] + end
	}
	x := &Text{Options: o, fan: newFan(out, o.Separate, end), palette: o.Decode.Palette}
	x.equals = " " + x.in(show.PunctColor, "=", show.NoColor) + x.color(show.NoColor) + " "
	x.left = x.in(show.PunctColor, "[", show.ArgVal)
	x.right = x.in(show.PunctColor, "]", show.ArgVal) + " "
	x.took = " " + x.color(show.RetVal) + x.in(show.PunctColor, "<", show.ArgVal)
	x.tookEnd = x.in(show.PunctColor, ">", show.ArgVal) + x.color(show.NoColor)
	x.aux.Setup(o.Decode)
	return x
}

// interrupt ends the line of another task's open call.
func (s *stream) interrupt(by *Task) {
	if s.open == nil || s.open == by {
		return
	}
	s.put(unfinished)
	s.endLine()
}

var detached = []byte(" <detached ...>")

var unfinished = []byte(" <unfinished ...>")

// begin starts a line of t: what stands before the call.
func (x *Text) begin(t *Task, ev *trace.Event) *stream {
	s := x.of(t)
	s.interrupt(t)
	s.put(x.prefix(t, ev))
	return s
}

// Enter implements Sink.
func (x *Text) Enter(t *Task, ev *trace.Event, decl *decode.Syscall) {
	t.since = ev.Mono
	t.Open = true
	t.Call.P.Reset()
	if x.Status != AnyStatus {
		x.of(t)
		t.held = append(t.held[:0], x.prefix(t, ev)...)
		x.enter(t, decl)
		t.held = append(t.held, t.Call.P.Take()...)
		return
	}
	s := x.begin(t, ev)
	x.enter(t, decl)
	s.put(t.Call.P.Take())
	s.open = t
	s.show()
}

func (x *Text) enter(t *Task, decl *decode.Syscall) {
	if t.Raw {
		t.Call.EnterRaw(decl)
	} else {
		t.Call.Enter(decl)
	}
	t.Call.P.Color(show.NoColor)
}

// Leave implements Sink.
func (x *Text) Leave(t *Task, ev *trace.Event) {
	if !t.Open {
		return
	}
	was := Returned(ev)
	if !x.finish(t, was, ev) {
		t.Stack.Reset()
		return
	}
	c, s := &t.Call, t.out
	c.Leave(ev.Ret, ev.Failed)
	s.put(c.P.Take())
	x.pad(s)
	c.Result()
	s.put(c.P.Take())
	if ev.Tampered != 0 {
		x.buf = x.appendTampered(x.buf[:0], ev.Tampered)
		s.put(x.buf)
	}
	if x.Durations {
		s.put(x.duration(ev.Mono - t.since))
	}
	s.endLine()
	if x.dumps(t) {
		x.dump(t, s)
	}
	x.stack(t)
}

// resume goes on with the line of t's call, or begins the line that does.
func (x *Text) resume(t *Task, ev *trace.Event) {
	if t.out.open == t {
		return
	}
	s := x.begin(t, ev)
	x.buf = append(append(append(x.buf[:0], "<... "...), t.Call.Syscall().Name...), " resumed>"...)
	s.put(x.buf)
}

const blanks = "                                                                                "

// pad aligns what follows and writes the equals sign.
func (x *Text) pad(s *stream) {
	for n := x.Column - 1 - s.col; n > 0; n -= len(blanks) {
		s.text = append(s.text, blanks[:min(n, len(blanks))]...)
	}
	s.text = append(s.text, x.equals...)
}

// Signal implements Sink.
func (x *Text) Signal(t *Task, ev *trace.Event) {
	s := x.begin(t, ev)
	s.put(x.signal(t, ev))
	s.endLine()
	x.stack(t)
}

// Personality implements Sink.
func (x *Text) Personality(t *Task, ev *trace.Event) {
	if x.QuietMode {
		return
	}
	s := x.begin(t, ev)
	s.put([]byte(PersonalityText(t.Task)))
	s.endLine()
}

// PersonalityText says what ABI a task uses now.
func PersonalityText(t *trace.Task) string {
	return "[ Process PID=" + strconv.Itoa(t.TID) + " runs in " + t.ABI.Bits + " mode. ]"
}

// Exiting implements Sink.
func (x *Text) Exiting(t *Task, ev *trace.Event) {
	if t.Open {
		x.abandon(t, ev)
	}
}

// End implements Sink.
func (x *Text) End(t *Task, ev *trace.Event) {
	x.Exiting(t, ev)
	if ev.Kind == trace.Superseded {
		x.renamed(t)
		x.tasks--
		defer x.bequeath(t)
	}
	defer x.stack(t)
	if x.QuietExit && ev.Kind == trace.Exited || x.QuietExec && ev.Kind == trace.Superseded {
		return
	}
	s := x.begin(t, ev)
	x.buf = append(x.buf[:0], "+++ "...)
	switch ev.Kind {
	case trace.Exited:
		x.buf = appendInt(append(x.buf, "exited with "...), ev.Status)
	case trace.Killed:
		x.buf = append(append(x.buf, "killed by "...), SignalName(ev.Sig)...)
		if ev.Core {
			x.buf = append(x.buf, " (core dumped)"...)
		}
	case trace.Superseded:
		x.buf = appendInt(append(x.buf, "superseded by execve in pid "...), ev.By)
	}
	s.put(append(x.buf, " +++"...))
	s.endLine()
}

// renamed ends the line of the execve by which a thread superseded t, if the
// line is still open: the thread has t's id from now on.
func (x *Text) renamed(t *Task) {
	s := x.of(t)
	if o := s.open; o != nil && o != t && o.TID == t.TID {
		x.buf = appendInt(append(x.buf[:0], " <pid changed to "...), t.TID)
		s.put(append(x.buf, " ...>"...))
		s.endLine()
	}
}

// abandon ends the line of a call that never returned to its task.
func (x *Text) abandon(t *Task, ev *trace.Event) {
	if !x.finish(t, Unfinished, ev) {
		return
	}
	c, s := &t.Call, t.out
	if c.Pending() {
		c.P.Text(" <unfinished ...>")
	}
	c.Abandon()
	s.put(c.P.Take())
	x.pad(s)
	c.NoResult()
	s.put(c.P.Take())
	s.endLine()
}

// finish finds the line on which the call of t ends. It returns false if calls
// that end so are not shown.
func (x *Text) finish(t *Task, was Status, ev *trace.Event) bool {
	t.Open = false
	if x.Status == AnyStatus {
		x.resume(t, ev)
		return true
	}
	if x.Status&was == 0 {
		return false
	}
	t.out.interrupt(t)
	t.out.put(t.held)
	return true
}

// Forget implements Sink.
func (x *Text) Forget(t *Task) {
	s := t.out
	if s == nil {
		return
	}
	if held := t.Open && x.Status != AnyStatus && x.Status&Detached != 0; s.open == t || held {
		if held {
			s.interrupt(t)
			s.put(t.held)
		}
		s.put(detached)
		s.endLine()
	}
	x.stack(t)
	x.leave(t)
}

// Lifecycle implements Sink: text has messages on stderr for it, not lines.
func (x *Text) Lifecycle(t *Task, ev *trace.Event) {
	x.of(t)
	if ev.Kind != trace.Exec {
		return
	}
	own := x.inherit(t)
	if own == nil {
		return
	}
	if own.open == t {
		x.buf = appendInt(append(x.buf[:0], " <pid changed to "...), t.TID)
		own.put(append(x.buf, " ...>"...))
		own.endLine()
	}
	x.close(own)
}
