// only: -y -e trace=close
// only: -yy -e trace=close
// only: -yy -xx -e trace=close
// only: --decode-fds=socket -e trace=close
// only: --decode-fds=!socket -e trace=close
// note: sockets of all sorts: fresh, bound, connected, reconnected after they were shown
#include "corpus.h"
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/netlink.h>
#include <linux/un.h>
#include <linux/if_ether.h>
#include <asm/socket.h>

enum { LOCAL = 1, INET = 2, INET6 = 10, NETLINK = 16, PACKET = 17, STREAM = 1, DGRAM = 2, RAW = 3, SEQPACKET = 5 };

static void see(int fd)
{
	int d = call(dup, fd);
	call(close, d);
}

static int made(int family, int type, int protocol)
{
	int fd = call(socket, family, type, protocol), one = 1;
	call(setsockopt, fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
	return fd;
}

/* Binds or connects to the loopback address of the family. */
static int at(long nr, int fd, int family, int port)
{
	struct sockaddr_in in = { INET, __builtin_bswap16(port), { __builtin_bswap32(0x7f000001) } };
	struct sockaddr_in6 in6 = { INET6, __builtin_bswap16(port) };

	in6.sin6_addr.in6_u.u6_addr8[15] = 1;
	if (family == INET)
		callnr(nr, fd, &in, sizeof(in));
	else
		callnr(nr, fd, &in6, sizeof(in6));
	return fd;
}

static void internet(int family, int base)
{
	int fd, peer;

	see(made(family, STREAM, 0));
	see(made(family, DGRAM, 0));
	see(made(family, STREAM, 262)); /* MPTCP */

	fd = at(__NR_bind, made(family, STREAM, 0), family, base);
	see(fd);
	call(listen, fd, 1);
	see(fd);
	peer = at(__NR_connect, made(family, STREAM, 0), family, base);
	see(peer);
	fd = call(accept4, fd, NULL, NULL, 0);
	see(fd);
	call(shutdown, peer, 2);
	see(peer);
	see(fd);

	fd = at(__NR_bind, made(family, DGRAM, 0), family, base + 1);
	peer = at(__NR_bind, made(family, DGRAM, 0), family, base + 2);
	at(__NR_connect, peer, family, base + 1);
	see(fd);
	see(peer);
	at(__NR_connect, peer, family, base + 3);
	see(peer);
	at(__NR_connect, fd, family, base + 2);
	see(fd);
	see(at(__NR_bind, made(family, DGRAM, IPPROTO_UDPLITE), family, base + 4));
}

static int local(long nr, int fd, const char *path, int len)
{
	struct sockaddr_un a = { LOCAL };

	memcpy(a.sun_path, path, len);
	callnr(nr, fd, &a, 2 + len);
	return fd;
}

static void locals(void)
{
	static const char name[] = "s\"o>\n\\\xff";
	int fd, peer, pair[2], type;

	for (type = STREAM; type <= SEQPACKET; type++) {
		if (call(socketpair, LOCAL, type, 0, pair) < 0)
			continue;
		see(pair[0]);
		see(pair[1]);
		see(made(LOCAL, type, 0));
	}
	fd = made(LOCAL, STREAM, 0);
	see(local(__NR_bind, fd, name, sizeof(name)));
	call(listen, fd, 1);
	see(fd);
	peer = local(__NR_connect, made(LOCAL, STREAM, 0), name, sizeof(name));
	see(peer);
	fd = call(accept4, fd, NULL, NULL, 0);
	see(peer);
	see(fd);
	call(close, fd);
	see(peer);

	char long_name[108];
	memset(long_name, 'l', sizeof(long_name));
	see(local(__NR_bind, made(LOCAL, DGRAM, 0), long_name, sizeof(long_name)));
	long_name[0] = 0;
	see(local(__NR_bind, made(LOCAL, DGRAM, 0), long_name, sizeof(long_name)));
	see(local(__NR_bind, made(LOCAL, DGRAM, 0), "\0a\0>\"1", 7));
}

int main(void)
{
	int i;

	internet(INET, 24701);
	internet(INET6, 24711);
	locals();
	for (i = 0; i < 24; i++) {
		struct sockaddr_nl a = { NETLINK, 0, 24700 };
		int fd = call(socket, NETLINK, RAW, i);
		if (fd < 0)
			continue;
		see(fd);
		call(bind, fd, &a, sizeof(a));
		see(fd);
	}
	see(call(socket, INET, RAW, 1));
	see(call(socket, INET6, RAW, 58));
	see(call(socket, PACKET, RAW, 0x300));
	see(call(socket, 40, STREAM, 0)); /* AF_VSOCK */
	if (call(unshare, 0x40000000) == 0) { /* CLONE_NEWNET */
		see(made(INET, DGRAM, 0));
		see(at(__NR_bind, made(INET, DGRAM, 0), INET, 24701));
		see(made(NETLINK, RAW, 0));
	}
	return 0;
}
