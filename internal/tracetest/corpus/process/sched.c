// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -s 1
// m32
#include "corpus.h"

struct attr { uint32_t size, policy; uint64_t flags; int32_t nice; uint32_t prio; uint64_t runtime, deadline, period; uint32_t umin, umax; uint32_t more[2]; };

int main(void)
{
	int par = 7;
	unsigned long set[40] = { 1 };
	struct attr a;
	struct attr *e;
	long ts[2] = { 11, 12 };
	long long ts64[2] = { 11, 12 };

	call(sched_getscheduler, 0);
	call(sched_getscheduler, -1);
	call(sched_setscheduler, 0, 0, &par);
	for (int i = 1; i < 9; i++)
		call(sched_setscheduler, -1, i, &par);
	par = -1;
	call(sched_setscheduler, -1, 0x40000001, &par);
	call(sched_setscheduler, -1, -1, BAD);
	call(sched_setscheduler, 0, 0, edge(0) - 1);
	par = 0;
	call(sched_setscheduler, 0, 0x40000000, &par);
	call(sched_getscheduler, 0);
	call(sched_setscheduler, 0, 3 | 0x40000000, &par);
	call(sched_getscheduler, 0);
	call(sched_setparam, 0, &par);
	call(sched_setparam, -1, 0);
	call(sched_getparam, 0, &par);
	call(sched_getparam, 0, BAD);
	call(sched_getparam, -1, &par);
	call(sched_get_priority_max, 1);
	call(sched_get_priority_max, -1);
	call(sched_get_priority_min, 2);
	call(sched_get_priority_min, 0x40000000);
	call(sched_rr_get_interval, 0, ts);
	call(sched_rr_get_interval, -1, ts);
	call(sched_rr_get_interval, 0, BAD);
	call(sched_setaffinity, 0, sizeof(set), set);
	call(sched_setaffinity, 0, 8, set);
	call(sched_setaffinity, 0, 3, set);
	call(sched_setaffinity, -1, -1, set);
	call(sched_setaffinity, 0, 0, set);
	call(sched_setaffinity, 0, 8, BAD);
	set[0] = 0x8000000000000111ull;
	set[1] = 3;
	set[5] = 1;
	call(sched_setaffinity, 0, sizeof(set), set);
	call(sched_setaffinity, -1, sizeof(set), at_edge(0, set, sizeof(set)) + 8);
	call(sched_getaffinity, 0, 8, set);
	call(sched_getaffinity, 0, sizeof(set), set);
	call(sched_getaffinity, 0, 3, set);
	call(sched_getaffinity, 0, 0, set);
	call(sched_getaffinity, 0, -1, set);
	call(sched_getaffinity, 0, 128, BAD);
	call(sched_getaffinity, 0, 128, 0);
	call(sched_yield);

	memset(&a, 0, sizeof(a));
	call(sched_getattr, 0, &a, 48, 0);
	call(sched_getattr, 0, &a, 56, 0);
	call(sched_getattr, 0, &a, 64, 0);
	call(sched_getattr, 0, &a, 47, 0);
	call(sched_getattr, 0, &a, 52, 0);
	call(sched_getattr, 0, &a, 56, 1);
	call(sched_getattr, 0, BAD, 56, 0);
	call(sched_getattr, -1, &a, -1, -1);
	call(sched_getattr, 0, edge(0) - 50, 56, 0);
	memset(&a, 0, sizeof(a));
	call(sched_setattr, 0, &a, 0);
	a.size = 48;
	a.policy = 3;
	call(sched_setattr, 0, &a, 0);
	a.size = 56;
	a.nice = 5;
	call(sched_setattr, 0, &a, 0);
	for (int i = 0; i < 8; i++) {
		a.policy = i;
		a.flags = i == 1 ? -1 : 1 << i;
		a.nice = -i;
		a.prio = i;
		a.runtime = 100 * i;
		a.deadline = 200;
		a.period = 300;
		a.umin = i + 1;
		a.umax = i - 1;
		call(sched_setattr, -1, &a, i);
	}
	a.policy = -1;
	a.size = 47;
	call(sched_setattr, -1, &a, 0);
	a.size = 48;
	call(sched_setattr, -1, &a, 0);
	a.size = 52;
	call(sched_setattr, -1, &a, 0);
	a.size = 64;
	call(sched_setattr, -1, &a, 0);
	a.size = 60;
	a.more[0] = 5;
	call(sched_setattr, -1, &a, 0);
	a.size = -1;
	call(sched_setattr, -1, &a, -1);
	a.size = 56;
	e = at_edge(0, &a, 56);
	call(sched_setattr, -1, e, 0);
	call(sched_setattr, -1, (char *)e + 4, 0);
	call(sched_setattr, -1, (char *)e + 52, 0);
	a.size = 64;
	e = at_edge(0, &a, 56);
	call(sched_setattr, -1, e, 0);
	call(sched_setattr, 0, BAD, 0);
	call(sched_setattr, 0, 0, 0);

	call(getpriority, 0, 0);
	call(getpriority, 1, -1);
	call(getpriority, 2, 0);
	call(getpriority, -1, 0);
	call(setpriority, 0, 0, 1);
	call(setpriority, 1, -1, -1);
	call(setpriority, 2, -1, -20);
	call(setpriority, 3, -1, 100);
	call(ioprio_get, 1, 0);
	call(ioprio_get, 2, -1);
	call(ioprio_get, 3, 12345);
	call(ioprio_get, 4, 0);
	call(ioprio_set, 1, 0, 0);
	call(ioprio_set, 1, 0, (2 << 13) | 4);
	call(ioprio_get, 1, 0);
	call(ioprio_set, 2, -1, (1 << 13) | 7);
	call(ioprio_set, 3, 0, (3 << 13) | 9);
	call(ioprio_set, 0, 0, (4 << 13) | 9);
	call(ioprio_set, -1, 0, -1);
	call(ioprio_set, 1, -1, (2 << 13) | (3 << 3) | 4);
	call(ioprio_set, 1, -1, (2 << 13) | (8 << 3) | 4);
	call(ioprio_set, 1, -1, 0x20000 | (2 << 13) | 5);
#ifdef __i386__
	call(nice, 0);
	call(nice, 3);
	call(nice, -1);
	call(sched_rr_get_interval_time64, 0, ts64);
	call(sched_rr_get_interval_time64, 0, BAD);
#endif
	return 0;
}
