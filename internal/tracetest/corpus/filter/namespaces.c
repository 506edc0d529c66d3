// only: -e namespace=new -e signal=none
// only: --namespace -e trace=unshare,setns,clone -X raw -e signal=none
// only: --namespace=new -e trace=clone3 -e signal=none
// root
// m32
// note: children block until they are killed, so that their namespaces can be looked at.
#include "corpus.h"
#include <linux/sched.h>

#define EACH (CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWCGROUP)

static void child(long pid)
{
	if (pid == 0)
		for (;;)
			call(pause);
	if (pid < 0)
		return;
	call(kill, pid, 9);
	call(wait4, pid, 0, 0, 0);
}

static void clone3(uint64_t flags, size_t size)
{
	struct clone_args a;
	memset(&a, 0, sizeof(a));
	a.flags = flags, a.exit_signal = 17;
	child(callnr(435, &a, size));
}

int main(void)
{
	long uts = call(open, "/proc/self/ns/uts", 0);
	child(call(clone, 17, 0, 0, 0, 0));
	child(call(clone, CLONE_NEWUTS | CLONE_NEWPID | 17, 0, 0, 0, 0));
	child(call(clone, EACH | CLONE_NEWUSER | CLONE_NEWPID | 17, 0, 0, 0, 0));
	child(call(clone, CLONE_NEWUTS | CLONE_SIGHAND, 0, 0, 0, 0));
	clone3(0, 64);
	clone3(CLONE_NEWIPC | CLONE_NEWTIME, 88);
	clone3(EACH | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWTIME, 64);
	clone3(-1, 88);
	callnr(435, BAD, 88);
	call(unshare, EACH | CLONE_NEWTIME);
	call(unshare, CLONE_FS);
	call(unshare, 0);
	call(unshare, -1);
	call(setns, uts, 0);
	call(setns, uts, CLONE_NEWUTS);
	call(setns, uts, CLONE_NEWIPC);
	call(setns, -1, CLONE_NEWIPC);
	long pid = call(getppid);
	pid = callnr(434, pid, 0); /* pidfd_open */
	call(setns, pid, CLONE_NEWUTS | CLONE_NEWIPC);
	call(setns, pid, 0);
	call(unshare, CLONE_NEWPID);
	call(unshare, CLONE_NEWUSER);
	return 0;
}
