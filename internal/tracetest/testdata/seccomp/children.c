// libc
// note: children and threads, of whom each makes calls that count: without -f nobody may see them, and none may fail
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int works(void)
{
	return syscall(SYS_getppid) <= 0 || syscall(SYS_getuid) < 0;
}

static void *thread(void *arg)
{
	if (works())
		exit(3);
	return arg;
}

int main(int argc, char **argv)
{
	int status, bad = works();
	pid_t pid;
	pthread_t t;
	if (argc > 1) /* what was executed by a child */
		return bad;
	if (fork() == 0) {
		if (fork() == 0)
			_exit(works());
		wait(&status);
		_exit(status != 0 || works());
	}
	wait(&status);
	bad |= status;
	if (vfork() == 0) {
		syscall(SYS_getppid);
		execl(argv[0], argv[0], "again", (char *)0);
		_exit(9);
	}
	wait(&status);
	bad |= status;
	posix_spawn(&pid, argv[0], 0, 0, (char *[]){argv[0], "again", 0}, environ);
	waitpid(pid, &status, 0);
	bad |= status;
	for (int i = 0; i < 3; i++) {
		pthread_create(&t, 0, thread, 0);
		pthread_join(t, 0);
	}
	return bad || works();
}
