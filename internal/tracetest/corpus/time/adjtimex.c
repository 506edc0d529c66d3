// note: the clock is read, never set: what other programs do to it is theirs
// options: -v
// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

int main(void)
{
	static unsigned t[64];
	call(adjtimex, 0);
	call(adjtimex, BAD);
	call(adjtimex, edge(0) - 8);
	call(clock_adjtime, 0, 0);
	call(clock_adjtime, 0, BAD);
	call(clock_adjtime, 0, edge(0) - 8);
	call(clock_adjtime, 99, t);
	call(clock_adjtime, -1, t);
	call(clock_adjtime, 1, t);
#ifdef __i386__
	callnr(405, 0, 0);
	callnr(405, 99, t);
	callnr(405, 1, t);
#endif
	return 0;
}
