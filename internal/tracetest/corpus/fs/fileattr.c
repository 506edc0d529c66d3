// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -s 5
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

struct attr { uint64_t xflags; uint32_t extsize, nextents, projid, cowextsize; };

int main(void)
{
	static const unsigned flags[] = { 0, 1, 0x100, 0x200, 0x400, 0x1000, 0x1100, 0x40000000, -1 };
	static const unsigned sizes[] = { 0, 1, 8, 19, 20, 23, 24, 25, 28, 32, 64, 4096, 4097, -1 };
	struct { struct attr a; unsigned char more[40]; } q = { { 1, 2, 3, 4, 5 } };
	struct attr *e = (void *)(edge(0) - sizeof(*e));

	for (int i = 0; i < COUNT(flags); i++) {
		callnr(468, AT_FDCWD, ".", &q, sizeof(q.a), flags[i]); /* file_getattr */
		callnr(469, AT_FDCWD, "/nonexistent", &q, sizeof(q.a), flags[i]); /* file_setattr */
	}
	for (int k = 0; k < 2; k++) {
		for (int i = 0; i < COUNT(sizes); i++) {
			callnr(468, AT_FDCWD, ".", &q, sizes[i], 0);
			callnr(468, AT_FDCWD, "/nonexistent", &q, sizes[i], 0);
			callnr(469, AT_FDCWD, "/nonexistent", &q, sizes[i], 0);
		}
		for (int i = 0; i < sizeof(q.more); i++)
			q.more[i] = i;
	}
	for (int i = 0; i < 64; i++) {
		q.a.xflags = 1ull << i;
		q.a.extsize = i;
		q.a.projid = -1;
		callnr(469, -1, "", &q, sizeof(q.a), 0x1000);
	}
	q.a.xflags = -1;
	callnr(469, 0, "a", &q, sizeof(q.a), 0);
	callnr(468, AT_FDCWD, ".", e, sizeof(*e), 0);
	callnr(469, AT_FDCWD, "/nonexistent", e, sizeof(*e), 0);
	callnr(469, AT_FDCWD, "/nonexistent", e, sizeof(*e) + 1, 0);
	callnr(469, AT_FDCWD, "/nonexistent", (char *)e + 1, sizeof(*e), 0);
	callnr(468, AT_FDCWD, ".", (char *)e + 1, sizeof(*e), 0);
	callnr(468, AT_FDCWD, ".", NULL, sizeof(*e), 0);
	callnr(468, -1, NULL, NULL, 0, 0);
	callnr(468, -1, BAD, BAD, 24, 0);
	callnr(469, -1, NULL, NULL, 0, 0);
	callnr(469, -1, BAD, BAD, 24, 0);
	callnr(469, 0, "", BAD, -1, 0x1000);
	return 0;
}
