package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"gostrace/internal/tracetest"
)

func main() {
	most := flag.Int("most", 10000, "the largest number of processes")
	flag.Parse()
	if err := scale(*most); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

// A run is what one trace took.
type run struct {
	perStop time.Duration // of the working tasks, without what an untraced call takes
	total   time.Duration
	size    int64 // largest resident size, bytes
}

func (r run) String() string {
	return fmt.Sprintf("%7.1f us %6.1f s %6.1f MB", float64(r.perStop)/1e3, r.total.Seconds(), float64(r.size)/1e6)
}

func scale(most int) error {
	scratch, err := os.MkdirTemp("", "gostrace-scale-")
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
	root, err := tracetest.ModuleRoot()
	if err != nil {
		return err
	}
	crowd := filepath.Join(scratch, "crowd")
	source := filepath.Join(root, "internal/tracetest/scale/testdata/crowd.c")
	if out, err := exec.Command("gcc", "-O1", "-static", "-pthread", "-o", crowd, source).CombinedOutput(); err != nil {
		return fmt.Errorf("building the crowd: %w\n%s", err, out)
	}
	fmt.Printf("%-10s %6s %3s   %-34s %-34s\n", "", "sleep", "hot", "ours: a stop, in all, resident", "reference")
	for _, c := range []struct {
		kind   string
		n, hot int
	}{
		{"processes", 10, 1}, {"processes", 100, 1}, {"processes", 1000, 1}, {"processes", most, 1}, {"processes", most, 4},
		{"threads", 10, 1}, {"threads", 1000, 1}, {"threads", 1000, 4},
	} {
		calls := 4000 / c.hot
		a, err := trace(scratch, ours, crowd, c.kind, c.n, c.hot, calls)
		if err != nil {
			return err
		}
		b, err := trace(scratch, reference, crowd, c.kind, c.n, c.hot, calls)
		if err != nil {
			return err
		}
		fmt.Printf("%-10s %6d %3d   %-34v %-34v\n", c.kind, c.n, c.hot, a, b)
	}
	return output(ours)
}

// trace traces a crowd with -f.
func trace(scratch string, t tracetest.Tracer, crowd, kind string, n, hot, calls int) (run, error) {
	cmd := exec.Command(t.Path, "-f", "-o", filepath.Join(scratch, "trace"), crowd, kind, strconv.Itoa(n), strconv.Itoa(hot), strconv.Itoa(calls))
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return run{}, fmt.Errorf("%v: %w\n%s%s", cmd, err, out.Bytes(), stderr.Bytes())
	}
	ns, err := strconv.ParseInt(strings.TrimSpace(out.String()), 10, 64)
	if err != nil {
		return run{}, fmt.Errorf("%v: %w", cmd, err)
	}
	const stops = 2 // of each call
	return run{
		perStop: time.Duration(ns / int64(stops*hot*calls)),
		total:   time.Since(begin),
		size:    cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss * 1024,
	}, nil
}

// output has 1 GB written, to a pipe.
func output(t tracetest.Tracer) error {
	for _, blocks := range []int{20, 2050} {
		cmd := exec.Command(t.Path, "-xx", "-s", "65536", "-e", "trace=read,write", "-o", "|wc -c",
			"dd", "if=/dev/zero", "of=/dev/null", "bs=64k", "count="+strconv.Itoa(blocks), "status=none")
		out, err := cmd.Output()
		if err != nil {
			return fmt.Errorf("%v: %w", cmd, err)
		}
		fmt.Printf("%s bytes of output: %.1f MB resident\n", bytes.TrimSpace(out), float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss*1024)/1e6)
	}
	return nil
}
