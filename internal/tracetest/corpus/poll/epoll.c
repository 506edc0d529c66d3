// options: -X raw
// options: -X verbose
// options: -v
// options: -s 1
// options: -y
// m32
#include "corpus.h"
#include <linux/eventpoll.h>

int main(void)
{
	struct epoll_event ev = { EPOLLIN, 0x123456789abcdef0 }, out = { EPOLLOUT | EPOLLET, 7 }, got[4], weird = { -1, -1 };
	struct { long sec, nsec; } ts = { 0, 1000000 };
	struct { long long sec, nsec; } ts64 = { 0, 1000000 }, badts = { -1, -5 };
	unsigned long mask[2] = { 0x205, 0 };
	int p[2], e, none = -1;

	call(epoll_create, 5);
	call(epoll_create, -1);
	e = call(epoll_create1, EPOLL_CLOEXEC);
	call(epoll_create1, 0);
	call(epoll_create1, 0x800);
	call(epoll_create1, -1);
	call(pipe, p);
	call(epoll_ctl, e, EPOLL_CTL_ADD, p[0], &ev);
	call(epoll_ctl, e, EPOLL_CTL_ADD, p[1], &out);
	call(epoll_wait, e, got, 4, 0);
	call(epoll_ctl, e, EPOLL_CTL_MOD, p[1], &weird);
	call(epoll_wait, e, got, 4, 0);
	call(close, p[0]);
	call(epoll_wait, e, got, 4, 0);
	call(epoll_ctl, e, EPOLL_CTL_DEL, p[1], NULL);
	call(epoll_ctl, e, EPOLL_CTL_DEL, p[1], &out);
	call(epoll_ctl, e, EPOLL_CTL_DEL, p[1], BAD);
	call(epoll_ctl, e, EPOLL_CTL_ADD, p[1], NULL);
	call(epoll_ctl, e, EPOLL_CTL_ADD, p[1], BAD);
	call(epoll_ctl, e, 9, p[1], &out);
	call(epoll_ctl, none, 1, -1, edge(0) - 4);
	out.events = 0;
	call(epoll_ctl, none, 1, 0, &out);
	out.events = 0x800;
	call(epoll_ctl, none, 1, 0, &out);
	call(epoll_wait, e, got, 4, 0);
	call(epoll_wait, e, got, 0, 0);
	call(epoll_wait, e, got, -1, 0);
	call(epoll_wait, e, NULL, 3, 0);
	call(epoll_wait, none, BAD, 3, -1);
	call(pipe, p);
	ev.events = EPOLLOUT | EPOLLWRNORM;
	call(epoll_ctl, e, EPOLL_CTL_ADD, p[1], &ev);
	call(epoll_pwait, e, got, 4, 0, NULL, 8);
	call(epoll_pwait, e, got, 4, -1, mask, 8);
	call(epoll_pwait, e, got, 4, 1, mask, 7);
	call(epoll_pwait, e, got, 4, 1, BAD, 8);
	call(epoll_pwait, none, got, 4, 1, mask, 8);
	callnr(441, e, got, 4, &ts64, NULL, 8);
	callnr(441, e, got, 4, NULL, mask, 8);
	callnr(441, e, got, 4, &badts, mask, 8);
	callnr(441, e, got, 4, BAD, mask, 16);
	callnr(441, none, got, 4, &ts64, mask, 0);
	return 0;
}
