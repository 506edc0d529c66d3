package tracetest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// A Case is one command to be run under both tracers with the same options.
type Case struct {
	Options []string // the tracer's, without -o
	Own     []string // options for ours alone, which are to change nothing
	Command []string // argv; may be empty
	Stdin   string   // what the command reads; "" is /dev/null
	Env     []string // beyond HOME, LC_ALL, PATH, PWD, TERM and TZ
	// Setup prepares the command's empty working directory.
	Setup func(dir string) error
	// Attach starts the command first, waits until it sleeps, attaches the
	// tracer with -p, and then lets the command read Stdin from a pipe.
	Attach bool
	// NoOutputFile leaves out -o: the trace is what comes on stderr, mixed
	// with what the command writes there.
	NoOutputFile bool
	// Network runs tracer and command in a network namespace of their own.
	// Needs root.
	Network bool
	// Races says why two runs under the same tracer may truly differ: when
	// SIGCHLD arrives, which of two processes comes first. Such a case is run
	// several times, and passes when one of our traces equals one of the
	// reference's. It is a reason in words; "" is a command that always makes
	// the same calls.
	Races string
	// Any compares the lines of all processes as a set, for commands whose
	// threads share work by chance; choose options that leave the certain
	// lines. It is a reason in words.
	Any string
}

// String is the command line.
func (c *Case) String() string {
	return strings.Join(append(append([]string{"strace"}, c.Options...), c.Command...), " ")
}

// A Differ compares a tracer with the reference. It is safe for concurrent use.
type Differ struct {
	Reference, Ours Tracer
	scratch         string
	runs            atomic.Int64
}

// NewDiffer returns a Differ that works in directory scratch, which the caller
// removes. The path is part of what commands show, so it should be plain.
func NewDiffer(scratch string) (*Differ, error) {
	reference, err := Reference()
	if err != nil {
		return nil, err
	}
	ours, err := Ours(scratch)
	if err != nil {
		return nil, err
	}
	return NewDifferOf(reference, ours, scratch), nil
}

// NewDifferOf returns a Differ of any two tracers.
func NewDifferOf(reference, ours Tracer, scratch string) *Differ {
	return &Differ{Reference: reference, Ours: ours, scratch: scratch}
}

// A Result is what Compare found.
type Result struct {
	Diff string // unified, "-" is the reference; "" if there is no difference
	// What the two printed, as it came; of several attempts the first.
	Reference, Ours string
}

// attempts is how often a Case with Races is run. Another pair is run when
// process ids of different lengths moved a column.
const attempts = 6

// Compare runs the case under both tracers. The error is about running them;
// a difference is in the Result.
func (d *Differ) Compare(ctx context.Context, c *Case) (*Result, error) {
	dir := filepath.Join(d.scratch, fmt.Sprintf("r%d", d.runs.Add(1)))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	tries := 2
	if c.Races != "" || c.Any != "" {
		tries = attempts
	}
	result := &Result{}
	var theirs, ours []*output
	for try := range tries {
		a, err := d.Reference.run(ctx, dir, c)
		if err != nil {
			return nil, err
		}
		b, err := d.Ours.run(ctx, dir, c)
		if err != nil {
			return nil, err
		}
		if err := b.harmless(c); err != nil {
			return nil, err
		}
		theirs, ours = append(theirs, a), append(ours, b)
		if try == 0 {
			result.Reference, result.Ours = a.String(), b.String()
		}
		// Each new run against every run of the other.
		again := false
		for i := range theirs {
			for j := range ours {
				if i != try && j != try {
					continue
				}
				diff, moved := compare(c, theirs[i], ours[j])
				again = again || moved
				if diff == "" {
					result.Diff = ""
					return result, nil
				}
				if i == 0 && j == 0 || len(diff) < len(result.Diff) {
					result.Diff = diff
				}
			}
		}
		if c.Races == "" && c.Any == "" && !again {
			break
		}
	}
	return result, nil
}

// String is the whole output, for people.
func (o *output) String() string {
	var b strings.Builder
	for _, t := range o.traces {
		if t.pid != 0 {
			fmt.Fprintf(&b, "==> FILE.%d <==\n", t.pid)
		}
		b.Write(t.text)
	}
	if len(o.stderr) > 0 {
		fmt.Fprintf(&b, "==> stderr <==\n%s", o.stderr)
	}
	fmt.Fprintf(&b, "==> %s <==\n", o.status)
	return b.String()
}
