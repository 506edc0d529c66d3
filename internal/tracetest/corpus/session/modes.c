// only: -f -e trace=!getrandom,rseq,prctl
// only: -f -n -e trace=!getrandom,rseq,prctl
// only: -f -ff -e trace=!getrandom,rseq,prctl
// only: -f -e trace=write
// only: -c -f -S name
// only: -q -e trace=!getrandom,rseq,prctl
// libc
// races: which of two processes comes first
// note: calls of two ABIs in one process
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void i386(long nr)
{
	__asm__ volatile("int $0x80" : "+a"(nr) : : "memory", "r8", "r9", "r10", "r11");
}

int main(void)
{
	int status;

	i386(20);
	i386(20);
	syscall(SYS_getuid);
	if (fork() == 0) {
		i386(24);
		_exit(3);
	}
	wait(&status);
	return 4;
}
