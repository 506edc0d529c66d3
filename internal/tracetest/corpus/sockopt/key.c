// options: -X raw
// options: -X verbose
// options: -s 5
// m32
#include "corpus.h"

/* A TCP-AO key, of which a shorter value is the beginning, and ranges of ports. */
static struct {
	char addr[128], alg[64];
	int ifindex;
	unsigned flags;
	unsigned short reserved;
	unsigned char prefix, sndid, rcvid, maclen, keyflags, keylen, key[80], more[64];
} a;

static void key(int len)
{
	call(setsockopt, -1, 6, 38, &a, len);
}

int main(void)
{
	static const int sizes[] = { -1, 0, 1, 12, 128, 140, 192, 195, 196, 197, 200, 203, 204, 205, 206, 207, 208, 209, 287, 288, 289, 300 };
	static const unsigned ranges[] = { 0, 1, 0x10000, 0xffffffff, 0x80001000 };

	a.addr[0] = 2, a.addr[3] = 80, a.addr[4] = 127, a.addr[7] = 1;
	a.alg[0] = 'c', a.alg[1] = 'm';
	a.ifindex = 1, a.flags = 1, a.prefix = 32, a.sndid = 100, a.rcvid = 101, a.maclen = 12, a.keyflags = 1, a.keylen = 10;
	for (int i = 0; i < 80; i++)
		a.key[i] = i + 20;
	for (unsigned i = 0; i < COUNT(sizes); i++)
		key(sizes[i]);
	a.flags = 2, a.keyflags = 255, a.reserved = 7, a.keylen = 81, a.addr[0] = 10, a.ifindex = -5;
	key(288);
	a.flags = 0xfffffff7, a.keylen = 80;
	key(288);
	a.flags = 0, a.keyflags = 2, a.keylen = 255, a.addr[0] = 1;
	for (int i = 0; i < 64; i++)
		a.alg[i] = 'a';
	key(288);
	a.keyflags = 3, a.more[0] = 9;
	key(350);
	a.keylen = 0, a.maclen = 255;
	call(setsockopt, -1, 6, 38, at_edge(0, &a, 288), 288);
	call(setsockopt, -1, 6, 38, at_edge(0, &a, 288), 289);
	call(setsockopt, -1, 6, 38, edge(0) - 287, 288);
	call(setsockopt, -1, 6, 38, BAD, 288);
	call(setsockopt, -1, 6, 38, NULL, 288);
	for (unsigned i = 0; i < COUNT(ranges); i++)
		call(setsockopt, -1, 0, 51, &ranges[i], 4);
	pretend(__NR_getsockopt);
	for (unsigned i = 0; i < COUNT(ranges); i++) {
		int n = 4;

		call(getsockopt, -1, 0, 51, &ranges[i], &n);
	}
	return 0;
}
