package ebpf

import (
	"fmt"
	"unsafe"

	"gostrace/internal/abi"
)

// A Count is what was counted of the calls of one number, times in nanoseconds.
type Count struct {
	ABI           *abi.ABI
	Nr            uint64 // MaxNr stands for all numbers from it on
	Calls, Errors uint64
	Time, Wall    Span // by the clock that Config.CPUTime says, and elapsed
	// Histogram has the number of calls by their elapsed time: entry i is for
	// those from 1<<i to 2<<i nanoseconds.
	Histogram [buckets]uint64
}

// A Span sums up durations.
type Span struct{ Total, Least, Most int64 }

// counts returns what was counted so far.
func (e *Engine) counts() ([]Count, error) {
	values := make([]count, len(e.cpus))
	var all []Count
	for i := range uint32(2 * calls) {
		e.key = i
		if errno := e.k.maps[mapCounts].lookup(&e.key, unsafe.Pointer(&values[0])); errno != 0 {
			return nil, fmt.Errorf("reading the counts: %w", errno)
		}
		c := Count{ABI: abis[i/calls], Nr: uint64(i % calls)}
		for j := range values {
			v := &values[j]
			if v.calls == 0 {
				continue
			}
			first := c.Calls == 0
			c.Calls += v.calls
			c.Errors += v.errors
			c.Time.join(v.time.total, v.time.least, v.time.most, first)
			c.Wall.join(v.wall.total, v.wall.least, v.wall.most, first)
			for b, n := range v.histogram {
				c.Histogram[b] += uint64(n)
			}
		}
		if c.Calls > 0 {
			all = append(all, c)
		}
	}
	return all, nil
}

func (s *Span) join(total, least, most uint64, first bool) {
	s.Total += int64(total)
	if first || int64(least) < s.Least {
		s.Least = int64(least)
	}
	s.Most = max(s.Most, int64(most))
}
