package ebpf

import (
	"unsafe"

	"gostrace/internal/trace"
)

// perCPU is what is known of the records of one processor.
type perCPU struct {
	seq    uint64 // of the last record
	pieces []byte // of a record that is not complete
}

// read makes items of one record. b is in the ring.
func (e *Engine) read(b []byte) {
	r := (*record)(unsafe.Pointer(&b[0]))
	c := &e.cpus[r.cpu]
	if missing := r.seq - c.seq - 1; missing != 0 {
		c.pieces = c.pieces[:0]
		e.lost(r.time, int(r.cpu), missing)
	}
	c.seq = r.seq
	e.newest = max(e.newest, r.time)
	data := b[recordSize:]
	if r.kind == recPiece {
		c.pieces = append(c.pieces, data...)
		return
	}
	if len(c.pieces) > 0 {
		c.pieces = append(c.pieces, data...)
		data = c.pieces
		c.pieces = c.pieces[:0]
	}
	e.readRecord(r, b[:recordSize], data)
}

// lost notes that records are missing.
func (e *Engine) lost(time uint64, cpu int, n uint64) {
	e.missing += n
	e.q.items = append(e.q.items, item{time: time, kind: trace.Lost, rec: -1, size: cpu, n: n})
}

func (e *Engine) readRecord(r *record, head, data []byte) {
	k := e.find(int(r.tid))
	if k == nil && r.kind == recExec {
		k = e.find(int(r.ret)) // its leader is not traced
	}
	if k == nil {
		if k = e.discover(r); k == nil {
			return
		}
	}
	e.resolve(k, r)
	if r.kind == recExit && interrupted(r.ret) {
		// Of a task that is killed here, ptrace does not show that the call returned.
		k.held = append(append(k.held[:0], head...), data...)
		e.holding = append(e.holding, k)
		return
	}
	e.place(k, r, head, data)
}

// The results of calls that signals interrupted: EINTR and the kernel's own
// ERESTARTSYS to ERESTART_RESTARTBLOCK (linux/errno.h).
func interrupted(ret int64) bool { return ret == -4 || ret <= -512 && ret >= -516 }

// resolve decides what becomes of the end of a call that k was held at, now
// that the next record of k is known.
func (e *Engine) resolve(k *task, r *record) {
	if len(k.held) == 0 || r.kind == recSignal && r.sig == sigKill || r.kind == recGenerated {
		return
	}
	b := k.held
	k.held = k.held[:0]
	h := (*record)(unsafe.Pointer(&b[0]))
	if r.kind == recEnd && r.flags&flagInCall == 0 && e.killer(k, r) == nil {
		if k.shown != h.call {
			e.settle(k, h.began, h.call)
			e.q.items = append(e.q.items, item{time: h.began, kind: trace.SyscallEnter, task: k, rec: e.q.keep(b, nil), size: len(b)})
		}
		k.call, k.shown, k.open = h.call, h.call, true
		e.totals.Unfinished++
		return
	}
	e.place(k, h, b[:recordSize], b[recordSize:])
}

// unhold lets the ends of calls that have been held since before be told: their tasks live on.
func (e *Engine) unhold(before uint64) {
	rest := e.holding[:0]
	for _, k := range e.holding {
		b := k.held
		if len(b) == 0 {
			continue
		}
		h := (*record)(unsafe.Pointer(&b[0]))
		if h.time > before && !k.ended {
			rest = append(rest, k)
			continue
		}
		k.held = k.held[:0]
		e.place(k, h, b[:recordSize], b[recordSize:])
	}
	e.holding = rest
}

// place makes the items of a record of k.
func (e *Engine) place(k *task, r *record, head, data []byte) {
	it := item{time: r.time, task: k, rec: e.q.keep(head, data), size: recordSize + len(data)}
	add := func(kind trace.Kind, time uint64) {
		it.kind, it.time = kind, time
		e.q.items = append(e.q.items, it)
	}
	switch r.kind {
	case recEnter:
		if k.shown != r.call {
			e.settle(k, r.time, r.call)
			add(trace.SyscallEnter, r.time)
		}
		k.call, k.shown, k.open = r.call, r.call, true
	case recExit:
		if k.shown != r.call {
			e.settle(k, r.began, r.call)
			add(trace.SyscallEnter, r.began)
		}
		k.call, k.shown, k.open, k.until = r.call, r.call, false, r.time
		add(trace.SyscallExit, r.time)
		e.signals(k, r.time)
	case recFork:
		tid, pid := int(uint32(r.ret)), int(uint64(r.ret)>>32)
		if old := e.find(tid); old != nil {
			e.end(old) // its end was lost
		}
		it.task = e.add(tid, pid, trace.Followed)
		it.n = uint64(k.tid)
		add(trace.Attached, r.time)
	case recExec:
		e.readExec(k, r, &it)
	case recEnd:
		if r.flags&flagInCall != 0 && k.shown != r.call {
			e.settle(k, r.began, r.call)
			add(trace.SyscallEnter, r.began)
			k.open = true
		}
		e.signals(k, r.time)
		if b := e.killer(k, r); b != nil {
			delete(e.killers, k.PID)
			e.q.items = append(e.q.items, item{time: r.time, kind: trace.Signal, task: k, rec: e.q.keep(b, nil), size: len(b)})
		}
		if k.open {
			add(trace.Exiting, r.time)
		}
		e.readEnd(k, &it, r.time)
	case recGenerated:
		if e.killers == nil {
			e.killers = map[int][]byte{}
		}
		e.killers[k.PID] = append(append(e.killers[k.PID][:0], head...), data...)
	case recSignal:
		if b := e.killers[k.PID]; b != nil && (*record)(unsafe.Pointer(&b[0])).sig == r.sig {
			delete(e.killers, k.PID)
		}
		add(trace.Signal, r.time)
		if stops(int(r.sig)) && r.args[0] == 0 { // SIG_DFL
			add(trace.GroupStop, r.time)
		}
	case recIgnored:
		if r.flags&flagInCall == 0 {
			add(trace.Signal, r.time)
		} else if len(k.signals) < maxHeld {
			k.signals = append(k.signals, append(append([]byte(nil), head...), data...))
		}
	}
}

