// note: the parent sleeps in its call until the child executes a program or ends
// libc
// only: -f -e trace=vfork,execve,exit_group,exit
// options: -ff -e trace=vfork,execve,exit_group,exit
// options: -b execve -f -e trace=vfork,execve,exit_group
// races: when SIGCHLD comes
#include "corpus.h"
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int status;
	if (argc > 1)
		return 7;
	for (int i = 0; i < 2; i++) {
		pid_t pid = vfork();
		if (pid == 0) {
			if (i)
				execl(argv[0], argv[0], "again", (char *)0);
			_exit(3);
		}
		waitpid(pid, &status, 0);
	}
	return 0;
}
