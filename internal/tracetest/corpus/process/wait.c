// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -q
// m32
// races: when SIGCHLD arrives
#include "corpus.h"
#include <sys/wait.h>
#include <signal.h>

#ifdef __i386__
struct ru { int t[4], n[14]; };
#else
struct ru { long t[4], n[14]; };
#endif

int main(void)
{
	int status = 0x1234;
	char info[128];
	struct ru ru;
	long pid = call(fork);
	if (pid == 0)
		return 3;
	call(waitid, P_PID, pid, info, WEXITED|WNOWAIT, &ru);
	call(wait4, pid, &status, 0, 0);
	pid = call(fork);
	if (pid == 0) {
		pid = call(getpid);
		call(kill, pid, SIGTERM);
	}
	call(waitid, P_PID, pid, info, WEXITED|WNOWAIT, 0);
	call(wait4, pid, &status, __WALL, 0);
	pid = call(fork);
	if (pid == 0) {
		pid = call(getpid);
		call(kill, pid, SIGSTOP);
		for (;;)
			call(pause);
	}
	call(waitid, P_PID, pid, info, WSTOPPED|WNOWAIT, 0);
	call(wait4, pid, &status, WUNTRACED, 0);
	call(kill, pid, SIGCONT);
	call(waitid, P_PID, pid, info, WCONTINUED|WNOWAIT, 0);
	call(wait4, pid, &status, WCONTINUED, 0);
	call(kill, pid, SIGKILL);
	call(wait4, pid, &status, 0, &ru);
	pid = call(fork);
	if (pid == 0) {
		pid = call(getpid);
		call(kill, pid, SIGSEGV);
	}
	call(wait4, pid, &status, 0, 0);
	pid = call(fork);
	if (pid == 0) {
		call(ptrace, 0);
		pid = call(getpid);
		call(kill, pid, SIGSTOP);
		call(kill, pid, SIGUSR1);
		return 0;
	}
	call(wait4, pid, &status, 0, 0);
	call(ptrace, 0x4200, pid, 0, 0x8);
	call(ptrace, 7, pid, 0, 0);
	call(wait4, pid, &status, 0, 0);
	call(ptrace, 0x18, pid, 0, 0);
	call(wait4, pid, &status, 0, 0);
	call(ptrace, 9, pid, 0, 9);
	call(wait4, pid, &status, 0, 0);
	call(wait4, pid, &status, 0, 0);

	call(wait4, -1, &status, 0, 0);
	call(wait4, -1, BAD, 1, BAD);
	call(wait4, 0, 0, -1, 0);
	call(wait4, 0, edge(0), WNOHANG|WUNTRACED|WCONTINUED|WEXITED|WNOWAIT|__WCLONE|__WALL|__WNOTHREAD, edge(0));
	call(wait4, 0, edge(0), 0x10, edge(0));
	call(waitid, 0, 0, 0, 0, 0);
	call(waitid, 1, -1, BAD, 4, BAD);
	call(waitid, 2, -1, info, 4, &ru);
	call(waitid, 3, -1, 0, 0x24, 0);
	call(waitid, 3, 0, 0, 0x24, 0);
	call(waitid, 4, -1, 0, -1, 0);
	call(waitid, -1, -1, 0, 0x10, 0);
	call(getrusage, 0, &ru);
	call(getrusage, -1, &ru);
	call(getrusage, 1, BAD);
	call(getrusage, -2, &ru);
	call(getrusage, 0, 0);
	call(getrusage, 7, edge(0) - 4);
#ifdef __i386__
	pid = call(fork);
	if (pid == 0)
		return 3;
	call(waitpid, pid, &status, 0);
	call(waitpid, pid, &status, -1);
	call(waitpid, pid, BAD, WNOHANG);
	call(waitpid, -1, 0, 0x2);
#endif
	call(exit, 0x1ff);
	return 0;
}
