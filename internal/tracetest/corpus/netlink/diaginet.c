// options: -v
// options: -X verbose
#include "netlink.h"

static void bytecode(void)
{
	static const unsigned char sizes[] = { 4, 5, 7, 8, 11, 12, 13, 15, 16, 20, 27, 28, 30 };

	for (int code = 0; code < 15; code++)
		for (unsigned i = 0; i < COUNT(sizes); i++)
			for (int f = 0; f < 3; f++) {
				unsigned char *p = msg + 16 + 56 + 4;

				attribute(4, 20, 1, 1, sizes[i], BYTES);
				p[0] = code;
				p[4] = f == 0 ? 2 : f == 1 ? 10 : 1;
				p[8] = 80, p[9] = p[10] = p[11] = f == 2 ? 255 : 0;
				p[12] = 127;
				message(4, 20, 1, 16 + 56 + 4 + ((sizes[i] + 3) & ~3));
			}
}

int main(void)
{
	open_netlink(4);
	set_head(2, 1, 0, 0, 0, 80, 0, 81, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(4, 20, 0, 0, 24);
	within(4, 20, 0, 0, 5, 19);
	within(4, 20, 0, 0, 8, 19, 2);
	within(4, 20, 0, 0, 12, 19, 3);
	within(4, 20, 0, 0, 3, 20);
	within(4, 20, 0, 0, 4, 20, 1);
	set_head(43, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(4, 20, 0, 0, 7);
	for (int n = 38; n < 60; n += 2)
		attribute(4, 20, 0, 4, n, INTS);
	for (int hi = 0; hi < 7; hi++)
		for (int lo = 0; lo < 8; lo++) {
			attribute(4, 20, 0, 5, 8, INTS);
			*(int *)(msg + 84) = hi << 24 | lo << 16;
			message(4, 20, 0, 92);
		}
	set_head(2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(4, 20, 1, 0, 6);
	bytecode();
	return 0;
}
