/*
 * Asks the same of many ioctl commands: with good and bad pointers, structures of several fillings, cut at a page's end,
 * in calls that fail, and in calls that succeed and change what they point to, which needs no device: a process that
 * isn't traced receives the calls as seccomp notifications, changes the memory that both share, and answers.
 *
 *	#include "corpus.h"
 *	#include "ioctls.h"
 *	static const unsigned cmds[] = { ... };
 *	int main(void) { ioctls(cmds, COUNT(cmds)); return 0; }
 */
#ifndef CORPUS_IOCTLS_H
#define CORPUS_IOCTLS_H

#include <linux/fcntl.h>

enum fill {
	ZEROS, /* 0 */
	COUNTS, /* 1, 2, 3... */
	ONES, /* all bits */
	TEXT, /* abc... without a NUL */
	SMALL, /* numbers below 20 */
	BITS, /* one bit in each word */
	RANDOM,
	POINTERS, /* addresses that can be read */
	SAME, /* as it was */
};

/*
 * What the calls point to: at an address of its own, which is small enough to be a plausible number, too, and of a size
 * that no count of elements can leave behind what a snapshot captures.
 */
#define IOCTL_BASE 0x10000
#define IOCTL_SIZE 0x3000
#define IOCTL_FILLED 8192

static void ioctl_fill(enum fill kind, unsigned seed)
{
	volatile unsigned *w = (void *)IOCTL_BASE;
	volatile unsigned long *l = (void *)IOCTL_BASE;
	volatile char *c = (void *)IOCTL_BASE;
	unsigned x = seed * 2654435761u + 1, n = IOCTL_FILLED;

	for (unsigned i = 0; i < n / 4; i++) {
		x ^= x << 13;
		x ^= x >> 17;
		x ^= x << 5;
		switch (kind) {
		case ZEROS: w[i] = 0; break;
		case COUNTS: w[i] = i + 1; break;
		case ONES: w[i] = -1; break;
		case SMALL: w[i] = (x >> 8) % 20; break;
		case BITS: w[i] = 1u << (x >> 10 & 31); break;
		case RANDOM: w[i] = x; break;
		}
	}
	if (kind == TEXT)
		for (unsigned i = 0; i < n; i++)
			c[i] = 'a' + i % 26;
	if (kind == POINTERS)
		for (unsigned i = 0; i < n / sizeof(long); i++)
			l[i] = IOCTL_BASE + 0x1000 * (i % 2);
}

static volatile int ioctl_listener = -1;
static volatile enum fill ioctl_after;
static volatile int ioctl_answer;
static char ioctl_stack[16384] __attribute__((aligned(16)));

/* The other process: answers every ioctl that main makes, until main ends. */
static void ioctl_answers(void)
{
	static unsigned long long note[10], reply[3];

	call(prctl, 1, 9); /* PR_SET_PDEATHSIG, SIGKILL */
	while (ioctl_listener < 0)
		call(sched_yield);
	for (;;) {
		for (int i = 0; i < COUNT(note); i++)
			note[i] = 0;
		int rc = call(ioctl, ioctl_listener, 0xc0502100, note); /* SECCOMP_IOCTL_NOTIF_RECV */
		if (rc == -4)
			continue;
		if (rc < 0)
			call(exit, 0);
		ioctl_fill(ioctl_after, 77);
		reply[0] = note[0];
		reply[1] = ioctl_answer > 0 ? ioctl_answer : 0;
		reply[2] = ioctl_answer < 0 ? (unsigned)ioctl_answer : 0;
		call(ioctl, ioctl_listener, 0xc0182101, reply); /* SECCOMP_IOCTL_NOTIF_SEND */
	}
}

