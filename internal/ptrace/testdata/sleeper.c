/* Sleeps for a second by one nanosleep; exits with 0 if that took as long as it should and was not cut short. */
#include <time.h>

int main(void)
{
	struct timespec a, b, second = { 1, 0 };
	clock_gettime(CLOCK_MONOTONIC, &a);
	if (nanosleep(&second, 0))
		return 1;
	clock_gettime(CLOCK_MONOTONIC, &b);
	long ms = (b.tv_sec - a.tv_sec) * 1000 + (b.tv_nsec - a.tv_nsec) / 1000000;
	return ms < 1000 || ms > 2000 ? 2 : 0;
}
