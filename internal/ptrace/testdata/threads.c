/* Starts four threads that each make 50 calls of getppid; exits with 5. */
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *work(void *arg)
{
	for (int i = 0; i < 50; i++)
		syscall(SYS_getppid);
	return arg;
}

int main(void)
{
	pthread_t t[4];
	for (int i = 0; i < 4; i++)
		if (pthread_create(&t[i], 0, work, 0))
			exit(99);
	for (int i = 0; i < 4; i++)
		pthread_join(t[i], 0);
	return 5;
}
