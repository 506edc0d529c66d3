// options: -X raw
// options: -X verbose
// options: -v
// options: -y
// m32
// races: how much of a file system is free changes
#include "corpus.h"

int main(void)
{
	char buf[256];

	call(statfs, "/proc", buf);
	call(statfs, "/sys", buf);
	call(statfs, "/dev", buf);
	call(statfs, "/dev/pts", buf);
	call(statfs, "/nonexistent", buf);
	call(statfs, NULL, NULL);
	call(statfs, "/proc", NULL);
	call(statfs, "/proc", BAD);
	call(statfs, BAD, edge(0) - 8);
	call(fstatfs, -1, buf);
	call(fstatfs, -1, NULL);
	call(open, "/proc", 0);
	call(fstatfs, 3, buf);
	call(fstatfs, 3, edge(0) - 8);
#ifdef __i386__
	call(statfs64, "/proc", 84, buf);
	call(statfs64, "/proc", 88, buf);
	call(statfs64, "/proc", 83, buf);
	call(statfs64, NULL, -1, NULL);
	call(statfs64, "/dev", 84, BAD);
	call(fstatfs64, 3, 84, buf);
	call(fstatfs64, 3, 0, buf);
	call(fstatfs64, -1, 84, buf);
	call(fstatfs64, -1, -1, BAD);
#endif
	call(ustat, 0x15, buf);
	call(ustat, 0, buf);
	call(ustat, -1, NULL);
	call(ustat, 0x12345678, BAD);
	return 0;
}
