package ptrace

import (
	"gostrace/internal/abi"
	"gostrace/internal/mem"
	"gostrace/internal/trace"
)

// phase says which stops of a task are anyone's business.
type phase uint8

const (
	traced    phase = iota
	preparing       // launched, and on its way to its execve
	launching       // launched: the next calls are execve
	failed          // its execve failed: it says so and exits, unobserved
)

// task is what the engine knows of a trace.Task.
type task struct {
	trace.Task
	mem mem.Live

	phase   phase
	stopped bool       // stopped in our hands: in the queue, or given to the caller
	begun   bool       // has had its first stop
	skip    bool       // the exit of the call that it is in is of no interest
	status  waitStatus // of the stop it is in
	parent  *task      // stopped until the Attached event of this one is dealt with
	tamper  tampering  // of the call that it is in

	filtered bool // has the filter of Config.Seccomp
	exact    bool // may have another filter, too: see all of its calls
	mute     bool // nobody hears of it but of its end
	silent   bool // traced only because it is filtered: nobody hears of it
}

// table finds a task by thread id: an open-addressed hash, at most half full.
// Tasks are made once per slot and used again.
type table struct {
	slots []*task
	free  []int
	index []entry // length a power of two
	live  int
	quiet int   // those of them that are silent
	last  *task // found last
}

// entry is a place in table.index; tid 0 means that it is empty.
type entry struct{ tid, slot int32 }

func (t *table) home(tid int) int {
	return int(uint32(tid)*2654435769>>7) & (len(t.index) - 1)
}

// find returns the task with that thread id, or nil.
func (t *table) find(tid int) *task {
	if t.last != nil && t.last.TID == tid {
		return t.last
	}
	if i := t.place(tid); i >= 0 && t.index[i].tid != 0 {
		t.last = t.slots[t.index[i].slot]
		return t.last
	}
	return nil
}

// place returns where tid is in the index or, if it isn't, belongs; -1 if
// there is no index yet.
func (t *table) place(tid int) int {
	if len(t.index) == 0 {
		return -1
	}
	i := t.home(tid)
	for t.index[i].tid != 0 && int(t.index[i].tid) != tid {
		i = (i + 1) & (len(t.index) - 1)
	}
	return i
}

// add makes a task.
func (t *table) add(tid, pid int, origin trace.Origin) *task {
	var k *task
	if n := len(t.free); n > 0 {
		k = t.slots[t.free[n-1]]
		t.free = t.free[:n-1]
	} else {
		k = &task{Task: trace.Task{Slot: len(t.slots)}}
		t.slots = append(t.slots, k)
	}
	k.Task = trace.Task{TID: tid, PID: pid, Slot: k.Slot, ABI: &abi.X86_64, Origin: origin, Resuming: -1}
	k.mem.PID = tid
	k.mem.Reset()
	k.phase, k.stopped, k.begun, k.skip, k.status, k.parent = traced, false, false, false, 0, nil
	k.tamper = tampering{}
	k.filtered, k.exact, k.mute, k.silent = false, false, false, false
	t.enter(k)
	t.live++
	return k
}

// enter puts k into the index under its thread id.
func (t *table) enter(k *task) {
	if 2*(t.live+1) > len(t.index) {
		old := t.index
		t.index = make([]entry, max(16, 2*len(old)))
		for _, e := range old {
			if e.tid != 0 {
				t.index[t.place(int(e.tid))] = e
			}
		}
	}
	t.index[t.place(k.TID)] = entry{int32(k.TID), int32(k.Slot)}
}

// forget takes k out of the index, and moves up what collided with it.
func (t *table) forget(k *task) {
	t.last = nil
	i := t.place(k.TID)
	if i < 0 || int(t.index[i].slot) != k.Slot || t.index[i].tid == 0 {
		return
	}
	mask := len(t.index) - 1
	for j := i; ; {
		j = (j + 1) & mask
		if t.index[j].tid == 0 {
			break
		}
		if h := t.home(int(t.index[j].tid)); (j-h)&mask >= (j-i)&mask {
			t.index[i] = t.index[j]
			i = j
		}
	}
	t.index[i] = entry{}
}

// remove ends a task; its slot is free from now on.
func (t *table) remove(k *task) {
	t.forget(k)
	t.free = append(t.free, k.Slot)
	t.live--
	if k.silent {
		t.quiet--
	}
	k.TID = 0
}

// rename gives k another thread id, which no task has.
func (t *table) rename(k *task, tid int) {
	t.forget(k)
	k.TID, k.mem.PID = tid, tid
	k.mem.Reset()
	t.enter(k)
}

// silence has nobody hear of k any more.
func (t *table) silence(k *task) {
	if !k.silent {
		k.silent = true
		t.quiet++
	}
}
