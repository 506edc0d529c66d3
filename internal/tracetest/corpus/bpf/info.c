// root
// options: -v
// options: -v -X raw
// options: -y
// options: -v -s 5
// note: the kind of an object is that of the descriptor; a program's time of loading is left out: it may be a second off
#include "corpus.h"

#ifdef __i386__
#define NR 357
#else
#define NR 321
#endif

static union { unsigned char b[512]; uint32_t w[128]; uint64_t q[64]; } a;

#define LOAD_TIME 40 /* where it is in struct bpf_prog_info */

int main(void)
{
	static const uint64_t in[] = { 0x1000000b7, 0x95 }; /* return 1 */
	static unsigned char info[512];

	a.w[0] = 2; /* BPF_MAP_TYPE_ARRAY */
	a.w[1] = a.w[2] = a.w[3] = 4;
	int map = callnr(NR, 0, &a, 72);
	memset(&a, 0, sizeof(a));
	a.w[0] = 1; /* BPF_PROG_TYPE_SOCKET_FILTER */
	a.w[1] = COUNT(in);
	a.q[1] = (long)in;
	a.q[2] = (long)"GPL";
	int prog = callnr(NR, 5, &a, 48);
	memset(&a, 0, sizeof(a));
	a.q[1] = (long)info;
	for (int n = 0; n < 128; n += 16) {
		a.w[0] = -1;
		a.w[1] = n;
		callnr(NR, 15, &a, 16);
	}

	pretend(NR);
	for (int k = 0; k < 3; k++)
		for (int n = 0; n < 130; n++) {
			for (int i = 0; i < sizeof(info); i++)
				info[i] = k == 0 ? 0 : k == 1 ? i : 0xff;
			a.w[0] = map;
			a.w[1] = n;
			callnr(NR, 15, &a, 16);
			a.w[0] = prog;
			if (n <= LOAD_TIME)
				callnr(NR, 15, &a, 16);
		}
	a.w[0] = map;
	static const unsigned sizes[] = { 256, 4096, 4097, -1 };
	for (int i = 0; i < COUNT(sizes); i++) {
		a.w[1] = sizes[i];
		callnr(NR, 15, &a, 16);
	}
	for (int i = 0; i < 32; i++) {
		a.w[1] = 16;
		a.q[1] = (long)edge(0) - i;
		callnr(NR, 15, &a, 16);
	}
	return 0;
}
