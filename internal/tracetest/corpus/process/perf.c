// options: -v
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

int main(void)
{
	call(perf_event_open, 0, -1, -1, -1, 0);
	for (int i = 0; i < 5; i++)
		call(perf_event_open, BAD, i, i, -1, 1 << i);
	call(perf_event_open, BAD, 0, -1, 0, -1);
	return 0;
}
