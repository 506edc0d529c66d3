// only: -y -e trace=close,unlinkat
// only: -y -x -e trace=close,unlinkat
// only: -y -xx -e trace=close,unlinkat
// only: -y --strings-in-hex=non-ascii-chars -e trace=close,unlinkat
// only: -yy -e trace=close,unlinkat
// only: -yy -X raw -e trace=close,unlinkat
// only: -yy -X verbose -e trace=close,unlinkat
// only: --decode-fds=dev -e trace=close,unlinkat
// only: --decode-fds=socket -e trace=close,unlinkat
// only: --decode-fds=!path -e trace=close,unlinkat
// m32
// note: what names of files look like in <>, and what becomes of them when the files are gone
#include "corpus.h"
#include <linux/fcntl.h>

static void see(int fd)
{
	int d = call(dup, fd);
	call(close, d);
}

static int make(const char *name)
{
	return call(openat, AT_FDCWD, name, O_CREAT | O_RDWR, 0600);
}

int main(void)
{
	int fd, pipe[2];

	see(0);
	see(-1);
	call(close, -100);
	call(close, 9999);
	see(call(openat, AT_FDCWD, "/dev/zero", O_PATH, 0));
	see(call(openat, AT_FDCWD, "/", O_RDONLY, 0));
	see(call(openat, AT_FDCWD, "/proc/self/ns/net", O_RDONLY, 0));
	see(make("q\"t\\><1\t\n"));
	see(make("\001>1\0011\xff\x7f\xc3\xa9"));
	see(make("fake (deleted)"));

	fd = make("gone");
	call(unlink, "gone");
	see(fd);
	make("gone");
	see(fd);
	make("gone (deleted)");
	see(fd);

	fd = make("a");
	call(link, "a", "b");
	call(unlink, "a");
	see(fd);
	call(rename, "b", "a");
	see(fd);

	call(mkdir, "cw>d", 0700);
	fd = call(openat, AT_FDCWD, "cw>d", O_RDONLY, 0);
	call(chdir, "cw>d");
	call(unlinkat, AT_FDCWD, "x", 0);
	call(unlinkat, -99, "x", 0);
	call(unlinkat, fd, "x", 0);
	call(rmdir, "../cw>d");
	call(unlinkat, AT_FDCWD, "x", 0);
	see(fd);
	return 0;
}
