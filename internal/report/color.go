package report

import "gostrace/internal/show"

// color returns what begins color c: nothing where there are no colours.
func (x *Text) color(c show.Color) string {
	if x.palette == nil {
		return ""
	}
	return x.palette[c]
}

// in returns s in color c, behind which color after begins.
func (x *Text) in(c show.Color, s string, after show.Color) string {
	return x.color(c) + s + x.color(after)
}

// escapeBytes returns how many bytes of b belong to escape sequences, which
// take no column. Nothing of a tracee is in b unescaped: they are all ours.
func escapeBytes(b []byte) int {
	n, within := 0, false
	for _, c := range b {
		within = within || c == '\x1b'
		if within {
			n++
		}
		within = within && c != 'm'
	}
	return n
}