static void ioctl_start(void)
{
	long flags = 0x100 | 0x400 | 0x00800000 | 17, sp = (long)(ioctl_stack + sizeof(ioctl_stack) - 64), r;
	/* CLONE_VM, CLONE_FILES, CLONE_UNTRACED, SIGCHLD */
#ifdef __x86_64__
	register long r10 __asm__("r10") = 0, r8 __asm__("r8") = 0;
	__asm__ volatile("syscall\ntest %%rax,%%rax\njnz 1f\nxor %%ebp,%%ebp\ncall *%%r9\n1:"
		: "=a"(r) : "a"(__NR_clone), "D"(flags), "S"(sp), "d"(0), "r"(r10), "r"(r8), "r"(ioctl_answers) : "rcx", "r11", "memory");
#else
	__asm__ volatile("int $0x80\ntest %%eax,%%eax\njnz 1f\nxor %%ebp,%%ebp\ncall *%%edi\n1:"
		: "=a"(r) : "a"(__NR_clone), "b"(flags), "c"(sp), "d"(0), "S"(0), "D"(ioctl_answers) : "memory");
#endif
	static struct { uint16_t code; uint8_t jt, jf; uint32_t k; } filter[] = {
		{ 0x20, 0, 0, 0 },             /* BPF_LD|BPF_W|BPF_ABS: the number */
		{ 0x15, 0, 1, __NR_ioctl },    /* BPF_JMP|BPF_JEQ|BPF_K */
		{ 0x06, 0, 0, 0x7fc00000 },    /* BPF_RET: SECCOMP_RET_USER_NOTIF */
		{ 0x06, 0, 0, 0x7fff0000 },    /* BPF_RET: SECCOMP_RET_ALLOW */
	};
	const struct { unsigned short len; const void *filter; } prog = { COUNT(filter), filter };
	call(prctl, 38, 1); /* PR_SET_NO_NEW_PRIVS */
	ioctl_listener = call(seccomp, 1, 8, &prog); /* SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER */
}

static void ioctl_map(void)
{
#ifdef __x86_64__
	call(mmap, IOCTL_BASE, IOCTL_SIZE, 3, 0x32, -1, 0);
#else
	call(mmap2, IOCTL_BASE, IOCTL_SIZE, 3, 0x32, -1, 0);
#endif
}

/* One call that succeeds (or fails, if answer is negative) and leaves after in memory. */
static void answered(unsigned cmd, enum fill before, enum fill after, int answer)
{
	if (ioctl_listener < 0)
		ioctl_start();
	ioctl_fill(before, cmd);
	ioctl_after = after;
	ioctl_answer = answer;
	call(ioctl, -1, cmd, IOCTL_BASE);
}

/* A call whose argument has only n bytes before the end of memory. */
static void cut(unsigned cmd, unsigned n)
{
	volatile char *to = (void *)(IOCTL_BASE + IOCTL_SIZE - n), *from = (void *)IOCTL_BASE;
	for (unsigned i = 0; i < n; i++)
		to[i] = from[i];
	call(ioctl, -1, cmd, to);
}

static void ioctls(const unsigned *cmds, int n)
{
	static const enum fill fills[] = { ZEROS, COUNTS, ONES, TEXT, BITS };
	static const enum fill pairs[][2] = { { ZEROS, ONES }, { COUNTS, SAME }, { SMALL, BITS }, { TEXT, RANDOM }, { POINTERS, POINTERS } };

	ioctl_map();
	for (int i = 0; i < n; i++) {
		unsigned cmd = cmds[i], size = cmd >> 16 & 0x3fff;
		for (int k = 0; k < COUNT(fills); k++) {
			ioctl_fill(fills[k], cmd);
			call(ioctl, -1, cmd, IOCTL_BASE);
		}
		call(ioctl, -1, cmd, NULL);
		call(ioctl, -1, cmd, BAD);
		ioctl_fill(COUNTS, 0);
		cut(cmd, 8);
		if (size > 8 && size <= IOCTL_FILLED) {
			cut(cmd, size - 1);
			cut(cmd, size);
		}
	}
	for (int i = 0; i < n; i++) {
		for (int k = 0; k < COUNT(pairs); k++)
			answered(cmds[i], pairs[k][0], pairs[k][1], k);
		answered(cmds[i], COUNTS, SMALL, -22);
		ioctl_fill(COUNTS, 0);
		ioctl_after = SAME;
		ioctl_answer = 0;
		cut(cmds[i], 8);
	}
}
#endif
