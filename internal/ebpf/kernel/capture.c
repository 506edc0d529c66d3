// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// What runs in the kernel while the eBPF engine traces.
#include "helpers.h"
#include "layout.h"
#include "maps.h"
#include "walk.h"
#include "tasks.h"
#include "life.h"
#include "count.h"

SEC("raw_tp/sys_enter")
int enter(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	u64 nr = ctx->args[1];
	struct task *t;
	if (config.mode == TASKS_ONLY) {
		t = whose(id);
		if (!t)
			return 0;
		t->in = UNWANTED;
		t->regs = ctx->args[0];
		if (!wanted(nr))
			return 0;
	} else {
		if (!wanted(nr))
			return 0;
		t = known(id);
		if (!t)
			return 0;
	}
	if (unlikely(t->mute) && (t->mute == MUTE_FAILED || nr != EXECVE))
		return 0;
	u64 number = t->call + 1;
	t->check = number;
	barrier();
	if (!registers(t, (void *)ctx->args[0], nr))
		return 0;
	const struct call *c = described(t->abi, t->nr);
	if (!c || !(c->flags & CALL_WANTED))
		return 0;
	t->sent = 0;
	t->began = bpf_ktime_get_ns();
	if (config.clock)
		t->spent = spent();
	t->in = IN_CALL;
	barrier();
	t->call = number;
	int send_now = c->flags & CALL_ENTER;
	for (int i = 0; i < 4; i++) {
		if (i >= c->aliases)
			break;
		u8 a = c->alias[i];
		send_now |= t->args[a & 7] == t->args[a >> 4 & 7];
	}
	if (likely(!send_now))
		return 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	fill(s, t, id, cpu, R_ENTER);
	s->r.time = t->began;
	s->r.ret = 0;
	if (c->entry)
		run(s, c->entry, 0);
	send(s);
	t->sent = SENT;
	return 0;
}

SEC("raw_tp/sys_exit")
int leave(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	struct task *t = config.mode == TASKS_ONLY ? whose(id) : known(id);
	if (!t)
		return 0;
	if (t->in == UNWANTED) {
		t->in = 0;
		return 0;
	}
	if ((!t->in || t->sent == SENT_GUESS) && !denied(t, (void *)ctx->args[0])) {
		t->in = 0;
		return 0;
	}
	t->in = 0;
	u32 cpu;
	struct scratch *s = workspace(&cpu);
	if (!s)
		return 0;
	s64 ret = ctx->args[1];
	if (t->abi)
		ret = (s64)(s32)ret;
	if (unlikely(t->mute))
		t->mute = ret ? MUTE_FAILED : 0;
	fill(s, t, id, cpu, R_EXIT);
	s->r.time = bpf_ktime_get_ns();
	s->r.ret = ret;
	if (config.clock)
		s->r.spent = spent() - t->spent;
	const struct call *c = described(t->abi, t->nr);
	if (c) {
		u32 entry = t->sent == SENT && !config.both ? 0 : c->entry;
		if (ret >= 0 || ret < -4095)
			s->arg[6] = t->abi ? (u32)ret : ret;
		if (entry || c->exit)
			run(s, entry, c->exit);
	}
	send(s);
	struct cpu *k = bpf_map_lookup_elem(&cpus, &cpu);
	if (k)
		k->calls++;
	if (config.half && bpf_ringbuf_query(&ring, BPF_RB_AVAIL_DATA) > config.half) {
		if (!bpf_send_signal_thread(19) && k)
			k->held++;
	}
	return 0;
}

char _license[] SEC("license") = "Dual BSD/GPL";
