// options: -X raw
// options: -X verbose
// options: -xx
// m32
#include "corpus.h"

#ifdef __i386__
#define SYS_ACCEPT(fd, a, n) call(accept4, fd, a, n, 0)
#else
#define SYS_ACCEPT(fd, a, n) call(accept, fd, a, n)
#endif

static unsigned char a[256];

/* The calls that return an address into len bytes. */
static void all(int fd, void *addr, void *len, int n)
{
	unsigned *p = len;
#define TRY(...) do { if (n >= -1) *p = n; call(__VA_ARGS__); } while (0)
	TRY(getsockname, fd, addr, len);
	TRY(getpeername, fd, addr, len);
	TRY(accept4, fd, addr, len, 0x800);
}

int main(void)
{
	int len = 128, pair[2], u, v, c;
	struct { unsigned short family; char path[20]; } name = { 1, "gostrace-corpus" };

	all(-1, a, &len, 128);
	all(-1, a, &len, -1);
	all(-1, a, BAD, -2);
	all(-1, BAD, &len, 16);
	all(-1, NULL, &len, 16);
	all(-1, a, NULL, -2);
	all(-1, NULL, NULL, -2);
	call(socketpair, 1, 1, 0, pair);
	all(pair[0], a, &len, 128);
	all(pair[0], a, &len, 2);
	all(pair[0], a, &len, 1);
	all(pair[0], a, &len, 0);
	all(pair[0], a, &len, -1);
	all(pair[0], BAD, &len, 128);
	all(pair[0], NULL, &len, 128);
	all(pair[0], NULL, &len, 0);
	all(pair[0], a, edge(1) - 3, -2);
	u = call(socket, 1, 0x801, 0);
	call(bind, u, &name, 18);
	call(listen, u, 3);
	all(u, a, &len, 128);
	v = call(socket, 1, 0x801, 0);
	call(connect, v, &name, 18);
	all(v, a, &len, 128);
	all(v, a, &len, 18);
	all(v, a, &len, 10);
	all(v, a, &len, 3);
	all(v, a, &len, 2);
	all(v, edge(1) - 18, &len, 128);
	all(v, edge(1) - 9, &len, 9);
	len = 128;
	c = call(accept4, u, a, &len, 0x80800);
	all(c, a, &len, 20);
	v = call(socket, 1, 0x801, 0);
	call(connect, v, &name, 18);
	c = SYS_ACCEPT(u, NULL, NULL);
	v = call(socket, 1, 0x801, 0);
	call(connect, v, &name, 18);
	len = 0;
	c = call(accept4, u, a, &len, 0);
	v = call(socket, 1, 0x801, 0);
	call(connect, v, &name, 18);
	len = 1;
	c = call(accept4, u, a, &len, 0);
	v = call(socket, 1, 0x801, 0);
	call(bind, v, "\1\0me", 5);
	call(connect, v, &name, 18);
	len = 100;
	c = SYS_ACCEPT(u, a, &len);
	/* The error of a connection that was refused. */
	v = call(socket, 2, 0x801, 0);
	call(connect, v, "\2\0\0\1\x7f\0\0\1\0\0\0\0\0\0\0", 16);
	len = 4;
	call(getsockopt, v, 1, 4, &u, &len);
	call(getsockopt, v, 1, 4, &u, &len);
	call(accept4, -1, a, &len, -1);
	call(accept4, -1, NULL, NULL, 0x1);
	call(accept4, -1, NULL, NULL, 0x80000);
	return 0;
}
