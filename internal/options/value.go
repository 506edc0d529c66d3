package options

import (
	"strconv"
	"strings"

	"gostrace/internal/report"
)

// invalid is the error for a wrong argument; should says what a right one is.
func (u *use) invalid(should string) error {
	return usage("invalid %s argument: '%s': %s", u.name, u.arg, should)
}

// number is the argument as a decimal number from 0 to limit. As in strtol,
// white space and a sign may precede it.
func (u *use) number(limit int) (int, error) {
	s := strings.TrimLeft(u.arg, " \t\n\v\f\r")
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > int64(limit) {
		return 0, u.invalid("it should be a number from 0 to " + strconv.Itoa(limit))
	}
	return int(n), nil
}

// parseTimestamp parses [[format:]FORMAT,][[precision:]PRECISION]; the last of
// several formats or precisions counts, and empty parts are skipped.
func parseTimestamp(s string) (Timestamp, bool) {
	t := Timestamp{Style: report.Clock}
	for part := range strings.SplitSeq(s, ",") {
		if part == "" {
			continue
		}
		f, format := strings.CutPrefix(part, "format:")
		u, digits := strings.CutPrefix(part, "precision:")
		if style, ok := timeStyle(f); ok && !digits {
			t.Style = style
			continue
		}
		n, ok := precision(u)
		if !ok || format {
			return t, false
		}
		t.Precision = n
	}
	return t, true
}

func timeStyle(s string) (report.TimeStyle, bool) {
	switch s {
	case "none":
		return report.NoTime, true
	case "time":
		return report.Clock, true
	case "unix":
		return report.Unix, true
	}
	return 0, false
}
