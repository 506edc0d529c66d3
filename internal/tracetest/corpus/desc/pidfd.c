// options: -X raw
// options: -X verbose
// options: -v
// options: -yy
// m32
#include "corpus.h"
#include <linux/fcntl.h>
#include <linux/signal.h>

int main(void)
{
	int info[32] = { 10, 5, -1, 77, 88 };
	int p, none = -1, pid = call(getpid);

	callnr(434, pid, 0);
	p = callnr(434, pid, 0x800);
	callnr(434, pid, 0x80);
	callnr(434, -1, -1);
	callnr(434, 0, 1);
	callnr(438, p, 0, 0);
	callnr(438, p, -1, 0);
	callnr(438, none, 7, 1);
	callnr(438, none, 7, -1);
	callnr(424, p, 0, NULL, 0);
	callnr(424, p, 17, NULL, 4);
	callnr(424, p, 10, info, 7);
	callnr(424, p, 10, BAD, 8);
	callnr(424, none, 99, NULL, -1);
	callnr(424, -10000, 0, NULL, 0);
	callnr(424, -10001, 0, NULL, 0);
	callnr(448, none, 0);
	callnr(448, none, 7);
	callnr(440, none, NULL, 1, 4, 0);
	callnr(447, 0);
	callnr(447, 0x80000);
	callnr(447, 1);
	callnr(447, -1);
#ifdef __i386__
#define MEMFD 356
#define UFFD 374
#else
#define MEMFD 319
#define UFFD 323
#endif
	callnr(MEMFD, "plain", 0);
	callnr(MEMFD, "flags", 3);
	callnr(MEMFD, NULL, 7);
	callnr(MEMFD, BAD, -1);
	callnr(MEMFD, "huge", 4 | 21 << 26);
	callnr(MEMFD, "huge", 0x1f | 30 << 26);
	callnr(MEMFD, "not", 0x20);
	callnr(MEMFD, "not", 21 << 26);
	callnr(MEMFD, "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", 8);
	callnr(MEMFD, "012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", 0x10);
	callnr(UFFD, 0);
	callnr(UFFD, 1);
	callnr(UFFD, 0x80801);
	callnr(UFFD, -1);
	callnr(UFFD, 0x10);
	return 0;
}
