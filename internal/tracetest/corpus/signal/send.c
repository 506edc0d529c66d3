// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"
#include <asm/signal.h>
#include <asm/siginfo.h>

static void put(int *info, int signo, int err, int code)
{
	for (int i = 0; i < 32; i++)
		info[i] = i < 3 ? 0 : 0x1000 + i;
	info[0] = signo;
	info[1] = err;
	info[2] = code;
}

int main(void)
{
	unsigned long long all = ~0ULL;
	int info[32];
	long long ts[2] = { 0, 0 };
	int pid = call(getpid);
	call(rt_sigprocmask, 0, &all, 0, 8);
	call(kill, pid, 10);
	call(kill, pid, 0);
	call(kill, 0x7fffffff, 12);
	call(kill, pid, 99);
	call(kill, pid, -1);
	call(tkill, pid, 34);
	call(tkill, 0, 33);
	call(tgkill, pid, pid, 1);
	call(tgkill, -1, pid, 64);
	static const int codes[] = { 0, -1, -2, -3, -4, -5, -6, -7, -60, -61, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0x80 };
	static const int signals[] = { 0, 1, 4, 5, 7, 8, 11, 17, 29, 31, 34 };
	for (unsigned s = 0; s < COUNT(signals); s++)
		for (unsigned i = 0; i < COUNT(codes); i++) {
			put(info, signals[s], i == 3 ? 2 : 0, codes[i]);
			call(rt_sigqueueinfo, 0x7fffffff, signals[s], info);
		}
	put(info, 34, 99999, -1);
	call(rt_sigqueueinfo, pid, 34, info);
	call(rt_tgsigqueueinfo, pid, pid, 35, info);
	call(rt_sigqueueinfo, 1, 99, BAD);
	call(rt_tgsigqueueinfo, 1, 2, 3, edge(0) - 16);
	call(rt_tgsigqueueinfo, -1, -2, -3, 0);
	unsigned long long some = 1 << 9;
	call(rt_sigtimedwait, &some, info, ts, 8);
	call(rt_sigtimedwait, &some, info, ts, 8);
	call(rt_sigtimedwait, &all, info, ts, 4);
	call(rt_sigtimedwait, BAD, 0, 0, 8);
	some = 1ULL << 33;
	call(rt_sigtimedwait, &some, 0, ts, 8);
	return 0;
}
