package summary

// A Column is one column of the table, and what the table can be sorted by.
type Column uint8

// The columns. Nothing is no column: it only says not to sort.
const (
	TimePercent Column = iota // share of the total time
	TotalTime                 // seconds
	MinTime                   // seconds
	MaxTime                   // seconds
	AvgTime                   // microseconds per call
	WallTotal                 // seconds by the wall clock, with or without -w
	WallMin
	WallMax
	WallAvg // microseconds per call
	Calls
	Errors
	Name
	Nothing
	numColumns = int(Nothing)
)

// column is how a Column is named on the command line and shown.
type column struct {
	names []string // accepted by -S and -U, the preferred one first
	title string
	width int // at least; of the title's underline, too
}

// columns are named as the man page does (-S, -U), and as wide as observed.
var columns = [numColumns + 1]column{
	TimePercent: {[]string{"time-percent", "time"}, "% time", 6},
	TotalTime:   {[]string{"total-time", "time-total"}, "seconds", 11},
	MinTime:     {[]string{"min-time", "time-min", "shortest"}, "shortest", 8},
	MaxTime:     {[]string{"max-time", "time-max", "longest"}, "longest", 8},
	AvgTime:     {[]string{"avg-time", "time-avg"}, "usecs/call", 11},
	WallTotal:   {[]string{"wall-total", "total-wall"}, "wall-total", 11},
	WallMin:     {[]string{"wall-min", "min-wall"}, "wall-min", 8},
	WallMax:     {[]string{"wall-max", "max-wall"}, "wall-max", 8},
	WallAvg:     {[]string{"wall-avg", "avg-wall"}, "wall-avg", 11},
	Calls:       {[]string{"calls", "count"}, "calls", 9},
	Errors:      {[]string{"errors", "error"}, "errors", 9},
	Name:        {[]string{"name", "syscall", "syscall-name"}, "syscall", 16},
	Nothing:     {[]string{"nothing", "none"}, "", 0},
}

// DefaultColumns are the columns of a table without -U.
var DefaultColumns = []Column{TimePercent, TotalTime, AvgTime, Calls, Errors, Name}

func (c Column) String() string { return columns[c].names[0] }

// ParseColumn returns the column that -S or -U names; Nothing included.
func ParseColumn(name string) (Column, bool) {
	for c := range columns {
		for _, n := range columns[c].names {
			if n == name {
				return Column(c), true
			}
		}
	}
	return 0, false
}

// Names returns the preferred names of all columns; of Nothing, too, if it may be named.
func Names(nothing bool) []string {
	var names []string
	for c := range columns {
		if Column(c) != Nothing || nothing {
			names = append(names, Column(c).String())
		}
	}
	return names
}
