// only: -e read=all -e write=all
// only: -e read=0 -e write=3
// only: -e r=none -e w=!3 -e raw=all
// only: --read=3 -e writes=99 -Z -s 2 -xx
// only: -e write=4 -e read=4 -e verbose=none -e trace=write,/read -n
// m32
#include "corpus.h"
#include <fcntl.h>

static char big[0x10001];

int main(void)
{
	char all[256], buf[16];

	for (int i = 0; i < 256; i++)
		all[i] = i;
	for (unsigned i = 0; i < sizeof(big); i += 1000)
		big[i] = i;
	long fd = call(openat, AT_FDCWD, "/dev/null", O_RDWR);
	long zero = call(openat, AT_FDCWD, "/dev/zero", O_RDWR);
	call(write, fd, all, 256);
	call(write, fd, all, 17);
	call(write, fd, all + 60, 7);
	call(write, fd, all, 0);
	call(write, fd, big, sizeof(big));
	call(write, fd, string_at_edge(0, "edge"), 5);
	call(write, fd, cut_at_edge(1, "edge"), 5);
	call(write, fd, BAD, 5);
	call(write, fd, "x", -1);
	call(write, -1, "x", 1);
	call(write, 99, "xyz", 3);
	call(read, zero, buf, 16);
	call(read, zero, edge(0) - 3, 16);
	call(read, zero, buf, 0);
	call(read, -1, buf, 16);
	call(pwrite64, fd, "pw", 2, 0);
	call(pread64, zero, buf, 3, 0);
	return 0;
}
