// options: -X raw
// options: -X verbose
// options: -v
// options: -s 2
// options: -y
// options: -e fd=0
// options: -e fd=99,4
// m32
#include "corpus.h"
#include <linux/poll.h>
#include <linux/time.h>

int main(void)
{
	int p[2];
	struct pollfd none = { -1, POLLIN, 7 }, f[5], many[28], all = { 0, -1, 0 };
	struct __kernel_timespec ts = { 0, 1000000 }, bad = { -1, -1 }, zero = { 0, 0 };
	struct { long sec, nsec; } old = { 0, 1000000 }, oldbad = { -1, 1000000000 };
	unsigned long mask[2] = { 0x8000000000004205, 1 };

	call(pipe, p);
	f[0] = (struct pollfd){ p[0], POLLIN, 0 };
	f[1] = (struct pollfd){ p[1], POLLOUT | POLLPRI, 0 };
	f[2] = (struct pollfd){ 0, 0x7fff, 0 };
	f[3] = (struct pollfd){ -5, 0x8000, 0 };
	f[4] = (struct pollfd){ 99, 0, 0 };
	for (int i = 0; i < 28; i++)
		many[i] = (struct pollfd){ i % 2, POLLIN, 0 };
	call(poll, f, 1, 0);
	call(poll, f, 2, -1);
	call(poll, f, 3, 1);
	call(poll, f, 5, 0);
	call(poll, &none, 1, 0);
	call(poll, &all, 1, 0);
	call(poll, many, 28, 5);
	call(poll, NULL, 0, 0);
	call(poll, f, 0, 1);
	call(poll, NULL, 1, 0);
	call(poll, BAD, 1, 0);
	call(poll, BAD, 0, 0);
	call(poll, at_edge(0, f, sizeof(f[0])), 2, 0);
	call(poll, at_edge(2, f, sizeof(f)), -1, 0);
	call(poll, at_edge(2, f, sizeof(f)), 0x7fffffff, 0);
	call(close, p[1]);
	call(poll, f, 2, 0);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 2, &old, mask, 8);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 1, &old, NULL, 8);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f + 3, 1, &old, mask, 8);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f + 3, 1, NULL + 0, mask, 7);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f + 3, 1, &oldbad, mask, 8);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 2, BAD, mask, 8);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 2, &old, BAD, 8);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 2, &old, mask, 16);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 2, &old, mask, 4);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 2, &old, mask, 0);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 1, NULL, NULL, 0);
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, NULL, 0, &old, NULL, -1);
	mask[0] = ~0UL;
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 1, &old, mask, 8);
	mask[0] = mask[1] = 0;
	old.sec = 0, old.nsec = 1000000;
	call(ppoll, f, 1, &old, mask, 8);
#ifdef __i386__
	ts.tv_sec = 0, ts.tv_nsec = 1000000;
	call(ppoll_time64, f, 1, &ts, mask, 8);
	ts.tv_sec = 0, ts.tv_nsec = 1000000;
	call(ppoll_time64, f + 3, 1, &ts, mask, 8);
	ts.tv_sec = 0, ts.tv_nsec = 1000000;
	call(ppoll_time64, f + 3, 1, &bad, mask, 8);
	ts.tv_sec = 0, ts.tv_nsec = 1000000;
	call(ppoll_time64, f + 3, 1, &zero, NULL, 8);
#endif
	return 0;
}
