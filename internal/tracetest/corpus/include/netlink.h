/*
 * Messages of netlink: sockets of every protocol that the kernel has, and messages that are sent with MSG_OOB, which the
 * kernel refuses before it looks at them.
 */
#ifndef CORPUS_NETLINK_H
#define CORPUS_NETLINK_H

#include "corpus.h"

static unsigned char msg[4096] __attribute__((aligned(16)));
static int sockets[32]; /* by protocol */

/* Opens a socket of a protocol and binds it: only then does the kernel tell what it is. */
static inline void open_netlink(int protocol)
{
	static unsigned char addr[12] = { 16 };
	int fd = call(socket, 16, 3, protocol);

	sockets[protocol] = fd;
	call(bind, fd, addr, 12);
}

static inline void message(int protocol, int type, int flags, int n)
{
	*(unsigned *)msg = n;
	*(unsigned short *)(msg + 4) = type;
	*(unsigned short *)(msg + 6) = flags;
	*(unsigned *)(msg + 8) = *(unsigned *)(msg + 12) = 0;
	call(sendto, sockets[protocol], msg, n, 1, 0, 0);
}

/* Patterns of bytes: small ints, all different, all ones, attributes of 4 bytes, text. */
enum pattern { INTS, BYTES, ONES, ZEROS, ATTRS, TEXT };

static inline void fill(unsigned char *p, int n, enum pattern pattern)
{
	for (int i = 0; i < n; i++)
		switch (pattern) {
		case INTS: p[i] = i % 4 == 0 ? i / 4 + 1 : 0; break;
		case BYTES: p[i] = i * 7 + 1; break;
		case ONES: p[i] = 255; break;
		case ZEROS: p[i] = 0; break;
		case ATTRS: p[i] = i % 8 == 0 ? 8 : i % 8 == 2 ? i / 8 : i % 8 == 4 ? i / 8 + 1 : 0; break;
		case TEXT: p[i] = i == n - 1 ? 0 : 'a' + i % 26; break;
		}
}

/* What is before an attribute: a header of bytes, and the types of the attributes around it, ended by -1. */
static const unsigned char *head;
static int head_size;
static const int *around;

/* A message with one attribute of n bytes. */
static inline void attribute(int protocol, int type, int flags, int attr, int n, enum pattern pattern)
{
	int off = 16, starts[8], depth = 0;

	for (int i = 0; i < head_size; i++)
		msg[off + i] = head[i];
	for (off += head_size; off & 3;)
		msg[off++] = 0;
	for (; around && around[depth] >= 0; depth++) {
		starts[depth] = off;
		*(unsigned short *)(msg + off + 2) = around[depth];
		off += 4;
	}
	*(unsigned short *)(msg + off) = n + 4;
	*(unsigned short *)(msg + off + 2) = attr;
	fill(msg + off + 4, n, pattern);
	for (off += 4 + n; off & 3;)
		msg[off++] = 0;
	while (depth > 0) {
		depth--;
		*(unsigned short *)(msg + starts[depth]) = off - starts[depth];
	}
	message(protocol, type, flags, off);
}

/* Messages with each attribute from first to last, in all sizes that make a difference. */
static inline void attributes(int protocol, int type, int flags, int first, int last)
{
	static const int sizes[] = { 1, 2, 3, 4, 5, 8, 12, 16, 24, 32, 40, 56, 76, 128, 200 };

	for (int a = first; a <= last; a++) {
		attribute(protocol, type, flags, a, 0, INTS);
		for (unsigned i = 0; i < COUNT(sizes); i++)
			attribute(protocol, type, flags, a, sizes[i], i % 4 == 1 ? BYTES : INTS);
		attribute(protocol, type, flags, a, 4, BYTES);
		attribute(protocol, type, flags, a, 8, BYTES);
		attribute(protocol, type, flags, a, 1, ONES);
		attribute(protocol, type, flags, a, 4, ONES);
		attribute(protocol, type, flags, a, 8, ONES);
		attribute(protocol, type, flags, a, 4, ZEROS);
		attribute(protocol, type, flags, a, 300, ONES);
		attribute(protocol, type, flags, a, 300, ATTRS);
		attribute(protocol, type, flags, a, 10, TEXT);
		attribute(protocol, type, flags, a, 50, TEXT);
	}
}

/* Messages with each attribute from first to last, in a few sizes. */
static inline void attributes_in_brief(int protocol, int type, int flags, int first, int last)
{
	for (int a = first; a <= last; a++) {
		attribute(protocol, type, flags, a, 0, INTS);
		attribute(protocol, type, flags, a, 1, INTS);
		attribute(protocol, type, flags, a, 4, INTS);
		attribute(protocol, type, flags, a, 9, BYTES);
		attribute(protocol, type, flags, a, 4, ONES);
		attribute(protocol, type, flags, a, 16, BYTES);
		attribute(protocol, type, flags, a, 36, TEXT);
		attribute(protocol, type, flags, a, 240, INTS);
	}
}

/* Attributes in attributes: within(protocol, type, flags, first, last, 18, 2) is about those in 2 in 18. */
#define within(protocol, type, flags, first, last, ...) do { \
	static const int path_[] = { __VA_ARGS__, -1 }; \
	around = path_; \
	attributes_in_brief(protocol, type, flags, first, last); \
	around = 0; \
} while (0)

#define set_head(...) do { \
	static const unsigned char head_[] = { __VA_ARGS__ }; \
	head = head_; \
	head_size = sizeof(head_); \
} while (0)

#endif
