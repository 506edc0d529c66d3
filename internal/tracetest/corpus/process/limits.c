// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

int main(void)
{
	unsigned long lim[2];
	unsigned long long lim64[2];

	for (int i = 0; i < 17; i++)
		call(getrlimit, i, lim);
	call(getrlimit, -1, lim);
	call(getrlimit, 7, BAD);
	call(getrlimit, 7, 0);
	call(getrlimit, 7, edge(0) - 4);
#ifdef __i386__
	call(ugetrlimit, 7, lim);
	call(ugetrlimit, 3, lim);
	call(ugetrlimit, 3, BAD);
#endif
	lim[0] = 1024;
	lim[1] = 2048;
	call(setrlimit, 7, lim);
	lim[0] = 1 << 20;
	lim[1] = -1;
	call(setrlimit, 4, lim);
	lim[0] = 0x7ffffc00;
	lim[1] = 1025;
	call(setrlimit, 4, lim);
	lim[0] = 1024 * 1000 * 3;
	lim[1] = 3 << 19;
	call(setrlimit, -1, lim);
	lim[0] = 1023;
	lim[1] = 0;
	call(setrlimit, 16, lim);
	call(setrlimit, 1, BAD);
	call(setrlimit, 1, 0);
	call(setrlimit, 1, edge(0) - 4);
	lim64[0] = 100 << 10;
	lim64[1] = 0xffffffffull << 10;
	call(prlimit64, 0, 4, lim64, 0);
	call(prlimit64, 0, 4, 0, lim64);
	call(prlimit64, 0, 4, lim64, lim64);
	lim64[0] = 0xffffffff;
	lim64[1] = 0x7fffffffffffffff;
	call(prlimit64, -1, 4, lim64, BAD);
	lim64[0] = 0xffffffffffffffff;
	lim64[1] = 1025;
	call(prlimit64, -1, 16, lim64, lim64);
	call(prlimit64, -1, -1, BAD, BAD);
	call(prlimit64, 0, 5, at_edge(0, lim64, 16), 0);
	call(prlimit64, 0, 5, edge(0) - 8, 0);
	call(prlimit64, 0, 5, 0, 0);
	call(prlimit64, 0, 5, 0, edge(0) - 8);
	return 0;
}
