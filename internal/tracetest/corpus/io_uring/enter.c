// options: -v
// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

int main(void)
{
	static unsigned long long t[8] = { 0xffff, 5 };
	static struct { unsigned long long mask; unsigned size, wait; unsigned long long ts; } g = { 0, 8, 5, 0 };
	callnr(426, 3, 1, 2, 0, 0, 8);
	callnr(426, 3, -1, -1, -1, t, 8);
	callnr(426, -1, 1, 2, 8, t, 24);
	callnr(426, -1, 1, 2, 8, BAD, 24);
	callnr(426, -1, 1, 2, 8, 0, 24);
	callnr(426, -1, 1, 2, 8, t, 23);
	callnr(426, -1, 1, 2, 8, edge(0) - 8, 24);
	callnr(426, -1, 1, 2, 8, edge(0) - 24, 25);
	callnr(426, -1, 1, 2, 0, t, 3);
	callnr(426, -1, 1, 2, 1, BAD, 8);
	callnr(426, -1, 1, 2, 1, t, 16);
	g.mask = (unsigned long)t;
	g.ts = (unsigned long)t;
	callnr(426, -1, 1, 2, 8, &g, 24);
	g.size = 100;
	callnr(426, -1, 1, 2, 0x48, &g, 24);
	callnr(426, -1, 1, 2, 0x19, &g, 24);
	return 0;
}
