// options: -y
// options: -yy
// options: -v -s 300
// options: -x
// options: -xx
// options: -y -x
// options: -N -X verbose -yy
// options: -e raw=all -y
// options: -P . -y
// note: names and strings with everything that could drive a terminal or break a line
#include "corpus.h"
#include <linux/fcntl.h>
#include <linux/memfd.h>
#include <linux/prctl.h>
#include <linux/stat.h>
#include <linux/un.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#define EVIL "\033]0;x\a\033[2J\n\r\t\v\177\200\377\342\200\256\302\233\"\\,<>'|$(x)`"

static char buf[4096];

static long opened(const char *name, int flags)
{
	long fd = call(openat, AT_FDCWD, name, flags, 0600);
	call(write, fd, EVIL, sizeof(EVIL) - 1);
	call(fstat, fd, buf);
	call(fcntl, fd, F_GETFD);
	return fd;
}

int main(void)
{
	struct sockaddr_un sun = {AF_UNIX, "sock" EVIL}, abstract = {AF_UNIX, "\0abstract" EVIL};
	const char *argv[] = {EVIL, "-" EVIL, 0}, *envp[] = {EVIL "=" EVIL, 0};
	long fd, dir, s, p[2] = {0};

	call(prctl, PR_SET_NAME, EVIL);
	call(prctl, PR_GET_NAME, buf);
	fd = opened(EVIL, O_RDWR | O_CREAT);
	call(lseek, fd, 0, 0);
	call(read, fd, buf, 100);
	call(mkdir, "d" EVIL, 0700);
	dir = call(openat, AT_FDCWD, "d" EVIL, O_DIRECTORY | O_RDONLY, 0);
	call(openat, dir, EVIL, O_RDONLY, 0);
	call(mkdirat, dir, "e" EVIL, 0700);
	call(getdents64, dir, buf, sizeof buf);
	call(rename, EVIL, "renamed" EVIL);
	call(fsync, fd);
	call(unlink, "renamed" EVIL);
	call(fsync, fd);
	call(close, fd);
	call(symlink, EVIL, "link" EVIL);
	call(readlink, "link" EVIL, buf, sizeof buf);
	call(chdir, "d" EVIL);
	call(getcwd, buf, sizeof buf);
	fd = call(memfd_create, "memory" EVIL, 0);
	call(ftruncate, fd, 10);
	call(setxattr, ".", "user." EVIL, EVIL, sizeof(EVIL), 0);
	call(getxattr, ".", "user." EVIL, buf, sizeof buf);
	call(listxattr, ".", buf, sizeof buf);
	s = call(socket, AF_UNIX, SOCK_STREAM, 0);
	call(bind, s, &sun, sizeof sun);
	call(listen, s, 1);
	call(getsockname, s, buf, p);
	call(close, s);
	s = call(socket, AF_UNIX, SOCK_DGRAM, 0);
	call(bind, s, &abstract, sizeof abstract);
	call(sendto, s, EVIL, sizeof(EVIL), 0, &sun, sizeof sun);
	call(close, s);
	call(mount, EVIL, EVIL, EVIL, 0, EVIL);
	call(add_key, EVIL, EVIL, EVIL, sizeof(EVIL), -1);
	call(execve, EVIL, argv, envp);
	return 0;
}
