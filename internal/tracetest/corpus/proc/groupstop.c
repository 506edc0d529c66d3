// note: a stop stops all threads, and each says so; SIGCONT reaches the one that does not block it
// libc
// races: when SIGCHLD comes
// only: -f -e trace=getppid,exit_group
// options: -f -e trace=none
// options: -f -e trace=none -e signal=CONT
// options: -e trace=getppid,exit_group
#include "corpus.h"
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int hold[2], done[2];

static void *work(void *arg)
{
	char c;
	sigset_t all;
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, 0);
	syscall(SYS_getppid);
	write(done[1], "x", 1);
	read(hold[0], &c, 1); /* is restarted after the stop */
	syscall(SYS_getppid);
	write(done[1], "x", 1);
	for (;;)
		pause();
	return arg;
}

int main(void)
{
	/* The stop is of a child that has two threads; its parent sees it and ends it. */
	int status;
	char c;
	pipe(hold);
	pipe(done);
	pid_t pid = fork();
	if (pid == 0) {
		pthread_t t;
		setpgid(0, 0);
		pthread_create(&t, 0, work, 0);
		read(done[0], &c, 1);
		usleep(20000);
		kill(getpid(), SIGSTOP);
		write(hold[1], "x", 1);
		read(done[0], &c, 1);
		_exit(3);
	}
	waitpid(pid, &status, WUNTRACED);
	usleep(50000);
	kill(pid, SIGCONT);
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}
