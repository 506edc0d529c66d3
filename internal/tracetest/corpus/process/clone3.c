// options: -f
// options: -v
// options: -X raw
// options: -X verbose
// options: -s 1
// m32
// races: when the child ends
#include "corpus.h"
#include <linux/sched.h>

struct args {
	uint64_t flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, set_tid, set_tid_size, cgroup, more, more2;
};

int main(void)
{
	int tid = 0, fd = -1, status;
	int set[3] = { 1, 2, 3 };
	struct args a;
	struct args *e;

	callnr(435, 0, 0);
	callnr(435, 0, 64);
	callnr(435, BAD, 64);
	callnr(435, BAD, -1);
	memset(&a, 0, sizeof(a));
	a.flags = CLONE_SIGHAND;
	callnr(435, &a, 0);
	callnr(435, &a, 1);
	callnr(435, &a, 63);
	callnr(435, &a, 64);
	callnr(435, &a, 72);
	callnr(435, &a, 80);
	callnr(435, &a, 88);
	callnr(435, &a, 96);
	callnr(435, &a, 104);
	a.more2 = 0x0102;
	callnr(435, &a, 104);
	a.more = 0x0304;
	callnr(435, &a, 96);
	callnr(435, &a, 97);
	e = at_edge(0, &a, 88);
	callnr(435, e, 64);
	callnr(435, e, 88);
	callnr(435, e, 96);
	callnr(435, e + 1, 64);
	memset(&a, -1, sizeof(a));
	callnr(435, &a, 88);
	callnr(435, &a, 64);
	callnr(435, &a, 104);
	memset(&a, 0, sizeof(a));
	a.flags = CLONE_PIDFD | CLONE_SIGHAND;
	a.pidfd = (long)&fd;
	a.parent_tid = (long)&tid;
	a.exit_signal = 17;
	callnr(435, &a, 88);
	a.flags = CLONE_PARENT_SETTID | CLONE_SIGHAND | CLONE_CHILD_SETTID | CLONE_SETTLS;
	a.stack = 0x1000;
	a.stack_size = 0x2000;
	a.tls = 0x3000;
	a.child_tid = 0x4000;
	callnr(435, &a, 88);
	a.stack = 0;
	a.set_tid = (long)set;
	a.set_tid_size = 3;
	callnr(435, &a, 80);
	a.set_tid_size = 0;
	callnr(435, &a, 80);
	a.set_tid = 1;
	a.set_tid_size = 33;
	callnr(435, &a, 80);
	a.set_tid = (long)(edge(0) - 4);
	a.set_tid_size = 2;
	callnr(435, &a, 80);
	a.set_tid = (long)set;
	a.set_tid_size = 33;
	callnr(435, &a, 80);
	a.cgroup = 5;
	a.flags = CLONE_INTO_CGROUP | CLONE_CLEAR_SIGHAND | CLONE_SIGHAND | 1;
	callnr(435, &a, 88);
	a.flags = CLONE_INTO_CGROUP;
	a.cgroup = 0;
	a.exit_signal = 100;
	callnr(435, &a, 88);
	memset(&a, 0, sizeof(a));
	a.flags = CLONE_PIDFD | CLONE_PARENT_SETTID;
	a.pidfd = (long)&fd;
	a.parent_tid = (long)&tid;
	a.exit_signal = 17;
	long pid = callnr(435, &a, 88);
	if (pid == 0)
		call(exit, 0);
	call(wait4, pid, &status, 0, 0);
	a.flags = CLONE_PARENT_SETTID;
	pid = callnr(435, &a, sizeof(a));
	if (pid == 0)
		call(exit, 1);
	call(wait4, pid, &status, 0, 0);
	a.flags = 0;
	pid = callnr(435, &a, sizeof(a));
	if (pid == 0)
		call(exit, 1);
	call(wait4, pid, &status, 0, 0);
	return 0;
}
