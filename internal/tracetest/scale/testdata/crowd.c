/*
 * A crowd that sleeps, and a few that work.
 *
 *   crowd processes|threads N HOT CALLS
 *
 * N of them wait in a read. When all do, HOT others make CALLS calls of getppid each. Prints how long that took, in
 * nanoseconds. Then all end.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int gate[2], go[2];
static int calls;

static void *sleeper(void *arg)
{
	char c;
	if (read(gate[0], &c, 1) < 0)
		_exit(1);
	return arg;
}

static void *worker(void *arg)
{
	char c;
	if (read(go[0], &c, 1) < 0)
		_exit(1);
	for (int i = 0; i < calls; i++)
		syscall(SYS_getppid);
	return arg;
}

static pthread_t spawn(void *(*f)(void *), int threads)
{
	pthread_attr_t small;
	pthread_t t = 0;
	pid_t pid;
	if (threads) {
		pthread_attr_init(&small);
		pthread_attr_setstacksize(&small, 32768);
		if (pthread_create(&t, &small, f, 0)) {
			perror("pthread_create");
			exit(1);
		}
		return t;
	}
	pid = fork();
	if (pid < 0) {
		perror("fork");
		exit(1);
	}
	if (pid == 0) {
		close(gate[1]);
		close(go[1]);
		f(0);
		_exit(0);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct timespec a, b;
	if (argc < 5 || pipe(gate) || pipe(go))
		return 2;
	int threads = !strcmp(argv[1], "threads"), n = atoi(argv[2]), hot = atoi(argv[3]);
	pthread_t *hots = calloc(hot, sizeof *hots), *cold = calloc(n + 1, sizeof *cold);
	calls = atoi(argv[4]);
	/* The workers first: the kernel lists tracees from the newest to the oldest. */
	for (int i = 0; i < hot; i++)
		hots[i] = spawn(worker, threads);
	for (int i = 0; i < n; i++)
		cold[i] = spawn(sleeper, threads);
	usleep(100000); /* let the last of them come to their read */
	clock_gettime(CLOCK_MONOTONIC, &a);
	for (int i = 0; i < hot; i++)
		if (write(go[1], "x", 1) != 1)
			return 1;
	if (threads)
		for (int i = 0; i < hot; i++)
			pthread_join(hots[i], 0);
	else
		for (int i = 0; i < hot; i++)
			wait(0);
	clock_gettime(CLOCK_MONOTONIC, &b);
	close(gate[1]);
	close(go[1]);
	if (threads)
		for (int i = 0; i < n; i++)
			pthread_join(cold[i], 0);
	else
		while (wait(0) > 0)
			;
	printf("%lld\n", (b.tv_sec - a.tv_sec) * 1000000000LL + b.tv_nsec - a.tv_nsec);
	return 0;
}
