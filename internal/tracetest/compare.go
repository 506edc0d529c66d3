package tracetest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	contextLines = 3
	diffLines    = 40
)

// diagnostics are lines that the reference writes to stderr about its own
// inner workings, in words that name its functions. They aren't output.
var diagnostics = regexp.MustCompile(`(?m)^strace: umove\w*: .*\n`)

// compare returns the difference between what two tracers left behind, and
// whether identities of different lengths may be the reason for it.
func compare(c *Case, theirs, ours *output) (diff string, moved bool) {
	column := resultColumn(c.Options)
	as, bs := streams(theirs.traces, column), streams(ours.traces, column)
	as = append(as, messages(theirs))
	bs = append(bs, messages(ours))
	if c.Races != "" {
		for i := range as {
			as[i].deferChildren()
		}
		for i := range bs {
			bs[i].deferChildren()
		}
	}
	sorted := !slices.ContainsFunc(c.Options, func(o string) bool {
		return strings.HasPrefix(o, "-S") || strings.HasPrefix(o, "--summary-sort")
	})
	for _, all := range [][]stream{as, bs} {
		for i := range all {
			normaliseSummary(all[i].lines, sorted)
		}
	}
	if c.Any != "" {
		as, bs = []stream{gather(as)}, []stream{gather(bs)}
	}
	p := newPairing()
	for i, all := range [][]stream{as, bs} {
		k := []known{p.a, p.b}[i]
		for _, s := range all {
			if s.pid != 0 {
				k[fmt.Sprint(s.pid)] = true
			}
			for _, l := range s.lines {
				k.learn(l.raw)
			}
		}
	}
	var out strings.Builder
	for i := range max(len(as), len(bs)) {
		var a, b stream
		if i < len(as) {
			a = as[i]
		}
		if i < len(bs) {
			b = bs[i]
		}
		p.equal(fmt.Sprint(a.pid), fmt.Sprint(b.pid), true)
		if d := diffStreams(p, a, b); d != "" {
			fmt.Fprintf(&out, "--- reference%s\n+++ ours%s\n%s", a.title(), b.title(), d)
		}
	}
	return out.String(), p.widths
}

// diffStreams compares two streams; the identities found in equal lines are
// paired for good.
func diffStreams(p *pairing, a, b stream) string {
	next := 0 // the comparison's first pass is in order, and that one binds
	eq := func(i, j int) bool {
		x, y := a.lines[i], b.lines[j]
		bind := i == next && j == next
		same := p.equal(x.text, y.text, bind)
		if bind && same {
			next++
		}
		return same
	}
	return diff(a.raw(), b.raw(), eq, contextLines, diffLines)
}

func (s *stream) raw() []string {
	raw := make([]string, len(s.lines))
	for i, l := range s.lines {
		raw[i] = l.raw
	}
	return raw
}

func (s *stream) title() string {
	switch {
	case s.pid > 0:
		return fmt.Sprintf(" (process %d)", s.pid)
	case s.pid < 0:
		return " (stderr and exit status)"
	}
	return ""
}

// deferChildren moves the arrivals of SIGCHLD, and the ends of handlers, to
// the end: before or after the wait that returns the child is the scheduler's
// choice. A handler's end repeats the result of what it interrupted.
func (s *stream) deferChildren() {
	late := func(l line) int {
		return b2i(strings.Contains(l.raw, "--- SIGCHLD {") || strings.Contains(l.raw, "rt_sigreturn({"))
	}
	for i := range s.lines {
		if l := &s.lines[i]; strings.Contains(l.raw, "rt_sigreturn({") {
			l.text = handlerResult.ReplaceAllString(l.text, "= #")
		}
	}
	slices.SortStableFunc(s.lines, func(a, b line) int { return late(a) - late(b) })
}

var handlerResult = regexp.MustCompile(`= -?\d+( E[A-Z]+ \(.*\))?`)

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

var columns = regexp.MustCompile(`(?:^| )(?:-a|--columns=) ?(\d+)`)

// resultColumn is what -a says, or 40.
func resultColumn(options []string) int {
	if m := columns.FindStringSubmatch(strings.Join(options, " ")); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			return n
		}
	}
	return 40
}

// messages is the stream of what came on stderr, and the exit status.
func messages(o *output) stream {
	s := stream{pid: -1}
	for _, text := range lines(diagnostics.ReplaceAll(o.stderr, nil)) {
		s.lines = append(s.lines, line{raw: text, text: normalise(text, false)})
	}
	s.lines = append(s.lines, line{raw: o.status, text: o.status})
	return s
}

// gather makes one sorted stream without duplicates of all.
func gather(all []stream) stream {
	var one stream
	for _, s := range all {
		for _, l := range s.lines {
			l.text = unaligned(l.text)
			one.lines = append(one.lines, l)
		}
	}
	slices.SortFunc(one.lines, func(a, b line) int { return strings.Compare(a.text, b.text) })
	one.lines = slices.CompactFunc(one.lines, func(a, b line) bool { return a.text == b.text })
	return one
}
