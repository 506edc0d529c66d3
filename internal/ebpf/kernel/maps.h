// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// The maps, and how records are sent.

const volatile struct config config = {};

struct {
	UINT(type, BPF_MAP_TYPE_RINGBUF);
	UINT(max_entries, 1 << 23);
} ring SEC(".maps");

struct {
	UINT(type, BPF_MAP_TYPE_HASH);
	UINT(max_entries, TASKS);
	UINT(map_flags, BPF_F_NO_PREALLOC);
	TYPE(key, u32);
	TYPE(value, struct task);
} tasks SEC(".maps");

// hints counts the traced tasks whose ids end in the same bits: where it is 0,
// a task is none of ours, which is soon said.
struct {
	UINT(type, BPF_MAP_TYPE_ARRAY);
	UINT(max_entries, HINTS);
	UINT(map_flags, BPF_F_MMAPABLE);
	TYPE(key, u32);
	TYPE(value, u64);
} hints SEC(".maps");

// calls are both ABIs' calls by number.
struct {
	UINT(type, BPF_MAP_TYPE_ARRAY);
	UINT(max_entries, 2 * CALLS);
	UINT(map_flags, BPF_F_MMAPABLE);
	TYPE(key, u32);
	TYPE(value, struct call);
} calls SEC(".maps");

struct {
	UINT(type, BPF_MAP_TYPE_ARRAY);
	UINT(max_entries, INSTRS);
	UINT(map_flags, BPF_F_MMAPABLE);
	TYPE(key, u32);
	TYPE(value, struct instr);
} instrs SEC(".maps");

struct {
	UINT(type, BPF_MAP_TYPE_ARRAY);
	UINT(max_entries, CHOICES);
	UINT(map_flags, BPF_F_MMAPABLE);
	TYPE(key, u32);
	TYPE(value, struct choice);
} choices SEC(".maps");

struct {
	UINT(type, BPF_MAP_TYPE_ARRAY);
	UINT(max_entries, 1); // as many as there are CPUs
	UINT(map_flags, BPF_F_MMAPABLE);
	TYPE(key, u32);
	TYPE(value, struct cpu);
} cpus SEC(".maps");

struct frame {
	u64 base;
	u32 left, size, pc, pad;
};

// scratch is a CPU's own: a program is not preempted by another.
struct scratch {
	u64 arg[8];        // arguments, result, stack pointer
	u64 other[8];      // arguments of the call that this one really is
	u64 base;          // of the innermost object
	u64 addr;          // what is being copied
	u64 vector;        // the vector of strings being copied
	u32 left, strings;
	u32 pc, then, depth, pos;
	u32 pages, wide, pad;
	s32 budget;
	struct frame frames[DEPTH];
	struct record r;
	u8 data[ROOM + 2 * CHUNK];
};

struct {
	UINT(type, BPF_MAP_TYPE_ARRAY);
	UINT(max_entries, 1); // as many as there are CPUs
	TYPE(key, u32);
	TYPE(value, struct scratch);
} scratches SEC(".maps");

// send sends the record with its data. What does not fit in the ring is lost,
// and shows by the gap in the CPU's numbers.
inline_ void send(struct scratch *s)
{
	struct cpu *c = bpf_map_lookup_elem(&cpus, &s->r.cpu);
	if (!c)
		return;
	s->r.seq = ++c->seq;
	u64 n = s->pos;
	if (n > ROOM + CHUNK)
		n = ROOM + CHUNK;
	if (bpf_ringbuf_output(&ring, &s->r, sizeof(s->r) + n, BPF_RB_NO_WAKEUP)) {
		c->lost++;
		if (s->r.kind == R_EXIT)
			c->lost_calls++;
	}
}

// piece sends what there is of a record that is too long.
inline_ void piece(struct scratch *s)
{
	u8 kind = s->r.kind;
	s->r.kind = R_PIECE;
	send(s);
	s->r.kind = kind;
	s->pos = 0;
}
