// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

struct stack { void *sp; int flags; unsigned long size; };

static char space[16384];

int main(void)
{
	struct stack s = { space, 0, sizeof(space) }, old;
	call(sigaltstack, &s, &old);
	call(sigaltstack, 0, &old);
	s.flags = 2;
	call(sigaltstack, &s, &old);
	s.flags = 1 | (1 << 31) | 0x70;
	call(sigaltstack, &s, BAD);
	call(sigaltstack, BAD, 0);
	call(sigaltstack, edge(0) - 4, 0);
	call(sigaltstack, 0, 0);
	return 0;
}
