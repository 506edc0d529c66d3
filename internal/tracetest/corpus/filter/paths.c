// only: -P /dev/null
// only: -P /proc/self/exe/../../status -P /dev/zero
// only: -P /dev -e fd=9
// only: -P file
// only: -P /dev/null -e trace=openat,close,dup2
// only: -P /dev/null -e trace=!close -z
// only: -P /dev/null -c -S name -U name,calls,errors
// only: -P pipe -y
// m32
#include "corpus.h"
#include <fcntl.h>

int main(void)
{
	int p[2];
	long fd;
	char buf[8];

	fd = call(openat, AT_FDCWD, "/dev/null", O_RDWR);
	call(write, fd, "x", 1);
	call(dup2, fd, 9);
	call(read, 9, buf, 8);
	call(openat, AT_FDCWD, "/dev/zero", O_RDONLY);
	call(openat, AT_FDCWD, cut_at_edge(0, "/dev/null"), O_RDONLY);
	call(openat, AT_FDCWD, BAD, O_RDONLY);
	call(openat, AT_FDCWD, "/dev", O_RDONLY | O_DIRECTORY);
	call(symlinkat, "/dev/null", AT_FDCWD, "link");
	call(symlink, "/dev/null", "link2");
	call(rename, "/dev/nul", "/dev/zer0");
	call(pipe, p);
	call(write, p[1], "x", 1);
	fd = call(openat, AT_FDCWD, "file", O_RDWR | O_CREAT, 0600);
	call(write, fd, "x", 1);
	call(unlink, "file");
	call(write, fd, "y", 1);
	call(close, fd);
	call(mmap, NULL, 4096, 1, 2, 9, 0);
	call(close, 9);
	call(close, 9);
	call(readlink, "/dev/null", buf, 8);
	return 0;
}
