// options: -v
// options: -X raw
// options: -v -X verbose
// options: -v -X raw
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

/* Shown as the result of a call that finds nothing to change in it. */
int main(void)
{
	static const unsigned masks[] = { 0, 1, 0x7ff, 0xfff, 0x800, 0x1000, 0x2000, 0x4000, 0x8000, 0x10000, 0x20000, 0x40000, 0x80000, 0x7fffffff, -1 };
	static const unsigned flags[] = { 0, 0x100, 0x800, 0x1000, 0x2000, 0x4000, 0x6000, 0x2100, 0x8000, 0x80000000, 0x40000000, -1, 0x200, 0x400 };
	char buf[512];

	for (int i = 0; i < COUNT(masks); i++) {
		call(statx, AT_FDCWD, "/etc/passwd", 0, masks[i], buf);
		call(statx, AT_FDCWD, "/dev/null", 0, masks[i], buf);
	}
	for (int i = 0; i < COUNT(flags); i++)
		call(statx, AT_FDCWD, "/etc", flags[i], 0xfff, buf);
	call(statx, AT_FDCWD, "/nonexistent", 0, 0, buf);
	call(statx, -1, "x", 0, 0, edge(0) - 255);
	call(statx, AT_FDCWD, "/", 0, 0xfff, edge(0) - 256);
	call(statx, AT_FDCWD, "/", 0, 0xfff, edge(0) - 255);
	call(statx, AT_FDCWD, "/", 0, 0xfff, NULL);
	call(statx, 0, "", 0x1000, 0xfff, buf);
	call(statx, 0, NULL, 0x1000, 0xfff, buf);
	return 0;
}
