// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

#define OP(op, oparg, cmp, cmparg) (((unsigned)(op) << 28) | ((cmp) << 24) | ((oparg) << 12) | (cmparg))

int main(void)
{
	int a = 5, b = 6;
	struct { long s, n; } t = { 0, 1000 }, bad = { -1, -2 }, *e = at_edge(0, &t, sizeof(t));

	call(futex, &a, 0, 4, 0);
	call(futex, &a, 0, 4, &t);
	call(futex, &a, 0, 5, &t);
	call(futex, &a, 128, 5, &bad);
	call(futex, &a, 256, 5, e);
	call(futex, &a, 384, 5, (char *)e + 4);
	call(futex, BAD, 0, -1, BAD, &b, 7);
	for (int op = 1; op < 16; op++) {
		call(futex, &a, op, 4, op == 6 || op == 13 ? (long)&t : 2, &b, 7);
		call(futex, BAD, op | 128, 0x80000000, op == 9 ? (long)&t : -1, BAD, -1);
	}
	for (int op = 16; op < 18; op++)
		call(futex, &a, op | 384, -1, -1, -1, -1);
	call(futex, &a, 0x200, 1, 2, 3, 4);
	call(futex, &a, -1, 1, 2, 3, 4);
	call(futex, &a, 9 | 256, 4, &t, 0, -1);
	call(futex, &a, 9 | 128, 5, &t, 0, 1);
	call(futex, &a, 6, 4, 0);
	call(futex, &a, 11, 4, &t, &b, 0);
	call(futex, &a, 12, 4, 1, &b, 5);
	for (int i = 0; i < 16; i++)
		call(futex, &a, 5, 1, 1, &b, OP(i, i * 10, (i + 1) % 8, i));
	call(futex, &a, 133, 1, 1, &b, OP(8 | 1, 33, 3, 2));
	call(futex, &a, 133, 1, 1, &b, OP(0, 0xfff, 0, 0xfff));
	call(futex, &a, 133, 1, 1, &b, OP(1, 0x800, 9, 0x801));
	call(futex, 0, 0, 0, 0, 0, 0);
#ifdef __i386__
	struct { long long s, n; } t64 = { 0, 1000 };
	call(futex_time64, &a, 0, 5, &t64);
	call(futex_time64, &a, 9, 5, &t64, 0, 2);
	call(futex_time64, &a, 1, 5);
	call(futex_time64, &a, 0, 5, edge(0) - 12);
#endif
	return 0;
}
