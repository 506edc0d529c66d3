// options: -e read=all -e write=all
// options: -X raw
// options: -X verbose
// options: -s 3
// options: -v
// options: -y
// m32
#include "corpus.h"

struct iov { void *base; size_t len; };
struct msg { void *name; int namelen; struct iov *iov; size_t iovlen; void *control; size_t controllen; unsigned flags; };
struct cmsg { size_t len; int level, type; unsigned char data[256]; };

static struct cmsg m;
static struct msg h = { NULL, 0, NULL, 0, &m };

/* A control message with n bytes of data, in a buffer of n more. */
static void send(int level, int type, int n)
{
	for (int i = 0; i < n && i < (int)sizeof(m.data); i++)
		m.data[i] = i % 8 == 0 ? 1 + i / 8 : i % 4 == 1 ? i : 0;
	m.len = sizeof(size_t) + 8 + n;
	m.level = level;
	m.type = type;
	h.controllen = m.len;
	h.control = &m;
	call(sendmsg, -1, &h, 0);
}

int main(void)
{
	static const int levels[] = { 0, 1, 2, 6, 17, 41, 255, 263, 270, 273, 278, 279, 280, 282, 284, 300, -1 };
	static const int sizes[] = { 0, 1, 3, 4, 5, 8, 11, 12, 16, 20, 24, 40, 100 };

	for (unsigned l = 0; l < COUNT(levels); l++)
		send(levels[l], 1, 5);
	for (int t = 0; t < 85; t++)
		send(1, t, 8);
	for (unsigned s = 0; s < COUNT(sizes); s++)
		for (int t = 1; t < 5; t++)
			send(1, t, sizes[s]);
	static const int stamps[] = { 29, 35, 37, 41, 54, 58, 61, 63, 64, 65, 66, 78, 79, 80, 81, 82, 83 };
	for (unsigned s = 0; s < COUNT(sizes); s++)
		for (unsigned t = 0; t < COUNT(stamps); t++)
			send(1, stamps[t], sizes[s]);
	for (int t = 0; t < 60; t++)
		send(0, t, 12);
	static const int ip[] = { 1, 2, 6, 7, 8, 11, 18, 20, 23, 24, 25, 27 };
	for (unsigned s = 0; s < COUNT(sizes); s++)
		for (unsigned t = 0; t < COUNT(ip); t++)
			send(0, ip[t], sizes[s]);
	for (int t = 0; t < 85; t += 7)
		send(41, t, 20);
	send(41, 50, 12);
	send(17, 103, 2);
	send(17, 104, 4);
	send(279, 1, 4);
	send(279, 2, 20);
	send(279, 3, 4);
	send(270, 3, 4);
	send(263, 8, 20);
	send(6, 36, 4);
	/* Lengths that can't be. */
	m.len = 0;
	call(sendmsg, -1, &h, 0);
	m.len = 5;
	call(sendmsg, -1, &h, 0);
	m.len = 12;
	call(sendmsg, -1, &h, 0);
	m.len = 1000;
	call(sendmsg, -1, &h, 0);
	/* (-1 makes the reference loop for ever.) */
	m.len = 20;
	m.level = 1;
	m.type = 1;
	for (unsigned n = 0; n < 40; n += 3) {
		h.controllen = n;
		call(sendmsg, -1, &h, 0);
	}
	h.control = NULL;
	call(sendmsg, -1, &h, 0);
	h.control = BAD;
	call(sendmsg, -1, &h, 0);
	h.control = edge(0) - 20;
	call(sendmsg, -1, &h, 0);
	h.controllen = 20;
	call(sendmsg, -1, &h, 0);
	/* Several. */
	struct { struct { size_t len; int level, type, data[2]; } m[3]; } several = { {
		{ sizeof(size_t) + 16, 1, 1, { 3, 4 } }, { sizeof(size_t) + 12, 1, 1, { 5 } }, { sizeof(size_t) + 16, 0, 8, { 6, 7 } } } };
	h.control = &several;
	h.controllen = sizeof(several);
	call(sendmsg, -1, &h, 0);
	/* Many descriptors. */
	send(1, 1, 200);
	h.controllen = 100;
	call(sendmsg, -1, &h, 0);
	return 0;
}
