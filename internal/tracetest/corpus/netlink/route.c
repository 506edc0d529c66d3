// options: -v
// options: -s 3
// options: -X verbose
// options: -X raw
// m32
// network
#include "corpus.h"
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/socket.h>

static union { unsigned char b[512]; unsigned u[128]; unsigned short h[256]; } m;
static int fd, seq;

/* A message of n bytes: header, then what is in m behind it. */
static void send(int type, int flags, int n)
{
	m.u[0] = n;
	m.h[2] = type;
	m.h[3] = flags;
	m.u[2] = 1000 + seq++;
	m.u[3] = 0;
	call(sendto, fd, &m, n < 16 ? 16 : n, 0x40, NULL, 0);
	for (unsigned i = 4; i < COUNT(m.u); i++)
		m.u[i] = 0;
}

/* Appends an attribute whose data are n bytes, at byte off of the message; returns the end. */
static int attr(int off, int type, const void *data, int n)
{
	m.h[off / 2] = n + 4;
	m.h[off / 2 + 1] = type;
	memcpy(m.b + off + 4, data, n);
	return (off + 4 + n + 3) & -4;
}

int main(void)
{
	struct sockaddr_nl me = { .nl_family = 16, .nl_groups = 0 };
	static unsigned char reply[8192];
	int n, sndbuf = 1;

	fd = call(socket, 16, 3, 0);
	/* Not bound yet. */
	m.b[16] = 0;
	send(RTM_GETLINK, NLM_F_REQUEST, 20);
	call(close, fd);
	fd = call(socket, 16, 3, 0);
	call(bind, fd, &me, 12);
	call(setsockopt, fd, 1, 8, &sndbuf, 4);
	/* Flags, by the kind of request. */
	static const int types[] = { 0, 1, 2, 3, 4, 15, 16, 17, 18, 19, 20, 22, 26, 64, 99, 200, 4096 };
	for (unsigned i = 0; i < COUNT(types); i++)
		send(types[i], 0xfff & ~4, 16);
	for (int i = 0; i < 16; i++)
		send(RTM_GETLINK, 1 << i, 16);
	send(RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, 16);
	for (int t = 16; t < 124; t++)
		send(t, 0x8001, 16);
	/* Shorter than the structure. */
	static const int things[] = { RTM_GETLINK, RTM_GETADDR, RTM_GETROUTE, RTM_GETNEIGH, RTM_GETRULE, 54, RTM_GETMULTICAST, RTM_GETANYCAST, 70, 98 };
	for (unsigned i = 0; i < 5; i++)
		send(things[i], 0x8001, 17);
	for (unsigned i = 0; i < 5; i++)
		send(things[i], 0x8001, 18);
	for (unsigned i = 0; i < COUNT(things); i++) {
		m.b[16] = 2;
		m.b[17] = 24;
		m.b[20] = 1;
		send(things[i], 0x8001, 48);
	}
	send(RTM_GETLINK, 0x8001, 31);
	send(RTM_GETLINK, 0x8001, 32);
	send(RTM_GETLINK, 0x8001, 34);
	send(RTM_GETLINK, 0x8001, 36);
	m.b[32] = 3;
	send(RTM_GETLINK, 0x8001, 36);
	m.b[32] = 8;
	send(RTM_GETLINK, 0x8001, 36);
	/* Attributes of odd sizes. */
	static const unsigned char data[40] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	for (int t = 0; t < 72; t++) {
		/* Not decoded in depth yet. */
		if (t == 11 || t == 12 || t == 22 || t == 24 || t == 25 || t == 44 || t == 52 || t == 55)
			continue;
		n = attr(32, t, data, 0);
		n = attr(n, t, data, 1);
		n = attr(n, t, data, 2);
		n = attr(n, t, data, 4);
		n = attr(n, t, data, 8);
		n = attr(n, t, "name\0x", 6);
		send(RTM_NEWLINK, 0x8001, n);
	}
	n = attr(32, 0x8001, data, 4);
	n = attr(n, 0x4001, data, 4);
	n = attr(n, 0xc003, "lo", 3);
	n = attr(n, 0xffff, "lo", 3);
	send(RTM_NEWLINK, 0x8001, n);
	n = attr(32, IFLA_IFNAME, "lo", 3);
	send(RTM_NEWLINK, 0x8001, n);
	n = attr(32, IFLA_IFNAME, "lo", 3);
	send(RTM_NEWLINK, 0x8001, n + 2);
	for (int t = 0; t < 16; t++) {
		m.b[16] = 2;
		n = attr(24, t, data, 4);
		n = attr(n, t, data, 16);
		n = attr(n, t, data, 1);
		send(RTM_NEWADDR, 0x8001, n);
		m.b[16] = 10;
		n = attr(24, t, data, 4);
		n = attr(n, t, data, 16);
		send(RTM_NEWADDR, 0x8001, n);
	}
	for (int t = 0; t < 34; t++) {
		if (t == 8 || t == 9 || t == 12 || t == 17 || t == 18 || t == 22)
			continue;
		m.b[16] = t % 3 ? 2 : 10;
		n = attr(28, t, data, 4);
		n = attr(n, t, data, 16);
		n = attr(n, t, data, 1);
		send(RTM_NEWROUTE, 0x8001, n);
	}
	for (int t = 0; t < 18; t++) {
		if (t == 14)
			continue;
		m.b[16] = t % 3 ? 2 : 10;
		n = attr(28, t, data, 4);
		n = attr(n, t, data, 16);
		n = attr(n, t, data, 6);
		send(RTM_NEWNEIGH, 0x8001, n);
	}
	for (int t = 0; t < 32; t++) {
		if (t == 12 || t == 20 || t > 22)
			continue;
		m.b[16] = t % 3 ? 2 : 10;
		n = attr(28, t, data, 4);
		n = attr(n, t, data, 16);
		n = attr(n, t, data, 1);
		send(RTM_NEWRULE, 0x8001, n);
	}
	/* Two messages, and one that is cut. */
	m.u[8] = 16;
	send(RTM_GETLINK, 0x8001, 32);
	m.u[4] = 16;
	m.h[10] = 3;
	m.u[0] = 16;
	m.h[2] = 18;
	call(sendto, fd, &m, 32, 0x40, NULL, 0);
	m.u[0] = 20;
	call(sendto, fd, &m, 18, 0x40, NULL, 0);
	call(sendto, fd, &m, 16, 0x40, NULL, 0);
	call(sendto, fd, &m, 15, 0x40, NULL, 0);
	call(sendto, fd, &m, 0, 0x40, NULL, 0);
	call(sendto, fd, BAD, 20, 0x40, NULL, 0);
	call(sendto, fd, at_edge(0, &m, 18), 20, 0x40, NULL, 0);
	call(write, fd, &m, 20);
	return 0;
}
