/* A 64-bit program that makes a call of either kind: getpid by syscall and by int $0x80. */
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	long r;
	syscall(SYS_getpid);
	__asm__ volatile("int $0x80" : "=a"(r) : "0"(20) : "r8", "r9", "r10", "r11");
	return r != getpid();
}
