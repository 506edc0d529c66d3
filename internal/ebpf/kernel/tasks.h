// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Which tasks are traced, and what they do.

// whose returns the task that runs, if it is traced.
inline_ struct task *whose(u64 id)
{
	u32 tid = id;
	if (config.mode == TASKS_ONLY) {
		u32 h = tid & (HINTS - 1);
		u64 *hint = bpf_map_lookup_elem(&hints, &h);
		if (likely(!hint || !*hint))
			return 0;
	}
	return bpf_map_lookup_elem(&tasks, &tid);
}

// member says whether a task that is not known is one to be traced.
inline_ int member(u64 id)
{
	if (config.mode == TASKS_ONLY || (u32)(id >> 32) == config.self)
		return 0;
	if (config.mode == BY_CGROUP)
		return bpf_get_current_ancestor_cgroup_id(config.level) == config.cgroup;
	if (config.mode == BY_COMM) {
		u64 comm[2] = {};
		bpf_get_current_comm(comm, sizeof(comm));
		const volatile u64 *want = (const volatile u64 *)config.comm;
		return comm[0] == want[0] && comm[1] == want[1];
	}
	return 1;
}

inline_ struct task *adopt(u64 id)
{
	u32 tid = id;
	struct task t = {.tgid = id >> 32};
	bpf_map_update_elem(&tasks, &tid, &t, BPF_NOEXIST);
	return bpf_map_lookup_elem(&tasks, &tid);
}

// known returns the task that runs if it is to be traced.
inline_ struct task *known(u64 id)
{
	struct task *t = whose(id);
	if (config.mode == TASKS_ONLY)
		return t;
	if (config.mode != EVERYTHING && t && !member(id) && !t->in)
		return 0; // it has another name by now, or moved away
	if (!t && member(id))
		t = adopt(id);
	return t;
}

inline_ struct scratch *workspace(u32 *cpu)
{
	*cpu = bpf_get_smp_processor_id();
	return bpf_map_lookup_elem(&scratches, cpu);
}

// spent returns what the counted time of a task is measured by.
inline_ u64 spent(void)
{
	u64 now = bpf_ktime_get_ns();
	if (!config.clock)
		return now;
	// What the scheduler has accounted for, and the time since it last looked.
	// Its clock and ours differ by a constant, which differences don't show.
	u64 v[2] = {}; // sched_entity.exec_start and .sum_exec_runtime
	bpf_probe_read_kernel(v, sizeof(v), (void *)(bpf_get_current_task() + config.offset_runtime));
	return v[1] + (now - v[0]);
}

enum { R15, R14, R13, R12, BP, BX, R11, R10, R9, R8, AX, CX, DX, SI, DI, ORIG_AX, IP, CS, FLAGS, SP, SS, REGS };

#define USER32_CS 0x23

#define TS_COMPAT 2 // asm/thread_info.h

inline_ u32 field(u64 task, u32 offset)
{
	u32 v = 0;
	bpf_probe_read_kernel(&v, sizeof(v), (void *)(task + offset));
	return v;
}

// is_compat says whether the call is one of i386. The SYSCALL instruction,
// which makes those of x86_64, leaves its return address in CX; where it isn't,
// the program has done int 0x80, or an execve has set the registers.
inline_ int is_compat(u64 cs, u64 cx, u64 ip)
{
	if ((u16)cs == USER32_CS)
		return 1;
	return unlikely(cx != ip) && field(bpf_get_current_task(), config.offset_status) & TS_COMPAT;
}

// registers notes the call that the task makes.
inline_ int registers(struct task *t, const void *from, u64 nr)
{
	u64 r[REGS];
	if (bpf_probe_read_kernel(r, sizeof(r), from))
		return 0;
	int compat = is_compat(r[CS], r[CX], r[IP]);
	t->nr = nr;
	t->regs = (u64)from;
	t->args[AT_IP] = r[IP];
	t->args[AT_SP] = r[SP];
	t->abi = compat;
	if (compat) {
		t->args[0] = (u32)r[BX];
		t->args[1] = (u32)r[CX];
		t->args[2] = (u32)r[DX];
		t->args[3] = (u32)r[SI];
		t->args[4] = (u32)r[DI];
		t->args[5] = (u32)r[BP];
	} else {
		t->args[0] = r[DI];
		t->args[1] = r[SI];
		t->args[2] = r[DX];
		t->args[3] = r[R10];
		t->args[4] = r[R8];
		t->args[5] = r[R9];
	}
	return 1;
}

inline_ const struct call *described(u32 abi, u64 nr)
{
	u32 i = nr < CALLS ? nr : CALLS - 1;
	if (abi)
		i += CALLS;
	return bpf_map_lookup_elem(&calls, &i);
}

// wanted says whether anybody wants number nr on either ABI.
inline_ int wanted(u64 nr)
{
	const struct call *a = described(0, nr), *b = described(1, nr);
	return a && b && (a->flags | b->flags) & CALL_WANTED;
}

#define EXECVE 59
#define EXECVEAT 322
#define EXECVE32 11
#define EXECVEAT32 358

inline_ void fill(struct scratch *s, struct task *t, u64 id, u32 cpu, u8 kind)
{
	struct record *r = &s->r;
	r->kind = kind;
	r->abi = t->abi;
	r->flags = t->sent == SENT ? F_SENT : 0;
	r->sig = 0;
	r->cpu = cpu;
	r->tid = id;
	r->tgid = id >> 32;
	r->began = t->began;
	r->call = t->call;
	r->nr = t->nr;
	r->ip = t->args[AT_IP];
	r->sp = t->args[AT_SP];
	for (int i = 0; i < 6; i++)
		r->args[i] = s->arg[i] = t->args[i];
	s->arg[6] = 0;
	s->arg[7] = t->args[AT_SP];
	s->wide = t->abi ? 4 : 8;
	s->pos = 0;
}

// denied notes a call of which only the end is seen: a filter of seccomp has
// kept it from being made, before anyone could see it. It also looks again at
// one that was under way when its task was attached to.
inline_ int denied(struct task *t, void *from)
{
	u64 nr = -1;
	if (t->mute || bpf_probe_read_kernel(&nr, sizeof(nr), from + 8 * ORIG_AX) || nr == -1ull)
		return 0;
	if (!wanted(nr) || !registers(t, from, nr))
		return 0;
	// Of an execve there is nothing left to see.
	if (nr == EXECVE || nr == EXECVEAT || t->abi && (nr == EXECVE32 || nr == EXECVEAT32))
		return 0;
	const struct call *c = described(t->abi, t->nr);
	if (!c || !(c->flags & CALL_WANTED))
		return 0;
	if (t->in != IN_CALL) {
		t->check = ++t->call;
		t->began = bpf_ktime_get_ns();
		t->spent = 0;
		if (config.clock)
			t->spent = spent();
	}
	t->sent = 0;
	return 1;
}

inline_ void hint(u32 tid, s64 by)
{
	u32 h = tid & (HINTS - 1);
	u64 *p = bpf_map_lookup_elem(&hints, &h);
	if (p)
		__sync_fetch_and_add(p, by);
}
