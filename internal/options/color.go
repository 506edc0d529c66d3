package options

import (
	"strings"

	"gostrace/internal/show"
)

// sgr begins a colour: the parameters of Select Graphic Rendition (ECMA-48, 8.3.117) and its end.
const (
	sgr    = "\x1b["
	sgrEnd = "m"
)

// palette is the default; keys are those of STRACE_COLORS.
var palette = [show.Colors]struct{ key, color string }{
	show.NoColor:      {"", "0"},
	show.SyscallColor: {"syscall", "33"},
	show.ArgName:      {"argname", "39"},
	show.ArgVal:       {"argval", "35"},
	show.CallColor:    {"call", "33"},
	show.ConstColor:   {"const", "34"},
	show.CommentColor: {"comment", "36"},
	show.PunctColor:   {"punct", "0"},
	show.RetVal:       {"retval", "32"},
	show.ErrorColor:   {"error", "31"},
}

// colors returns the colours of a trace that is shown on a terminal (ColorAuto)
// or wherever; nil if it has none.
func colors(when When, env func(string) (string, bool)) *show.Palette {
	if when == ColorNever {
		return nil
	}
	if when == ColorAuto {
		if _, no := env("NO_COLOR"); no {
			return nil
		}
		if term, _ := env("TERM"); term == "" || term == "dumb" || term == "unknown" {
			return nil
		}
	}
	p := new(show.Palette)
	for c := range p {
		p[c] = sgr + palette[c].color + sgrEnd
	}
	s, _ := env("STRACE_COLORS")
	for s != "" {
		var pair string
		pair, s, _ = strings.Cut(s, ":")
		key, value, _ := strings.Cut(pair, "=")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		if strings.Trim(value, "0123456789;") != "" || strings.Trim(value, ";") == "" {
			continue
		}
		for c := range palette {
			if c != int(show.NoColor) && strings.EqualFold(key, palette[c].key) {
				p[c] = sgr + value + sgrEnd
			}
		}
	}
	return p
}
