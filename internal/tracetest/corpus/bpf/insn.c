// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -v -s 5
// options: -v -xx
// m32
// note: instructions, and the buffers that commands have
#include "corpus.h"

#ifdef __i386__
#define NR 357
#else
#define NR 321
#endif

static union { unsigned char b[512]; uint32_t w[128]; uint64_t q[64]; } a;

struct insn { uint8_t code, regs; int16_t off; int32_t imm; };

int main(void)
{
	static struct insn in[256];
	static char data[64] = "text\n\1\377\0 and more than thirty two bytes of it";
	static uint32_t ids[64] = { 5, 6, 8 };

	for (int i = 0; i < 256; i++) {
		in[i].code = i;
		in[i].regs = i;
		in[i].off = i * 257;
		in[i].imm = i * 0x1010101;
	}
	for (int i = 0; i < 256; i += 8) {
		a.q[1] = (long)(in + i);
		a.w[1] = 8;
		callnr(NR, 5, &a, 24);
	}
	a.q[1] = (long)edge(0) - 20;
	a.q[2] = (long)edge(0) - 3;
	for (int n = 0; n < 5; n++) {
		a.w[1] = n;
		callnr(NR, 5, &a, 24);
	}
	a.q[1] = 0;
	callnr(NR, 5, &a, 24);
	a.w[1] = -1;
	a.q[1] = (long)in;
	a.q[2] = (long)"a license of more than thirty-two characters";
	callnr(NR, 5, &a, 24);

	pretend(NR);
	for (int n = 0; n < 60; n += 19) {
		memset(&a, 0, sizeof(a));
		a.q[19] = (long)data;
		a.w[40] = n;
		callnr(NR, 5, &a, 168);
		memset(&a, 0, sizeof(a));
		a.q[0] = (long)data;
		a.w[2] = a.w[4] = n;
		callnr(NR, 18, &a, 40);
		callnr(NR, 37, &a, 20);
		memset(&a, 0, sizeof(a));
		a.w[7] = n;
		a.q[4] = (long)data;
		callnr(NR, 5, &a, 40);
		a.q[4] = (long)string_at_edge(1, "text");
		callnr(NR, 5, &a, 40);
		a.q[4] = (long)cut_at_edge(1, "text");
		callnr(NR, 5, &a, 40);
		memset(&a, 0, sizeof(a));
		a.w[3] = n;
		a.q[2] = (long)data;
		callnr(NR, 20, &a, 48);
		a.q[2] = -1;
		callnr(NR, 20, &a, 48);
		a.q[2] = (long)edge(0) - 8;
		callnr(NR, 20, &a, 48);
		memset(&a, 0, sizeof(a));
		a.w[6] = n;
		a.q[2] = a.q[5] = a.q[6] = (long)ids;
		a.q[4] = (long)edge(1) - 8;
		callnr(NR, 16, &a, 64);
		a.w[2] = 1;
		callnr(NR, 16, &a, 32);
		a.q[2] = -1;
		callnr(NR, 16, &a, 64);
	}
	return 0;
}
