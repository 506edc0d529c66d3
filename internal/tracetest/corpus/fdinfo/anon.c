// only: -y -e trace=close
// only: -yy -e trace=close
// only: -yy -X raw -e trace=close
// only: -yy -X verbose -e trace=close
// only: --decode-fds=signalfd -e trace=close
// only: --decode-fds=pidfd -e trace=close
// only: --decode-fds=path,pidfd -e trace=close
// only: --decode-fds=!pidfd,signalfd -e trace=close
// note: descriptors without a file; not eventfds, whose numbers are the whole machine's
#include "corpus.h"

static void see(int fd)
{
	int d = call(dup, fd);
	call(close, d);
}

static void signals(uint64_t mask)
{
	see(call(signalfd4, -1, &mask, 8, 0));
}

int main(void)
{
	int pipe[2], pid, fd;
	uint64_t child = 1ULL << 16; /* SIGCHLD: its time is no matter here */

	call(rt_sigprocmask, 0, &child, NULL, 8);
	signals(0);
	signals(-1ULL);
	signals(0xfffffffffffffff0);
	signals(1ULL << 31);
	signals(1ULL << 32 | 1ULL << 63 | 2);
	call(pipe2, pipe, 0);
	see(pipe[0]);
	see(pipe[1]);
	see(call(epoll_create1, 0));
	see(call(timerfd_create, 0, 0));
	see(call(inotify_init1, 0));
	see(call(memfd_create, "a>b\"c\\d\ne", 0));
	pid = call(getpid);
	see(call(pidfd_open, pid, 0));
	pid = call(fork);
	if (pid == 0)
		return 0;
	fd = call(pidfd_open, pid, 0);
	see(fd);
	call(wait4, pid, NULL, 0, NULL);
	see(fd);
	return 0;
}
