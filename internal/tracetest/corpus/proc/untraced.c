// note: CLONE_UNTRACED hides a child from -f, CLONE_PTRACE shows it without; none sends SIGCHLD, which would come at any time
// options: -f
// options: -ff
// options: -e trace=clone,wait4
#include "corpus.h"

#define UNTRACED 0x00800000
#define PTRACE   0x00002000
#define WALL     0x40000000

int main(void)
{
	int flags[] = { 0, UNTRACED, PTRACE, UNTRACED | PTRACE };
	for (unsigned i = 0; i < COUNT(flags); i++) {
		int status;
		long pid = call(clone, flags[i], 0, 0, 0, 0);
		if (pid == 0) {
			call(getpid);
			call(exit_group, i);
		}
		call(wait4, pid, &status, WALL, 0);
	}
	return 0;
}
