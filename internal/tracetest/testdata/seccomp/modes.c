// libc
// note: calls of both ABIs
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static long old(long nr)
{
	long r;
	__asm__ volatile("int $0x80" : "=a"(r) : "0"(nr), "b"(0), "c"(0), "d"(0) : "r8", "r9", "r10", "r11", "memory");
	return r;
}

int main(void)
{
	syscall(SYS_getppid);
	old(64); /* getppid */
	old(20); /* getpid */
	syscall(SYS_getpid);
	old(20);
	if (fork() == 0) {
		old(20);
		syscall(SYS_getuid);
		old(64);
		_exit(0);
	}
	wait(0);
	syscall(SYS_getppid);
	syscall(-1);
	syscall(10000);
	return 0;
}
