// options: -X raw
// options: -X verbose
// options: -v
// options: -s 2
// options: -y
// options: -e fd=0
// options: -e fd=99,4
// m32
#include "corpus.h"
#include <linux/posix_types.h>

typedef struct { unsigned long bits[1024 / 8 / sizeof(long)]; } set;

static void add(set *s, int fd) { s->bits[fd / (8 * sizeof(long))] |= 1UL << fd % (8 * sizeof(long)); }

int main(void)
{
	set r = {}, w = {}, x = {}, empty = {};
	struct { long sec, usec; } t = { 0, 1000 }, zero = { 0, 0 }, neg = { -1, 1 }, big = { 100, 2000000 }, ns = { 0, 1000000 };
	struct { long long sec, nsec; } t64 = { 0, 1000000 };
	unsigned long sigset[2] = { 0x205, 0 };
	struct { void *set; unsigned long n; } sig = { sigset, 8 }, nosig = { NULL, 8 }, badsig = { BAD, 8 }, oddsig = { sigset, 7 }, longsig = { sigset, 128 };
	int p[2];

#ifdef __i386__
#define SELECT __NR__newselect
#else
#define SELECT __NR_select
#endif
	call(pipe, p);
	add(&r, p[0]);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, NULL, NULL, &t);
	add(&r, p[0]);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, NULL, NULL, &zero);
	add(&r, p[0]); add(&w, p[1]);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, &w, NULL, &t);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, &w, &x, NULL);
	add(&r, p[0]); add(&r, 0); add(&w, p[1]); add(&w, 0); add(&x, 0);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, &w, &x, &big);
	big.usec = 5;
	big.sec = 10;
	add(&r, p[0]); add(&r, 0); add(&w, p[1]); add(&w, 0); add(&x, 0);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, &w, &x, &big);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, &w, &x, &neg);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 0, NULL, NULL, NULL, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 0, &r, &w, &x, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, -1, &r, &w, &x, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, -1, NULL, NULL, NULL, NULL);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, BAD, &w, &x, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &empty, &empty, &empty, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 5, &r, &w, &x, BAD);
	add(&r, 99);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 100, &r, &w, &x, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 1025, &empty, &empty, &empty, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 100000, &empty, &empty, &empty, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 100000, edge(0) - 8, &empty, &empty, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 3, edge(0) - 8, NULL, NULL, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 3, edge(0) - 1, NULL, NULL, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 3, edge(0) - 4, NULL, NULL, &zero);
	add(&r, p[0]); add(&r, 0); add(&r, 1); add(&r, 2); add(&w, 0); add(&w, p[1]);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 4, &r, &w, NULL, &zero);
	add(&r, 5); add(&r, 6); add(&r, 40); add(&r, 63);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 6, &r, &w, NULL, &zero);
	t.sec = 0, t.usec = 1000;
	callnr(SELECT, 64, &r, &w, NULL, &zero);
#ifdef __i386__
	void *args[5] = { (void *)5, &r, &w, NULL, &t };
	call(select, args);
	call(select, BAD);
	call(select, NULL);
	call(select, edge(0) - 16);
#endif
	r = w = x = empty;
	add(&r, p[0]);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, NULL, NULL, &ns, &sig);
	add(&r, p[0]); add(&w, p[1]);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, &ns, NULL);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, NULL, &nosig);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, &ns, &badsig);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, &ns, &oddsig);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, &ns, &longsig);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, &ns, BAD);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, BAD, &sig);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 5, &r, &w, &x, &neg, &sig);
	ns.sec = 0, ns.usec = 1000000;
	call(pselect6, 0, NULL, NULL, NULL, &ns, &sig);
#ifdef __i386__
	add(&r, p[0]); add(&w, p[1]);
	t64.sec = 0, t64.nsec = 1000000;
	call(pselect6_time64, 5, &r, &w, &x, &t64, &sig);
	t64.sec = 0, t64.nsec = 1000000;
	call(pselect6_time64, 0, NULL, NULL, NULL, &t64, NULL);
	t64.sec = 0, t64.nsec = 1000000;
	call(pselect6_time64, 0, NULL, NULL, NULL, BAD, NULL);
#endif
	return 0;
}
