package report

import (
	"gostrace/internal/show"
	"gostrace/internal/trace"
)

// What text and JSON say of a call that was tampered with.
var (
	tamperedText = [...]string{
		trace.ArgsTampered:                        "(INJECTED: args)",
		trace.ResultTampered:                      "(INJECTED)",
		trace.ArgsTampered | trace.ResultTampered: "(INJECTED: args, retval)",
	}
	tamperedJSON = [...]string{
		trace.ArgsTampered:                        `,"injected":["args"]`,
		trace.ResultTampered:                      `,"injected":["retval"]`,
		trace.ArgsTampered | trace.ResultTampered: `,"injected":["args","retval"]`,
	}
)

func (x *Text) appendTampered(b []byte, t trace.Tampered) []byte {
	b = x.appendNote(b, tamperedText[t&^trace.Delayed])
	if t&trace.Delayed != 0 {
		b = x.appendNote(b, "(DELAYED)")
	}
	return b
}

// appendNote appends what belongs to a result.
func (x *Text) appendNote(b []byte, note string) []byte {
	if note == "" {
		return b
	}
	b = append(append(b, ' '), x.color(show.RetVal)...)
	return append(append(b, note...), x.color(show.NoColor)...)
}

func appendTamperedJSON(b []byte, t trace.Tampered) []byte {
	b = append(b, tamperedJSON[t&^trace.Delayed]...)
	if t&trace.Delayed != 0 {
		b = append(b, `,"delayed":true`...)
	}
	return b
}
