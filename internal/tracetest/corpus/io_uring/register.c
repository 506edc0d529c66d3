// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

int main(void)
{
	static long q[8] = { 4, 5, 6, 7 };
	static int fds[4] = { 0, -1, 99 };
	callnr(427, -1, 0, q, 2);
	callnr(427, -1, 0, 0, 2);
	callnr(427, -1, 0, BAD, -1);
	callnr(427, -1, 1, q, 1);
	callnr(427, -1, 2, fds, 3);
	callnr(427, -1, 2, BAD, 3);
	callnr(427, -1, 3, 0, 0);
	callnr(427, -1, 4, fds, 1);
	callnr(427, -1, 4, 0, 1);
	callnr(427, -1, 5, 0, 0);
	callnr(427, 1, 7, fds + 2, 1);
	callnr(427, -1, 9, 0, 0);
	callnr(427, -1, 12, 0, 0);
	callnr(427, -1, 0x63, q, 1);
	callnr(427, -1, 0x80000000, q, 1);
	callnr(427, -1, 0x80000001, 0, 0);
	callnr(427, 3, 0x80000063, 0, 0);
	return 0;
}
