// options: -v
// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

int main(void)
{
	static unsigned p[30], q[30];
	callnr(425, 4, p);
	q[2] = -1;
	callnr(425, 4, q);
	q[2] = 0x1002;
	q[4] = 3;
	callnr(425, 4, q);
	q[2] = 0x20;
	q[6] = 99;
	callnr(425, -1, q);
	callnr(425, 0, 0);
	callnr(425, -1, BAD);
	callnr(425, 1, edge(0) - 8);
	return 0;
}
