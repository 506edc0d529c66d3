// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -v -s 5
// options: -v -xx
// m32
// note: what follows in BPF_LINK_CREATE depends on the type
#include "corpus.h"

#ifdef __i386__
#define NR 357
#else
#define NR 321
#endif

static union { unsigned char b[512]; uint32_t w[128]; uint64_t q[64]; } a;

int main(void)
{
	static uint64_t q[64] = { 1, 2, 3, 4, 5 };
	static char *names[] = { "one", NULL, BAD, "three is longer than thirty-two characters" };

	pretend(NR);
	for (int kind = 0; kind < 64; kind++)
		for (int n = 12; n < 80; n += 4) {
			memset(&a, 0, sizeof(a));
			for (int i = 0; i < 20; i++)
				a.w[i] = 1;
			a.w[2] = kind;
			callnr(NR, 28, &a, n);
		}
	for (int kind = 0; kind < 64; kind++)
		for (int i = 0; i < 15; i++) {
			memset(&a, 0, sizeof(a));
			a.w[2] = kind;
			a.w[3] = 1 << i;
			a.w[4] = i % 2 ? 7 : 0;
			a.w[6] = i % 3 ? 9 : 0;
			callnr(NR, 28, &a, 64);
		}
	for (int n = 0; n < 80; n += 35) {
		memset(&a, 0, sizeof(a));
		a.w[2] = 42;
		a.w[5] = n;
		a.q[3] = (long)names;
		a.q[4] = a.q[5] = (long)q;
		callnr(NR, 28, &a, 64);
		a.q[3] = (long)edge(0) - 16;
		a.q[4] = (long)edge(1) - 16;
		a.q[5] = (long)edge(1) - 3;
		callnr(NR, 28, &a, 64);
		a.w[2] = 48;
		a.w[12] = n;
		callnr(NR, 28, &a, 64);
		a.q[2] = (long)"/path";
		callnr(NR, 28, &a, 64);
		a.w[2] = 59;
		a.w[8] = n;
		a.q[2] = a.q[3] = (long)q;
		callnr(NR, 28, &a, 64);
		a.w[2] = 28;
		a.w[6] = n;
		callnr(NR, 28, &a, 64);
	}
	for (int i = 0; i < 4; i++) { /* network interfaces */
		memset(&a, 0, sizeof(a));
		a.w[0] = a.w[1] = i;
		a.w[2] = 37;
		callnr(NR, 28, &a, 16);
		callnr(NR, 8, &a, 16);
		a.w[1] = 37;
		callnr(NR, 16, &a, 64);
		a.w[11] = a.w[16] = i;
		callnr(NR, 0, &a, 64);
		callnr(NR, 5, &a, 68);
	}
	return 0;
}
