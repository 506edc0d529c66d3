package ebpf

import (
	"sync/atomic"
	"syscall"
	"unsafe"

	"gostrace/internal/trace"
)

const (
	pollPeriod = 1_000_000 // nanoseconds between two looks at the ring
	lazyPeriod = 4_000_000 // the same where nothing has come lately
	lazyAfter  = 200       // looks that found nothing
	settled    = 3_000_000 // a call that has been under way for so long is shown, in nanoseconds
	searchEach = 3         // looks between two searches for such calls
	margin     = 100_000   // between a record's time and its being in the ring, in nanoseconds
	batch      = 4 << 20   // bytes that are read at once
)

// poll waits for records, if none are there, and makes items of them.
func (e *Engine) poll() {
	if e.config.Tick != nil {
		e.config.Tick()
	}
	if e.config.Caught != nil && e.caught == 0 {
		e.caught = e.config.Caught()
	}
	e.attend()
	e.q.compact()
	if e.caught != 0 || e.live == 0 && !e.config.Group.given() {
		e.finish()
		return
	}
	if e.ring.waiting() == 0 {
		e.idle++
		e.reap()
		period := int64(pollPeriod)
		if e.idle > lazyAfter && !e.hold.on {
			period = lazyPeriod
		}
		ts := syscall.NsecToTimespec(period)
		_ = syscall.Nanosleep(&ts, nil) // a signal may cut it short
	}
	now, produced := monotonic(), e.ring.produced()
	busy := e.ring.waiting() > 0 || len(e.q.items) > 0
	several := e.live > 1
	if busy && several || !busy && e.idle%searchEach == 0 {
		e.search(now)
	} else {
		e.found = e.found[:0]
	}
	if e.drain() {
		e.idle = 0
	}
	e.unhold(now - settled)
	until := now - margin
	if e.ring.pos < produced {
		until = e.newest - margin // there was more than is read at once
	} else {
		e.underWay(now)
	}
	e.q.sort()
	if several || e.live > 1 {
		e.q.release(until)
	} else {
		e.q.release(^uint64(0))
	}
}

// drain reads what is in the ring, or much of it. It returns false if nothing was there.
func (e *Engine) drain() bool {
	from := e.ring.pos
	for e.ring.pos-from < batch {
		b := e.ring.next()
		if b == nil {
			break
		}
		e.read(b)
	}
	e.ring.release()
	return e.ring.pos != from
}

// finish reads what there is, when no more will come, or no more is wanted.
func (e *Engine) finish() {
	e.letGo()
	e.k.detach()
	for e.drain() {
	}
	e.unhold(^uint64(0))
	for i := range e.cpus {
		// What was lost last has no record behind it.
		seq := atomic.LoadUint64(&e.counters(i)[cpuSeq])
		if n := seq - e.cpus[i].seq; n != 0 {
			e.cpus[i].seq = seq
			e.lost(monotonic(), i, n)
		}
	}
	e.sum()
	if e.config.Counted != nil {
		e.config.Counted(e.counts())
	}
	e.q.sort()
	e.q.release(^uint64(0))
	e.stopped = true
}

// A found call was under way when it was looked for.
type found struct {
	task  *task
	state taskState
}

// search looks up the calls of all tasks that are not known to be in one.
func (e *Engine) search(now uint64) {
	e.found = e.found[:0]
	for _, k := range e.slots {
		if k == nil || k.ended || k.open {
			continue
		}
		e.key = uint32(k.tid)
		if e.k.maps[mapTasks].lookup(&e.key, unsafe.Pointer(&e.state)) != 0 {
			continue
		}
		if s := &e.state; s.call == s.check && s.in == inCall && s.sent != sentBegin && s.mute == 0 && s.call > k.call && s.began < now {
			e.found = append(e.found, found{k, *s})
		}
	}
}

// underWay makes items of the calls found that have not ended since.
func (e *Engine) underWay(now uint64) {
	for i := range e.found {
		f := &e.found[i]
		k, s := f.task, &f.state
		if k.ended || s.call <= k.call || s.began < k.until || k.shown == s.call || e.live == 1 && now-s.began < settled {
			continue
		}
		e.settle(k, s.began, s.call)
		r := &record{
			kind: recEnter, abi: s.abi, tid: uint32(k.tid), tgid: uint32(k.PID), time: s.began, began: s.began,
			call: s.call, nr: s.nr, args: [6]uint64(s.args[:6]), ip: s.args[6], sp: s.args[7],
		}
		b := (*[recordSize]byte)(unsafe.Pointer(r))[:]
		k.shown, k.open = s.call, true
		e.q.items = append(e.q.items, item{
			time: s.began, kind: trace.SyscallEnter, task: k, rec: e.q.keep(b, nil), size: recordSize, live: true,
		})
	}
}

// monotonic returns CLOCK_MONOTONIC, which the programs stamp their records by, in nanoseconds.
func monotonic() uint64 { return uint64(clock(1)) }

func realtime() int64 { return clock(0) }

func clock(id uintptr) int64 {
	var ts syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&ts)), 0)
	return ts.Nano()
}

// counters are those of processor i.
func (e *Engine) counters(i int) *cpu {
	return (*cpu)(unsafe.Pointer(&e.stats[i*int(unsafe.Sizeof(cpu{}))]))
}
