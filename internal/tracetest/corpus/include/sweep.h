/*
 * A sweep makes system calls that never happen: a filter answers them before the kernel looks at an
 * argument, so any call can be made with anything, as success or failure. sweep(NR, N) makes N of each,
 * with arguments that are odd numbers, bits, descriptors, and addresses of every sort.
 */
#ifndef SWEEP_H
#define SWEEP_H
#include "corpus.h"

/* The places where calls are made: the filter tells them by the address behind the instruction. */
#ifdef __x86_64__
#define SWEEP_SITE(name) \
	long name(long n, long a, long b, long c, long d, long e, long f); \
	__asm__(".text\n.globl " #name "\n" #name ":\n" \
		"mov %rdi,%rax\nmov %rsi,%rdi\nmov %rdx,%rsi\nmov %rcx,%rdx\nmov %r8,%r10\nmov %r9,%r8\nmov 8(%rsp),%r9\n" \
		"syscall\n.globl " #name "_end\n" #name "_end:\nret\n"); \
	extern char name##_end[]
#else
#define SWEEP_SITE(name) \
	long name(long n, long a, long b, long c, long d, long e, long f); \
	__asm__(".text\n.globl " #name "\n" #name ":\n" \
		"push %ebp\npush %ebx\npush %esi\npush %edi\n" \
		"mov 20(%esp),%eax\nmov 24(%esp),%ebx\nmov 28(%esp),%ecx\nmov 32(%esp),%edx\n" \
		"mov 36(%esp),%esi\nmov 40(%esp),%edi\nmov 44(%esp),%ebp\n" \
		"int $0x80\n.globl " #name "_end\n" #name "_end:\n" \
		"pop %edi\npop %esi\npop %ebx\npop %ebp\nret\n"); \
	extern char name##_end[]
#endif
SWEEP_SITE(sweep_good); /* returns 0 */
SWEEP_SITE(sweep_bad);  /* returns -EINVAL */

/* From here on sweep_good and sweep_bad make no call any more. */
static void sweep_begin(void)
{
	static struct { uint16_t code; uint8_t jt, jf; uint32_t k; } filter[] = {
		{ 0x20, 0, 0, 8 },           /* the instruction pointer's lower half */
		{ 0x15, 2, 0, 0 },           /* sweep_good: return 0 */
		{ 0x15, 2, 0, 0 },           /* sweep_bad: return -EINVAL */
		{ 0x06, 0, 0, 0x7fff0000 },  /* SECCOMP_RET_ALLOW */
		{ 0x06, 0, 0, 0x00050000 },  /* SECCOMP_RET_ERRNO, 0 */
		{ 0x06, 0, 0, 0x00050016 },  /* SECCOMP_RET_ERRNO, EINVAL */
	};
	const struct { unsigned short len; const void *filter; } prog = { COUNT(filter), filter };
	filter[1].k = (uint32_t)(uintptr_t)sweep_good_end;
	filter[2].k = (uint32_t)(uintptr_t)sweep_bad_end;
	call(prctl, 38, 1);        /* PR_SET_NO_NEW_PRIVS */
	call(prctl, 22, 2, &prog); /* PR_SET_SECCOMP, SECCOMP_MODE_FILTER */
}

static uint32_t sweep_state = 1;

static uint32_t sweep_random(uint32_t n)
{
	sweep_state = sweep_state * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)sweep_state * n >> 32);
}

static unsigned char sweep_zeros[4096], sweep_ones[4096], sweep_ramp[4096], sweep_small[4096];
static uint32_t sweep_words[8][1024];
static void *sweep_vector[64];

