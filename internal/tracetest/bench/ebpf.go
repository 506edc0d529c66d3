package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gostrace/internal/tracetest"
)

// The eBPF engine is too fast for the other table: it gets a million blocks,
// the reference a part of them, and the ratios are per block.
const (
	ebpfBlocks      = 1_000_000
	referenceBlocks = 50_000
)

// compareEngines prints what the eBPF engine costs beside the untraced command
// and the reference on one processor, where that is fastest.
func compareEngines(ctx context.Context, runs, scale int, scratch string, reference, ours tracetest.Tracer) error {
	if out, _ := exec.CommandContext(ctx, ours.Path, "--engine=ebpf", "-o", os.DevNull, "true").CombinedOutput(); len(out) > 0 {
		fmt.Printf("\neBPF: not measured: %s\n", strings.TrimSpace(string(out)))
		return nil
	}
	const row = "%-26s %10v %10v %10v %9s %9s\n"
	fmt.Printf("\n"+row, "eBPF engine", "untraced", "reference", "ebpf", "/untraced", "/ref")
	dd := func(n int) []string {
		return []string{"dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=" + fmt.Sprint(n/scale), "status=none"}
	}
	trace := []string{"-o", filepath.Join(scratch, "trace")}
	for _, w := range []struct {
		name        string
		options     []string
		long, short []string // for us, and for the reference
		parts       time.Duration
		repeat      int
	}{
		{"dd bs=1", nil, dd(ebpfBlocks), dd(referenceBlocks), ebpfBlocks / referenceBlocks, 1},
		{"dd bs=1 -c", []string{"-c"}, dd(ebpfBlocks), dd(referenceBlocks), ebpfBlocks / referenceBlocks, 1},
		{"dd bs=1 -e trace=lseek", []string{"-e", "trace=lseek"}, dd(ebpfBlocks), dd(referenceBlocks), ebpfBlocks / referenceBlocks, 1},
		{"true (start-up)", nil, []string{"true"}, []string{"true"}, 1, 10},
	} {
		var times [3][]time.Duration
		for range runs {
			for i, argv := range [3][]string{
				w.long,
				slices.Concat([]string{reference.Path}, trace, w.options, w.short),
				slices.Concat([]string{ours.Path, "--engine=ebpf"}, trace, w.options, w.long),
			} {
				t, err := clock(ctx, argv, w.repeat, i == 1)
				if err != nil {
					return fmt.Errorf("%v: %w", argv, err)
				}
				if i == 1 {
					t *= w.parts
				}
				times[i] = append(times[i], t)
			}
		}
		var m [3]time.Duration
		for i := range times {
			slices.Sort(times[i])
			m[i] = times[i][len(times[i])/2]
		}
		fmt.Printf(row, w.name, round(m[0]), round(m[1]), round(m[2]),
			fmt.Sprintf("%.2f", float64(m[2])/float64(m[0])), fmt.Sprintf("%.3f", float64(m[2])/float64(m[1])))
	}
	return others(ctx, runs, ours, dd(ebpfBlocks))
}

// others prints what a process that is not traced pays while another one is.
func others(ctx context.Context, runs int, ours tracetest.Tracer, command []string) error {
	var alone, beside []time.Duration
	for range runs {
		t, err := clock(ctx, command, 1, false)
		if err != nil {
			return err
		}
		alone = append(alone, t)
		// It ends when its input does.
		sleeper := exec.CommandContext(ctx, ours.Path, "--engine=ebpf", "-o", os.DevNull, "cat")
		input, err := sleeper.StdinPipe()
		if err != nil {
			return err
		}
		if err := sleeper.Start(); err != nil {
			return err
		}
		time.Sleep(200 * time.Millisecond) // until it traces
		t, err = clock(ctx, command, 1, false)
		_ = input.Close()
		if e := sleeper.Wait(); err == nil {
			err = e
		}
		if err != nil {
			return err
		}
		beside = append(beside, t)
	}
	slices.Sort(alone)
	slices.Sort(beside)
	a, b := alone[runs/2], beside[runs/2]
	fmt.Printf("%-26s %10v %10s %10v %9.2f\n", "dd while another is traced", round(a), "", round(b), float64(b)/float64(a))
	return nil
}
