package report

import (
	"strconv"
	"time"

	"gostrace/internal/trace"
)

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// prefix returns what stands before the call: the task, the time, the number
// of the call and the instruction pointer.
func (x *Text) prefix(t *Task, ev *trace.Event) []byte {
	b := x.buf[:0]
	switch {
	case x.PIDs == PIDAlways:
		n := len(b)
		b = append(appendInt(b, t.TID), t.Comm...)
		for len(t.Comm) == 0 && len(b)-n < 5 {
			b = append(b, ' ')
		}
		b = append(b, ' ')
	case x.PIDs == PIDWhenMany && x.tasks > 1, x.PIDs == PIDMany:
		b = append(append(b, x.left...), "pid "...)
		b = appendPadded(b, int64(t.TID), 5, ' ')
		b = append(append(b, t.Comm...), x.right...)
	}
	if x.Time != NoTime {
		b = x.appendTime(b, ev.Wall)
		b = append(b, ' ')
	}
	if x.Relative {
		since := ev.Mono - x.last
		if x.last == 0 {
			since = 0
		}
		x.last = ev.Mono
		if x.Time != NoTime {
			b = append(b, "(+"...)
		}
		b = appendPadded(b, since/1e9, 6, ' ')
		b = appendFraction(b, since%1e9, x.RelativeRes)
		if x.Time != NoTime {
			b = append(b, ')')
		}
		b = append(b, ' ')
	}
	if x.Nr {
		b = x.appendNr(b, t.Nr)
	}
	if x.IP {
		b = x.appendIP(b, t, ev)
	}
	x.buf = b
	return b
}

// appendNr appends "[   1] "; all bits set is what a tracer leaves of a call that it has cancelled.
func (x *Text) appendNr(b []byte, nr uint64) []byte {
	b = append(b, x.left...)
	if nr == ^uint64(0) {
		return append(append(b, "???"...), x.right...)
	}
	var d [20]byte
	s := strconv.AppendUint(d[:0], nr, 10)
	for i := len(s); i < 4; i++ {
		b = append(b, ' ')
	}
	return append(append(b, s...), x.right...)
}

func (x *Text) appendIP(b []byte, t *Task, ev *trace.Event) []byte {
	b = append(b, x.left...)
	digits := 2 * t.ABI.Word
	switch ev.Kind {
	case trace.Exited, trace.Killed, trace.Superseded:
		for range digits {
			b = append(b, '?')
		}
	default:
		for i := digits - 1; i >= 0; i-- {
			b = append(b, "0123456789abcdef"[ev.IP>>(4*i)&15])
		}
	}
	return append(b, x.right...)
}

// appendPadded appends n, right-aligned to width.
func appendPadded(b []byte, n int64, width int, pad byte) []byte {
	var d [20]byte
	s := strconv.AppendInt(d[:0], n, 10)
	for i := len(s); i < width; i++ {
		b = append(b, pad)
	}
	return append(b, s...)
}

// appendFraction appends "." and res digits of ns nanoseconds.
func appendFraction(b []byte, ns int64, res Precision) []byte {
	if res == 0 {
		return b
	}
	for i := res; i < 9; i++ {
		ns /= 10
	}
	return appendPadded(append(b, '.'), ns, int(res), '0')
}

// duration returns " <0.000012>".
func (x *Text) duration(ns int64) []byte {
	b := append(x.buf[:0], x.took...)
	b = strconv.AppendInt(b, ns/1e9, 10)
	b = appendFraction(b, ns%1e9, x.DurationRes)
	x.buf = append(b, x.tookEnd...)
	return x.buf
}

// zone remembers the offset of local time, which is asked for once an hour.
type zone struct {
	from, to int64 // Unix seconds for which offset holds
	offset   int64
}

func (x *Text) appendTime(b []byte, wall int64) []byte {
	sec := wall / 1e9
	if x.Time == Unix {
		b = strconv.AppendInt(b, sec, 10)
		return appendFraction(b, wall%1e9, x.TimeRes)
	}
	if sec < x.zone.from || sec >= x.zone.to {
		_, off := time.Unix(sec, 0).Zone()
		x.zone = zone{sec - sec%900, sec - sec%900 + 900, int64(off)}
	}
	day := (sec + x.zone.offset) % 86400
	b = appendPadded(b, day/3600, 2, '0')
	b = appendPadded(append(b, ':'), day/60%60, 2, '0')
	b = appendPadded(append(b, ':'), day%60, 2, '0')
	return appendFraction(b, wall%1e9, x.TimeRes)
}
