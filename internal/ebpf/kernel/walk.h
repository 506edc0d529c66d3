// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Capturing memory: the programs of plan.go.

apart_ u64 eval(struct scratch *s, const struct expr *e)
{
	u64 v = 0;
	if (!s || !e)
		return 0;
	switch (e->kind) {
	case E_CONST:
		v = e->value;
		break;
	case E_ARG:
		v = s->arg[e->value & 7];
		break;
	case E_ADDRESS:
		v = s->base + e->value;
		break;
	case E_MEMBER: {
		u32 n = e->size;
		if (n > 8)
			n = 8;
		if (bpf_probe_read_user(&v, n, (void *)(s->base + e->value)))
			return 0;
		if (e->flags & E_SIGNED && n < 8) {
			u32 shift = (64 - 8 * n) & 63;
			v = (u64)((s64)(v << shift) >> shift);
		}
		break;
	}
	}
	if (e->flags & E_LOW32)
		v = (u32)v;
	if (e->flags & E_LOW16)
		v = (u16)v;
	return v;
}

// took appends a segment whose n bytes have been written.
inline_ void took(struct scratch *s, u64 addr, u32 n)
{
	u32 pos = s->pos & (ROOM - 1);
	struct segment *g = (void *)&s->data[pos];
	g->addr = addr;
	g->len = n;
	g->pad = 0;
	s->pos = pos + sizeof(*g) + ((n + 7) & ~7u);
	s->budget -= n + 32;
}

// copy takes the next part of what is being copied.
apart_ int copy(struct scratch *s)
{
	if (!s)
		return 0;
	u64 addr = s->addr;
	u32 n = s->left;
	if (n > CHUNK)
		n = CHUNK;
	u8 *to = &s->data[(s->pos & (ROOM - 1)) + sizeof(struct segment)];
	if (bpf_probe_read_user(to, n, (void *)addr)) {
		u32 page = 4096 - (addr & 4095);
		s->r.flags |= F_PARTIAL;
		if (page >= n || bpf_probe_read_user(to, page & 4095, (void *)addr)) {
			if (!s->pages || page >= s->left) {
				s->left = 0;
				return 0;
			}
			s->addr += page;
			s->left -= page;
			return 0;
		}
		n = page;
	}
	took(s, addr, n);
	s->addr = addr + n;
	s->left -= n;
	return 0;
}

// string takes a string that ends with a NUL, or its first max bytes.
apart_ int string(struct scratch *s, u64 addr, u32 max)
{
	if (!s)
		return 0;
	u8 *to = &s->data[(s->pos & (ROOM - 1)) + sizeof(struct segment)];
	if (max > CHUNK)
		max = CHUNK;
	s64 n = bpf_probe_read_user_str(to, max + 1, (void *)addr);
	if (n < 0) {
		// A string that is not ended may end where the memory does.
		if (bpf_probe_read_user(to, max, (void *)addr)) {
			s->r.flags |= F_PARTIAL;
			return 0;
		}
		n = max;
	}
	took(s, addr, n > max ? max : n);
	return 0;
}

inline_ void jump(struct scratch *s, const struct instr *in)
{
	s->pc = in->skip;
}

struct walk {
	struct scratch *s;
};

// step runs one instruction, or goes on with one that takes long.
static long step(u32 i, struct walk *w)
{
	struct scratch *s = w->s;
	if (s->budget <= 0) {
		s->r.flags |= F_PARTIAL;
		return 1;
	}
	if (s->pos >= ROOM - CHUNK - 64)
		piece(s);
	if (s->left) {
		copy(s);
		return 0;
	}
	if (s->strings) {
		u64 v = 0;
		u32 n = s->wide & 8 ? 8 : 4;
		s->strings--;
		if (bpf_probe_read_user(&v, n, (void *)s->vector)) {
			s->strings = 0;
			return 0;
		}
		*(u64 *)&s->data[(s->pos & (ROOM - 1)) + sizeof(struct segment)] = v;
		took(s, s->vector, n);
		s->vector += n;
		if (!v)
			s->strings = 0;
		else
			string(s, v, config.strlen + 1);
		return 0;
	}
	u32 pc = s->pc;
	const struct instr *in = bpf_map_lookup_elem(&instrs, &pc);
	if (!in)
		return 1;
	if (in->op == OP_END) {
		s->pc = s->then;
		s->then = 0;
		for (int k = 0; k < 6; k++)
			s->arg[k] = s->r.args[k];
		return !s->pc;
	}
	s->pc = pc + 1;
	switch (in->op) {
	case OP_JUMP:
		jump(s, in);
		return 0;
	case OP_NEXT: {
		struct frame *f = &s->frames[s->depth & (DEPTH - 1)];
		if (f->left > 1) {
			f->left--;
			f->base += f->size;
			s->base = f->base;
			s->pc = f->pc;
			return 0;
		}
		s->depth--;
		s->base = s->frames[s->depth & (DEPTH - 1)].base;
		return 0;
	}
	case OP_BASE:
		s->base = eval(s, &in->from);
		return 0;
	case OP_ARGUMENT:
		s->other[in->size & 7] = eval(s, &in->from);
		return 0;
	case OP_ARGUMENTS:
		for (int k = 0; k < 6; k++)
			s->arg[k] = s->other[k];
		s->base = 0;
		return 0;
	case OP_IF:
		if (eval(s, &in->from) != in->is)
			jump(s, in);
		return 0;
	case OP_CHOOSE: {
		u64 v = eval(s, &in->from);
		u32 h = ((u32)v * 2654435769u + pc * 40503u) >> 7;
		for (int k = 0; k < 8; k++) {
			u32 at = (h + k) & config.table;
			struct choice *c = bpf_map_lookup_elem(&choices, &at);
			if (!c || !c->choose)
				break;
			if (c->choose == pc && c->value == v) {
				s->pc = c->pc;
				return 0;
			}
		}
		jump(s, in);
		return 0;
	}
	}
	u64 addr = eval(s, &in->from);
	if (!(s->wide & 8))
		addr = (u32)addr;
	if (!addr) {
		jump(s, in);
		return 0;
	}
	if (in->op == OP_STRING) {
		u32 max = in->size;
		string(s, addr, max ? max : config.strlen + 1);
		return in->last && !s->then;
	}
	if (in->op == OP_STRINGS) {
		s->vector = addr;
		s->strings = STRINGS;
		return 0;
	}
	u64 n = eval(s, &in->count);
	if (in->per)
		n = ((u64)(u32)n + in->per - 1) / in->per;
	if (n > in->max)
		n = in->max;
	s->addr = addr;
	s->pages = in->op == OP_PAGES;
	if (in->op == OP_BYTES && n > config.strlen + 1)
		n = config.strlen + 1;
	if (in->op == OP_EACH) {
		if (!n) {
			jump(s, in);
			return 0;
		}
		s->depth++;
		struct frame *f = &s->frames[s->depth & (DEPTH - 1)];
		f->base = addr;
		f->left = n;
		f->size = in->size;
		f->pc = s->pc;
		s->base = addr;
	}
	s->left = n * in->size;
	if (s->left)
		copy(s);
	return in->last && !s->then && !s->left;
}

// run captures what the instructions from pc on say, then those from then on, where 0 is none.
static __attribute__((noinline)) int run(struct scratch *s, u32 pc, u32 then)
{
	struct walk w = {s};
	s->pc = pc ? pc : then;
	s->then = pc ? then : 0;
	s->depth = 0;
	s->left = 0;
	s->strings = 0;
	s->base = 0;
	s->budget = BUDGET;
	bpf_loop(STEPS, step, &w, 0);
	return 0;
}
