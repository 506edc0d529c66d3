package ptrace

import (
	"sync/atomic"
	"syscall"
	"unsafe"
)

// While stops come fast, the wait for the next one is a raw wait4 of which the
// Go scheduler knows nothing: it saves entering and leaving the scheduler at
// every stop, and its monitor thread, which would look after a thread in a
// system call fifty thousand times a second, sleeps. But neither the collector nor another
// goroutine could get past a raw wait that lasts. So a timer of the kernel's
// interrupts it every 10 ms: if no stop has come since the last time, the timer
// is switched off and the wait goes on as one that the scheduler knows.

// tickPeriod is the time between two ticks, in nanoseconds.
const tickPeriod = 10_000_000

// tickSignal is the signal of the timer. The command is given back what the
// tracer inherited for it.
const tickSignal = syscall.Signal(62)

// ticks counts the ticks; the handler in tick_amd64.s writes it.
var ticks atomic.Uint32

func onTickPC() uintptr

// A ticker interrupts the thread that started it.
type ticker struct {
	made, on bool
	failed   bool   // there is no timer: every wait is one that the scheduler knows
	id       int32  // the kernel's
	seen     uint32 // ticks that were dealt with
	stops    uint32 // reports since then
}

type itimerspec struct{ interval, value syscall.Timespec }

// start makes the ticker run. It returns false if that is not possible.
func (t *ticker) start() bool {
	switch {
	case t.on:
		return true
	case t.failed, !t.made && !t.make():
		t.failed = true
		return false
	}
	t.on = t.set(tickPeriod)
	t.failed = !t.on
	return t.on
}

// alarm makes it tick once after that many nanoseconds, and then again and
// again: the first tick may come just before the wait that it is to interrupt.
// It returns false if there is no timer.
func (t *ticker) alarm(ns int64) bool {
	const again = 1_000_000
	if t.failed || !t.made && !t.make() {
		t.failed = true
		return false
	}
	t.on = false // start sets the usual period again
	spec := itimerspec{syscall.NsecToTimespec(again), syscall.NsecToTimespec(max(1, ns))}
	return t.setTime(&spec)
}

// stop makes it stop.
func (t *ticker) stop() {
	if t.on {
		t.set(0)
		t.on = false
	}
}

// remove takes the timer back from the kernel.
func (t *ticker) remove() {
	if t.made {
		syscall.RawSyscall(syscall.SYS_TIMER_DELETE, uintptr(t.id), 0, 0)
		t.made, t.on = false, false
	}
}

func (t *ticker) set(period int64) bool {
	return t.setTime(&itimerspec{syscall.NsecToTimespec(period), syscall.NsecToTimespec(period)})
}

func (t *ticker) setTime(spec *itimerspec) bool {
	_, _, errno := syscall.RawSyscall6(syscall.SYS_TIMER_SETTIME, uintptr(t.id), 0, uintptr(unsafe.Pointer(spec)), 0, 0, 0)
	return errno == 0
}

// make creates the timer for this thread, and lets its signal through to it.
func (t *ticker) make() bool {
	const sigevThreadID = 4 // asm-generic/siginfo.h
	event := struct {
		value       uint64
		sig, notify int32
		tid         int32
		_           [44]byte
	}{sig: int32(tickSignal), notify: sigevThreadID, tid: int32(syscall.Gettid())}
	act := sigaction{handler: onTickPC(), flags: saOnStack | saRestorer, restorer: onReturnPC(), mask: ^uint64(0)}
	if setAction(tickSignal, &act) != nil {
		return false
	}
	set := uint64(1) << (tickSignal - 1)
	const sigUnblock = 1
	syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, sigUnblock, uintptr(unsafe.Pointer(&set)), 0, 8, 0, 0)
	const clockMonotonic = 1
	_, _, errno := syscall.RawSyscall(syscall.SYS_TIMER_CREATE, clockMonotonic, uintptr(unsafe.Pointer(&event)), uintptr(unsafe.Pointer(&t.id)))
	t.made = errno == 0
	return t.made
}

// block waits for a report, for as long as it takes.
func (e *Engine) block() (int, syscall.Errno) {
	for e.tick.start() {
		tid, errno := e.wait4(0)
		if errno != syscall.EINTR {
			return tid, errno
		}
		if e.ticked() {
			e.tick.stop()
			break
		}
	}
	return e.wait4Blocking()
}

// ticked deals with ticks that have come, if any, and says whether nothing was
// reported since the last.
func (e *Engine) ticked() (idle bool) {
	t := &e.tick
	now := ticks.Load()
	if now == t.seen {
		return false
	}
	idle = t.stops == 0
	t.seen, t.stops = now, 0
	if e.config.Tick != nil {
		e.config.Tick()
	}
	return idle
}
