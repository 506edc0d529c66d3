// only: -f -Y -e signal=none
// only: -f --pidns-translation -e signal=none
// only: -f --decode-pids=all -e signal=none
// only: -Y -x -e signal=none
// only: -f -e decode-pid=pidns -X raw -e signal=none
// root
// m32
// note: a process in a pid namespace of its own; names with odd bytes.
#include "corpus.h"
#include <linux/sched.h>

static void look(int other)
{
	call(getpid), call(gettid), call(getppid), call(getpgrp);
	call(getpgid, 0), call(getsid, 0), call(getpgid, 1), call(getsid, 1), call(getpgid, other), call(getsid, other);
	call(kill, other, 0), call(kill, -other, 0), call(kill, 0, 0), call(kill, 77, 0), call(kill, -77, 0);
	call(tkill, other, 0), call(tgkill, other, other, 0), call(setpgid, 0, 0), call(setpgid, other, other);
	call(sched_getscheduler, other), call(sched_yield);
	call(getpriority, 0, other), call(getpriority, 1, other), call(getpriority, 2, other), call(ioprio_get, 1, other), call(ioprio_get, 2, other);
	call(fcntl, 0, 8, other), call(fcntl, 0, 8, -other), call(fcntl, 0, 9);
	int owner[2] = { 0, other };
	call(fcntl, 0, 15, owner);
	owner[0] = 2;
	call(fcntl, 0, 15, owner), call(fcntl, 0, 16, owner);
	call(wait4, other, 0, 1, 0), call(wait4, -other, 0, 1, 0), call(wait4, 0, 0, 1, 0);
	call(waitid, 1, other, 0, 5, 0), call(waitid, 2, other, 0, 5, 0);
	call(set_tid_address, 0), call(prlimit64, other, 7, 0, 0);
	call(ptrace, 2, other, 0, 0), call(process_vm_readv, other, 0, 0, 0, 0, 0), call(kcmp, other, 1, 0, 0, 0);
	int cap[2] = { 0x20080522, other };
	call(capget, cap, 0);
	call(pidfd_open, other, 0);
	call(prctl, 0x59616d61, other); /* PR_SET_PTRACER */
}

int main(void)
{
	call(prctl, 15, "a>b<c\n\1\"\\\xff'"); /* PR_SET_NAME */
	call(getpid);
	call(prctl, 15, "0123456789abcdefgh");
	call(getpid);
	call(unshare, CLONE_NEWPID);
	long child = call(clone, CLONE_VFORK | 17, 0, 0, 0, 0);
	if (child == 0) {
		call(setsid);
		look(1);
		child = call(clone, CLONE_VFORK | 17, 0, 0, 0, 0);
		if (child == 0) {
			call(prctl, 15, "grandchild");
			look(1);
			look(2);
			call(exit_group, 0);
		}
		call(wait4, child, 0, 0, 0);
		call(exit_group, 0);
	}
	call(getpid);
	call(wait4, child, 0, 0, 0);
	call(prctl, 15, "");
	call(getpid);
	return 0;
}
