/* 20 children of 3 children each, by fork, vfork and clone3 by turns. */
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t clone3(void)
{
	static uint64_t args[8];
	args[4] = SIGCHLD; /* exit_signal of struct clone_args */
	return syscall(SYS_clone3, args, sizeof args);
}

static void reap(void)
{
	while (wait(0) > 0)
		;
}

int main(void)
{
	for (int i = 0; i < 20; i++)
		if (fork() == 0) {
			if (fork() == 0)
				_exit(1);
			if (vfork() == 0)
				_exit(2);
			if (clone3() == 0)
				_exit(3);
			reap();
			_exit(4);
		}
	reap();
	return 0;
}
