// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// The lives of tasks, and their signals.

SEC("raw_tp/sched_process_fork")
int forked(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	struct task *t = whose(id);
	if (!t || t->mute)
		return 0;
	u32 tid = field(ctx->args[1], config.offset_pid), tgid = field(ctx->args[1], config.offset_tgid);
	if (!(config.follow & (tgid == (u32)(id >> 32) ? FOLLOW_THREADS : FOLLOW_CHILDREN)))
		return 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	// The child begins at the end of a call that it has not made.
	struct task child = {.tgid = tgid, .abi = t->abi, .in = UNWANTED};
	if (bpf_map_update_elem(&tasks, &tid, &child, BPF_ANY) == 0)
		hint(tid, 1);
	fill(s, t, id, cpu, R_FORK);
	s->r.time = bpf_ktime_get_ns();
	s->r.ret = (u64)tgid << 32 | tid;
	send(s);
	return 0;
}

SEC("raw_tp/sched_process_exec")
int executed(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id, old = ctx->args[1];
	struct task *t = bpf_map_lookup_elem(&tasks, &old);
	if (!t)
		return 0;
	if (old != tid) {
		struct task moved = *t;
		bpf_map_delete_elem(&tasks, &old);
		hint(old, -1);
		if (bpf_map_update_elem(&tasks, &tid, &moved, BPF_NOEXIST) == 0)
			hint(tid, 1);
		else
			bpf_map_update_elem(&tasks, &tid, &moved, BPF_ANY);
		t = bpf_map_lookup_elem(&tasks, &tid);
		if (!t)
			return 0;
	}
	t->mute = 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	fill(s, t, id, cpu, R_EXEC);
	s->r.time = bpf_ktime_get_ns();
	s->r.ret = old;
	send(s);
	return 0;
}

#define SIGNAL_GROUP_EXIT 4 // linux/sched/signal.h

SEC("raw_tp/sched_process_exit")
int ended(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id;
	struct task *t = whose(id);
	if (!t)
		return 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	fill(s, t, id, cpu, R_END);
	s->r.time = bpf_ktime_get_ns();
	u64 task = bpf_get_current_task(), signal = 0;
	s->r.ret = field(task, config.offset_exit_code);
	bpf_probe_read_kernel(&signal, sizeof(signal), (void *)(task + config.offset_signal));
	if (!field(signal, config.offset_live))
		s->r.flags |= F_LAST;
	if (field(signal, config.offset_flags) & SIGNAL_GROUP_EXIT) {
		s->r.flags |= F_GROUP;
		s->r.ret = field(signal, config.offset_group_exit_code);
	}
	if (t->in == IN_CALL) {
		s->r.flags |= F_IN_CALL;
		const struct call *c = described(t->abi, t->nr);
		if (c && t->sent != SENT && c->entry)
			run(s, c->entry, 0);
	}
	send(s);
	bpf_map_delete_elem(&tasks, &tid);
	if (config.mode == TASKS_ONLY)
		hint(tid, -1);
	return 0;
}

#define INFO 48 // sizeof(struct kernel_siginfo)

// signalled sends a signal and its siginfo.
inline_ void signalled(struct scratch *s, u64 info, u8 sig)
{
	s->r.time = bpf_ktime_get_ns();
	s->r.sig = sig;
	s->r.ret = 0;
	struct segment *g = (void *)s->data;
	g->addr = 0;
	g->len = 0;
	if (info > 4096 && !bpf_probe_read_kernel(&s->data[sizeof(*g)], INFO, (void *)info))
		g->len = INFO;
	s->pos = sizeof(*g) + INFO;
	send(s);
}

SEC("raw_tp/signal_deliver")
int delivered(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	struct task *t = whose(id);
	if (!t || t->mute)
		return 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	fill(s, t, id, cpu, R_SIGNAL);
	if (t->regs) {
		bpf_probe_read_kernel(&s->r.ip, sizeof(s->r.ip), (void *)(t->regs + 8 * IP));
		bpf_probe_read_kernel(&s->r.sp, sizeof(s->r.sp), (void *)(t->regs + 8 * SP));
	}
	u64 handler = 0;
	bpf_probe_read_kernel(&handler, sizeof(handler), (void *)ctx->args[2]);
	s->r.args[0] = handler;
	signalled(s, ctx->args[1], ctx->args[0]);
	return 0;
}

// TRACE_SIGNAL_DELIVERED and TRACE_SIGNAL_IGNORED, trace/events/signal.h
#define SIGNAL_DELIVERED 0
#define SIGNAL_IGNORED 1

// A signal that is ignored is never delivered, and one that ends its process is
// delivered as SIGKILL, but a tracer by ptrace would see them.
SEC("raw_tp/signal_generate")
int generated(struct raw_tracepoint *ctx)
{
	u32 result = ctx->args[4];
	if (result > SIGNAL_IGNORED)
		return 0;
	u32 tid = field(ctx->args[2], config.offset_pid), tgid = field(ctx->args[2], config.offset_tgid);
	struct task *t = whose((u64)tgid << 32 | tid);
	if (!t || t->mute)
		return 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	fill(s, t, (u64)tgid << 32 | tid, cpu, result == SIGNAL_IGNORED ? R_IGNORED : R_GENERATED);
	if (t->in == IN_CALL)
		s->r.flags |= F_IN_CALL;
	signalled(s, ctx->args[1], ctx->args[0]);
	return 0;
}
