// build: -O1
// options: -e getpid,getppid
// better: the reference has no stacks of i386 calls that a 64-bit program makes
#include <unistd.h>

__attribute__((noinline)) long narrow(long nr)
{
	long r;
	__asm__ volatile("int $0x80" : "=a"(r) : "a"(nr) : "memory");
	return r;
}

int main(void) { return narrow(20) < 0 || getppid() < 0; }
