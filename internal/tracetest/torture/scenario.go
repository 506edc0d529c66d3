package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// A scenario is one bad day. run is called for each run, with randomness of its
// own; it returns what went wrong.
type scenario struct {
	name  string
	means string // what is done, and what must hold
	root  bool   // needs root
	run   func(r *rig, rnd *rand.Rand) error
}

var scenarios = []scenario{
	{"tracee killed", "SIGKILL at a random moment of a process with 8 threads; strace dies of it, too, and the trace says so", false, killed},
	{"tracee killed while stopped", "SIGKILL between a stop and what strace reads then", false, killedStopped},
	{"exec from threads", "a thread that is not the leader executes a program, 5 times over, while others wait", false, execs},
	{"fork storm", "53 processes by fork and vfork, -f; every one is in the trace from its first to its last moment", false, forks},
	{"fork storm, filtered", "the same with a seccomp filter, without -f: nobody sees the children, and none of their calls fails", false, forksUnseen},
	{"attach and detach storm", "a process with 50 or 90 threads that pass a token through blocking reads; -f -p, and SIGINT after a random time, 3 times over", false, attaches},
	{"stop and continue storm", "SIGSTOP and SIGCONT, 10 times at random, of a process with 8 threads", false, stops},
	{"attach to a stopped process", "it stays stopped while traced and after the detach, and works when continued", false, stopped},
	{"tracer killed, attached", "SIGKILL of strace at a random moment: what was attached to goes on", false, tracerKilledAttached},
	{"tracer killed, launched", "SIGKILL of strace at a random moment: the command goes on", false, tracerKilledLaunched},
	{"tracer killed, --kill-on-exit", "SIGKILL of strace: the command dies with it", false, tracerKilledKills("--kill-on-exit")},
	{"tracer killed, filtered", "SIGKILL of strace with a seccomp filter in force: the command dies with it, as no call that counts could succeed", false, tracerKilledKills("--seccomp-bpf", "-e", "trace=write")},
	{"out of descriptors", "-ff, and strace may open 16 files: said once, and what was attached to goes on", false, descriptors},
	{"out of memory", "the address space of strace is limited in the middle: strace may end, what was attached to goes on", false, memory},
	{"output disk full", "-o /dev/full: said once, and the command's result is its own", false, full("/dev/full")},
	{"output disk full, filtered", "the same with a seccomp filter in force", false, full("/dev/full", "-e", "trace=read,write")},
	{"output file at its limit", "RLIMIT_FSIZE of strace: SIGXFSZ ends strace, what was attached to goes on", false, fileSize},
	{"output pipe closed", "-o '|head -c N': the reader goes away after a random number of bytes", false, closedPipe},
	{"output FIFO without a reader", "strace waits for one before it starts the command, and can be ended", false, fifo},
	{"/proc not mounted", "-f -yy in a mount namespace without /proc", true, noProc},
	{"/proc with hidepid", "-f -yy of a user who sees no other's processes there", true, hidePID},
	{"time jumps back", "events whose wall clock goes back at random: -r, -T and -tt never fail, nor show a negative time", false, timeBack},
}

// A result is what became of one scenario.
type result struct {
	scenario
	runs     int
	failures []error
	skipped  string
}

// torture runs s n times, a few at once.
func torture(r *rig, s scenario, n, atOnce int) result {
	res := result{scenario: s, runs: n}
	if s.root && os.Getuid() != 0 {
		res.skipped, res.runs = "needs root", 0
		return res
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	next := make(chan int)
	for range atOnce {
		wg.Go(func() {
			for i := range next {
				if err := s.run(r, rand.New(rand.NewPCG(uint64(i), 4))); err != nil {
					mu.Lock()
					res.failures = append(res.failures, fmt.Errorf("run %d: %w", i, err))
					mu.Unlock()
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	return res
}

// atOnce is how many runs there are at the same time.
func atOnce() int { return max(2, runtime.NumCPU()) }

// options draws what strace is asked for.
func options(rnd *rand.Rand) []string {
	all := []string{"-f", "-f -y", "-f -T -tt", "-f -e trace=read,write,getpid", "-f --json", "-f -v -s 100", "-f -c"}
	return strings.Fields(all[rnd.IntN(len(all))])
}

// unfiltered are options by which every call stops.
var unfiltered = []string{"-f", "--seccomp-bpf=never", "-o", "@trace"}

// sleep waits up to so many microseconds.
func sleep(rnd *rand.Rand, us int) {
	time.Sleep(time.Duration(rnd.IntN(us)) * time.Microsecond)
}

// okay wants the victim to have said that its work was right.
func okay(j *job) error {
	if !strings.Contains(j.text(), "ok ") || strings.Contains(j.text(), "wrong: ") {
		return errors.New("the work was not right" + j.said())
	}
	return nil
}
