// note: i386's older frame, of which sigreturn(2) shows the mask
// options: -X raw
// options: -X verbose
// options: -v
// m32
#include "corpus.h"
#ifdef __i386__
struct ksa { void *h; unsigned long mask, flags; void *r; };
__asm__("tramp: pop %eax\n mov $119,%eax\n int $0x80\n");
__asm__("tramp2: mov $173,%eax\n int $0x80\n");
extern char tramp[], tramp2[];
struct krsa { void *h; unsigned long flags; void *r; unsigned long mask[2]; };
#endif
static void h(int s) {}
int main(void)
{
#ifdef __i386__
	struct ksa a = { h, 0x802, 0x04000000, tramp };
	unsigned set = 0x4001, big[2] = { 0x1001, 0x70000000 };
	long pid = call(getpid);
	call(sigaction, 10, &a, 0);
	call(sigprocmask, 0, &set, 0);
	call(kill, pid, 10);
	call(rt_sigprocmask, 2, big, 0, 8);
	call(kill, pid, 10);
	struct krsa b = { h, 0x04000004, tramp2, { 3, 0x40000000 } };
	call(rt_sigaction, 12, &b, 0, 8);
	call(kill, pid, 12);
#endif
#ifdef __i386__
	set = 0x200;
	call(sigprocmask, 0, &set, 0);
	call(kill, pid, 10);
	call(sigsuspend, 1, 2, 0x4003);
	static long long none[2];
	callnr(421, &set, 0, none, 8);
	callnr(421, &set, BAD, BAD, 8);
	callnr(421, 0, 0, none, 4);
	call(alarm, 0);
	call(stime, BAD);
#endif
	return 0;
}
