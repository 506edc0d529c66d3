// note: large sets are in many.c: with -X verbose the reference dies of them
// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"
#include <asm/signal.h>

int main(void)
{
	unsigned long long sets[] = { 0, 1, 0x8000000000000000ULL, 0x3000002a1, 0xffff };
	unsigned long long old;
	for (unsigned i = 0; i < COUNT(sets); i++)
		call(rt_sigprocmask, i % 4, &sets[i], &old, 8);
	call(rt_sigprocmask, 2, 0, &old, 8);
	call(rt_sigprocmask, -1, &old, BAD, 8);
	call(rt_sigprocmask, 0, &old, &old, 4);
	call(rt_sigprocmask, 0, &old, &old, 128);
	call(rt_sigprocmask, 0, edge(0) - 4, UNMAPPED, 8);
	sets[0] = 0;
	call(rt_sigprocmask, 2, &sets[0], 0, 8);
	for (int n = 0; n < 10; n++)
		call(rt_sigpending, &old, n);
	call(rt_sigpending, edge(0) - 4, 4);
	call(rt_sigpending, BAD, 8);
	call(rt_sigsuspend, &old, 4);
	call(rt_sigsuspend, BAD, 8);
#ifdef __i386__
	unsigned long small[] = { 0x205, 0xff, 0x3fffff };
	call(sigprocmask, 0, &small[0], &small[2]);
	call(sigprocmask, 2, 0, &small[2]);
	call(sigprocmask, 7, &small[1], BAD);
	call(sigprocmask, 2, &sets[0], 0);
	call(sigpending, &small[0]);
	call(sigpending, BAD);
	call(ssetmask, 0x205);
	call(sgetmask);
	call(ssetmask, 0);
#endif
	return 0;
}
