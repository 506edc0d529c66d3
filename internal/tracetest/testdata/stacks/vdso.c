// build: -O1
// options: -e clock_gettime
// better: the reference knows no names in the vdso
#include <time.h>

__attribute__((noinline)) int now(void)
{
	struct timespec t;
	return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t) + 1;
}

int main(void) { return now() > 5; }
