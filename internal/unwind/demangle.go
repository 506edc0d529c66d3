package unwind

import (
	"strconv"
	"strings"

	"github.com/ianlancetaylor/demangle"
)

// demangled returns a name for people: of C++ and Rust functions as their
// source spells it, else as it is.
func demangled(name string) string {
	if s, ok := underscored(name); ok {
		if d := demangle.Filter(s); d != s {
			return d
		}
	}
	return demangle.Filter(name)
}

// underscored changes a name of Rust's older mangling, _ZN3std4iter17h<16 digits>E,
// for the demangler, which takes an underscore at the beginning of a part for a
// separator and drops it: it gets another. ok is false for other names.
func underscored(name string) (s string, ok bool) {
	const hash = "17h0123456789abcdefE"
	rest, ok := strings.CutPrefix(name, "_ZN")
	if !ok || !strings.Contains(rest, "17h") {
		return "", false
	}
	var b strings.Builder
	b.WriteString("_ZN")
	changed := false
	for len(rest) > 0 && rest[0] >= '1' && rest[0] <= '9' {
		if len(rest) >= len(hash) && rest[:3] == hash[:3] && rest[len(hash)-1] == 'E' {
			b.WriteString(rest)
			return b.String(), changed
		}
		n := 0
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		size, err := strconv.Atoi(rest[:n])
		if err != nil || size > len(rest)-n {
			return "", false
		}
		part := rest[n : n+size]
		rest = rest[n+size:]
		if part[0] == '_' {
			part = "_" + part
			changed = true
		}
		b.WriteString(strconv.Itoa(len(part)))
		b.WriteString(part)
	}
	return "", false
}
