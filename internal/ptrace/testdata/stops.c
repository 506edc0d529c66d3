/* Stops itself; a child lets it go on; then SIGUSR1, ignored, and SIGUSR2, caught. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int caught;

static void on(int sig)
{
	caught = sig;
}

int main(void)
{
	signal(SIGUSR1, SIG_IGN);
	signal(SIGUSR2, on);
	if (fork() == 0) {
		usleep(100000);
		kill(getppid(), SIGCONT);
		_exit(0);
	}
	raise(SIGSTOP);
	raise(SIGUSR1);
	raise(SIGUSR2);
	wait(0);
	return caught == SIGUSR2 ? 0 : 1;
}
