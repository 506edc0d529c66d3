// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

struct how {
	uint64_t flags, mode, resolve, more;
};

int main(void)
{
	static const struct how hows[] = {
		{ 0, 0, 0 }, { 0100 | 1, 0644, 1 }, { 0, 0644, 2 }, { 020200000 | 2, 07777, 4 | 8 | 16 | 32 }, { 0100, 0, 64 },
		{ -1, -1, -1, -1 }, { 0x100000000, 0x100000000, 0x100000000 }, { 3, 010000000000, 0x8000, 5 }, { 0200000000, 0, 3 },
		{ 0x200000, 0, 0 },
	};
	static const long sizes[] = { 24, 0, 1, 8, 16, 23, 25, 32, 4096, -1 };
	struct how h = { 02, 0, 0, 7 };
	char *last;

	for (int i = 0; i < COUNT(hows); i++)
		callnr(437, AT_FDCWD, "/dev/null", &hows[i], 24);
	for (int i = 0; i < COUNT(sizes); i++)
		callnr(437, AT_FDCWD, "/dev/null", &h, sizes[i]);
	callnr(437, -1, NULL, NULL, 24);
	callnr(437, 0, "", BAD, 24);
	last = at_edge(0, &h, 24);
	callnr(437, AT_FDCWD, "x", last, 24);
	callnr(437, AT_FDCWD, "x", last, 25);
	callnr(437, AT_FDCWD, "x", last, 32);
	callnr(437, AT_FDCWD, "x", last, -1);
	callnr(437, AT_FDCWD, "x", last + 1, 24);
	callnr(437, AT_FDCWD, "x", last + 8, 16);
	h.more = 0;
	callnr(437, AT_FDCWD, "x", &h, 32);
	last = at_edge(0, &h, 32);
	callnr(437, AT_FDCWD, "x", last, 32);
	callnr(437, AT_FDCWD, "x", last, 4096);
	return 0;
}
