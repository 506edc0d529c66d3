// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"
#include <asm/signal.h>

static void handle(int sig) { (void)sig; }

struct action { void *handler; unsigned long flags; void *restorer; unsigned long long mask; } __attribute__((packed));

int main(void)
{
	struct action act = { handle, 0x10000000 | 0x40000000 | 0x80000000 | 4 | 0x40, 0, 0x1 }, old;
	call(rt_sigaction, 10, &act, &old, 8);
	call(rt_sigaction, 10, 0, &old, 8);
	act.mask = 0xf0f;
	call(rt_sigaction, 12, &act, 0, 8);
	act.mask = 1ULL << 4;
	act.flags = 0x04000000 | 0x20000000 | 1 | 2;
	act.restorer = UNMAPPED;
	call(rt_sigaction, 64, &act, &old, 8);
	act.handler = (void *)1;
	act.mask = 0x3000000ffULL;
	call(rt_sigaction, 33, &act, BAD, 8);
	act.handler = (void *)-1L;
	act.flags = ~0UL;
	call(rt_sigaction, 0, &act, &old, 8);
	call(rt_sigaction, 65, &act, &old, 4);
	call(rt_sigaction, -1, BAD, 0, 8);
	call(rt_sigaction, 1, edge(0) - 8, UNMAPPED, 8);
#ifdef __i386__
	struct { void *handler; unsigned long mask, flags; void *restorer; } o = { handle, 6, 0x10000000, 0 };
	call(sigaction, 10, &o, &o);
	call(sigaction, 10, 0, &o);
	o.mask = 0x7ff;
	o.flags = 0x04000000;
	call(sigaction, 12, &o, 0);
	call(sigaction, 99, BAD, &o);
	call(signal, 12, 1);
	call(signal, 12, handle);
	call(signal, 12, 0);
	call(signal, 99, 0);
	call(signal, 9, -1);
#endif
	return 0;
}
