// libc
// only: -f
// only: -ff -q
// races: which thread is first
// note: three threads one after another; the last one calls execve while the leader waits for ever
#include "corpus.h"
#include <pthread.h>
#include <stdlib.h>

static char **args;

static void *nothing(void *unused)
{
	call(getppid);
	return NULL;
}

static void *execs(void *unused)
{
	char *again[] = { args[0], "again", NULL }, *none[] = { NULL };

	call(execve, "/proc/self/exe", again, none);
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t t;

	if (argc > 1)
		return 5;
	args = argv;
	for (int i = 0; i < 2; i++) {
		pthread_create(&t, NULL, nothing, NULL);
		pthread_join(t, NULL);
	}
	pthread_create(&t, NULL, execs, NULL);
	for (;;)
		call(pause);
}
