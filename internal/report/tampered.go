package report

import "gostrace/internal/trace"

// What text and JSON say of a call that was tampered with.
var (
	tamperedText = [...]string{
		trace.ArgsTampered:                        " (INJECTED: args)",
		trace.ResultTampered:                      " (INJECTED)",
		trace.ArgsTampered | trace.ResultTampered: " (INJECTED: args, retval)",
	}
	tamperedJSON = [...]string{
		trace.ArgsTampered:                        `,"injected":["args"]`,
		trace.ResultTampered:                      `,"injected":["retval"]`,
		trace.ArgsTampered | trace.ResultTampered: `,"injected":["args","retval"]`,
	}
)

func appendTampered(b []byte, t trace.Tampered) []byte {
	b = append(b, tamperedText[t&^trace.Delayed]...)
	if t&trace.Delayed != 0 {
		b = append(b, " (DELAYED)"...)
	}
	return b
}

func appendTamperedJSON(b []byte, t trace.Tampered) []byte {
	b = append(b, tamperedJSON[t&^trace.Delayed]...)
	if t&trace.Delayed != 0 {
		b = append(b, `,"delayed":true`...)
	}
	return b
}
