// libc
// note: a thread that is not the leader runs argv[1]

#include <pthread.h>
#include <unistd.h>

static void *wait_for_ever(void *arg)
{
	pause();
	return arg;
}

static void *run(void *arg)
{
	char **argv = arg;
	usleep(20000);
	execv(argv[1], argv + 1);
	_exit(99);
}

int main(int argc, char **argv)
{
	pthread_t t;
	pthread_create(&t, 0, wait_for_ever, 0);
	pthread_create(&t, 0, run, argv);
	pause();
}
