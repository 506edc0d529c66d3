// options: -v
// options: -X raw
// m32
// note: a call that is no more
#include "sweep.h"
#ifdef __i386__
#define NR 149
#else
#define NR 156
#endif
int main(void)
{
	static struct { int *name; int nlen; char *oldval; size_t *oldlenp; char *newval; size_t newlen; unsigned long u[4]; } a;
	static int name[40]; static char old[64] = "old value"; static size_t oldlen = 5; static char new[64]="new value";
	sweep_begin();
	for (int i = 0; i < 12; i++) for (int j = 0; j < 3; j++) { name[0] = i; name[1] = j; a.name = name; a.nlen = 2; sweep_good(NR, &a, 0,0,0,0,0); }
	for (int n = -1; n < 5; n++) { name[0] = 1; name[1] = 1; a.nlen = n; a.oldval = old; a.oldlenp = &oldlen; a.newval = new; a.newlen = 3; sweep_good(NR, &a, 0,0,0,0,0);sweep_bad(NR, &a, 0,0,0,0,0); }
	a.nlen = 40; sweep_good(NR, &a, 0,0,0,0,0); a.nlen = 1000000; sweep_good(NR, &a, 0,0,0,0,0);
	a.nlen = 2; oldlen = 60; a.newlen = 64; sweep_good(NR, &a, 0,0,0,0,0);
	for (int i = 0; i < 82; i += 8) { sweep_good(NR, at_edge(0, &a, i), 0,0,0,0,0); }
	name[0] = 2; for (int i = 0; i < 40; i++) { name[1] = i; a.nlen = 2; sweep_good(NR, &a, 0,0,0,0,0); }
	name[0] = 3; name[1] = 5;for (int i = 0; i < 4; i++) { name[2] = i; a.nlen = 3; sweep_good(NR, &a, 0,0,0,0,0); }
	return 0;
}
