/* Its first thread ends at once, two others make calls for a second; exits with 4. */
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *work(void *arg)
{
	for (int i = 0; i < 50; i++) {
		usleep(20000);
		syscall(SYS_getppid);
	}
	_exit(4);
	return arg;
}

int main(void)
{
	pthread_t t;
	pthread_create(&t, 0, work, 0);
	pthread_create(&t, 0, work, 0);
	pthread_exit(0);
}
