// options: -X raw
// options: -X verbose
// options: -v
// options: -yy
// m32
#include "corpus.h"
#define EFD_CLOEXEC 0x80000
#define EFD_NONBLOCK 0x800
#define EFD_SEMAPHORE 1
#include <linux/timerfd.h>
#include <linux/signalfd.h>

/* Descriptors of counters, timers and signals. */
int main(void)
{
	struct { struct { long sec, nsec; } interval, value; } its = { { 0, 5 }, { 100, 6 } }, old, bad = { { -1, 1 }, { 2, 1000000000 } };
	struct { struct { long long sec, nsec; } interval, value; } its64 = { { 0, 5 }, { 100, 6 } };
	unsigned long mask[2] = { 0x8000000000004205, 0 }, full[2] = { -1, -1 }, empty[2] = { 0, 0 };
	int e, t, none = -1;

	call(eventfd, 5);
	call(eventfd, -1);
	e = call(eventfd2, 7, EFD_CLOEXEC | EFD_NONBLOCK | EFD_SEMAPHORE);
	call(eventfd2, 7, 0);
	call(eventfd2, -1, -1);
	call(eventfd2, 1, 2);
	call(write, e, "\1\0\0\0\0\0\0\0", 8);
	call(close, e);
	for (int i = 0; i < 13; i++)
		call(timerfd_create, i, TFD_NONBLOCK);
	t = call(timerfd_create, 1, TFD_CLOEXEC | TFD_NONBLOCK);
	call(timerfd_create, 1, -1);
	call(timerfd_create, -1, 1);
	call(timerfd_create, -6, 0);
	call(timerfd_settime, t, 0, &its, NULL);
	call(timerfd_settime, t, 0, &its, &its);
	call(timerfd_settime, t, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &bad, &old);
	call(timerfd_settime, t, -1, BAD, BAD);
	call(timerfd_settime, t, 4, NULL, NULL);
	its.value.sec = its.value.nsec = 0;
	call(timerfd_settime, t, 0, &its, NULL);
	call(timerfd_gettime, t, &old);
	call(timerfd_gettime, t, NULL);
	call(timerfd_gettime, none, &old);
	call(timerfd_gettime, t, BAD);
#ifdef __i386__
	call(timerfd_settime64, t, 1, &its64, NULL);
	its64.value.sec = 0; its64.value.nsec = 0;
	call(timerfd_settime64, t, 1, &its64, NULL);
	call(timerfd_gettime64, t, &its64);
	call(timerfd_gettime64, none, &its64);
#endif
	call(signalfd, -1, mask, 8);
	call(signalfd, -1, full, 8);
	call(signalfd, -1, empty, 8);
	call(signalfd, -1, mask, 4);
	call(signalfd, -1, mask, 16);
	call(signalfd, -1, BAD, 8);
	call(signalfd, 0, NULL, 0);
	call(signalfd4, -1, mask, 8, SFD_CLOEXEC);
	e = call(signalfd4, -1, mask, 8, SFD_CLOEXEC | SFD_NONBLOCK);
	call(signalfd4, e, full, 8, 0);
	call(signalfd4, -1, mask, 8, -1);
	call(signalfd4, -1, mask, 8, 1);
	call(close, e);
	return 0;
}
