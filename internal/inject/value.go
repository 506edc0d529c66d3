package inject

import (
	"encoding/hex"
	"errors"
	"math"
	"strconv"
	"strings"

	"gostrace/internal/filter"
	"gostrace/internal/trace"
	"gostrace/internal/xlat"
)

// cutNumber cuts a decimal number off the front of s, as strtol(3) reads it:
// behind white space and a sign. It returns false if there is none.
func cutNumber(s string) (n int, rest string, ok bool) {
	s = strings.TrimLeft(s, " \t\n\v\f\r")
	digits := strings.TrimPrefix(s, "+")
	rest = strings.TrimLeft(digits, "0123456789")
	n, err := strconv.Atoi(digits[:len(digits)-len(rest)])
	return n, rest, err == nil
}

// maxErrno is the largest error number that the kernel can return.
const maxErrno = 4095

// errorNumber returns the error that s names, or 0 and the names most like s.
func errorNumber(s string) (int64, []string) {
	if n, rest, ok := cutNumber(s); ok {
		if rest != "" || n > maxErrno {
			return 0, nil
		}
		return int64(n), nil
	}
	for n, name := range xlat.Errno {
		if name != "" && strings.EqualFold(name, s) {
			return int64(n), nil
		}
	}
	switch strings.ToUpper(s) { // other names, which headers define by the first
	case "EWOULDBLOCK":
		return 0, []string{"EAGAIN"}
	case "ENOTSUP":
		return 0, []string{"EOPNOTSUPP"}
	case "EDEADLOCK":
		return 0, []string{"EDEADLK"}
	}
	return 0, filter.Nearest(s, xlat.Errno[:])
}

// didYouMean names what the user may have meant.
func didYouMean(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + names[0] + "?"
}

// longNumber parses a register: decimal, 0x hexadecimal, 0b binary or 0 octal,
// negative or up to 64 bits.
func longNumber(s string) (int64, bool) {
	s = strings.TrimLeft(s, " \t\n\v\f\r")
	digits, negative := strings.CutPrefix(s, "-")
	if !negative {
		digits = strings.TrimPrefix(s, "+")
	}
	if strings.ContainsAny(digits, "_oO") {
		return 0, false // Go's prefix and separator, which C has not
	}
	n, err := strconv.ParseUint(digits, 0, 64)
	if err != nil {
		return 0, false
	}
	if negative {
		return -int64(n), true
	}
	return int64(n), true
}

// delay parses a time into *d and returns what is wrong with it.
func delay(d *trace.Delay, action, value string) string {
	if d.On {
		return "'" + action + "': it" + once
	}
	ns, ok := Nanoseconds(value)
	if !ok {
		return "'" + action + "' should be a decimal number with s, ms, us (default) or ns behind it"
	}
	*d = trace.Delay{On: true, NS: ns}
	return ""
}

// Nanoseconds parses a time: a decimal number, and behind it s, ms, us (which
// may be left out) or ns. What is longer than 292 years counts as that.
func Nanoseconds(s string) (int64, bool) {
	s = strings.TrimLeft(s, " \t\n\v\f\r")
	scale := 1e3
	for _, u := range [...]struct {
		suffix string
		scale  float64
	}{{"ms", 1e6}, {"us", 1e3}, {"ns", 1}, {"s", 1e9}} {
		if digits, ok := strings.CutSuffix(s, u.suffix); ok {
			s, scale = digits, u.scale
			break
		}
	}
	if strings.Trim(s, "+-.eE0123456789") != "" {
		return 0, false // what Go takes for a number, too: 0x1p3, inf, 1_000
	}
	if _, err := strconv.ParseInt(s, 10, 64); errors.Is(err, strconv.ErrRange) {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 {
		return 0, false
	}
	if f*scale >= math.MaxInt64 {
		return math.MaxInt64, true
	}
	return int64(f * scale), true
}

// pokes parses @argN=HEX,... into *ps and returns what is wrong with it.
func pokes(ps *[]trace.Poke, action, value string) string {
	if *ps != nil {
		return "'" + action + "': it" + once
	}
	if value == "" {
		return pokeUsage(action)
	}
	*ps = []trace.Poke{}
	for part := range strings.SplitSeq(value, ",") {
		if part == "" {
			continue
		}
		rest, ok := strings.CutPrefix(part, "@arg")
		if !ok || len(rest) < 2 || rest[0] < '1' || rest[0] > '7' || rest[1] != '=' {
			return pokeUsage(action)
		}
		data, err := hex.DecodeString(rest[2:])
		if err != nil || len(data) == 0 {
			return pokeUsage(action)
		}
		arg := int(rest[0] - '1')
		for _, p := range *ps {
			if p.Arg == arg {
				return "'" + action + "' names an argument twice"
			}
		}
		*ps = append(*ps, trace.Poke{Arg: arg, Data: data})
	}
	return ""
}

func pokeUsage(action string) string {
	return "'" + action + "' should be @argN=HEX,..., with N from 1 to 7 and pairs of hexadecimal digits"
}
