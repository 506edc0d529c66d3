package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// logs is what was read: the lines of all processes.
type logs struct {
	lines   []line
	width   int // of the longest process id
	skipped int // lines without a time
}

// line is one line of a log.
type line struct {
	when uint64 // see key
	pid  string
	text []byte // without the newline
}

// read reads the files named prefix.PID.
func read(prefix string) (*logs, error) {
	names, err := find(prefix)
	if err != nil {
		return nil, err
	}
	l := new(logs)
	for _, name := range names {
		pid := name[len(prefix)+1:]
		l.width = max(l.width, len(pid))
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading the log: %w", err)
		}
		for text := range bytes.Lines(b) {
			text = bytes.TrimSuffix(text, []byte("\n"))
			if when, ok := key(text); ok {
				l.lines = append(l.lines, line{when, pid, text})
			} else {
				l.skipped++
			}
		}
	}
	if len(l.lines) == 0 {
		return nil, fmt.Errorf("%s.* files do not look like log files produced by 'strace -tt'", prefix)
	}
	return l, nil
}

// find returns the names prefix.PID that there are, in the order of a shell's pattern.
func find(prefix string) ([]string, error) {
	dir, base := filepath.Split(prefix)
	if dir == "" {
		dir = "."
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		pid, ok := strings.CutPrefix(e.Name(), base+".")
		if _, err := strconv.ParseUint(pid, 10, 63); ok && err == nil && !e.IsDir() {
			names = append(names, prefix+"."+pid)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: strace output not found", prefix)
	}
	sort.Strings(names)
	return names, nil
}

// key returns what lines are sorted by: the digits of the time that a line
// begins with, 10:00:00.000001 or 1700000000.000001, as one number. All times
// of one trace have as many digits behind the point.
func key(text []byte) (uint64, bool) {
	i := bytes.IndexByte(text, ' ')
	if i <= 0 {
		return 0, false
	}
	whole, fraction, point := bytes.Cut(text[:i], []byte("."))
	if point && len(fraction) == 0 {
		return 0, false
	}
	if len(whole) == len("10:00:00") && whole[2] == ':' && whole[5] == ':' {
		whole = slices.Concat(whole[:2], whole[3:5], whole[6:])
	}
	n, ok := digits(0, whole)
	if !ok || len(whole) == 0 {
		return 0, false
	}
	return digits(n, fraction)
}

// digits appends decimal digits to n.
func digits(n uint64, b []byte) (uint64, bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		if n > (math.MaxUint64-9)/10 {
			n = math.MaxUint64/10 - 1
		}
		n = 10*n + uint64(c-'0')
	}
	return n, true
}

// merge writes all lines, the process id before each. w remembers its error.
func (l *logs) merge(w io.Writer) {
	slices.SortStableFunc(l.lines, func(a, b line) int {
		switch {
		case a.when < b.when:
			return -1
		case a.when > b.when:
			return 1
		}
		return 0
	})
	for _, n := range l.lines {
		_, _ = fmt.Fprintf(w, "%-*s %s\n", l.width, n.pid, n.text)
	}
}
