// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -v -s 5
// options: -v -xx
// m32
// note: every command with every size of its attributes, all zeros, all ones, and each bit
#include "corpus.h"

#ifdef __i386__
#define NR 357
#else
#define NR 321
#endif

static union { unsigned char b[512]; uint32_t w[128]; uint64_t q[64]; } a;

static void fill(uint32_t v)
{
	for (int i = 0; i < 128; i++)
		a.w[i] = v;
}

int main(void)
{
	for (int c = 0; c < 41; c++) {
		if (c == 32) /* BPF_ENABLE_STATS would slow the machine down */
			continue;
		for (int n = 0; n < 176; n += 7) {
			fill(0x21202020);
			callnr(NR, c, &a, n);
		}
		fill(0xffffffff);
		callnr(NR, c, &a, 168);
		fill(0);
		if (c != 11 && c != 12 && c != 23 && c != 31) /* what is there depends on the machine */
			callnr(NR, c, &a, 168);
	}
	fill(0xffffffff);
	static const unsigned sizes[] = { 169, 256, 4095, 4096, 4097, 0x7fffffff, -1 };
	for (int i = 0; i < COUNT(sizes); i++)
		callnr(NR, 1, &a, sizes[i]);
	for (int n = 28; n < 40; n++)
		callnr(NR, 1, edge(0) - 32, n);
	callnr(NR, 1, 0, 32);
	callnr(NR, 1, BAD, 32);
	pretend(NR);
	for (int c = 0; c < 39; c++)
		for (int v = 0; v < 32; v++) {
			fill(0);
			for (int k = 0; k < 40; k++)
				a.w[k] = 1u << (v + k) % 32;
			callnr(NR, c, &a, 168);
		}
	return 0;
}
