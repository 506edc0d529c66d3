package ebpf

import (
	"slices"
	"unsafe"

	"gostrace/internal/trace"
)

// The programs send one record for a call, when it has ended, as two would cost
// twice as much. So the beginnings are put in order here. Where one task is
// traced there is nothing to order. Where there are several, an event is told
// when no call that began before it can be unknown: calls that were under way
// when the ring was read are looked up before it is read, so each has either
// been looked up or ended, and then its record has been read.

// An item is an event to be told.
type item struct {
	time uint64
	kind trace.Kind
	task *task
	rec  int    // its record in the arena; -1: none
	size int    // bytes of that
	live bool   // the call is under way: its memory is looked at
	n    uint64 // exit code, lost records, another task
}

// A queue holds items and the records that they are of.
type queue struct {
	items []item
	head  int
	till  int // items before this one may be told
	arena []byte
	spare []byte
}

// keep copies a record that comes in two parts and returns where it is.
func (q *queue) keep(head, data []byte) int {
	at := (len(q.arena) + 7) &^ 7
	q.arena = append(q.arena[:at:cap(q.arena)], head...)
	q.arena = append(q.arena, data...)
	return at
}

// record returns the record of it; valid until the next compact.
func (q *queue) record(it *item) *record {
	return (*record)(unsafe.Pointer(&q.arena[it.rec]))
}

// compact forgets what was told. Snapshots of records end.
func (q *queue) compact() {
	rest := q.items[q.head:]
	spare := q.spare[:0]
	moved, to := -1, 0
	for i := range rest {
		it := &rest[i]
		if it.rec < 0 {
			continue
		}
		if it.rec != moved {
			moved, to = it.rec, (len(spare)+7)&^7
			spare = append(spare[:to:cap(spare)], q.arena[it.rec:it.rec+it.size]...)
		}
		it.rec = to
	}
	q.spare, q.arena = q.arena, spare
	q.items = q.items[:copy(q.items, rest)]
	q.head, q.till = 0, 0
}

// sort puts the items in order of time; those that come at the same time stay as they are.
func (q *queue) sort() {
	byTime := func(a, b item) int {
		switch {
		case a.time < b.time:
			return -1
		case a.time > b.time:
			return 1
		}
		return 0
	}
	if !slices.IsSortedFunc(q.items, byTime) {
		slices.SortStableFunc(q.items, byTime)
	}
}

// release lets the items up to a time be told.
func (q *queue) release(until uint64) {
	for q.till < len(q.items) && q.items[q.till].time <= until {
		q.till++
	}
}
