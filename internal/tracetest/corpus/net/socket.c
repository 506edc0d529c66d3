// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

int main(void)
{
	int pair[2];

	for (int domain = -1; domain < 50; domain++)
		call(socket, domain, 1, 0x7fffffff);
	for (int type = 0; type < 16; type++)
		call(socket, -1, type, 0);
	call(socket, -1, 0x800, 1);
	call(socket, -1, 0x80001, 1);
	call(socket, -1, 0x80802, 1);
	call(socket, -1, 0x7fffff0f, 1);
	call(socket, -1, -1, -1);
	/* Protocols by domain. */
	static const int domains[] = { 1, 2, 10, 16, 17, 31, 38, 9, 40, 29, 41, 39, 28, 35, 24, 36, 21, 44 };
	for (unsigned i = 0; i < COUNT(domains); i++)
		for (int p = 0; p < 12; p++)
			call(socket, domains[i], 0x7f, p);
	for (int p = 12; p < 264; p++) {
		call(socket, 2, 0x7f, p);
		call(socket, 10, 0x7f, p);
	}
	for (int p = 12; p < 40; p++)
		call(socket, 16, 0x7f, p);
	call(socket, 17, 0x7f, 0x300);
	call(socket, 17, 0x7f, 0x8);
	call(socket, 17, 0x7f, 0x608);
	call(socket, 17, 0x7f, 0x1234);
	call(socket, 17, 0x7f, 0x10300);
	call(socketpair, 1, 1, 0, pair);
	call(socketpair, 1, 0x80802, 0, pair);
	call(socketpair, 1, 1, 0, BAD);
	call(socketpair, 1, 1, 0, NULL);
	call(socketpair, 1, 1, 0, edge(0) - 4);
	call(socketpair, 2, 1, 6, pair);
	call(socketpair, 16, 3, 4, pair);
	call(listen, pair[0], 5);
	call(listen, -1, -1);
	for (int how = -1; how < 4; how++)
		call(shutdown, -1, how);
	call(shutdown, pair[0], 1);
	return 0;
}
