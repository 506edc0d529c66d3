package ptrace

import (
	"fmt"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

// Who waits for any of its tracees has the kernel walk through the list of them,
// and once more when one wakes it: with ten thousand, that is a quarter of a
// millisecond a stop. To wait for one, by its id, costs the same with however many.
//
// So in a crowd the engine waits for the task that reported last, which is most
// likely the next. That others have stopped it learns from SIGCHLD, which
// interrupts the wait and tells one's id; another's may be lost while one is
// pending. So it looks at those that reported lately, and walks through all now
// and then: as often as to spend a small part of its time on that.

// crowdSize is from how many tasks on it is a crowd; a test changes it.
var crowdSize = 64

const (
	lately = 8 // tasks that are looked at one by one
	thrift = 8 // a walk through all is due after so many times what the last one took
)

// childHint is the id that came with the last SIGCHLD; crowd_amd64.s writes it.
var childHint atomic.Int32

func onChildPC() uintptr

// crowd is what the engine remembers while there are many tasks.
type crowd struct {
	on     bool
	recent [lately]int // thread ids
	next   int         // where the next goes
	walked time.Time   // when the last walk ended
	took   time.Duration
}

// crowded says whether there are many tasks, and has SIGCHLD come if so.
func (e *Engine) crowded() bool {
	c := &e.crowd
	switch {
	case !c.on && e.live >= crowdSize:
		// Without SA_RESTART: it is to interrupt.
		act := sigaction{handler: onChildPC(), flags: saOnStack | saRestorer, restorer: onReturnPC(), mask: ^uint64(0)}
		tracerTID = int32(syscall.Gettid())
		c.on = setAction(syscall.SIGCHLD, &act) == nil
		c.walked, c.took = time.Time{}, 0
	case c.on && e.live < crowdSize/2:
		c.on = false
		_ = defaultSIGCHLD() // else it goes on to come, and to be ignored
	}
	return c.on
}

// waitCrowd is wait in a crowd.
func (e *Engine) waitCrowd() error {
	e.ticked()
	e.glance()
	if err := e.walk(); err != nil {
		return err
	}
	if len(e.queue) > 0 {
		e.tick.stops++
		return nil
	}
	tid, errno := e.waitLikely()
	switch errno {
	case 0:
		if tid > 0 {
			e.tick.stops++
			e.heard(tid)
			e.glance()
		}
	case syscall.EINTR:
	case syscall.ECHILD:
		e.crowd.walked = time.Time{} // its like may be due to all; the next walk will tell
		e.busiest = 0
	default:
		return fmt.Errorf("waiting for a traced task: %w", errno)
	}
	return nil
}

// heard queues what wait4 has just reported.
func (e *Engine) heard(tid int) {
	e.collect(tid)
	if e.streak++; tid != e.busiest {
		e.busiest, e.streak = tid, 0
	}
	c := &e.crowd
	for _, r := range c.recent {
		if r == tid {
			return
		}
	}
	c.recent[c.next%lately] = tid
	c.next++
}

// glance hears those that are most likely to have stopped.
func (e *Engine) glance() {
	look := func(tid int) {
		if k := e.find(tid); k != nil && k.stopped {
			return
		}
		if tid, errno := e.waitOne(tid, wNoHang); errno == 0 && tid > 0 {
			e.heard(tid)
		}
	}
	if tid := childHint.Swap(0); tid > 0 {
		look(int(tid))
	}
	if e.streak > lately {
		return // one has been busy alone for a while
	}
	for _, tid := range e.crowd.recent {
		if tid > 0 {
			look(tid)
		}
	}
}

// walk hears everyone, if that is due.
func (e *Engine) walk() error {
	c := &e.crowd
	begin := time.Now()
	if begin.Sub(c.walked) < thrift*c.took {
		return nil
	}
	n := 0
	for e.halted < e.live {
		tid, errno := e.wait4(wNoHang)
		if errno == syscall.ECHILD {
			e.lose()
			return nil
		}
		if errno != 0 || tid <= 0 {
			break
		}
		e.heard(tid)
		n++
	}
	c.walked = time.Now()
	c.took = c.walked.Sub(begin) / time.Duration(n+1)
	return nil
}

// waitLikely waits for the task that reported last, or until SIGCHLD or a tick.
func (e *Engine) waitLikely() (int, syscall.Errno) {
	k := e.find(e.busiest)
	if k == nil || k.stopped {
		return e.block()
	}
	switch p := &e.poll; {
	case e.streak <= lately || p.cpus == 1:
	case p.rest > 0:
		p.rest--
	default:
		for range polls {
			if tid, errno := e.waitOne(k.TID, wNoHang); tid != 0 {
				p.misses = 0
				return tid, errno
			}
			if childHint.Load() != 0 {
				return 0, syscall.EINTR
			}
		}
		p.missed()
	}
	if !e.tick.start() {
		return e.wait4Blocking()
	}
	if childHint.Load() != 0 {
		return 0, syscall.EINTR
	}
	tid, errno := e.waitOne(k.TID, 0)
	if errno == syscall.EINTR && e.ticked() {
		e.tick.stop() // nothing has come for a while: for all, then, and for as long as it takes
		return e.wait4Blocking()
	}
	return tid, errno
}

// waitOne is wait4 for one thread.
func (e *Engine) waitOne(tid, flags int) (int, syscall.Errno) {
	got, _, errno := syscall.RawSyscall6(syscall.SYS_WAIT4, uintptr(tid), uintptr(unsafe.Pointer(&e.waits.status)),
		uintptr(flags|wAll|wNoThread), e.usage(), 0, 0)
	return int(got), errno
}
