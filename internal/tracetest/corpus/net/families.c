// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

/* Addresses of every family, in every length that makes a difference. */
static unsigned char b[200];

static void fill(int family, int pattern)
{
	for (int i = 2; i < 200; i++)
		b[i] = pattern == 0 ? i * 7 + 1 : pattern == 1 ? 0 : 255;
	b[0] = family;
	b[1] = 0;
}

static void lengths(void)
{
	static const int sizes[] = { 2, 3, 8, 10, 12, 14, 15, 16, 17, 20, 24, 25, 28, 36, 37, 72, 87, 88, 95, 96, 97, 128, 200 };

	for (unsigned i = 0; i < COUNT(sizes); i++)
		call(connect, -1, b, sizes[i]);
}

static void callsign(unsigned char *p, const char *s, int ssid)
{
	for (int i = 0; i < 6; i++)
		p[i] = s[i] << 1;
	p[6] = ssid;
}

static void ax25(void)
{
	static const char *const names[] = { "ABCDE1", "AB    ", "      ", " ABCDE", "AB CD ", "A\1CDEF", "abc1-~", "ABCDE\177", "A\"CDEF", "A*    ", "\0\0\0\0\0\0" };

	fill(3, 1);
	for (unsigned i = 0; i < COUNT(names); i++)
		for (int ssid = 0; ssid < 256; ssid = ssid * 2 + 1) {
			callsign(b + 2, names[i], ssid);
			call(connect, -1, b, 16);
			b[8]--;
			call(connect, -1, b, 16);
		}
	callsign(b + 2, names[0], 2);
	b[4] |= 1;
	call(connect, -1, b, 16);
	for (int i = 0; i < 9; i++)
		callsign(b + 16 + 7 * i, names[0], i * 2);
	for (int n = -1; n < 10; n++) {
		static const int sizes[] = { 16, 17, 23, 24, 30, 72, 73, 79, 128 };

		*(int *)(b + 12) = n;
		for (unsigned i = 0; i < COUNT(sizes); i++)
			call(connect, -1, b, sizes[i]);
	}
}

static void rxrpc(void)
{
	static const unsigned short services[] = { 0, 1, 2500, 2501, 2503 };
	static const unsigned char transports[] = { 0, 1, 2, 10, 16, 60 };

	fill(33, 0);
	b[4] = 2, b[5] = b[7] = b[9] = 0;
	for (unsigned i = 0; i < COUNT(transports); i++)
		for (int n = 1; n < 40; n += n < 3 ? 1 : n < 15 ? 6 : n < 30 ? 1 : 5) {
			b[6] = n, b[8] = transports[i];
			call(connect, -1, b, 36);
			call(connect, -1, b, 37);
		}
	for (unsigned i = 0; i < COUNT(services); i++) {
		*(short *)(b + 2) = services[i];
		b[4] = i * 3;
		call(connect, -1, b, 36);
	}
}

static void nfc(void)
{
	long *len = (long *)(b + (sizeof(long) == 8 ? 88 : 84));

	fill(39, 1);
	b[18] = 'a';
	for (int i = 0; i < 7; i++) {
		b[12] = b[16] = i, b[17] = -i;
		*len = i * 11 - 1;
		call(connect, -1, b, 96);
	}
}

static void others(void)
{
	fill(45, 1); /* MCTP */
	call(connect, -1, b, 12);
	b[2] = b[4] = b[11] = 1, b[8] = 255;
	call(connect, -1, b, 12);
	fill(44, 1); /* XDP */
	for (int i = 0; i < 256; i += 15) {
		b[2] = i, b[12] = i;
		call(connect, -1, b, 16);
	}
	fill(42, 2); /* QIPCRTR */
	b[8] = 254;
	call(connect, -1, b, 12);
	fill(36, 1); /* IEEE802154 */
	for (int i = 0; i < 5; i++)
		for (int k = 0; k < 3; k++) {
			b[4] = i, b[8] = b[9] = b[11] = 255, b[10] = 255 - k;
			call(connect, -1, b, 20);
			b[8] = 1;
			call(connect, -1, b, 20);
		}
	fill(30, 1); /* TIPC */
	for (int i = 0; i < 5; i++)
		for (int scope = -4; scope < 5; scope++) {
			b[2] = i, b[3] = scope, b[4] = 65, b[8] = b[12] = 200;
			call(connect, -1, b, 16);
		}
	b[3] = 128;
	call(connect, -1, b, 16);
	fill(38, 1); /* ALG */
	for (int i = 9; i < 16; i++) {
		*(int *)(b + 16) = 1 << i;
		*(int *)(b + 20) = 3 << i;
		call(connect, -1, b, 88);
	}
	fill(17, 1); /* PACKET */
	b[9] = 2, b[8] = 1; /* two names */
	call(connect, -1, b, 20);
}

int main(void)
{
	for (int family = 0; family < 50; family++)
		for (int pattern = 0; pattern < 3; pattern++) {
			fill(family, pattern);
			lengths();
		}
	ax25();
	rxrpc();
	nfc();
	others();
	for (int family = 0; family < 50; family++) {
		fill(family, 0);
		call(connect, -1, at_edge(0, b, 16), 17);
		call(connect, -1, at_edge(0, b, 128), 129);
	}
	return 0;
}
