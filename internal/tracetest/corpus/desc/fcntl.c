// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"
#include <linux/fcntl.h>

int main(void)
{
	struct flock lock = { F_WRLCK, 1, 10, 20, 0 };

	for (int cmd = 0; cmd < 18; cmd++)
		call(fcntl, -1, cmd, 5);
	for (int cmd = 1024; cmd < 1042; cmd++)
		call(fcntl, -1, cmd, 5);
	call(fcntl, 0, F_GETFD);
	call(fcntl, 0, F_SETFD, FD_CLOEXEC);
	call(fcntl, 0, F_GETFD);
	call(fcntl, 0, F_GETFL);
	call(fcntl, 0, F_SETFL, O_NONBLOCK | O_APPEND);
	call(fcntl, 0, F_SETFL, -1);
	call(fcntl, 0, F_DUPFD, 10);
	call(fcntl, 0, F_DUPFD_CLOEXEC, 20);
	call(fcntl, 0, F_SETLK, &lock);
	call(fcntl, 0, F_SETLKW, BAD);
	call(fcntl, 0, F_GETLK, &lock);
	call(fcntl, 0, F_GETLK, NULL);
	call(fcntl, 0, F_SETLK, edge(0) - 4);
	call(fcntl, -1, F_SETOWN, -1);
	call(fcntl, -1, F_SETSIG, 10);
	call(fcntl, -1, F_NOTIFY, 0x8000003f);
	call(fcntl, -1, F_SETPIPE_SZ, 65536);
	call(fcntl, -1, F_ADD_SEALS, 0x1f);
	call(fcntl, -1, F_SETLEASE, F_UNLCK);
	call(dup, 0);
	call(dup2, 0, 5);
	call(dup3, 0, 6, O_CLOEXEC);
	call(dup3, 0, 7, -1);
	call(close, 5);
	return 0;
}
