package summary

import (
	"math"

	"gostrace/internal/abi"
)

// A Table names the system calls of one ABI.
type Table interface {
	Len() int              // one more than the highest number
	Name(nr uint64) string // "" where there is no call
}

// A Personality is an ABI and the names of its calls.
type Personality struct {
	ABI   *abi.ABI
	Table Table
}

// Config says what the summary shows.
type Config struct {
	Columns []Column // in order; nil: DefaultColumns. Name is added if it is missing
	Sort    Column   // the zero value sorts by time
	// WallClock says that the main times are those of the wall clock (-w).
	WallClock bool
	// Overhead is what of each call's time the tracing is thought to take (-O), in nanoseconds.
	Overhead int64
	JSON     bool // one object per line instead of a table
}

// A Summary counts calls. Make it with New.
type Summary struct {
	Config
	of []counts
}

// counts is what is known of one personality.
type counts struct {
	Personality
	calls  []stat // by number
	others []stat // numbers without a name that were called, beyond the table
}

// stat is what is counted for one call. Times are in nanoseconds.
type stat struct {
	nr            uint64
	calls, errors uint64
	time, wall    span
	histogram     []uint64 // see Counted; nil: not known
}

// span sums up durations.
type span struct{ total, least, most int64 }

func (s *span) add(ns int64, first bool) {
	s.total += ns
	if first || ns < s.least {
		s.least = ns
	}
	s.most = max(s.most, ns)
}

// New returns an empty Summary of the given personalities, the native one first.
func New(c Config, ps ...Personality) *Summary {
	s := &Summary{Config: c, of: make([]counts, len(ps))}
	for i, p := range ps {
		s.of[i] = counts{Personality: p, calls: make([]stat, p.Table.Len())}
		for nr := range s.of[i].calls {
			s.of[i].calls[nr].nr = uint64(nr)
		}
	}
	return s
}

// Add counts one call of number nr that took ns nanoseconds, in the clock that
// Config.WallClock says. Calls of an ABI that New was not told of don't count.
func (s *Summary) Add(a *abi.ABI, nr uint64, ns int64, failed bool) {
	s.AddTimes(a, nr, ns, ns, failed)
}

// AddTimes is Add with the two times apart: cpu is system time, wall is
// elapsed time, both in nanoseconds.
func (s *Summary) AddTimes(a *abi.ABI, nr uint64, cpu, wall int64, failed bool) {
	for i := range s.of {
		c := &s.of[i]
		if c.ABI != a {
			continue
		}
		st := c.stat(nr)
		if s.WallClock {
			cpu = wall
		}
		st.time.add(max(cpu-s.Overhead, 0), st.calls == 0)
		st.wall.add(max(wall-s.Overhead, 0), st.calls == 0)
		st.calls++
		if failed {
			st.errors++
		}
		return
	}
}

// maxOthers bounds what a tracee that calls random numbers can make us keep;
// the calls beyond are counted together.
const maxOthers = 256

// stat returns what is counted for number nr.
func (c *counts) stat(nr uint64) *stat {
	if nr < uint64(len(c.calls)) {
		return &c.calls[nr]
	}
	for i := range c.others {
		if c.others[i].nr == nr {
			return &c.others[i]
		}
	}
	if len(c.others) == maxOthers {
		return &c.others[maxOthers-1]
	}
	if len(c.others) == maxOthers-1 {
		nr = math.MaxUint64
	}
	c.others = append(c.others, stat{nr: nr})
	return &c.others[len(c.others)-1]
}