// killer returns the record of the signal of which k has died and which was
// never delivered; nil if there is none.
func (e *Engine) killer(k *task, end *record) []byte {
	b := e.killers[k.PID]
	if b == nil || int64((*record)(unsafe.Pointer(&b[0])).sig) != end.ret&0x7f {
		return nil
	}
	return b
}

// maxHeld bounds the ignored signals that wait for the end of a call.
const maxHeld = 64

// signals lets the ignored signals of k be told: a tracer by ptrace sees them
// when the task is on its way back to its program.
func (e *Engine) signals(k *task, time uint64) {
	for _, b := range k.signals {
		r := (*record)(unsafe.Pointer(&b[0]))
		e.q.items = append(e.q.items, item{time: max(r.time, time), kind: trace.Signal, task: k, rec: e.q.keep(b, nil), size: len(b)})
	}
	k.signals = k.signals[:0]
}

// settle ends the call of k whose end was lost, before its call number n begins.
func (e *Engine) settle(k *task, time, n uint64) {
	if k.open && k.shown != n {
		e.q.items = append(e.q.items, item{time: time, kind: trace.Exiting, task: k, rec: -1})
		k.open = false
	}
}

// readExec: the thread old, which made the execve, is found as r.tid from now on.
func (e *Engine) readExec(k *task, r *record, it *item) {
	old := int(r.ret)
	if k.tid != int(r.tid) {
		e.move(k, int(r.tid))
	}
	if x := e.find(old); x != nil && x != k {
		// k is the leader, of which nothing more is heard, or was found just now.
		last := *it
		last.kind, last.task, last.rec, last.n = trace.Superseded, k, -1, uint64(old)
		k.last = nil
		e.tasks.end(k)
		e.q.items = append(e.q.items, last)
		e.move(x, int(r.tid))
		it.task = x
	}
	it.kind, it.rec = trace.Exec, -1
	e.q.items = append(e.q.items, *it)
}

// readEnd: the end of a leader waits for that of the other threads, as its
// parent does not hear of it before.
func (e *Engine) readEnd(k *task, it *item, time uint64) {
	r := e.q.record(it)
	group := r.flags&flagGroup != 0
	it.kind, it.time, it.rec, it.n = trace.Exited, time, -1, uint64(r.ret)
	if k.tid == k.PID && (e.threads[k.PID] > 1 || r.flags&flagLast == 0) {
		last := *it
		k.last = &last
		return
	}
	e.q.items = append(e.q.items, *it)
	pid := k.PID
	if e.threads[pid] == 1 {
		delete(e.killers, pid)
	}
	e.tasks.end(k)
	if leader := e.find(pid); e.threads[pid] == 1 && leader != nil && leader.last != nil && r.flags&flagLast != 0 {
		if group {
			leader.last.n = it.n
		}
		e.bury(leader, time)
	}
}

// bury makes the item for the end of a leader that has waited for it.
func (e *Engine) bury(leader *task, time uint64) {
	last := *leader.last
	last.time = time
	leader.last = nil
	e.tasks.end(leader)
	e.q.items = append(e.q.items, last)
}

// end makes the items for the end of a task of which no record came.
func (e *Engine) end(k *task) {
	now := monotonic()
	if k.open {
		e.q.items = append(e.q.items, item{time: now, kind: trace.Exiting, task: k, rec: -1})
	}
	e.tasks.end(k)
	e.q.items = append(e.q.items, item{time: now, kind: trace.Detached, task: k, rec: -1})
}

// discover makes a task of a thread that is not known: one of a group. What
// comes of others is what came before they were forgotten.
func (e *Engine) discover(r *record) *task {
	if !e.config.Group.given() || r.kind == recEnd && r.flags&flagInCall == 0 {
		return nil
	}
	k := e.add(int(r.tid), int(r.tgid), trace.Requested)
	e.q.items = append(e.q.items, item{time: r.time, kind: trace.Attached, task: k, rec: -1})
	return k
}
