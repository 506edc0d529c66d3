// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

struct event { void *value; int signo, notify; union { int tid; void *fn[2]; int pad[12]; }; };

int main(void)
{
	long it[] = { 1, 2, 1000, 4 }, old[4];
	long long it64[] = { 1, 2, 1000, 4 }, old64[4];
	int id;
	call(setitimer, 1, it, old);
	call(setitimer, 1, it, 0);
	call(setitimer, 2, 0, old);
	call(setitimer, 9, it, BAD);
	call(setitimer, 0, edge(0) - 8, 0);
	call(getitimer, 0, old);
	call(getitimer, 7, old);
	call(getitimer, 1, BAD);
	for (int n = -1; n < 6; n++) {
		struct event e = { (void *)0x1002, 10, n, { .fn = { (void *)0x77, (void *)0x88 } } };
		if (n == 4)
			continue;
		call(timer_create, 0, &e, &id);
		e.value = 0;
		e.signo = 99;
		call(timer_create, 1, &e, BAD);
	}
	call(timer_create, 1, 0, &id);
	call(timer_create, 1, BAD, &id);
	call(timer_create, 99, edge(0) - 8, 0);
	call(timer_settime, 0, 1, it, old);
	call(timer_settime, 0, 3, it, 0);
	call(timer_settime, 99, 0, BAD, old);
	call(timer_settime, 0, 0, 0, 0);
	call(timer_gettime, 1, old);
	call(timer_gettime, -1, old);
	call(timer_gettime, 1, BAD);
	call(timer_getoverrun, 0);
	call(timer_getoverrun, -1);
	call(timer_delete, 0);
	call(timer_delete, 0x7fffffff);
#ifdef __i386__
	callnr(409, 1, 1, it64, old64); /* timer_settime64 */
	callnr(409, 99, 3, BAD, 0);
	callnr(408, 1, old64); /* timer_gettime64 */
	callnr(408, -1, old64);
#endif
	(void)it64, (void)old64;
	return 0;
}
