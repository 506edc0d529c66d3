// build: -m32 -O1 -fno-pic -no-pie -nostdlib -ffreestanding -fno-stack-protector
// build: -m32 -O1 -fno-pic -no-pie -nostdlib -ffreestanding -fno-stack-protector -fno-asynchronous-unwind-tables -fno-omit-frame-pointer
// build: -m32 -O1 -fpie -pie -nostdlib -ffreestanding -fno-stack-protector -Wl,--no-dynamic-linker
// options: -e write,getpid
// options: -e none
// better: the reference has no stacks of 32-bit programs
typedef void handler(int);
struct action {
	handler *function;
	unsigned long mask, flags;
	void (*restorer)(void);
};

static long call(long nr, long a, long b, long c)
{
	long r;
	__asm__ volatile("int $0x80" : "=a"(r) : "a"(nr), "b"(a), "c"(b), "d"(c) : "memory");
	return r;
}

__attribute__((noinline)) long leaf(int n)
{
	char b[100];
	b[n] = 1;
	return call(4, 1, (long)b, 0) + b[3];
}

__attribute__((noinline)) long middle(int n) { return leaf(n) + 2; }

static void caught(int sig) { middle(2); }

/* The kernel brings a signal's return code along, in the vdso. */
void _start(void)
{
	struct action a = {caught, 0, 0, 0};
	middle(5);
	call(67, 10, (long)&a, 0);
	call(37, call(20, 0, 0, 0), 10, 0);
	call(1, 0, 0, 0);
}