/* An address: of memory full of something, of what ends soon, of nothing. */
static long sweep_address(void)
{
	switch (sweep_random(16)) {
	case 0: return 0;
	case 1: return sweep_random(2) ? (long)BAD : (long)UNMAPPED;
	case 2: return (long)sweep_zeros;
	case 3: return (long)sweep_ones;
	case 4: return (long)sweep_ramp + sweep_random(256);
	case 5: return (long)sweep_small;
	case 6: return (long)sweep_vector + sweep_random(4) * sizeof(long);
	case 7: return (long)"/dev/../tmp/\n\"a string of more than 32 characters\1";
	case 8: return (long)"name";
	case 9: return (long)edge(0) - sweep_random(200);
	case 10: return (long)edge(1) - 4 * sweep_random(64);
	case 11: return (long)edge(2) - 8 * sweep_random(512);
	default: return (long)sweep_words[sweep_random(8)];
	}
}

/* A number of 32 bits, of those that are likely to mean something. */
static uint32_t sweep_number(void)
{
	switch (sweep_random(8)) {
	case 0: return 0;
	case 1: return 1u << sweep_random(32);
	case 2: return 1u << sweep_random(32) | 1u << sweep_random(12) | 1u << sweep_random(8);
	case 3: return -sweep_random(4);
	case 4: return sweep_random(256);
	case 5: return sweep_random(2) ? 0x4200 + sweep_random(32) : sweep_random(0xffffffff);
	default: return sweep_random(48);
	}
}

static long sweep_argument(void)
{
	switch (sweep_random(16)) {
	case 0: return (long)((unsigned long)sweep_number() << sizeof(long) * 4) | sweep_number();
	case 1: return (int)sweep_number();
	case 2: case 3: case 4: case 5: case 6: return sweep_number();
	case 7: return (long)sweep_random(6);
	default: return sweep_address();
	}
}

static void sweep_fill(void)
{
	for (int i = 0; i < 4096; i++) {
		sweep_ones[i] = 0xff;
		sweep_ramp[i] = i;
		sweep_small[i] = i % 4 ? 0 : 1 + i / 4 % 16;
		edge(0)[-1 - i] = 'a' + i % 23;
		edge(1)[-1 - i] = i % 4 == 3 ? i % 32 : 0;
		edge(2)[-1 - i] = i % 3 ? 0 : i;
	}
	for (int k = 0; k < 8; k++)
		for (int i = 0; i < 1024; i++)
			sweep_words[k][i] = sweep_number();
	/* The last of them are addresses among numbers. */
	for (int k = 4; k < 8; k++)
		for (int i = 0; i < 1024 * 4 / sizeof(long); i += 1 + sweep_random(3))
			((long *)sweep_words[k])[i] = sweep_random(2) ? sweep_address() : sweep_random(64);
	for (int i = 0; i < COUNT(sweep_vector) - 1; i++)
		sweep_vector[i] = (void *)sweep_address();
}

static void sweep(long nr, int times)
{
	sweep_state = nr;
	sweep_fill();
	for (int i = 0; i < times; i++) {
		long a[6];
		for (int k = 0; k < 6; k++)
			a[k] = sweep_argument();
		sweep_good(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
		sweep_bad(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
	}
}

/* Sweeps the calls from first to last, but those that a filter cannot answer or that read the stack, of which more is different. */
static void sweep_range(int first, int last, int times)
{
#ifdef __x86_64__
	static const short not[] = { 15 /* rt_sigreturn */, 335 /* uretprobe */, 336 /* uprobe */,
		299, 307, 310, 311 /* recvmmsg, sendmmsg, process_vm_readv, process_vm_writev: arrays of arrays without an end */ };
#else
	static const short not[] = { 119 /* sigreturn */, 173 /* rt_sigreturn */,
		102, 337, 345, 347, 348, 417 /* socketcall, recvmmsg, sendmmsg, process_vm_readv, process_vm_writev, recvmmsg_time64 */ };
#endif
	sweep_begin();
	for (int nr = first; nr <= last; nr++) {
		int skip = 0;
		for (int i = 0; i < COUNT(not); i++)
			skip |= nr == not[i];
		if (!skip)
			sweep(nr, times);
	}
}
#endif
