// Command coverage runs the whole corpus under both tracers and records, for
// each system call and ABI, how many lines were compared and how many of them
// differed: internal/tracetest/coverage.txt, which docs/SYSCALLS.md shows.
//
//	make coverage
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"gostrace/internal/abi"
	"gostrace/internal/tracetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

// counts are the lines of one call on one ABI.
type counts struct{ compared, differing int }

// A record is what the corpus has said of each "ABI NAME".
type record struct {
	mu    sync.Mutex
	calls map[string]*counts
	known map[string]map[string]bool // names by ABI
}

func run(ctx context.Context) error {
	programs, err := tracetest.Programs()
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "gostrace-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	differ, err := tracetest.NewDiffer(scratch)
	if err != nil {
		return err
	}
	r := record{calls: make(map[string]*counts), known: make(map[string]map[string]bool)}
	for _, a := range []*abi.ABI{&abi.X86_64, &abi.I386} {
		r.known[a.Name] = make(map[string]bool)
		for _, name := range a.Names {
			r.known[a.Name][name] = true
		}
	}
	queue := make(chan *tracetest.Program)
	errs := make(chan error, runtime.NumCPU())
	for range runtime.NumCPU() {
		go func() {
			var first error
			for p := range queue {
				if err := r.program(ctx, differ, p); err != nil && first == nil {
					first = fmt.Errorf("%s/%s: %w", p.Family, p.Name, err)
				}
			}
			errs <- first
		}()
	}
	for i := range programs {
		queue <- &programs[i]
	}
	close(queue)
	for range runtime.NumCPU() {
		if err := <-errs; err != nil {
			return err
		}
	}
	return r.write()
}

// program runs p with each of its options, on each ABI that it is for.
func (r *record) program(ctx context.Context, differ *tracetest.Differ, p *tracetest.Program) error {
	abis := []string{abi.X86_64.Name}
	if p.M32 {
		abis = append(abis, abi.I386.Name)
	}
	for i, name := range abis {
		binary, err := p.Build(i == 1)
		if err != nil {
			return err
		}
		for _, options := range p.Options {
			result, err := differ.Compare(ctx, p.Case(binary, options))
			if err != nil {
				return err
			}
			r.add(name, result.Reference, result.Diff)
		}
	}
	return nil
}

// call matches the name of a call that a line shows.
var call = regexp.MustCompile(`(?:^|[ \]])([a-z_][a-z0-9_]*)\(`)

func (r *record) add(abi, reference, diff string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for line := range strings.SplitSeq(reference, "\n") {
		if c := r.of(abi, line); c != nil {
			c.compared++
		}
	}
	for line := range strings.SplitSeq(diff, "\n") {
		if line, missing := strings.CutPrefix(line, "- "); missing {
			if c := r.of(abi, line); c != nil {
				c.differing++
			}
		}
	}
}

// of returns the counts of the call that a line shows, nil if it shows none.
func (r *record) of(abi, line string) *counts {
	m := call.FindStringSubmatch(line)
	if m == nil || !r.known[abi][m[1]] {
		return nil
	}
	key := abi + " " + m[1]
	if r.calls[key] == nil {
		r.calls[key] = new(counts)
	}
	return r.calls[key]
}

// write writes a line for each call: ABI NAME COMPARED DIFFERING.
func (r *record) write() error {
	root, err := tracetest.ModuleRoot()
	if err != nil {
		return err
	}
	var lines []string
	for key, c := range r.calls {
		lines = append(lines, fmt.Sprintf("%s %d %d\n", key, c.compared, c.differing))
	}
	slices.Sort(lines)
	text := "# Lines of the corpus by ABI and call: compared with the reference's, and differing. Written by make coverage.\n" + strings.Join(lines, "")
	return os.WriteFile(filepath.Join(root, "internal/tracetest/coverage.txt"), []byte(text), 0o644)
}
