// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -s 1
// m32
#include "corpus.h"

struct waitv { uint64_t val, uaddr; uint32_t flags, reserved; };

int main(void)
{
	int a = 5;
	struct { long long s, n; } t = { 0, 1000 };
	static struct waitv w[140];
	w[0] = (struct waitv){ 5, (long)&a, 2, 0 };
	w[1] = (struct waitv){ -1, -1, 0x82, 3 };
	w[2] = (struct waitv){ 0, 0, 0xffffffff, 0 };

	callnr(449, w, 1, 0, &t, 1);
	callnr(449, w, 1, 0, &t, 0);
	callnr(449, w, 3, 1, 0, 4);
	callnr(449, w, 0, -1, BAD, -1);
	callnr(449, w, 128, 0, BAD, 20);
	callnr(449, w, 129, 0, 0, 1);
	callnr(449, w, -1, 0, 0, 1);
	callnr(449, BAD, 2, 0, 0, 1);
	callnr(449, 0, 2, 0, 0, 1);
	callnr(449, at_edge(0, w, sizeof(w[0])), 2, 0, at_edge(1, &t, sizeof(t)), 1);
	for (int f = 0; f < 16; f++)
		callnr(454, &a, f, 1, f);
	callnr(454, &a, 1, 1, 0x82);
	callnr(454, BAD, -1, -1, -1);
	callnr(454, 0, 0, 0, 0x40);
	callnr(455, &a, 4, 1, 2, &t, 1);
	callnr(455, &a, 5, -1, 0x82, &t, 0);
	callnr(455, BAD, -1, -1, -1, BAD, -1);
	callnr(455, &a, 4, 0xffffffff, 2, 0, 1);
	callnr(456, w, 0, 1, 2);
	callnr(456, w, -1, -1, -1);
	callnr(456, BAD, 2, 1, 2);
	callnr(456, 0, 2, 1, 2);
	callnr(456, at_edge(0, w, sizeof(w[0])), 0, 1, 2);
	return 0;
}
