// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

int main(void)
{
	static const int types[] = { 0, 0010000, 0020000, 0040000, 0060000, 0100000, 0120000, 0140000, 0170000, 0030000, 0200000 };
	static const long devs[] = { 0, 0x103, 0x12345678, -1 };

	for (int i = 0; i < COUNT(types); i++)
		for (int j = 0; j < COUNT(devs); j++) {
			call(mknod, "/nonexistent/x", types[i] | 0644, devs[j]);
			call(mknodat, AT_FDCWD, "/nonexistent/x", types[i] | 04755, devs[j]);
		}
	call(mknod, NULL, 0, 0);
	call(mknod, BAD, 0020000, 0);
	call(mknodat, -1, "x", 0060777, 0x800);
	call(mknodat, 0, "x", -1, -1);
	return 0;
}
