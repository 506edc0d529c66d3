/*
 * Waits for ever in the call that the argument names; exits with the errno if
 * the wait ends, with 99 if the argument is unknown. SIGUSR1 has a handler, SIGUSR2 is ignored.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static void on(int sig)
{
}

int main(int argc, char **argv)
{
	char b[8];
	int p[2], s[2];
	struct epoll_event e;
	struct timespec hour = { 3600 };
	struct timeval slow = { 3600 };
	sigset_t none, usr;
	sigemptyset(&none);
	sigemptyset(&usr);
	sigaddset(&usr, SIGHUP);
	signal(SIGUSR1, on);
	signal(SIGUSR2, SIG_IGN);
	pipe(p);
	socketpair(AF_UNIX, SOCK_STREAM, 0, s);
	setsockopt(s[0], SOL_SOCKET, SO_RCVTIMEO, &slow, sizeof(slow));
	if (!strcmp(argv[1], "epoll_wait"))
		epoll_wait(epoll_create1(0), &e, 1, -1);
	else if (!strcmp(argv[1], "epoll_pwait"))
		epoll_pwait(epoll_create1(0), &e, 1, 3600000, &none);
	else if (!strcmp(argv[1], "semop")) {
		struct sembuf down = { 0, -1, 0 };
		int id = semget(IPC_PRIVATE, 1, 0600);
		if (fork()) {
			semop(id, &down, 1);
		} else {
			/* Whatever becomes of the parent, nothing stays behind. */
			pid_t parent = getppid();
			while (getppid() == parent)
				usleep(20000);
			semctl(id, 0, IPC_RMID);
			_exit(0);
		}
	} else if (!strcmp(argv[1], "sigtimedwait"))
		sigtimedwait(&usr, 0, &hour);
	else if (!strcmp(argv[1], "recv"))
		recv(s[0], b, 8, 0);
	else if (!strcmp(argv[1], "read"))
		read(p[0], b, 8);
	else
		return 99;
	return errno;
}
