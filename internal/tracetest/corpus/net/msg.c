// options: -X raw
// options: -X verbose
// options: -s 4
// options: -v
// options: -s 2 -v
// m32
#include "corpus.h"
#include <linux/socket.h>
#include <linux/time_types.h>

struct iov { void *base; size_t len; };
struct msg { void *name; int namelen; struct iov *iov; size_t iovlen; void *control; size_t controllen; unsigned flags; };
struct mmsg { struct msg hdr; unsigned len; };
struct cmsg { size_t len; int level, type; int data[3]; };

int main(void)
{
	static char buf[100], other[100];
	static unsigned char from[128], control[256];
	struct { unsigned short family; char path[20]; } name = { 1, "gostrace-corpus" };
	struct iov iov[3] = { { "hello, ", 7 }, { "world", 5 }, { NULL, 0 } };
	struct iov into[3] = { { buf, 5 }, { other, 100 }, { NULL, 0 } };
	struct msg m = { NULL, 0, iov, 2 };
	struct mmsg mm[3];
	struct cmsg rights = { sizeof(size_t) + 8 + 8, 1, 1, { 0, 1 } };
	struct { long sec, nsec; } ts = { 0, 1000000 }, bad = { -1, 2000000000 };
	int pair[2], u, len;

	call(socketpair, 1, 2, 0, pair);
	call(sendmsg, pair[0], &m, 0);
	call(sendmsg, pair[0], &m, 0x40);
	call(sendmsg, -1, BAD, 0);
	call(sendmsg, -1, NULL, -1);
	call(sendmsg, -1, at_edge(0, &m, sizeof(m)), 0);
	call(sendmsg, -1, edge(0) - sizeof(m) + 4, 0);
	m.name = &name;
	m.namelen = 18;
	m.flags = 0x40;
	call(sendmsg, -1, &m, 0);
	m.iovlen = 0;
	call(sendmsg, -1, &m, 0);
	m.iov = NULL;
	m.iovlen = 2;
	m.name = BAD;
	m.namelen = -1;
	call(sendmsg, -1, &m, 0);
	m.iov = BAD;
	m.name = NULL;
	m.namelen = 16;
	call(sendmsg, -1, &m, 0);
	m.iov = iov;
	m.iovlen = 3;
	m.namelen = 0;
	m.flags = -1;
	m.control = &rights;
	m.controllen = sizeof(rights);
	call(sendmsg, pair[0], &m, 0);
	m.flags = 0;
	m.controllen = rights.len;
	call(sendmsg, pair[0], &m, 0);
	call(sendmsg, pair[0], &m, 0);
	call(sendmsg, pair[0], &m, 0);
#ifdef __x86_64__
	m.iovlen = -1;
	call(sendmsg, pair[0], &m, 0);
#endif
	m.iovlen = 5;
	m.iov = at_edge(0, iov, sizeof(iov));
	call(sendmsg, -1, &m, 0);

	m = (struct msg){ from, 128, into, 2, control, 0, -1 };
	call(recvmsg, pair[1], &m, 0);
	m.iovlen = 0;
	call(recvmsg, pair[1], &m, 0x20);
	m.iovlen = 2;
	m.name = from;
	m.namelen = 128;
	m.control = control;
	m.controllen = sizeof(control);
	m.flags = 0;
	call(recvmsg, pair[1], &m, 2);
	m.namelen = 10;
	m.name = NULL;
	m.control = control;
	m.controllen = sizeof(control);
	call(recvmsg, pair[1], &m, 0x40000000);
	m.controllen = 4;
	call(recvmsg, pair[1], &m, 0);
	m.iovlen = 1;
	call(recvmsg, pair[1], &m, 0x60);
	call(recvmsg, pair[1], &m, 0x40);
	call(recvmsg, pair[1], &m, 0x40);
	call(recvmsg, -1, &m, -1);
	call(recvmsg, -1, BAD, 0);
	call(recvmsg, -1, NULL, 0);
	u = call(socket, 1, 0x802, 0);
	call(bind, u, &name, 18);
	call(sendto, u, "to myself", 9, 0, &name, 18);
	call(sendto, u, "to myself", 9, 0, &name, 18);
	call(sendto, u, "to myself", 9, 0, &name, 18);
	m = (struct msg){ from, 128, into, 2 };
	call(recvmsg, u, &m, 0);
	m.namelen = 5;
	call(recvmsg, u, &m, 2);
	m.namelen = 5;
	m.name = BAD;
	call(recvmsg, u, &m, 2);
	m.namelen = -1;
	m.name = from;
	call(recvmsg, u, &m, 2);

	/* Several at once. */
	mm[0] = (struct mmsg){ { NULL, 0, iov, 2 }, 77 };
	mm[1] = (struct mmsg){ { NULL, 0, iov + 1, 2 }, 78 };
	mm[2] = (struct mmsg){ { NULL, 0, iov, 0 }, 79 };
	call(sendmmsg, pair[0], mm, 3, 0);
	mm[0].hdr.flags = mm[0].len = 6;
	call(sendmmsg, pair[0], mm, 1, 0x4040);
	call(sendmmsg, pair[0], mm, 0, 0);
	mm[1].hdr.iov = BAD;
	call(sendmmsg, pair[0], mm, 3, 0);
	call(sendmmsg, -1, mm, 3, 0);
	
	call(sendmmsg, -1, BAD, 2, 0);
	call(sendmmsg, -1, NULL, 2, 0);
	call(sendmmsg, -1, at_edge(0, mm, sizeof(mm[0])), 3, -1);
	mm[0] = (struct mmsg){ { from, 128, into, 2 }, 77 };
	mm[1] = (struct mmsg){ { NULL, 0, into + 1, 1 }, 78 };
	mm[2] = (struct mmsg){ { NULL, 0, into, 0 }, 79 };
	call(recvmmsg, pair[1], mm, 2, 0x40, NULL);
	call(recvmmsg, pair[1], mm, 0, 0, NULL);
	call(recvmmsg, pair[1], mm, 3, 0x40, &ts);
	ts.nsec = 5;
	call(recvmmsg, pair[1], mm, 3, 0x40, &ts);
	call(recvmmsg, pair[1], mm, 3, 0x40, &bad);
	call(recvmmsg, -1, mm, 3, 0x40, &bad);
	call(recvmmsg, -1, mm, 3, 0x40, BAD);
	call(recvmmsg, -1, BAD, 3, -1, NULL);
	call(recvmmsg, -1, NULL, -1, 0x10000, NULL);
	call(recvmmsg, u, mm, 2, 0x10040, NULL);
#ifdef __i386__
	long long ts64[2] = { 1, 2 };
	call(recvmmsg_time64, -1, mm, 3, 0x40, ts64);
	call(recvmmsg_time64, u, mm, 1, 0x40, ts64);
	call(sendto, u, "to myself", 9, 0, &name, 18);
	call(recvmmsg_time64, u, mm, 1, 0x40, ts64);
	call(recvmmsg_time64, u, mm, 1, 0x40, BAD);
#endif
	return 0;
}
