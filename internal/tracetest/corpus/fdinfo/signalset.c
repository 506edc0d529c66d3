// only: -yy -e trace=close
// only: -yy -X raw -e trace=close
// note: where a set is shown as its complement; the reference dies of the large ones with -X verbose
#include "corpus.h"

int main(void)
{
	int n;

	for (n = 1; n <= 64; n++) {
		uint64_t low = n == 64 ? -1ULL : (1ULL << n) - 1, high = ~0ULL << (64 - n);
		int fd = call(signalfd4, -1, &low, 8, 0);
		call(close, fd);
		fd = call(signalfd4, -1, &high, 8, 0);
		call(close, fd);
	}
	return 0;
}
