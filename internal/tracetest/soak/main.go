package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"gostrace/internal/tracetest"
)

func main() {
	length := flag.Duration("for", 10*time.Minute, "how long altogether")
	only := flag.String("run", "", "only forks, redis or nginx")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := soak(ctx, *length, *only)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

func soak(ctx context.Context, length time.Duration, only string) error {
	dir, err := os.MkdirTemp("", "gostrace-soak-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ours, err := tracetest.Ours(dir)
	if err != nil {
		return err
	}
	s := &soaker{strace: ours.Path, dir: dir}
	all := []struct {
		name string
		run  func(context.Context, time.Duration) error
	}{{"forks", s.forks}, {"redis", s.redis}, {"nginx", s.nginx}}
	n := len(all)
	if only != "" {
		n = 1
	}
	for _, p := range all {
		if only != "" && only != p.name {
			continue
		}
		if err := p.run(ctx, length/time.Duration(n)); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

type soaker struct{ strace, dir string }

// ends matches what -d says at the end.
var ends = regexp.MustCompile(`ebpf: (\d+) calls ended, (\d+) of them and (\d+) events in all were lost, (\d+) ended by`)

// A traced strace runs, and writes to a FIFO that is counted as it is written.
type traced struct {
	cmd    *exec.Cmd
	stderr bytes.Buffer
	calls  chan uint64 // calls in the trace that have ended
}

// start starts strace with arguments; its trace is JSON, of which an object is a call.
func (s *soaker) start(ctx context.Context, args ...string) (*traced, error) {
	fifo := filepath.Join(s.dir, "trace")
	_ = os.Remove(fifo)
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		return nil, err
	}
	t := &traced{calls: make(chan uint64, 1)}
	t.cmd = exec.CommandContext(ctx, s.strace, append([]string{"--engine=ebpf", "-d", "--json", "-o", fifo}, args...)...)
	t.cmd.Stderr = &t.stderr
	t.cmd.Cancel = func() error { return t.cmd.Process.Signal(os.Interrupt) }
	if err := t.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { t.calls <- count(fifo) }()
	return t, nil
}

// count counts the calls in a trace that have ended.
func count(name string) (n uint64) {
	f, err := os.Open(name)
	if err != nil {
		return 0
	}
	defer f.Close()
	for r := bufio.NewReaderSize(f, 1<<20); ; {
		line, err := r.ReadSlice('\n')
		if bytes.Contains(line, []byte(`"type":"syscall"`)) && !bytes.Contains(line, []byte(`,"unfinished":true`)) &&
			!bytes.Contains(line, []byte(`,"detached":true`)) {
			n++
		}
		if err != nil {
			return n
		}
	}
}

// check waits for strace and compares what it wrote with what the kernel counted.
func (t *traced) check(name string) error {
	err := t.cmd.Wait()
	calls := <-t.calls
	m := ends.FindStringSubmatch(t.stderr.String())
	if m == nil {
		return fmt.Errorf("strace said nothing of what it counted: %w: %s", err, t.stderr.String())
	}
	ended, _ := strconv.ParseUint(m[1], 10, 64)
	lost, _ := strconv.ParseUint(m[2], 10, 64)
	killed, _ := strconv.ParseUint(m[4], 10, 64) // shown as unfinished
	fmt.Printf("%-28s %12d calls ended, %12d in the trace, %6d of killed tasks, %9d reported lost\n", name, ended, calls, killed, lost)
	if calls+lost+killed != ended {
		return fmt.Errorf("%d calls are missing silently", int64(ended-calls-lost-killed))
	}
	return nil
}

// forks traces a make that makes as many processes as it can.
func (s *soaker) forks(ctx context.Context, length time.Duration) error {
	jobs := make([]string, 200)
	for i := range jobs {
		jobs[i] = "j" + strconv.Itoa(i)
	}
	makefile := "all: " + strings.Join(jobs, " ") + "\n" + strings.Join(jobs, " ") +
		":\n\t@for i in 1 2 3 4 5; do /bin/true; echo x | cat >/dev/null; done\n"
	if err := os.WriteFile(filepath.Join(s.dir, "Makefile"), []byte(makefile), 0o644); err != nil {
		return err
	}
	script := fmt.Sprintf("end=$(($(date +%%s) + %d)); while [ $(date +%%s) -lt $end ]; do make -s -j2 -C %s all; done", int(length.Seconds()), s.dir)
	t, err := s.start(ctx, "-f", "sh", "-c", script)
	if err != nil {
		return err
	}
	return t.check("forks")
}

// A server is something that serves until it is told to stop.
func (s *soaker) server(ctx context.Context, argv ...string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Dir = s.dir
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	time.Sleep(time.Second)
	return cmd, nil
}

const redisPort, nginxPort = "16379", "18080"

func (s *soaker) redis(ctx context.Context, length time.Duration) error {
	cmd, err := s.server(ctx, "redis-server", "--port", redisPort, "--save", "", "--bind", "127.0.0.1", "--logfile", "redis.log")
	if err != nil {
		return err
	}
	defer stop(cmd)
	load := func(ctx context.Context, d time.Duration) (float64, error) {
		total, runs := 0.0, 0
		for end := time.Now().Add(d); time.Now().Before(end); runs++ {
			out, err := exec.CommandContext(ctx, "redis-benchmark", "-p", redisPort, "-q", "-n", "100000", "-c", "20", "-t", "set").Output()
			if err != nil {
				return 0, fmt.Errorf("redis-benchmark: %w", err)
			}
			m := rate.FindAllSubmatch(out, -1)
			if m == nil {
				return 0, fmt.Errorf("redis-benchmark says %q", out)
			}
			r, _ := strconv.ParseFloat(string(m[len(m)-1][1]), 64)
			total += r
		}
		return total / float64(runs), nil
	}
	// A request is a read, a write and part of an epoll_wait; 1% are others.
	return s.serve(ctx, "redis", cmd.Process.Pid, length, "trace=openat,close,accept4,fcntl,epoll_ctl,setsockopt", load)
}

var rate = regexp.MustCompile(`([0-9.]+) requests per second`)

func (s *soaker) nginx(ctx context.Context, length time.Duration) error {
	conf := "daemon off; master_process off; pid nginx.pid; error_log stderr; events { worker_connections 256; }\n" +
		"http { access_log off; server { listen 127.0.0.1:" + nginxPort + "; root " + s.dir + "; } }\n"
	if err := os.WriteFile(filepath.Join(s.dir, "nginx.conf"), []byte(conf), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(s.dir, "index.html"), bytes.Repeat([]byte("hello\n"), 100), 0o644); err != nil {
		return err
	}
	if err := os.Chmod(s.dir, 0o755); err != nil {
		return err
	}
	cmd, err := s.server(ctx, "nginx", "-e", "stderr", "-p", s.dir, "-c", "nginx.conf")
	if err != nil {
		return err
	}
	defer stop(cmd)
	load := func(ctx context.Context, d time.Duration) (float64, error) {
		out, err := exec.CommandContext(ctx, "wrk", "-t1", "-c16", "-d", strconv.Itoa(int(max(d.Seconds(), 1)))+"s", "http://127.0.0.1:"+nginxPort+"/").Output()
		if err != nil {
			return 0, fmt.Errorf("wrk: %w", err)
		}
		m := requests.FindSubmatch(out)
		if m == nil {
			return 0, fmt.Errorf("wrk says %q", out)
		}
		return strconv.ParseFloat(string(m[1]), 64)
	}
	return s.serve(ctx, "nginx", cmd.Process.Pid, length, "trace=accept4,epoll_ctl", load)
}

var requests = regexp.MustCompile(`Requests/sec:\s+([0-9.]+)`)

func stop(cmd *exec.Cmd) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
}

// serve measures a server without and with a narrow filter, in turns, and then
// traces all that it does.
func (s *soaker) serve(ctx context.Context, name string, pid int, length time.Duration, filter string, load func(context.Context, time.Duration) (float64, error)) error {
	const turns = 3
	part := length / (3 * turns)
	var alone, narrow float64
	attach := func(what string, options []string, during func() error) error {
		t, err := s.start(ctx, append(options, "-p", strconv.Itoa(pid))...)
		if err != nil {
			return err
		}
		time.Sleep(300 * time.Millisecond) // until it traces
		if err := during(); err != nil {
			return err
		}
		if err := t.cmd.Process.Signal(os.Interrupt); err != nil {
			return err
		}
		return t.check(name + ", " + what)
	}
	for range turns {
		r, err := load(ctx, part)
		if err != nil {
			return err
		}
		alone += r
		if err := attach("narrow filter", []string{"-e", filter}, func() error {
			r, err := load(ctx, part)
			narrow += r
			return err
		}); err != nil {
			return err
		}
	}
	fmt.Printf("%-28s %12.0f requests/s alone, %10.0f with a narrow filter: %.1f%% fewer\n", name, alone/turns, narrow/turns, 100*(1-narrow/alone))
	return attach("all calls", nil, func() error {
		r, err := load(ctx, part*turns)
		fmt.Printf("%-28s %12.0f requests/s with all calls traced\n", name, r)
		return err
	})
}
