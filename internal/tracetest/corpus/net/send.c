// options: -e read=all -e write=all
// options: -X raw
// options: -s 4
// options: -v
// m32
#include "corpus.h"
#include <linux/socket.h>

int main(void)
{
	static char buf[100], big[200];
	static unsigned char from[128];
	struct { unsigned short family; char path[20]; } name = { 1, "gostrace-corpus" };
	int pair[2], u, v, len;

	for (int i = 0; i < 32; i++)
		call(sendto, -1, "flags", 5, 1u << i, NULL, 0);
	call(sendto, -1, "flags", 5, -1, NULL, 0);
	call(socketpair, 1, 2, 0, pair);
	call(sendto, pair[0], "hello, world", 12, 0, NULL, 0);
	call(sendto, pair[0], "hello, world", 12, 0x4040, NULL, 5);
	call(sendto, pair[0], big, sizeof(big), 0x4000, NULL, 0);
	call(sendto, pair[0], "", 0, 0x4000, NULL, 0);
	call(sendto, pair[0], NULL, 0, 0x4000, NULL, 0);
	call(sendto, -1, NULL, 5, 0, BAD, 5);
	call(sendto, -1, BAD, 5, 0, NULL, 0);
	call(sendto, -1, edge(0) - 4, 5, 0, "\2\0\0\x50\1\2\3\4\0\0\0\0\0\0\0\0", 16);
	call(sendto, -1, buf, -1, 0, "\2\0\0\x50\1\2\3\4\0\0\0\0\0\0\0\0", -1);
	call(recvfrom, pair[1], buf, sizeof(buf), 0, NULL, NULL);
	call(recvfrom, pair[1], buf, 5, 0x20, NULL, NULL);
	len = 128;
	call(recvfrom, pair[1], buf, sizeof(buf), 0, from, &len);
	len = 128;
	call(recvfrom, pair[1], buf, 0, 0, from, &len);
	call(recvfrom, pair[1], buf, 10, 0x40, from, &len);
	call(recvfrom, pair[1], buf, 10, 0x40, from, &len);
	len = -5;
	call(recvfrom, pair[1], buf, 10, 0x40, from, &len);
	call(recvfrom, -1, buf, 10, 0x40, from, NULL);
	call(recvfrom, -1, buf, 10, 0x40, NULL, &len);
	call(recvfrom, -1, buf, 10, 0x40, from, BAD);
	call(recvfrom, -1, BAD, -1, -1, from, &len);
	u = call(socket, 1, 0x802, 0);
	call(bind, u, &name, 18);
	v = call(socket, 1, 0x802, 0);
	call(sendto, v, "anonymous", 9, 0, &name, 18);
	call(bind, v, "\1\0me", 5);
	call(sendto, v, "named", 5, 0, &name, 18);
	call(sendto, v, "named", 5, 0, &name, 18);
	call(sendto, v, "named", 5, 0, &name, 18);
	call(sendto, v, "named", 5, 0, &name, 18);
	len = 128;
	call(recvfrom, u, buf, 20, 0, from, &len);
	len = 128;
	call(recvfrom, u, buf, 20, 0, from, &len);
	len = 4;
	call(recvfrom, u, buf, 3, 0x20, from, &len);
	len = 0;
	call(recvfrom, u, buf, 20, 0, from, &len);
	len = 5;
	call(recvfrom, u, BAD, 20, 0, from, &len);
	len = 5;
	call(recvfrom, u, buf, 20, 0, BAD, &len);
	len = 5;
	call(recvfrom, u, buf, 20, 0, NULL, &len);
	return 0;
}
