package ptrace

import (
	"math/bits"
	"syscall"
	"unsafe"
)

// poller waits for reports: by asking again and again for about 100
// microseconds where that has lately paid, else by blocking. An answer that
// comes while asking costs a fraction of waking a sleeper; but where stops
// are far apart, or the tasks need the processor, asking is a waste.
type poller struct {
	cpus   int // processors that this thread may run on
	misses int // polls in a row that found nothing
	rest   int // waits to go until the next try
}

const (
	polls       = 400  // asking once takes 0.3 us, waking an idle processor 40 to 80 us
	patience    = 3    // misses in a row that are forgiven
	longestRest = 1024 // waits
	settling    = 512  // waits after a task was made, and at the start
)

// disturb says that a task was made. The kernel puts a new one where it
// likes, often beside a tracer that sleeps, where stops are cheap; one that
// polls keeps it away. So where tasks come and go, there is no polling.
func (p *poller) disturb() { p.rest = max(p.rest, settling) }

// start finds out whether polling can pay at all: on one processor, the task
// and the tracer would only keep each other from running.
func (p *poller) start() {
	*p = poller{rest: settling}
	var mask [128]uint64
	n, _, errno := syscall.RawSyscall(syscall.SYS_SCHED_GETAFFINITY, 0, unsafe.Sizeof(mask), uintptr(unsafe.Pointer(&mask)))
	if errno != 0 {
		return
	}
	for _, w := range mask[:n/8] {
		p.cpus += bits.OnesCount64(w)
	}
}

// missed says that a poll found nothing.
func (p *poller) missed() {
	if p.misses++; p.misses > patience {
		p.rest = min(1<<(p.misses-patience), longestRest)
	}
}

// wait returns the next report of e.
func (p *poller) wait(e *Engine) (int, syscall.Errno) {
	running := e.live - e.halted
	if running < p.cpus {
		if p.rest > 0 {
			p.rest--
		} else {
			for range polls {
				if tid, errno := e.wait4(wNoHang); tid != 0 {
					p.misses = 0
					return tid, errno
				}
			}
			p.missed()
		}
	}
	return e.block()
}
