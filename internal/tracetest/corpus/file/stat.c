// options: -v
// options: -X raw
// options: -v -X verbose
// options: -yy
// m32
#include "corpus.h"
#include <linux/stat.h>

#define AT_FDCWD (-100)

int main(void)
{
	char buf[512];

	call(stat, "/dev/null", buf);
	call(stat, "/etc/passwd", buf);
	call(stat, "/", buf);
	call(stat, "/proc/self/exe", buf);
	call(lstat, "/proc/self/exe", buf);
	call(stat, "/nonexistent", buf);
	call(stat, "/dev/null", NULL);
	call(stat, "/dev/null", BAD);
	call(stat, "/dev/null", edge(0) - 8);
	call(stat, BAD, buf);
	call(fstat, 0, buf);
	call(fstat, -1, buf);
	call(fstat, 77, edge(1));
#ifdef __x86_64__
	call(newfstatat, AT_FDCWD, "/dev/null", buf, 0);
	call(newfstatat, AT_FDCWD, "/dev/null", buf, 0x100);
	call(newfstatat, 0, "", buf, 0x1000);
	call(newfstatat, -1, "", BAD, -1);
#else
	call(stat64, "/dev/null", buf);
	call(lstat64, "/etc/passwd", buf);
	call(fstat64, 0, buf);
	call(fstatat64, AT_FDCWD, "/dev/null", buf, 0x100);
	call(oldstat, "/dev/null", buf);
#endif
	call(statx, AT_FDCWD, "/dev/null", 0, 0, buf);
	call(statx, AT_FDCWD, "/etc/passwd", 0x100, STATX_BASIC_STATS, buf);
	call(statx, AT_FDCWD, "/etc/passwd", 0x6000, STATX_ALL | STATX_MNT_ID, buf);
	call(statx, 0, "", 0x1000, -1, BAD);
	call(statx, -1, NULL, -1, 0x40000000, buf);
	return 0;
}
