// only: -e raw=all -e fd=7
// only: -e raw=all -P /p/q
// only: -e raw=all -P /p/q -e fd=7
// m32
// note: every call with a descriptor, and with a path, in every register: which of them count.
#include "corpus.h"

/* Where ours finds a descriptor or a path that the reference leaves out, or the other way round. */
static const struct { short nr; char reg; } differ[] = {
	{ __NR_epoll_ctl, 0 }, { __NR_fanotify_mark, 0 }, { __NR_perf_event_open, 3 }, { 431 /* fsconfig */, 0 }, /* descriptors, all of them */
	{ __NR_rename, 1 },                          /* the new name, as in renameat */
	{ __NR_getcwd, 0 },                          /* a buffer */
	{ __NR_getpmsg, 0 }, { __NR_putpmsg, 0 },    /* not in the kernel */
#ifdef __i386__
	{ __NR_socketcall, 0 },                      /* the number of a call */
#endif
};

static int skipped(long nr, int reg)
{
	if (nr == __NR_exit_group || nr == __NR_rt_sigreturn)
		return 1;
#ifdef __i386__
	if (nr == __NR_sigreturn)
		return 1;
#else
	if (nr == 335 || nr == 336) /* uretprobe, uprobe: kill the caller */
		return 1;
#endif
	for (unsigned i = 0; i < COUNT(differ); i++)
		if (differ[i].nr == nr && differ[i].reg == reg)
			return 1;
	return 0;
}

/* From here on no call does anything, but exit_group. */
static void deny(void)
{
	static const struct { uint16_t code; uint8_t jt, jf; uint32_t k; } filter[] = {
		{ 0x20, 0, 0, 0 },
		{ 0x15, 1, 0, __NR_exit_group },
		{ 0x06, 0, 0, 0x00050026 }, /* SECCOMP_RET_ERRNO, ENOSYS */
		{ 0x06, 0, 0, 0x7fff0000 },
	};
	const struct { unsigned short len; const void *filter; } prog = { COUNT(filter), filter };
	call(prctl, 38, 1);
	if (call(prctl, 22, 2, &prog))
		__builtin_trap();
}

static void every(long value, long other)
{
	for (long nr = 0; nr < 480; nr++)
		for (int reg = 0; reg < 6; reg++) {
			long a[6] = { other, other, other, other, other, other };
			if (skipped(nr, reg))
				continue;
			a[reg] = value;
			corpus_call(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
		}
}

int main(void)
{
	static const char path[] = "/p/q";

	deny();
	every(7, -2);
	every((long)path, 0);
	return 0;
}
