// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counting calls (-c): no record is sent.

struct {
	UINT(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	UINT(max_entries, 2 * CALLS);
	TYPE(key, u32);
	TYPE(value, struct count);
} counts SEC(".maps");

SEC("raw_tp/sys_enter")
int count_enter(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	u64 nr = ctx->args[1];
	struct task *t;
	if (config.mode == TASKS_ONLY) {
		t = whose(id);
		if (!t)
			return 0;
		t->in = UNWANTED;
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
	u64 r[CS - CX + 1];
	if (bpf_probe_read_kernel(r, sizeof(r), (void *)(ctx->args[0] + 8 * CX)))
		return 0;
	t->abi = is_compat(r[CS - CX], r[0], r[IP - CX]);
	t->nr = nr;
	const struct call *c = described(t->abi, t->nr);
	if (!c || !(c->flags & CALL_WANTED))
		return 0;
	t->in = IN_CALL;
	t->began = bpf_ktime_get_ns();
	if (config.clock)
		t->spent = spent();
	return 0;
}

SEC("raw_tp/sys_exit")
int count_leave(struct raw_tracepoint *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	struct task *t = config.mode == TASKS_ONLY ? whose(id) : known(id);
	if (!t)
		return 0;
	if (t->in == UNWANTED) {
		t->in = 0;
		return 0;
	}
	if (!t->in || t->sent == SENT_GUESS) {
		if (!denied(t, (void *)ctx->args[0])) {
			t->in = 0;
			return 0;
		}
	}
	t->in = 0;
	s64 ret = ctx->args[1];
	if (t->abi)
		ret = (s64)(s32)ret;
	if (unlikely(t->mute))
		t->mute = ret ? MUTE_FAILED : 0;
	u32 i = t->nr < CALLS ? t->nr : CALLS - 1;
	if (t->abi)
		i += CALLS;
	struct count *k = bpf_map_lookup_elem(&counts, &i);
	if (!k)
		return 0;
	u64 wall = bpf_ktime_get_ns() - t->began, ns = wall;
	if (config.clock) {
		ns = spent() - t->spent;
		if ((s64)ns < 0)
			ns = 0;
	}
	if (!k->calls || ns < k->least)
		k->least = ns;
	if (ns > k->most)
		k->most = ns;
	if (!k->calls || wall < k->wall_least)
		k->wall_least = wall;
	if (wall > k->wall_most)
		k->wall_most = wall;
	k->calls++;
	k->time += ns;
	k->wall += wall;
	if (ret < 0 && ret >= -4095)
		k->errors++;
	// The bucket is the number of bits of the elapsed time, less one.
	u32 b = 0;
	ns = wall;
	if (ns >> 32) { ns >>= 32; b = 32; }
	if (ns >> 16) { ns >>= 16; b += 16; }
	if (ns >> 8) { ns >>= 8; b += 8; }
	if (ns >> 4) { ns >>= 4; b += 4; }
	if (ns >> 2) { ns >>= 2; b += 2; }
	b += ns >> 1 & 1;
	k->histogram[b & (BUCKETS - 1)]++;
	return 0;
}
