// build: -O1 -pthread
// races: whether clone3 returns before its child runs
// options: -f -e write,clone3,exit,exit_group
// options: -ff -e write,exit
// options: -f -e none
#include <pthread.h>
#include <unistd.h>

static void *thread(void *arg)
{
	write(1, "", 0);
	return 0;
}

int main(void)
{
	for (int i = 0; i < 3; i++) {
		pthread_t t;
		pthread_create(&t, 0, thread, 0);
		pthread_join(t, 0);
	}
	write(2, "", 0);
}
