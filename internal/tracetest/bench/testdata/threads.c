// libc
// note: for the benchmark: four threads that read, argv[1] times each
#include "corpus.h"
#include <pthread.h>
#include <stdlib.h>

static long n = 3;

static void *reader(void *unused)
{
	char buf[16];

	for (long i = 0; i < n; i++)
		call(read, 0, buf, sizeof(buf));
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t t[4];

	if (argc > 1)
		n = atol(argv[1]);
	for (int i = 0; i < 4; i++)
		pthread_create(&t[i], NULL, reader, NULL);
	for (int i = 0; i < 4; i++)
		pthread_join(t[i], NULL);
	return 0;
}
