// options: -e read=all -e write=all
// options: -v
// options: -X raw
// options: -X verbose
// options: -s 3
// options: -y
// options: -xx
// root
// m32
#include "corpus.h"
#include <linux/mqueue.h>
#include <asm/siginfo.h>
#include <linux/signal.h>

#ifdef __i386__
#define TIMEDSEND 418
#define TIMEDRECEIVE 419
#else
#define TIMEDSEND __NR_mq_timedsend
#define TIMEDRECEIVE __NR_mq_timedreceive
#endif

int main(void)
{
	static struct { long f, max, size, cur, r[4]; } a = { -1, 4, 64, 9, { 1, 2, 3, 4 } }, o;
	static char buf[100] = "hello \001 world";
	static unsigned prio = 77;
	struct { long s, n; } ts = { 0, 1 };
	struct { long long s, n; } ts64 = { 0, 1 };
	void *t = sizeof(long) == 4 ? (void *)&ts64 : (void *)&ts;
	call(unshare, 0x08000000);
	call(mq_open, "gs_q", 0, 0, 0);
	call(mq_open, "gs_q", 0100 | 2, 0600, &a);
	call(mq_open, "gs_q", 0100 | 0200 | 2 | 04000, 0600, 0);
	call(mq_open, "gs_q", 0100 | 2, -1, BAD);
	call(mq_open, 0, -1, 07777, edge(0) - 8);
	call(mq_open, BAD, 2, 1, 1);
	call(mq_open, cut_at_edge(1, "gs_q"), 2, 1, 1);
	call(mq_open, "a-name-that-is-a-good-deal-longer-than-what-s-shows", 1, 1, 1);
	long q = call(mq_open, "gs_q", 2 | 04000, 0, 0);
	call(mq_getsetattr, q, 0, &o);
	call(mq_getsetattr, q, &a, &o);
	a.f = 04000;
	call(mq_getsetattr, q, &a, &o);
	call(mq_getsetattr, q, &a, 0);
	call(mq_getsetattr, q, BAD, BAD);
	call(mq_getsetattr, -1, &a, &o);
	callnr(TIMEDSEND, q, buf, 12, 3, t);
	callnr(TIMEDSEND, q, buf, 60, -1, 0);
	callnr(TIMEDSEND, q, buf, 60, 0, 0);
	callnr(TIMEDSEND, q, buf, 100, 5, BAD);
	callnr(TIMEDSEND, q, 0, 10, 5, t);
	callnr(TIMEDSEND, q, edge(0) - 5, 10, 5, t);
	callnr(TIMEDSEND, q, "", 0, 5, edge(0) - 4);
	callnr(TIMEDSEND, -1, buf, -1, 5, t);
	callnr(TIMEDRECEIVE, q, buf, 10, &prio, t);
	callnr(TIMEDRECEIVE, q, buf, 64, &prio, t);
	callnr(TIMEDRECEIVE, q, buf, 64, 0, 0);
	callnr(TIMEDRECEIVE, q, BAD, 64, &prio, BAD);
	callnr(TIMEDRECEIVE, q, buf, 64, BAD, t);
	callnr(TIMEDRECEIVE, q, buf, 64, &prio, t);
	callnr(TIMEDRECEIVE, q, buf, 64, &prio, t);
	callnr(TIMEDRECEIVE, -1, buf, -1, &prio, t);
#ifdef __i386__
	call(mq_timedsend, q, buf, 12, 3, &ts);
	call(mq_timedreceive, q, buf, 64, &prio, &ts);
#endif
	static struct sigevent e = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = 10, .sigev_value.sival_int = 5 };
	call(mq_notify, q, &e);
	call(mq_notify, q, 0);
	e.sigev_notify = SIGEV_NONE;
	call(mq_notify, q, &e);
	call(mq_notify, q, BAD);
	call(mq_notify, -1, &e);
	e.sigev_notify = SIGEV_THREAD;
	e.sigev_value.sival_ptr = "cookie: thirty-two bytes of them";
	call(mq_notify, q, &e);
	e.sigev_notify = SIGEV_THREAD_ID;
	call(mq_notify, q, &e);
	e.sigev_notify = 99;
	e.sigev_signo = 99;
	call(mq_notify, q, &e);
	call(mq_notify, q, edge(0) - 10);
	call(mq_unlink, "gs_q");
	call(mq_unlink, "gs_q");
	call(mq_unlink, 0);
	call(mq_unlink, BAD);
	call(mq_unlink, "a-name-that-is-a-good-deal-longer-than-what-s-shows");
	return 0;
}
