package report

import (
	"strconv"

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
