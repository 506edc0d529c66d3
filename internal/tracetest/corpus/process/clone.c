// options: -f
// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"
#include <linux/sched.h>

int main(void)
{
	int tid = 7;
	/* None of these succeeds. */
	call(clone, CLONE_SIGHAND | 17, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | CLONE_PARENT_SETTID | CLONE_CHILD_SETTID | CLONE_SETTLS, BAD, &tid, BAD, BAD);
	call(clone, CLONE_SIGHAND | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID | CLONE_SETTLS | 1, edge(0), BAD, &tid, &tid);
	call(clone, -1, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | CLONE_SETTLS | 9, 0, 0, 0, edge(0) - 16);
	call(clone, CLONE_SIGHAND | 65, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | 64, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | 33, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | 200, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | 255, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP | CLONE_IO | CLONE_UNTRACED | CLONE_DETACHED | 17, 0, 0, 0, 0);
	call(clone, CLONE_SIGHAND | CLONE_PIDFD, 0, &tid, 0, 0);
	call(clone, CLONE_SIGHAND | CLONE_PIDFD | CLONE_PARENT_SETTID, 0, &tid, 0, 0);
	call(clone, CLONE_THREAD, 0, BAD, 0, 0);
	call(clone, CLONE_SIGHAND | CLONE_FS | CLONE_FILES | CLONE_PTRACE | CLONE_VFORK | CLONE_PARENT | CLONE_SYSVSEM, 0, BAD, 0, 0);

	call(unshare, 0);
	call(unshare, 17);
	call(unshare, CLONE_SIGHAND | CLONE_VM | 1);
	call(unshare, -1);
	call(unshare, 0x80);
	call(unshare, CLONE_THREAD | 0x80);
	call(setns, -1, 0);
	call(setns, 0, CLONE_NEWNS | CLONE_NEWTIME);
	call(setns, 0, CLONE_NEWNET);
	call(setns, 0, -1);
	call(setns, 0, CLONE_VM);
	call(kcmp, 1, 2, 0, 3, 4);
	for (int i = 1; i < 9; i++)
		call(kcmp, -1, 1, i, -1, 1);
	struct { unsigned efd, tfd, toff; } slot = { 0, 1, 2 };
	call(kcmp, -1, 1, 7, 0, &slot);
	call(kcmp, -1, 1, 7, 0, edge(0) - 8);
	call(kcmp, -1, 1, -1, 0, 0);
	int pid = call(getpid);
	call(kcmp, pid, pid, 0, 0, 0);
	call(kcmp, pid, pid, 1, 0, 1);
	call(kcmp, pid, pid, 0, 0, 100);
	return 0;
}
