/*
 * What every corpus program includes. A program is freestanding: no C library,
 * so the trace holds execve, the calls that main makes, and exit_group; it
 * builds for i386 without a 32-bit C library. With "// libc" it is an ordinary
 * static program of the C library (threads, say).
 *
 * Headers: those of the kernel (linux/..., asm/...) and of the C library
 * both work, as far as they get along with each other. Structures must be the
 * kernel's. What the headers are too old for: write the number.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include <stddef.h>
#include <stdint.h>
#include <asm/unistd.h>
#include <elf.h>

#ifdef __x86_64__
#define CORPUS_PHDR Elf64_Phdr
#else
#define CORPUS_PHDR Elf32_Phdr
#endif

/* The call with this number; registers beyond the given arguments are 0. */
#define callnr(...) callnr_(__VA_ARGS__, 0, 0, 0, 0, 0, 0)
#define callnr_(n, a, b, c, d, e, f, ...) \
	corpus_call((long)(n), (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

/* call(openat, AT_FDCWD, "x", 0) makes the system call and returns -errno. It doesn't nest: use a variable. */
#define call(name, ...) callnr(__NR_##name, ##__VA_ARGS__)

/* Pointers that can't be read. */
#define BAD ((void *)-1L)
#define UNMAPPED ((void *)0x10000000L)

/* The number of elements of an array. */
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/*
 * Four pages with nothing mapped after each (and before the first). edge(i) is
 * the first address after page i: edge(0) - 3 has three readable bytes.
 */
#define CORPUS_EDGE(i) \
	__attribute__((section(".edge" #i ",\"aw\",@nobits#"), aligned(4096), used)) char corpus_edge##i[4096]
CORPUS_EDGE(0);
CORPUS_EDGE(1);
CORPUS_EDGE(2);
CORPUS_EDGE(3);

static inline char *edge(int i)
{
	char *const pages[] = { corpus_edge0, corpus_edge1, corpus_edge2, corpus_edge3 };
	return pages[i] + 4096;
}

/* Copies n bytes to the end of page i, and returns their address. */
static inline void *at_edge(int i, const void *data, size_t n)
{
	char *p = edge(i) - n;
	for (size_t k = 0; k < n; k++)
		((volatile char *)p)[k] = ((const char *)data)[k];
	return p;
}

/* The string at the end of page i, with its NUL, or without: unreadable there. */
#define string_at_edge(i, s) ((char *)at_edge(i, s, sizeof(s)))
#define cut_at_edge(i, s) ((char *)at_edge(i, s, sizeof(s) - 1))

#ifdef __x86_64__
static inline long corpus_call(long n, long a, long b, long c, long d, long e, long f)
{
	register long r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = f;
	long ret;
	__asm__ volatile("syscall"
		: "=a"(ret)
		: "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
		: "rcx", "r11", "memory");
	return ret;
}
#else
long corpus_call(long n, long a, long b, long c, long d, long e, long f);
__asm__(".text\n.globl corpus_call\ncorpus_call:\n"
	"push %ebp\npush %ebx\npush %esi\npush %edi\n"
	"mov 20(%esp),%eax\nmov 24(%esp),%ebx\nmov 28(%esp),%ecx\nmov 32(%esp),%edx\n"
	"mov 36(%esp),%esi\nmov 40(%esp),%edi\nmov 44(%esp),%ebp\n"
	"int $0x80\n"
	"pop %edi\npop %esi\npop %ebx\npop %ebp\nret\n");
#endif

/*
 * From here on the call with this number does nothing and succeeds: returns 0. What it would have
 * filled is as the program left it: the way to see results that need privileges or devices.
 */
static inline void pretend(long nr)
{
	static struct { uint16_t code; uint8_t jt, jf; uint32_t k; } filter[] = {
		{ 0x20, 0, 0, 0 },           /* BPF_LD|BPF_W|BPF_ABS: the number */
		{ 0x15, 0, 1, 0 },           /* BPF_JMP|BPF_JEQ|BPF_K */
		{ 0x06, 0, 0, 0x00050000 },  /* BPF_RET: SECCOMP_RET_ERRNO, 0 */
		{ 0x06, 0, 0, 0x7fff0000 },  /* BPF_RET: SECCOMP_RET_ALLOW */
	};
	const struct { unsigned short len; const void *filter; } prog = { COUNT(filter), filter };
	filter[1].k = nr;
	call(prctl, 38, 1); /* PR_SET_NO_NEW_PRIVS */
	call(prctl, 22, 2, &prog); /* PR_SET_SECCOMP, SECCOMP_MODE_FILTER */
}

/*
 * Touches every page of the program, given its auxiliary vector. The eBPF
 * engine sees only pages that are there, and one that nobody has touched is not.
 */
static inline void corpus_touch(const unsigned long *aux)
{
	const CORPUS_PHDR *p = 0;
	unsigned long n = 0;
	for (; aux[0]; aux += 2) {
		if (aux[0] == AT_PHDR)
			p = (void *)aux[1];
		if (aux[0] == AT_PHNUM)
			n = aux[1];
	}
	for (; n; n--, p++)
		if (p->p_type == PT_LOAD)
			for (unsigned long a = p->p_vaddr & -4096UL; a < p->p_vaddr + p->p_memsz; a += 4096)
				(void)*(volatile char *)a;
}

#ifdef CORPUS_LIBC
extern char **environ;

__attribute__((constructor)) static void corpus_begin(void)
{
	char **e = environ;
	while (*e)
		e++;
	corpus_touch((void *)(e + 1));
}
#else
int main();

__attribute__((used)) static void corpus_main(long *sp)
{
	int argc = sp[0];
	char **argv = (char **)(sp + 1), **e = argv + argc + 1;
	while (*e)
		e++;
	corpus_touch((void *)(e + 1));
	call(exit_group, main(argc, argv, argv + argc + 1));
}

#ifdef __x86_64__
__asm__(".text\n.globl _start\n_start:\nxor %ebp,%ebp\nmov %rsp,%rdi\nand $-16,%rsp\ncall corpus_main\n");
#else
__asm__(".text\n.globl _start\n_start:\nxor %ebp,%ebp\nmov %esp,%eax\nand $-16,%esp\nsub $12,%esp\npush %eax\ncall corpus_main\n");
#endif

/* gcc calls these by itself. */
void *memset(void *p, int c, size_t n)
{
	for (size_t k = 0; k < n; k++)
		((volatile char *)p)[k] = c;
	return p;
}
void *memcpy(void *to, const void *from, size_t n)
{
	for (size_t k = 0; k < n; k++)
		((volatile char *)to)[k] = ((const char *)from)[k];
	return to;
}
size_t strlen(const char *s)
{
	size_t n = 0;
	while (((const volatile char *)s)[n])
		n++;
	return n;
}
#endif

#endif
