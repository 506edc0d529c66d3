// only: -e read=all -e write=all
// only: -e read=3 -e write=4
// m32
#include "corpus.h"
#include <linux/socket.h>
#include <linux/uio.h>

struct msg { void *name; int namelen; struct iovec *iov; size_t iovlen; void *control; size_t controllen; unsigned flags; };
struct mmsg { struct msg hdr; unsigned len; };

int main(void)
{
	int s[2];
	char buf[100], small[3];
	struct iovec out[] = { { "hello, ", 7 }, { "world", 5 }, { NULL, 0 }, { "never", 5 } };
	struct iovec in[] = { { small, 3 }, { buf, 50 } };
	struct iovec bad[] = { { "a", 1 }, { BAD, 3 }, { edge(1) - 2, 4 }, { "b", 1 } };
	struct msg m = { NULL, 0, out, 4, NULL, 0, 0 }, r = { NULL, 0, in, 2, NULL, 0, 0 };
	struct mmsg mm[2] = { { m }, { m } }, rr[2] = { { r }, { r } };

	call(socketpair, 1, 2, 0, s); /* AF_UNIX, SOCK_DGRAM */
	call(sendmsg, s[0], &m, 0);
	call(recvmsg, s[1], &r, 0);
	call(sendmsg, s[0], &m, 0x80000000); /* MSG_CMSG_COMPAT: EINVAL on a 64-bit ABI */
	call(recvmsg, s[1], &r, 0x40);
	call(sendmmsg, s[0], mm, 2, 0);
	call(recvmmsg, s[1], rr, 2, 0x40, NULL);
	mm[1].hdr.iov = bad;
	call(sendmmsg, s[0], mm, 2, 0);
	/* A sendmmsg that fails is left out: the reference then dumps all memory behind the array as messages. */
	m.iov = bad;
	call(sendmsg, s[0], &m, 0);
	m.iov = BAD;
	call(sendmsg, s[0], &m, 0);
	call(sendmsg, s[0], BAD, 0);
	call(recvmmsg, s[1], rr, 2, 0x40, NULL);
	call(recvmmsg, s[1], rr, 2, 0x40, NULL);
	call(sendmsg, 99, &r, 0);
	call(sendto, s[0], "datagram", 8, 0, NULL, 0);
	call(recvfrom, s[1], buf, 3, 0x22, NULL, NULL); /* MSG_PEEK|MSG_TRUNC */
	call(sendto, 99, "datagram", 8, 0, NULL, 0);
	return 0;
}
