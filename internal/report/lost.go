package report

import (
	"strconv"
	"time"

	"gostrace/internal/trace"
)

// Lost implements LossSink: "[ 17 events lost on CPU 0 ]". With one file for
// each process nobody knows in which; it is in all.
func (x *Text) Lost(ev *trace.Event) {
	for _, s := range x.streams {
		s.interrupt(nil)
		s.put([]byte("[ " + strconv.FormatUint(ev.Lost, 10) + plural(ev.Lost, " event", " events") +
			" lost on CPU " + strconv.Itoa(ev.By) + " ]"))
		s.endLine()
	}
}

func plural(n uint64, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Lost implements LossSink.
func (x *JSON) Lost(ev *trace.Event) {
	for _, s := range x.streams {
		b := append(x.buf[:0], `{"time":"`...)
		b = time.Unix(0, ev.Wall).UTC().AppendFormat(b, timeFormat)
		b = append(b, `","type":"lost","events":`...)
		b = strconv.AppendUint(b, ev.Lost, 10)
		b = append(b, `,"cpu":`...)
		x.buf = append(appendInt(b, ev.By), '}', '\n')
		s.Write(x.buf)
		s.Show()
	}
}
