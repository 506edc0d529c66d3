package summary

import "gostrace/internal/abi"

// Other is the number by which Counted names all numbers that it does not tell
// apart. (-1 is one that programs do call, and that -e inject leaves behind.)
const Other = 1 << 62

// Counted is what somebody else has counted of the calls of one number, times
// in nanoseconds.
type Counted struct {
	Calls, Errors uint64
	CPU, Wall     Times
	// Histogram has the number of calls by elapsed time: entry i is for those
	// from 1<<i to 2<<i nanoseconds. nil: not known.
	Histogram []uint64
}

// Times sums up durations in nanoseconds.
type Times struct{ Total, Least, Most int64 }

// less takes what the tracing is thought to take off every one of so many calls.
func (t Times) less(overhead int64, calls uint64) span {
	if t.Most <= overhead {
		return span{}
	}
	return span{max(t.Total-overhead*int64(calls), 0), max(t.Least-overhead, 0), t.Most - overhead}
}

// AddCounted adds calls that were counted elsewhere, of a number of which no
// others have been added.
func (s *Summary) AddCounted(a *abi.ABI, nr uint64, c Counted) {
	for i := range s.of {
		if s.of[i].ABI != a || c.Calls == 0 {
			continue
		}
		st := s.of[i].stat(nr)
		if s.WallClock {
			c.CPU = c.Wall
		}
		st.calls, st.errors = c.Calls, c.Errors
		st.time, st.wall = c.CPU.less(s.Overhead, c.Calls), c.Wall.less(s.Overhead, c.Calls)
		st.histogram = c.Histogram
	}
}
