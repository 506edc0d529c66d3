// options: -X raw
// options: -N
// m32
#include "corpus.h"

int main(void)
{
	unsigned long long sets[] = { ~0ULL, ~0x100ULL, (1ULL << 41) - 1, (1ULL << 42) - 1, 0xffffffff };
	for (unsigned i = 0; i < COUNT(sets); i++)
		call(rt_sigprocmask, i % 3, &sets[i], 0, 8);
	return 0;
}
