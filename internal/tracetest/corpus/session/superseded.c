// only: -f -e trace=!getrandom,rseq
// only: -f -qq -e trace=!getrandom,rseq
// only: -f -qqq -e trace=!getrandom,rseq
// only: -f --quiet=exit -e trace=!getrandom,rseq
// only: -ff -e trace=!getrandom,rseq
// libc
// races: in what order the threads start
// note: a thread that is not the leader executes a program
#include <pthread.h>
#include <unistd.h>

static void *thread(void *arg)
{
	usleep(50000);
	execl("/proc/self/exe", "again", "x", (char *)0);
	return 0;
}

int main(int argc, char **argv)
{
	pthread_t t;

	if (argc > 1)
		return 6;
	pthread_create(&t, 0, thread, 0);
	pause();
	return 0;
}
