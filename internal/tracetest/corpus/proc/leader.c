// note: the leader ends first and stays as a zombie until its threads have ended
// libc
// only: -f -e trace=getppid,exit,exit_group,nanosleep
// options: -ff -e trace=getppid,exit,exit_group,nanosleep
// options: -e trace=getppid,exit,exit_group
// races: whether a line is whole when the other thread writes
#include "corpus.h"
#include <pthread.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void *live(void *unused)
{
	struct timespec t = { 0, 50000000 };
	syscall(SYS_nanosleep, &t, 0);
	for (int i = 0; i < 5; i++)
		syscall(SYS_getppid);
	syscall(SYS_exit_group, 9);
	return unused;
}

int main(void)
{
	pthread_t t;
	pthread_create(&t, 0, live, 0);
	syscall(SYS_exit, 1);
	return 0;
}
