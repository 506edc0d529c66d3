package tracetest

import (
	"regexp"
	"strconv"
	"strings"
)

// A stream is what was said about one process, in order. How the streams of
// several processes interleave is the scheduler's choice, so each is compared
// by itself, and a call that was interrupted by another process's line is put
// together again.
type stream struct {
	pid   int // 0: not said
	lines []line
}

type line struct {
	text string // normalised
	raw  string // as printed, put together
}

var (
	pidPrefix  = regexp.MustCompile(`^(?:\[pid +(\d+)(<[^ ]*>)?\]|(\d+)(<[^ ]*>)?) +`)
	resumption = regexp.MustCompile(`^(.*?)<\.\.\. \w+ resumed>`)
	alignment  = regexp.MustCompile(`\) += `)
)

const unfinished = " <unfinished ...>"

// streams takes trace files apart into streams, ordered by process id, which
// is the order of creation. Results are aligned at the given column.
func streams(files []traceFile, column int) []stream {
	var all []stream
	index := map[int]int{}
	for _, f := range files {
		pid, indent := f.pid, 0
		for _, text := range lines(f.text) {
			if f.pid == 0 {
				if m := pidPrefix.FindStringSubmatchIndex(text); m != nil {
					width := len(text)
					pid, text = takePrefix(text, m)
					indent = width - len(text)
				}
			}
			i, ok := index[pid]
			if !ok {
				i = len(all)
				index[pid] = i
				all = append(all, stream{pid: pid})
			}
			all[i].add(text, column-indent)
		}
	}
	sortStreams(all)
	for _, s := range all {
		for i := range s.lines {
			s.lines[i].text = normalise(s.lines[i].text, i == 0)
		}
	}
	return all
}

// takePrefix cuts the process id off the line. The prefix's own form stays in
// the text: without its digits, but with its width wrong if it is wrong.
func takePrefix(text string, m []int) (pid int, rest string) {
	lo, hi, name, form := m[2], m[3], m[4:6], "[pid] "
	if lo < 0 {
		lo, hi, name, form = m[6], m[7], m[8:10], ""
	}
	comm := "" // -Y
	if name[0] >= 0 {
		comm = text[name[0]:name[1]]
	}
	pid, err := strconv.Atoi(text[lo:hi])
	if err != nil {
		return 0, text
	}
	// Process ids are padded to five columns: "[pid    12] ", "12    ".
	digits := text[lo:hi]
	pad := strings.Repeat(" ", max(0, 5-len(digits)))
	want := "[pid " + pad + digits + comm + "] "
	switch {
	case form == "" && comm != "":
		want, form = digits+comm+" ", comm+" "
	case form == "":
		want = digits + pad + " "
	case comm != "":
		form = "[pid" + comm + "] "
	}
	if !strings.HasPrefix(text, want) {
		return pid, "(misaligned pid) " + text[m[1]:]
	}
	return pid, form + text[len(want):]
}

// add appends text, or continues the call that it resumes.
func (s *stream) add(text string, column int) {
	if m := resumption.FindStringSubmatchIndex(text); m != nil {
		for i := len(s.lines) - 1; i >= 0; i-- {
			l := &s.lines[i]
			if !strings.HasSuffix(l.raw, unfinished) {
				continue
			}
			rest := text[m[1]:]
			if realign(text, column) != text {
				rest += " (misaligned when resumed)"
			}
			l.raw = strings.TrimSuffix(l.raw, unfinished) + rest
			l.text = realign(l.raw, column)
			return
		}
	}
	s.lines = append(s.lines, line{raw: text, text: text})
}

// unaligned is the text with one space before the result.
func unaligned(text string) string { return realign(text, 0) }

// realign moves the result of a call to where it belongs: to the column, or
// one space after the call if that is longer.
func realign(text string, column int) string {
	all := alignment.FindAllStringIndex(text, -1)
	if all == nil {
		return text
	}
	last := all[len(all)-1]
	call, result := text[:last[0]+1], text[last[1]-len("= "):]
	return call + strings.Repeat(" ", max(1, column-len(call))) + result
}

func sortStreams(all []stream) {
	// Insertion sort: few streams, mostly in order; stable.
	for i := 1; i < len(all); i++ {
		for j := i; j > 0 && all[j].pid < all[j-1].pid; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
}
