package report

import (
	"strconv"
	"time"

	"gostrace/internal/abi"
	"gostrace/internal/decode"
	"gostrace/internal/show"
	"gostrace/internal/syscalls"
	"gostrace/internal/trace"
)

// JSON is the Sink that writes one object per line and event; a call is
// written when it has returned. doc/json.md describes the objects.
type JSON struct {
	Options
	fan
	buf  []byte
	aux  decode.Call
	data jsonDump
}

// NewJSON returns a JSON that writes to out.
func NewJSON(o Options, out *Output) *JSON {
	x := &JSON{Options: o, fan: newFan(out, o.Separate, "\n")}
	x.aux.Setup(o.Decode)
	return x
}

// timeFormat is RFC 3339 with nanoseconds, all of them.
const timeFormat = "2006-01-02T15:04:05.000000000Z07:00"

// head begins an object: time, pid, tid, type.
func (x *JSON) head(b []byte, t *Task, ev *trace.Event, typ string) []byte {
	b = append(b, `{"time":"`...)
	b = time.Unix(0, ev.Wall).UTC().AppendFormat(b, timeFormat)
	b = strconv.AppendInt(append(b, `","pid":`...), int64(t.PID), 10)
	b = strconv.AppendInt(append(b, `,"tid":`...), int64(t.TID), 10)
	if len(t.Comm) > 0 {
		b = append(show.AppendJSON(append(b, `,"comm":"`...), t.Comm), '"')
	}
	return append(append(append(b, `,"type":"`...), typ...), '"')
}

// Enter implements Sink.
func (x *JSON) Enter(t *Task, ev *trace.Event, decl *decode.Syscall) {
	x.of(t)
	t.Open, t.since = true, ev.Mono
	c := &t.Call
	c.P.Reset()
	b := x.head(t.held[:0], t, ev, "syscall")
	b = append(append(append(b, `,"name":"`...), decl.Name...), `","nr":`...)
	b = strconv.AppendUint(b, ev.Nr, 10)
	b = append(append(append(b, `,"abi":"`...), t.ABI.Name...), '"')
	if x.IP {
		b = strconv.AppendUint(append(b, `,"ip":"0x`...), ev.IP, 16)
		b = append(b, '"')
	}
	b = append(b, `,"args":`...)
	if t.Raw {
		c.EnterRaw(decl)
	} else {
		c.Enter(decl)
	}
	t.held = append(b, c.P.Take()...)
}

// Leave implements Sink.
func (x *JSON) Leave(t *Task, ev *trace.Event) {
	if !t.Open {
		return
	}
	was := Returned(ev)
	t.Open = false
	if x.Status&was == 0 {
		t.Stack.Reset()
		return
	}
	c := &t.Call
	c.Leave(ev.Ret, ev.Failed)
	b := append(append(t.held, c.P.Take()...), ',')
	c.Result()
	b = append(b, c.P.Take()...)
	if ev.Tampered != 0 {
		b = appendTamperedJSON(b, ev.Tampered)
	}
	if x.Durations {
		b = append(b, `,"duration":`...)
		b = seconds(b, ev.Mono-t.since)
	}
	if x.dumps(t) {
		b = x.appendDump(b, t)
	}
	b = appendStack(b, t)
	t.held = x.put(t, b)
}

// put ends an object and writes it.
func (x *JSON) put(t *Task, b []byte) []byte {
	b = append(b, '}', '\n')
	s := x.of(t)
	s.Write(b)
	s.Show()
	return b
}

// seconds appends ns as a decimal number of seconds.
func seconds(b []byte, ns int64) []byte {
	b = strconv.AppendInt(b, ns/1e9, 10)
	return appendFraction(b, ns%1e9, 9)
}

// abandon writes the call that never returned.
func (x *JSON) abandon(t *Task, how Status, note string) {
	if !t.Open {
		return
	}
	t.Open = false
	if x.Status&how == 0 {
		t.Stack.Reset()
		return
	}
	c := &t.Call
	c.Abandon()
	b := append(append(t.held, c.P.Take()...), `,"ret":null,"`...)
	b = append(append(b, note...), `":true`...)
	t.held = x.put(t, appendStack(b, t))
}

// Signal implements Sink.
func (x *JSON) Signal(t *Task, ev *trace.Event) {
	typ := "signal"
	if ev.Kind == trace.GroupStop {
		typ = "stop"
	}
	b := x.head(x.buf[:0], t, ev, typ)
	b = append(append(append(b, `,"signal":"`...), SignalName(ev.Sig)...), '"')
	if ev.Kind == trace.Signal && !ev.NoInfo {
		x.aux.P.Reset()
		x.aux.Process = t.Call.Process
		x.aux.ShowObject(&abi.X86_64, &syscalls.Siginfo, ev.Info[:])
		b = append(append(b, `,"siginfo":`...), x.aux.P.Take()...)
	}
	x.buf = x.put(t, appendStack(b, t))
}

// Personality implements Sink.
func (x *JSON) Personality(t *Task, ev *trace.Event) {
	b := x.head(x.buf[:0], t, ev, "personality")
	x.buf = x.put(t, append(append(append(b, `,"abi":"`...), t.ABI.Name...), '"'))
}

// Exiting implements Sink.
func (x *JSON) Exiting(t *Task, ev *trace.Event) { x.abandon(t, Unfinished, "unfinished") }

// End implements Sink.
func (x *JSON) End(t *Task, ev *trace.Event) {
	x.of(t)
	x.abandon(t, Unfinished, "unfinished")
	b := x.buf[:0]
	switch ev.Kind {
	case trace.Exited:
		b = append(x.head(b, t, ev, "exit"), `,"status":`...)
		b = appendInt(b, ev.Status)
	case trace.Killed:
		b = append(x.head(b, t, ev, "killed"), `,"signal":"`...)
		b = append(append(b, SignalName(ev.Sig)...), `","core":`...)
		b = strconv.AppendBool(b, ev.Core)
	case trace.Superseded:
		b = append(x.head(b, t, ev, "superseded"), `,"by":`...)
		b = appendInt(b, ev.By)
	}
	x.buf = x.put(t, b)
	if ev.Kind == trace.Superseded {
		x.tasks--
		x.bequeath(t)
	}
}

// Lifecycle writes an event that text leaves to messages: attach, detach, exec.
func (x *JSON) Lifecycle(t *Task, ev *trace.Event) {
	typ := "attach"
	switch ev.Kind {
	case trace.Detached:
		typ = "detach"
		x.abandon(t, Detached, "detached")
	case trace.Exec:
		typ = "exec"
	}
	x.of(t)
	if ev.Kind == trace.Exec {
		if own := x.inherit(t); own != nil {
			x.close(own)
		}
	}
	x.buf = x.put(t, x.head(x.buf[:0], t, ev, typ))
}

// Forget implements Sink.
func (x *JSON) Forget(t *Task) {
	if t.out == nil {
		return
	}
	x.abandon(t, Detached, "detached")
	x.leave(t)
}
