/*
 * What the scenarios trace. Every mode checks its own work: each call must return exactly what it would without a tracer,
 * and the sum over all results must be the one that is worked out without any call.
 *
 *   victim work THREADS ROUNDS     threads that talk to themselves through pipes
 *   victim ring THREADS            a token goes round through blocking reads, until standard input ends
 *   victim forks DEPTH WIDTH       a tree of processes, by fork and vfork by turns
 *   victim exec N                  N times, a thread that is not the leader executes this program; then exit status 42
 *   victim files NAME ROUNDS       opens, reads and closes a file
 *
 * Says "ok SUM" and exits with 0 if all was right, else says what was wrong.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char *self;
static volatile int stop;
static int rounds;

static void wrong(const char *what, long got, long want)
{
	dprintf(1, "wrong: %s: %ld (errno %d), want %ld\n", what, got, errno, want);
	_exit(3);
}

static void must(const char *what, long got, long want)
{
	if (got != want)
		wrong(what, got, want);
}

static uint64_t mix(uint64_t x)
{
	x ^= x >> 33;
	x *= 0xff51afd7ed558ccdULL;
	return x ^ x >> 29;
}

static uint64_t expected(uint64_t seed, int n)
{
	uint64_t sum = 0;
	for (int i = 0; i < n; i++)
		sum += mix(seed * 1000003 + i);
	return sum;
}

/* talk sends numbers through a pipe of its own, and makes calls that fail. */
static uint64_t talk(uint64_t seed, int n)
{
	int fds[2];
	uint64_t sum = 0;
	must("pipe", pipe(fds), 0);
	for (int i = 0; i < n; i++) {
		uint64_t out = mix(seed * 1000003 + i), in = 0;
		must("write", write(fds[1], &out, sizeof out), sizeof out);
		must("read", read(fds[0], &in, sizeof in), sizeof in);
		must("lseek", lseek(fds[0], 0, SEEK_CUR), -1);
		must("errno of lseek", errno, ESPIPE);
		must("getpid", syscall(SYS_getpid), getpid());
		sum += in;
	}
	must("close", close(fds[0]), 0);
	must("close", close(fds[1]), 0);
	return sum;
}

static void *talker(void *arg)
{
	uint64_t seed = (uintptr_t)arg;
	if (talk(seed, rounds) != expected(seed, rounds))
		wrong("sum of a thread", seed, 0);
	return arg;
}

static uint64_t work(int threads)
{
	pthread_t t[256];
	uint64_t sum = 0;
	for (int i = 0; i < threads; i++)
		must("pthread_create", pthread_create(&t[i], 0, talker, (void *)(uintptr_t)(i + 1)), 0);
	for (int i = 0; i < threads; i++) {
		void *seed;
		must("pthread_join", pthread_join(t[i], &seed), 0);
		must("a thread's result", (uintptr_t)seed, i + 1);
		sum += expected(i + 1, rounds);
	}
	return sum;
}

static int ring[256][2], size;

static void *member(void *arg)
{
	int i = (uintptr_t)arg, next = (i + 1) % size;
	uint64_t token, last = 0;
	for (;;) {
		must("read of the token", read(ring[i][0], &token, sizeof token), sizeof token);
		if (token != ~0ULL && last && token != last + size)
			wrong("token", token, last + size);
		if (token == ~0ULL || stop) {
			token = ~0ULL;
			if (write(ring[next][1], &token, sizeof token) != sizeof token)
				wrong("write of the end", 0, 0);
			return arg;
		}
		last = token++;
		must("write of the token", write(ring[next][1], &token, sizeof token), sizeof token);
	}
}

static uint64_t turn(int threads)
{
	pthread_t t[256];
	uint64_t token = 1;
	char c;
	size = threads;
	for (int i = 0; i < size; i++)
		must("pipe", pipe(ring[i]), 0);
	for (int i = 0; i < size; i++)
		must("pthread_create", pthread_create(&t[i], 0, member, (void *)(uintptr_t)i), 0);
	must("write of the first token", write(ring[0][1], &token, sizeof token), sizeof token);
	dprintf(1, "ready\n");
	must("read of the end", read(0, &c, 1), 0);
	stop = 1;
	for (int i = 0; i < size; i++) {
		void *who;
		must("pthread_join", pthread_join(t[i], &who), 0);
		must("a member", (uintptr_t)who, i);
	}
	return 0;
}

static void tree(int depth, int width)
{
	pid_t pids[32];
	if (talk(depth, 2) != expected(depth, 2))
		wrong("sum of a process", depth, 0);
	if (depth == 0)
		return;
	for (int i = 0; i < width; i++) {
		if (i % 4 == 3) {
			if ((pids[i] = vfork()) == 0)
				_exit(10 + i);
			continue;
		}
		if ((pids[i] = fork()) == 0) {
			tree(depth - 1, width);
			_exit(10 + i);
		}
		if (pids[i] < 0)
			wrong("fork", pids[i], 0);
	}
	for (int i = 0; i < width; i++) {
		int status = 0;
		must("waitpid", waitpid(pids[i], &status, 0), pids[i]);
		must("status of a child", status, (10 + i) << 8);
	}
	must("wait for no child", wait(0), -1);
	must("errno of wait", errno, ECHILD);
}

static void *jump(void *arg)
{
	execv(self, arg);
	wrong("execv", -1, 0);
	return 0;
}

static void *forever(void *arg)
{
	for (;;)
		pause();
	return arg;
}

static void hop(int n)
{
	pthread_t t;
	char left[16], *argv[] = {self, "exec", left, 0};
	if (n == 0)
		_exit(42);
	snprintf(left, sizeof left, "%d", n - 1);
	pthread_create(&t, 0, forever, 0);
	pthread_create(&t, 0, jump, argv);
	forever(0);
}

static uint64_t files(const char *name, int n)
{
	char buf[64];
	for (int i = 0; i < n; i++) {
		int fd = open(name, O_RDONLY);
		if (fd < 0)
			wrong("open", fd, 3);
		must("read of a file", read(fd, buf, sizeof buf), 7);
		must("what was read", memcmp(buf, "a line\n", 7), 0);
		must("close", close(fd), 0);
	}
	return n;
}

int main(int argc, char **argv)
{
	uint64_t sum = 0;
	self = argv[0];
	if (argc < 3)
		return 2;
	if (!strcmp(argv[1], "work")) {
		rounds = atoi(argv[3]);
		sum = work(atoi(argv[2]));
	} else if (!strcmp(argv[1], "ring")) {
		sum = turn(atoi(argv[2]));
	} else if (!strcmp(argv[1], "forks")) {
		tree(atoi(argv[2]), atoi(argv[3]));
	} else if (!strcmp(argv[1], "exec")) {
		hop(atoi(argv[2]));
	} else if (!strcmp(argv[1], "files")) {
		sum = files(argv[2], atoi(argv[3]));
	} else {
		return 2;
	}
	dprintf(1, "ok %llx\n", (unsigned long long)sum);
	return 0;
}
