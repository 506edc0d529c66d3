// note: what signals look like when they are delivered, and the way back
// options: -X raw
// options: -X verbose
// options: -e signal=!USR1
// options: -e trace=none
// options: -i
// m32
#include "corpus.h"

#ifdef __x86_64__
__asm__(".text\nrestore: mov $15,%eax\nsyscall\n");
struct action { void *handler; unsigned long flags; void *restorer; unsigned long long mask; } __attribute__((packed));
#else
__asm__(".text\nrestore: mov $173,%eax\nint $0x80\nrestore_old: pop %eax\nmov $119,%eax\nint $0x80\n");
struct action { void *handler; unsigned long flags; void *restorer; unsigned long long mask; } __attribute__((packed));
void restore_old(void);
#endif
void restore(void);

static void handle(int sig) { (void)sig; }

int main(void)
{
	struct action act = { handle, 0x04000000 | 0x40000000, restore, 1ULL << 40 | 6 };
	act.flags |= 4; /* SA_SIGINFO: the frame of rt_sigreturn */
	int pid = call(getpid);
	call(rt_sigaction, 10, &act, 0, 8);
	call(rt_sigaction, 34, &act, 0, 8);
	call(kill, pid, 10);
	call(tgkill, pid, pid, 34);
#ifdef __i386__
	act.flags &= ~4UL;
	act.restorer = restore_old;
	call(rt_sigaction, 12, &act, 0, 8);
	call(kill, pid, 12);
#endif
	call(kill, pid, 17);
	call(kill, pid, 28);
	*(volatile int *)16 = 1;
	return 0;
}
