package tracetest

import (
	"regexp"
	"slices"
	"strings"
)

var rule = regexp.MustCompile(`^-+( -+)+$`)

// certain are the columns of a -c table that don't depend on time.
var certain = map[string]bool{"calls": true, "errors": true, "syscall": true}

// normaliseSummary replaces the numbers in the columns of -c tables that hold
// times. Rows that are sorted by time (sorted) are compared in the order of
// their names.
func normaliseSummary(lines []line, sorted bool) {
	for i := 1; i < len(lines); i++ {
		if !rule.MatchString(lines[i].raw) {
			continue
		}
		columns := underlined(lines[i].raw)
		header := lines[i-1].raw
		end := i + 1
		for end < len(lines) && !rule.MatchString(lines[end].raw) {
			lines[end].text = blankTimes(lines[end].raw, header, columns)
			end++
		}
		if end == len(lines) {
			return
		}
		if sorted {
			rows := lines[i+1 : end]
			slices.SortFunc(rows, func(a, b line) int { return strings.Compare(lastWord(a.raw), lastWord(b.raw)) })
		}
		if end+1 < len(lines) {
			lines[end+1].text = blankTimes(lines[end+1].raw, header, columns)
		}
		i = end + 1
	}
}

// underlined returns the bounds of the columns that the dashes underline.
func underlined(dashes string) [][2]int {
	var columns [][2]int
	for at := 0; at < len(dashes); {
		end := at + len(dashes[at:]) - len(strings.TrimLeft(dashes[at:], "-"))
		columns = append(columns, [2]int{at, end})
		at = end + 1
	}
	return columns
}

// blankTimes replaces the digits in the columns that hold times, and the
// blanks before them: their number of decimals and their place remain.
func blankTimes(text, header string, columns [][2]int) string {
	b := []byte(text)
	for _, c := range columns {
		if c[1] > len(b) || c[1] > len(header) || certain[strings.TrimSpace(header[c[0]:c[1]])] {
			continue
		}
		for i := c[0]; i < c[1]; i++ {
			if b[i] == ' ' && strings.TrimSpace(string(b[i:c[1]])) != "" || b[i] >= '0' && b[i] <= '9' {
				b[i] = '#'
			}
		}
	}
	return string(b)
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}
