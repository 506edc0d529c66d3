package ebpf

import (
	"gostrace/internal/abi"
	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// task is what the engine knows of a trace.Task.
type task struct {
	trace.Task
	live mem.Live
	snap mem.Snapshot
	now  mem.Reader // memory at its last event

	tid     int      // as of the last record read; TID is as of the last event
	ended   bool     // its end has been read, if not told
	call    uint64   // the last call of which anything was read or found
	until   uint64   // when that ended
	shown   uint64   // the last call of which the beginning is an item
	held    []byte   // the record of a call's end of which it is not clear whether it is told
	open    bool     // that call's end has not been read
	last    *item    // the leader's end, which waits for that of the other threads
	signals [][]byte // records of ignored signals, which wait for the end of the call in which they came
}

// tasks finds tasks by thread id as of the last record read; the events that
// are told may lag behind.
type tasks struct {
	byTID   map[int]*task
	threads map[int]int // that live, by PID
	slots   []*task
	free    []int
	last    *task
	live    int // tasks whose end has not been read
}

func (t *tasks) find(tid int) *task {
	if t.last != nil && t.last.tid == tid && !t.last.ended {
		return t.last
	}
	k := t.byTID[tid]
	if k != nil {
		t.last = k
	}
	return k
}

func (t *tasks) add(tid, pid int, origin trace.Origin) *task {
	k := &task{tid: tid, Task: trace.Task{TID: tid, PID: pid, ABI: &abi.X86_64, Origin: origin, Resuming: -1}}
	k.live.PID = tid
	if n := len(t.free); n > 0 {
		k.Slot = t.free[n-1]
		t.free = t.free[:n-1]
		t.slots[k.Slot] = k
	} else {
		k.Slot = len(t.slots)
		t.slots = append(t.slots, k)
	}
	if t.byTID == nil {
		t.byTID, t.threads = map[int]*task{}, map[int]int{}
	}
	t.threads[pid]++
	t.byTID[tid] = k
	t.live++
	return k
}

// end takes k from those that live; its slot is kept until remove.
func (t *tasks) end(k *task) {
	if k.ended {
		return
	}
	k.ended = true
	if t.byTID[k.tid] == k {
		delete(t.byTID, k.tid)
	}
	if t.threads[k.PID]--; t.threads[k.PID] == 0 {
		delete(t.threads, k.PID)
	}
	t.last = nil
	t.live--
}

// remove frees the slot of k, of which nothing more will be told.
func (t *tasks) remove(k *task) {
	t.end(k)
	if t.slots[k.Slot] == k {
		t.slots[k.Slot] = nil
		t.free = append(t.free, k.Slot)
	}
}

// move has k be found by another thread id.
func (t *tasks) move(k *task, tid int) {
	if t.byTID[k.tid] == k {
		delete(t.byTID, k.tid)
	}
	t.last = nil
	k.tid = tid
	t.byTID[tid] = k
}
