#include "netlink.h"

/* The data that kinds of links have: attributes of a bridge, of its ports, and of tunnels; groups of a bridge. */
static void data(const char *kind, int type, int attr, int n, enum pattern pattern)
{
	unsigned char *p = msg + 32;
	int len = 0, off;

	fill(msg + 16, 16, ZEROS);
	while (kind[len])
		len++;
	fill(p, 40, ZEROS);
	p[2] = 18; /* IFLA_LINKINFO */
	p[4] = 4 + len + (n & 1);
	p[6] = type;
	for (int i = 0; i < len; i++)
		p[8 + i] = kind[i];
	off = 8 + ((len + (n & 1) + 3) & ~3);
	p[off] = n + 8;
	p[off + 2] = type + 1;
	p[off + 4] = n + 4;
	p[off + 6] = attr;
	fill(p + off + 8, (n + 3) & ~3, pattern);
	off += (n + 8 + 3) & ~3;
	*(short *)p = off;
	message(0, 16, 1, 32 + off);
}

int main(void)
{
	open_netlink(0);
	for (int attr = 0; attr < 53; attr++) {
		static const int sizes[] = { 0, 1, 4, 6, 8, 9, 33, 60 };

		for (unsigned i = 0; i < COUNT(sizes); i++) {
			data("bridge", 1, attr, sizes[i], INTS);
			if (attr < 11)
				data("tun", 1, attr, sizes[i], BYTES);
			if (attr < 47)
				data("bridge", 4, attr, sizes[i], i % 2 ? ONES : BYTES);
		}
		data("bridge", 1, attr, 60, ATTRS);
		data("vlan", 1, attr, 4, INTS);
	}
	set_head(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	within(0, 16, 1, 0, 47, 12);
	within(0, 16, 1, 0, 8, 26);
	within(0, 16, 1, 0, 4, 26, 3);
	set_head(10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	within(0, 16, 1, 0, 10, 12);
	set_head(7, 0, 0, 0, 1, 0, 0, 0);
	attributes_in_brief(0, 84, 1, 0, 5);
	within(0, 84, 1, 0, 2, 1);
	within(0, 84, 1, 0, 2, 1, 1);
	within(0, 84, 1, 0, 2, 2);
	for (int n = 24; n < 130; n += 3) {
		within(0, 84, 1, 1, 1, 1, 1);
		fill(msg + 36 + 28, 80, ATTRS);
		msg[36 + 16 + n % 2] = n % 3 ? 2 : 10;
		message(0, 84, 1, 36 + 80);
	}
	return 0;
}
