package ptrace

import (
	"math"
	"syscall"
	"time"
)

// delayed is a task that is not resumed before its time (trace.Delay).
type delayed struct {
	slot, tid int
	until     time.Time
	req, sig  int
}

// delay resumes k later.
func (e *Engine) delay(k *task, ns int64, req, sig int) {
	e.delays = append(e.delays, delayed{k.Slot, k.TID, time.Now().Add(time.Duration(ns)), req, sig})
}

// expire resumes the tasks whose delay is over and returns how long it is to
// the next one's end.
func (e *Engine) expire() (time.Duration, error) {
	now, next := time.Now(), time.Duration(math.MaxInt64)
	kept := e.delays[:0]
	for _, d := range e.delays {
		k := e.slots[d.slot]
		if k.TID != d.tid || !k.stopped {
			continue // it has died since
		}
		if left := d.until.Sub(now); left > 0 {
			next = min(next, left)
			kept = append(kept, d)
			continue
		}
		if err := e.restart(k, d.req, d.sig); err != nil {
			return 0, err
		}
	}
	e.delays = kept
	return next, nil
}

// waitDelayed waits for a report for at most d. A tracee in its delay must not
// keep the others waiting, so this is no sleep but a timer that interrupts.
func (e *Engine) waitDelayed(d time.Duration) (int, syscall.Errno) {
	if !e.tick.alarm(int64(d)) {
		time.Sleep(min(d, time.Millisecond))
		tid, errno := e.wait4(wNoHang)
		if tid == 0 && errno == 0 {
			errno = syscall.EINTR
		}
		return tid, errno
	}
	return e.wait4Blocking()
}
