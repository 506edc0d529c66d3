// root
// only: -v -X raw
// only: -v -X raw -s 7
// only: -v -X raw -xx
// note: struct bpf_prog_info in full; with names for constants the time of loading is shown, which may be a second off
#include "corpus.h"

#ifdef __i386__
#define NR 357
#else
#define NR 321
#endif

static union { unsigned char b[512]; uint32_t w[128]; uint64_t q[64]; } a;

int main(void)
{
	static const uint64_t in[] = { 0x1000000b7, 0x95 }; /* return 1 */
	static uint32_t ids[8] = { 5, 6, 7 };
	static union { unsigned char b[512]; uint32_t w[128]; uint64_t q[64]; } info;

	a.w[0] = 1; /* BPF_PROG_TYPE_SOCKET_FILTER */
	a.w[1] = COUNT(in);
	a.q[1] = (long)in;
	a.q[2] = (long)"GPL";
	int prog = callnr(NR, 5, &a, 48);
	pretend(NR);
	memset(&a, 0, sizeof(a));
	a.w[0] = prog;
	a.q[1] = (long)&info;
	for (int k = 0; k < 3; k++)
		for (int n = 0; n < 256; n++) {
			for (int i = 0; i < sizeof(info); i++)
				info.b[i] = k == 0 ? 0 : k == 1 ? i : 0xff;
			a.w[1] = n;
			callnr(NR, 15, &a, 16);
		}
	memset(&info, 0, sizeof(info));
	a.w[1] = 232;
	for (int n = 0; n < 40; n += 3) {
		info.w[4] = info.w[5] = n;
		info.w[13] = info.w[26] = info.w[27] = n;
		info.q[3] = info.q[4] = (long)in;
		info.q[7] = info.q[14] = info.q[15] = (long)ids;
		callnr(NR, 15, &a, 16);
		info.q[3] = info.q[4] = info.q[7] = (long)edge(0) - 16;
		callnr(NR, 15, &a, 16);
	}
	return 0;
}
