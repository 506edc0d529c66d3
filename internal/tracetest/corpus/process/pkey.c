// options: -v
// options: -X raw
// options: -X verbose
// options: -s 4096
// m32
// note: keys for cryptography, and sigevents that end where memory does
#include "sweep.h"
int main(void)
{
	static uint32_t b[64];
	sweep_begin();
#ifdef __i386__
#define NR 288
#define MQ 281
#else
#define NR 250
#define MQ 244
#endif
	for (int i = 8; i < 70; i += 4) sweep_good(MQ, 3, edge(1) - i, 0, 0, 0, 0);
	static struct { int key, in, out; int sp[7]; } p; static char in[80] = "in\0put of more than thirty-two characters, really", out[80] = "output of more than thirty-two characters, really";
	for (int op = 24; op < 29; op++) for (int n = 0; n < 60; n += 20) { p.key = n; p.in = n; p.out = n; p.sp[2] = n; sweep_good(NR, op, &p, "info", in, out, 0);sweep_bad(NR, op, &p, "info", in, out, 0); sweep_good(NR, op, edge(0)-39, 0, in, out, 0);  sweep_good(NR, op, &p, "info of more than thirty-two characters, really", edge(0)-5, edge(0)-5, 0); }
	struct { char *hash, *other; uint32_t len, sp[8]; } k = { "sha", in, 5 };
	for (int n = 0; n < 60; n += 20) { k.len = n; sweep_good(NR, 23, &p, out, n, &k, 0); k.sp[3] = n; sweep_bad(NR, 23, &p, out, n, &k, 0); k.other = (void*)-1; }
	for (int n = 36; n < 50; n += 4) sweep_good(NR, 23, &p, out, n, edge(0) - n, 0);
	for (int n = 36; n < 70; n += 4) sweep_good(NR, 24, 3, 0, "x", edge(0) - n, 0);
	return 0;
}
