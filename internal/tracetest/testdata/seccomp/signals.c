// libc
// note: calls that signals and stops interrupt, between calls that don't count
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void handler(int sig)
{
	(void)sig;
	syscall(SYS_getppid);
}

int main(void)
{
	struct itimerval soon = {{0, 0}, {0, 20000}};
	struct timespec t = {0, 60000000};
	struct sigaction act = {.sa_handler = handler, .sa_flags = SA_RESTART};
	int fds[2], n = 0;
	char c;
	pid_t child, self = getpid();
	sigaction(SIGALRM, &act, 0);
	sigaction(SIGUSR1, &act, 0);
	kill(self, SIGUSR1);
	setitimer(ITIMER_REAL, &soon, 0);
	nanosleep(&t, &t);
	signal(SIGALRM, SIG_IGN);
	setitimer(ITIMER_REAL, &soon, 0);
	poll(0, 0, 60);
	if (pipe(fds))
		return 1;
	if ((child = fork()) == 0) {
		usleep(20000);
		kill(self, SIGUSR1);
		usleep(20000);
		if (write(fds[1], "x", 1) != 1)
			_exit(1);
		raise(SIGSTOP);
		syscall(SYS_getppid);
		_exit(0);
	}
	if (read(fds[0], &c, 1) != 1)
		return 2;
	waitpid(child, &n, WUNTRACED);
	if (!WIFSTOPPED(n))
		return 3;
	kill(child, SIGCONT);
	waitpid(child, &n, 0);
	syscall(SYS_getppid);
	if (fork() == 0) {
		raise(SIGKILL);
	}
	wait(&n);
	return WTERMSIG(n) != SIGKILL;
}
