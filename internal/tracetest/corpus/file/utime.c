// options: -X raw
// options: -X verbose
// options: -v
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

int main(void)
{
	static const long times[][4] = {
		{ 0, 0, 0, 0 }, { 1, 0, 2, 1 }, { 1700000000, 123456, 1700000001, 999999999 }, { -1, 0, -1, 1 },
		{ 0, 0x3fffffff, 0, 0x3ffffffe }, { 5, 0x3ffffffe, -6, 0x3fffffff }, { 7, 1000000, 8, 1000000000 },
		{ -1, -1, -1, -1 }, { 0x7fffffff, 999999, -0x7fffffff, 999999 },
	};
	static const int flags[] = { 0, 0x100, 0x1000, 0x40000000, -1 };
	char *cut;

	for (int i = 0; i < COUNT(times); i++) {
		call(utime, "/nonexistent", times[i]);
		call(utimes, "/nonexistent", times[i]);
		call(futimesat, AT_FDCWD, "/nonexistent", times[i]);
		call(utimensat, AT_FDCWD, "/nonexistent", times[i], 0);
#ifdef __i386__
		long long t[4] = { times[i][0], times[i][1], times[i][2], times[i][3] };
		callnr(412, AT_FDCWD, "/nonexistent", t, 0); /* utimensat_time64 */
#endif
	}
	for (int i = 0; i < COUNT(flags); i++)
		call(utimensat, -1, "x", times[0], flags[i]);
	cut = at_edge(0, times[1], sizeof(times[1]) / 2);
	call(utime, "x", cut);
	call(utime, "x", cut + 1);
	call(utimes, "x", cut);
	call(utimes, "x", cut + 1);
	call(futimesat, -1, "x", cut);
	call(utimensat, -1, "x", cut, 0x100);
	call(utimensat, 0, NULL, edge(1), 0x100);
	call(utimensat, 0, NULL, NULL, 0x100);
	call(utimensat, AT_FDCWD, BAD, BAD, 0);
	call(utime, NULL, NULL);
	call(utime, BAD, BAD);
	call(utimes, NULL, NULL);
	call(utimes, BAD, BAD);
	call(futimesat, -1, NULL, NULL);
	call(futimesat, -1, BAD, BAD);
#ifdef __i386__
	callnr(412, -1, NULL, NULL, 0);
	callnr(412, -1, BAD, BAD, 0x100);
	callnr(412, -1, "x", edge(0) - 16, 0x1000);
#endif
	return 0;
}
