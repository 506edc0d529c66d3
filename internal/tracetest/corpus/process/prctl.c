// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"
#include <linux/prctl.h>

static const int special[] = { 0x59616d61, 0x53564d41, 0x41555856, -1, 1000 };

/* What other architectures have, and this one only refuses. */
static int foreign(int op)
{
	return op == PR_SVE_SET_VL || op == 63 || op == PR_SET_TAGGED_ADDR_CTRL || op == 69;
}

static void every(int except, long a, long b, long c, long d)
{
	for (int op = 0; op < 85; op++)
		if (op != PR_SET_SECCOMP && op != PR_SET_MM && op != PR_SET_TSC && op != PR_SET_DUMPABLE && op != except && !foreign(op))
			call(prctl, op, a, b, c, d);
	for (int i = 0; i < COUNT(special); i++)
		call(prctl, special[i], a, b, c, d);
}

int main(void)
{
	unsigned char buf[256];
	int n = 1;

	every(-1, -1, -1, -1, -1);
	memset(buf, 0, sizeof(buf));
	every(-1, (long)BAD, (long)BAD, 1, 2);
	call(prctl, PR_SET_TSC, 0, 0, 0, 0);
	call(prctl, PR_SET_TSC, 1, 2, 3, 4);
	call(prctl, PR_GET_TSC, &n, 0, 0, 0);
	call(prctl, PR_GET_PDEATHSIG, &n, 0, 0, 0);
	call(prctl, PR_SET_PDEATHSIG, 9, 2, 3, 4);
	call(prctl, PR_SET_PDEATHSIG, 0, 2, 3, 4);
	call(prctl, PR_SET_DUMPABLE, 3, 2, 3, 4);
	for (int i = 0; i < 4; i++)
		call(prctl, PR_SET_DUMPABLE, i, 0, 0, 0);
	call(prctl, PR_GET_DUMPABLE);
	call(prctl, PR_SET_NAME, "a long name for a task");
	call(prctl, PR_GET_NAME, buf);
	call(prctl, PR_SET_NAME, "sh\1ort");
	call(prctl, PR_GET_NAME, buf);
	call(prctl, PR_GET_NAME, edge(0) - 8);
	call(prctl, PR_SET_NAME, cut_at_edge(1, "cut"));
	call(prctl, PR_SET_NAME, "prctl");
	call(prctl, PR_SET_KEEPCAPS, 1);
	call(prctl, PR_GET_KEEPCAPS, 1);
	call(prctl, PR_SET_TIMING, 0);
	call(prctl, PR_SET_TIMING, 1);
	call(prctl, PR_SET_SECCOMP, 0);
	call(prctl, PR_SET_SECCOMP, 2, BAD);
	call(prctl, PR_SET_SECCOMP, 3, 4, 5, 6);
	call(prctl, PR_GET_SECCOMP);
	for (int i = 0; i < 42; i += 6)
		call(prctl, PR_CAPBSET_READ, i, 0, 0, 0);
	call(prctl, PR_CAPBSET_DROP, 100, 2, 3, 4);
	for (int i = 0; i < 9; i++)
		call(prctl, PR_SET_SECUREBITS, 0x1000000 | (1 << i));
	call(prctl, PR_GET_SECUREBITS);
	call(prctl, PR_SET_TIMERSLACK, 50000);
	call(prctl, PR_GET_TIMERSLACK);
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			call(prctl, PR_MCE_KILL, i, j, 7, 0);
	call(prctl, PR_MCE_KILL_GET);
	call(prctl, PR_MCE_KILL_GET, 1, 0, 0, 0);
	for (int i = 0; i < 17; i++)
		call(prctl, PR_SET_MM, i, -1, 3, 4);
	call(prctl, PR_SET_MM, PR_SET_MM_MAP, BAD, sizeof(struct prctl_mm_map), 0);
	call(prctl, PR_SET_MM, PR_SET_MM_MAP, buf, 4, 0);
	call(prctl, PR_SET_MM, PR_SET_MM_MAP_SIZE, &n, 0, 0);
	call(prctl, PR_SET_MM, PR_SET_MM_AUXV, buf, 16, 0);
	call(prctl, PR_SET_CHILD_SUBREAPER, 1);
	call(prctl, PR_GET_CHILD_SUBREAPER, &n);
	call(prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	call(prctl, PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
	call(prctl, PR_GET_TID_ADDRESS, &buf);
	call(prctl, PR_SET_THP_DISABLE, 1, 0, 0, 0);
	call(prctl, PR_SET_THP_DISABLE, 1, 2, 0, 0);
	call(prctl, PR_GET_THP_DISABLE, 0, 0, 0, 0);
	for (int i = 0; i < 4; i++)
		call(prctl, PR_SET_FP_MODE, 1 << i);
	for (int i = 0; i < 6; i++)
		call(prctl, PR_CAP_AMBIENT, i, 5 * i, 0, 0);
	for (int i = 0; i < 4; i++) {
		call(prctl, PR_GET_SPECULATION_CTRL, i, 0, 0, 0);
		for (int j = 0; j < 7; j++)
			call(prctl, PR_SET_SPECULATION_CTRL, i, j ? 1 << (j - 1) : 0, 0, j);
	}
	for (int i = 0; i < 6; i++)
		call(prctl, PR_PAC_RESET_KEYS, 1 << i, 0, 0, 0);
	call(prctl, PR_GET_TAGGED_ADDR_CTRL, 0, 0, 0, 0);
	/* It never holds: the selector is unreadable. */
#ifndef __i386__
	call(prctl, PR_SET_SYSCALL_USER_DISPATCH, 1, 0x1000, 0x2000, BAD);
	call(prctl, PR_SET_SYSCALL_USER_DISPATCH, 2, 0x1000, 0x2000, BAD);
#endif
	call(prctl, PR_SET_SYSCALL_USER_DISPATCH, 0, 0x1000, 0x2000, &n);
	call(prctl, PR_SET_SYSCALL_USER_DISPATCH, 0, 0, 0, 0);
	for (int i = 0; i < 7; i++)
		call(prctl, PR_SCHED_CORE, i, -1, i, &buf);
	for (int i = 0; i < 5; i++)
		call(prctl, 65, 1 << i, 0, 0, 0);
	call(prctl, 66, 0, 0, 0, 0);
	call(prctl, 0x53564d41, 0, 0x1000, 4096, "a name for memory");
	call(prctl, 0x53564d41, 0, edge(0) - 4096, 4096, "a \1 name");
	call(prctl, 0x53564d41, 0, edge(0) - 4096, 4096, 0);
	call(prctl, 0x53564d41, 0, edge(0) - 4096, 4096, BAD);
	call(prctl, 0x53564d41, 5, edge(0) - 4096, 4096, "x");
	call(prctl, 0x59616d61, 1, 0, 0, 0);
	call(prctl, 0x59616d61, 0, 0, 0, 0);
	call(prctl, 0x41555856, buf, 5, 0, 0);
	call(prctl, 0x41555856, buf, 4000, 0, 1);
	for (int i = 0; i < 4; i++)
		call(prctl, 74, i, 0, 0, 0);
	for (int i = 0; i < 5; i++)
		call(prctl, 78, i, i, i, 1);
	for (int i = 0; i < 4; i++)
		call(prctl, 79, i, &n, i, 1);
	for (int i = 0; i < 8; i++)
		{
			call(prctl, PR_SET_UNALIGN, i);
			call(prctl, PR_SET_FPEMU, i);
			call(prctl, PR_SET_FPEXC, i);
			call(prctl, PR_SET_ENDIAN, i);
		}
	for (int i = 0; i < 6; i++)
		call(prctl, 70, 1 << i), call(prctl, 71, i, i), call(prctl, 72, i), call(prctl, 73, i, 1 << i, 3);
	call(prctl, PR_SVE_GET_VL);
	call(prctl, 64);
	call(prctl, PR_SET_TSC, 1, 0, 0, 0);
	return 0;
}
