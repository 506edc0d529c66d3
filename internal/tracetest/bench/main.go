// Command bench runs our strace and the reference side by side, alternating,
// and prints medians and ratios: free to move between processors, and pinned
// to one (as taskset -c 0), beside the untraced command.
//
//	go run ./internal/tracetest/bench [-n 5] [-run REGEXP] [-quick]
//
// Where tracer and tracee run dominates every figure: quote both.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"gostrace/internal/tracetest"
)

// A workload is a command to trace, to a file.
type workload struct {
	name    string
	options []string
	command []string
	// how often in one measurement: for short commands
	repeat int
}

// workloads returns the commands; programs are the built C programs.
func workloads(programs map[string]string, scale int) []workload {
	n := func(full int) string { return fmt.Sprint(full / scale) }
	return []workload{
		{"dd bs=1", nil, []string{"dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=" + n(100000), "status=none"}, 1},
		{"open/fstat/close", nil, []string{programs["open"], n(30000)}, 1},
		{"4 threads -f", []string{"-f"}, []string{programs["threads"], n(20000)}, 1},
		{"forks -f", []string{"-f"}, []string{"sh", "-c", "i=0; while [ $i -lt " + n(200) + " ]; do /bin/true; i=$((i+1)); done"}, 1},
		{"dd bs=1 -c", []string{"-c"}, []string{"dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=" + n(100000), "status=none"}, 1},
		{"dd, 3 calls count", []string{"-e", "trace=execve,lseek,exit_group"}, []string{"dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=" + n(100000), "status=none"}, 1},
		{"dd, reference asked", []string{"-f", "--seccomp-bpf", "-e", "trace=execve,lseek,exit_group"}, []string{"dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=" + n(100000), "status=none"}, 1},
		{"ls -l / -k", []string{"-k"}, []string{"ls", "-l", "/"}, 1},
		{"true (start-up)", nil, []string{"true"}, 10},
	}
}

func main() {
	runs := flag.Int("n", 5, "runs of each, of which the median counts")
	only := flag.String("run", "", "only workloads whose name matches this regular expression")
	quick := flag.Bool("quick", false, "a tenth of the work: to see that it runs")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := bench(ctx, *runs, *only, *quick)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(ctx context.Context, runs int, only string, quick bool) error {
	match, err := regexp.Compile(only)
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "gostrace-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	reference, err := tracetest.Reference()
	if err != nil {
		return err
	}
	ours, err := tracetest.Ours(scratch)
	if err != nil {
		return err
	}
	programs, err := build()
	if err != nil {
		return err
	}
	scale := 1
	if quick {
		scale = 10
	}
	const row = "%-19s %-5s %10v %10v %10v %6s\n"
	fmt.Printf(row, "workload", "cpus", "untraced", "reference", "ours", "ratio")
	for _, w := range workloads(programs, scale) {
		if !match.MatchString(w.name) {
			continue
		}
		for _, pinned := range []bool{true, false} {
			m, err := measure(ctx, w, pinned, runs, scratch, reference, ours)
			if err != nil {
				return err
			}
			cpus := "free"
			if pinned {
				cpus = "one"
			}
			ratio := fmt.Sprintf("%.2f", float64(m[2])/float64(m[1]))
			fmt.Printf(row, w.name, cpus, round(m[0]), round(m[1]), round(m[2]), ratio)
		}
	}
	if !match.MatchString("ebpf") {
		return nil
	}
	return compareEngines(ctx, runs, scale, scratch, reference, ours)
}

// build compiles the C programs.
func build() (map[string]string, error) {
	root, err := tracetest.ModuleRoot()
	if err != nil {
		return nil, err
	}
	built := map[string]string{}
	for _, name := range []string{"open", "threads"} {
		p, err := tracetest.ReadProgram(filepath.Join(root, "internal/tracetest/bench/testdata", name+".c"))
		if err != nil {
			return nil, err
		}
		if built[name], err = p.Build(false); err != nil {
			return nil, err
		}
	}
	return built, nil
}

// measure returns the medians of the untraced command, the reference and ours.
// The three take turns, so that a slow moment hits all.
func measure(ctx context.Context, w workload, pinned bool, runs int, scratch string, reference, ours tracetest.Tracer) (medians [3]time.Duration, err error) {
	trace := append([]string{"-o", filepath.Join(scratch, "trace")}, w.options...)
	commands := [3][]string{
		w.command,
		slices.Concat([]string{reference.Path}, trace, w.command),
		slices.Concat([]string{ours.Path}, trace, w.command),
	}
	var times [3][]time.Duration
	for range runs {
		for i, argv := range commands {
			t, err := clock(ctx, argv, w.repeat, pinned)
			if err != nil {
				return medians, fmt.Errorf("%v: %w", argv, err)
			}
			times[i] = append(times[i], t)
		}
	}
	for i := range times {
		slices.Sort(times[i])
		medians[i] = times[i][len(times[i])/2]
	}
	return medians, nil
}

// clock runs argv n times and returns the average.
func clock(ctx context.Context, argv []string, n int, pinned bool) (time.Duration, error) {
	begin := time.Now()
	for range n {
		cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
		cmd.Stderr = os.Stderr
		if err := start(cmd, pinned); err != nil {
			return 0, err
		}
		if err := cmd.Wait(); err != nil {
			return 0, err
		}
	}
	return time.Since(begin) / time.Duration(n), nil
}

// start starts cmd on the first processor that this process may use, or on any.
func start(cmd *exec.Cmd, pinned bool) error {
	if !pinned {
		return cmd.Start()
	}
	return onOneCPU(cmd.Start)
}

// round keeps three digits or so.
func round(d time.Duration) time.Duration {
	switch {
	case d > time.Second:
		return d.Round(10 * time.Millisecond)
	case d > 10*time.Millisecond:
		return d.Round(100 * time.Microsecond)
	}
	return d.Round(10 * time.Microsecond)
}
