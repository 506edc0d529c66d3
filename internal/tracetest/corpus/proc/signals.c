// options: -f
// options: -v
// options: -X raw
// options: -X verbose
// options: -e signal=USR1
// options: -e signal=!chld,cont -f
// options: -e trace=none -f
// m32
// races: when SIGCHLD arrives
#include "corpus.h"
#include <linux/signal.h>
#include <linux/time_types.h>

int main(void)
{
	unsigned long long set = 1ULL << (SIGUSR2 - 1) | 1ULL << (SIGRTMIN + 1), all = -1, old = 0;
	struct __kernel_timespec moment = { 0, 1000000 };
	char info[128] = { 0 };
	int status;

	call(rt_sigprocmask, SIG_BLOCK, &set, &old, 8);
	call(rt_sigprocmask, SIG_UNBLOCK, NULL, &old, 8);
	call(rt_sigprocmask, SIG_SETMASK, &all, &old, 8);
	call(rt_sigprocmask, SIG_SETMASK, &old, NULL, 8);
	call(rt_sigprocmask, 9, BAD, NULL, 8);
	call(rt_sigprocmask, SIG_BLOCK, &set, &old, 16);
	call(rt_sigprocmask, SIG_BLOCK, edge(0) - 4, edge(1) - 4, 8);
	call(rt_sigaction, SIGUSR1, NULL, info, 8);
	call(rt_sigaction, SIGKILL, info, NULL, 8);
	call(rt_sigaction, 65, BAD, BAD, 8);

	int pid = call(getpid);
	call(kill, pid, SIGUSR2);
	call(rt_sigpending, &old, 8);
	call(rt_sigtimedwait, &set, info, &moment, 8);
	call(rt_sigtimedwait, &set, info, &moment, 8);
	call(kill, pid, SIGCONT);
	call(kill, pid, SIGWINCH);
	call(tgkill, pid, pid, SIGURG);
	call(tkill, pid, SIGCHLD);
	call(kill, pid, 0);
	call(kill, pid, 1000);
	call(kill, -1234567, SIGRTMIN);
	call(rt_sigqueueinfo, pid, SIGCHLD, info);

	/* Blocked, so that it interrupts no wait: when it comes is chance. */
	unsigned long long chld = 1 << (SIGCHLD - 1);
	call(rt_sigprocmask, SIG_BLOCK, &chld, 0, 8);
	int child = call(fork);
	if (child == 0) {
		child = call(getpid);
		call(kill, child, SIGSTOP);
		call(kill, child, SIGUSR1);
		return 0;
	}
	call(wait4, child, &status, 2, 0); /* WUNTRACED */
	call(kill, child, SIGCONT);
	call(wait4, child, &status, 0, 0);

	child = call(fork);
	if (child == 0)
		*(volatile int *)16 = 1;
	call(wait4, child, &status, 0, 0);
	return 0;
}
