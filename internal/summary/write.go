package summary

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"gostrace/internal/abi"
)

// WriteTo writes the summary: one table, or one run of JSON lines, for each
// personality in which a call was counted. Without any it writes nothing. Errors are those of w.
func (s *Summary) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	for i := range s.of {
		c := &s.of[i]
		rows := c.rows()
		if len(rows) == 0 {
			continue
		}
		slices.SortStableFunc(rows, s.order())
		if s.JSON {
			s.json(&b, c.ABI, rows)
			continue
		}
		if i > 0 {
			b.WriteString("System call usage summary for " + c.ABI.Bits + " mode:\n")
		}
		s.table(&b, rows)
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

// row is one line of the table.
type row struct {
	name string
	stat
}

// rows returns what was called, by number.
func (c *counts) rows() []row {
	var rows []row
	add := func(st stat, name string) {
		if st.calls == 0 {
			return
		}
		if name == "" {
			name = "syscall_0x" + strconv.FormatUint(st.nr, 16)
		}
		rows = append(rows, row{name, st})
	}
	for i := range c.calls {
		add(c.calls[i], c.Table.Name(uint64(i)))
	}
	for i := range c.others {
		name := ""
		if i == maxOthers-1 || c.others[i].nr == Other {
			name = "other"
		}
		add(c.others[i], name)
	}
	return rows
}

// order says which row comes first: the larger, but names ascend. Rows that
// are equal stay in the order of their numbers.
func (s *Summary) order() func(a, b row) int {
	if s.Sort == Name {
		return func(a, b row) int { return strings.Compare(a.name, b.name) }
	}
	return func(a, b row) int {
		x, y := a.key(s.Sort), b.key(s.Sort)
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	}
}

// key is the number that a column shows, for sorting.
func (st *stat) key(c Column) int64 {
	switch c {
	case TimePercent, TotalTime:
		return st.time.total
	case MinTime:
		return st.time.least
	case MaxTime:
		return st.time.most
	case AvgTime:
		return st.time.total / int64(st.calls)
	case WallTotal:
		return st.wall.total
	case WallMin:
		return st.wall.least
	case WallMax:
		return st.wall.most
	case WallAvg:
		return st.wall.total / int64(st.calls)
	case Calls:
		return int64(st.calls)
	case Errors:
		return int64(st.errors)
	}
	return 0
}

// total is the last line of the table.
func total(rows []row) row {
	t := row{name: "total"}
	t.time.least, t.wall.least = rows[0].time.least, rows[0].wall.least
	for _, r := range rows {
		t.calls += r.calls
		t.errors += r.errors
		t.time.join(r.time)
		t.wall.join(r.wall)
	}
	return t
}

func (s *span) join(t span) {
	s.total += t.total
	s.least = min(s.least, t.least)
	s.most = max(s.most, t.most)
}

// shown returns the columns in order; Name is the last if it was not asked for.
func (s *Summary) shown() []Column {
	switch {
	case s.Columns == nil:
		return DefaultColumns
	case slices.Contains(s.Columns, Name):
		return s.Columns
	}
	return append(slices.Clip(s.Columns), Name)
}

// table writes the table of rows, which are sorted.
func (s *Summary) table(b *strings.Builder, rows []row) {
	cols, sum := s.shown(), total(rows)
	rows = append(rows, sum)
	cells := make([][]string, len(rows))
	widths := make([]int, len(cols))
	for j, c := range cols {
		widths[j] = columns[c].width
	}
	for i := range rows {
		cells[i] = make([]string, len(cols))
		for j, c := range cols {
			cells[i][j] = rows[i].cell(c, sum.time.total, i == len(rows)-1)
			width := len(cells[i][j])
			if c == Name {
				width++ // as observed: one more than the longest name
			}
			widths[j] = max(widths[j], width)
		}
	}
	titles, rule := make([]string, len(cols)), make([]string, len(cols))
	for j, c := range cols {
		titles[j], rule[j] = columns[c].title, strings.Repeat("-", widths[j])
	}
	line(b, cols, widths, titles)
	line(b, cols, widths, rule)
	for i := range cells {
		if i == len(cells)-1 {
			line(b, cols, widths, rule)
		}
		line(b, cols, widths, cells[i])
	}
}

// line writes one line: numbers to the right, names to the left. A name in the
// last column has no space behind it.
func line(b *strings.Builder, cols []Column, widths []int, cells []string) {
	for j, c := range cols {
		if j > 0 {
			b.WriteByte(' ')
		}
		pad := strings.Repeat(" ", widths[j]-len(cells[j]))
		switch {
		case c != Name:
			b.WriteString(pad + cells[j])
		case j == len(cols)-1:
			b.WriteString(cells[j])
		default:
			b.WriteString(cells[j] + pad)
		}
	}
	b.WriteByte('\n')
}

// cell is what row shows in column c; all is the total time, and last says
// that row is the total.
func (r *row) cell(c Column, all int64, last bool) string {
	switch c {
	case TimePercent:
		share := 0.0
		switch {
		case last:
			share = 100
		case all != 0:
			share = 100 * float64(r.time.total) / float64(all)
		}
		return strconv.FormatFloat(share, 'f', 2, 64)
	case TotalTime, MinTime, MaxTime, WallTotal, WallMin, WallMax:
		return strconv.FormatFloat(float64(r.key(c))/1e9, 'f', 6, 64)
	case AvgTime, WallAvg:
		return strconv.FormatInt(r.key(c)/1000, 10)
	case Calls:
		return strconv.FormatUint(r.calls, 10)
	case Errors:
		if r.errors == 0 {
			return ""
		}
		return strconv.FormatUint(r.errors, 10)
	}
	return r.name
}

// json writes one object per row: durations in seconds, as elsewhere in the
// JSON of this program.
func (s *Summary) json(b *strings.Builder, a *abi.ABI, rows []row) {
	for i := range rows {
		r := &rows[i]
		fmt.Fprintf(b, `{"type":"summary","name":%q,"nr":%d,"abi":%q,"calls":%d,"errors":%d,`+
			`"seconds":%s,"min_seconds":%s,"max_seconds":%s`,
			r.name, r.nr, a.Name, r.calls, r.errors,
			seconds(r.time.total), seconds(r.time.least), seconds(r.time.most))
		if r.histogram != nil {
			b.WriteString(`,"wall_histogram":[`)
			sep := ""
			for i, n := range r.histogram {
				if n > 0 {
					fmt.Fprintf(b, `%s{"from_seconds":%s,"calls":%d}`, sep, seconds(1<<i), n)
					sep = ","
				}
			}
			b.WriteByte(']')
		}
		b.WriteString("}\n")
	}
}

func seconds(ns int64) string { return strconv.FormatFloat(float64(ns)/1e9, 'f', 9, 64) }
