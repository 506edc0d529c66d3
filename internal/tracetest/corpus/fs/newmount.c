// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -s 5
// options: -xx
// m32
#include "corpus.h"

#define AT_FDCWD (-100)
#define LONG "a name that is longer than the thirty-two bytes which are shown of a string"

struct mount_attr { uint64_t attr_set, attr_clr, propagation, userns_fd; };

int main(void)
{
	static const unsigned flags[] = { 0, 1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0xff, 0x100, 0x200, 0x400, 0x800, 0x1000,
		0x2000, 0x8000, 0x9900, 0x80000, 0x88901, 0x100000, 0x200000, 0x40000000, -1 };
	static const char blob[] = "some\0bytes\n\xff of a value that is longer than what is shown of strings";
	struct mount_attr *a = (void *)(edge(1) - sizeof(*a));
	struct { struct mount_attr a; unsigned char more[40]; } big = { { 1, 2, 0x20000, 3 } };

	for (int i = 0; i < COUNT(flags); i++) {
		callnr(428, AT_FDCWD, "/nonexistent", flags[i]); /* open_tree */
		callnr(429, AT_FDCWD, "/nonexistent", -1, "", flags[i]); /* move_mount */
		callnr(430, "nonexistent", flags[i]); /* fsopen */
		callnr(432, -1, flags[i], flags[i]); /* fsmount */
		callnr(433, AT_FDCWD, "/nonexistent", flags[i]); /* fspick */
		a->attr_set = flags[i];
		a->attr_clr = ~(uint64_t)flags[i];
		a->propagation = flags[i];
		a->userns_fd = flags[i];
		callnr(442, AT_FDCWD, "/nonexistent", flags[i], a, sizeof(*a)); /* mount_setattr */
		callnr(467, AT_FDCWD, "/nonexistent", flags[i], a, sizeof(*a)); /* open_tree_attr */
	}
	callnr(428, -1, LONG, 0);
	callnr(428, 0, NULL, 0);
	callnr(428, 0, BAD, 0);
	callnr(429, AT_FDCWD, "/nonexistent", AT_FDCWD, "/nonexistent", 0x77);
	callnr(429, 0, LONG, 0, LONG, 0x377);
	callnr(429, -1, BAD, -1, NULL, 0);
	callnr(429, -1, NULL, -1, BAD, 0);
	callnr(430, LONG, 0);
	callnr(430, NULL, 0);
	callnr(430, BAD, 1);
	callnr(432, 0, 0, 0x10);
	callnr(432, 0, 0, 0x70);
	callnr(432, 0, 0, 0x60);
	callnr(433, 0, NULL, 0);
	callnr(433, -1, BAD, 1);
	for (int i = -1; i < 10; i++) {
		callnr(431, -1, i, NULL, NULL, 0); /* fsconfig */
		callnr(431, -1, i, "key", "value", 0);
		callnr(431, -1, i, LONG, LONG, 5);
		callnr(431, -1, i, "key", blob, sizeof(blob));
		callnr(431, -1, i, "key", blob, -1);
		callnr(431, -1, i, "key", edge(0) - 3, 3);
		callnr(431, -1, i, "key", edge(0) - 3, 4);
		callnr(431, 0, i, "key", "/some/path", AT_FDCWD);
		callnr(431, 0, i, "key", "", 0);
		callnr(431, 0, i, BAD, BAD, 1);
		callnr(431, 0, i, cut_at_edge(1, "key"), cut_at_edge(2, "value"), 5);
		callnr(431, 0, i, "key", blob, 1 << 20);
		callnr(431, 0, i, "key", blob, (1 << 20) + 1);
	}
	for (int i = 0; i < 80; i++)
		callnr(442, AT_FDCWD, "/nonexistent", 0, &big, i);
	for (int i = 0; i < sizeof(big.more); i++)
		big.more[i] = i;
	callnr(442, -1, "", 0, &big, 32);
	callnr(442, -1, "", 0, &big, 33);
	callnr(442, -1, "", 0, &big, 34);
	callnr(442, -1, "", 0, &big, sizeof(big));
	callnr(442, -1, "", 0x9900, &big, 31);
	callnr(442, -1, NULL, 0, NULL, 32);
	callnr(442, -1, BAD, 0, BAD, 32);
	callnr(442, 0, LONG, 0, a, 40);
	callnr(442, 0, LONG, 0, edge(2) - 31, 32);
	callnr(442, 0, LONG, 0, a, -1);
	callnr(467, -1, NULL, 0, NULL, 0);
	callnr(467, -1, BAD, 0, BAD, 32);
	callnr(467, 0, LONG, 1, &big, 40);
	callnr(467, 0, LONG, 1, &big, 3);
	for (unsigned f = 0; f < 24; f++) {
		a->attr_set = 1ull << f;
		a->attr_clr = 0x70 | 1ull << f;
		a->propagation = 1ull << f;
		a->userns_fd = 0;
		callnr(442, -1, "", 0, a, sizeof(*a));
	}
	a->propagation = 0;
	for (int i = 0; i < 4; i++) { /* which flags make it a descriptor */
		a->attr_set = i & 1 ? 0x100000 : 0;
		a->attr_clr = i & 2 ? 0x100000 : 0;
		callnr(442, -1, "", 0, a, sizeof(*a));
	}
	return 0;
}
