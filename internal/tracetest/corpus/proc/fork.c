// options: -f
// options: -ff
// options: -f -q
// options: -f -v
// m32
// races: when SIGCHLD arrives
#include "corpus.h"
#include <signal.h>

int main(void)
{
	int status;

	long pid = call(fork);
	if (pid == 0)
		return 3;
	call(wait4, pid, &status, 0, 0);
	call(wait4, -1, &status, 0, 0);
	call(wait4, -1, BAD, 1, 0);
	call(wait4, 0, 0, 0x40000001, 0);

	pid = call(vfork);
	if (pid == 0) {
		pid = call(getpid);
		call(kill, pid, SIGTERM);
	}
	call(wait4, -1, &status, 8, 0);

	pid = call(clone, 0x00200000 | 0x01000000 | 17, 0, 0, &status, 0);
	if (pid == 0)
		call(exit, 300);
	call(waitid, 1, pid, BAD, 4);
	call(waitid, 0, 0, 0, 4 | 1);
	call(getppid);
	call(gettid);
	return -1;
}
