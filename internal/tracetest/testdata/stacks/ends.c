// build: -O1
// options: -e execve,write,exit_group
// options: -qq -e exit_group
// options: -qq -e none
// options: -e status=unfinished
// options: -e status=unavailable
// options: -z -e execve,rt_sigsuspend
// options: -Z -e execve,write
// note: calls that don't return, and one whose program is another when it does
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static void caught(int sig) {}

int main(int argc, char **argv)
{
	char *args[] = {argv[0], "again", 0};
	if (argc > 1) {
		exit(7);
	}
	execve("/nonexistent", args, 0);
	write(-1, "", 0);
	sigset_t all, none;
	sigfillset(&all);
	sigemptyset(&none);
	signal(SIGALRM, caught);
	sigprocmask(SIG_BLOCK, &all, 0);
	raise(SIGALRM);
	sigsuspend(&none); /* returns at once, with an error that -z hides */
	execve("/proc/self/exe", args, 0);
}
