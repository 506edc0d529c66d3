// note: threads count their calls apart; execve goes on counting
// libc
// only: -f -e trace=getppid,execve,getpgrp -e inject=getppid:retval=5:when=2
// options: -f -e trace=getppid,execve,getpgrp -e inject=getppid:error=EPERM:when=2+2 -e inject=getpgrp:signal=USR1:when=1
// options: -f -e trace=getppid,execve,getpgrp -e inject=getppid:delay_exit=2ms:when=1..3 -e inject=execve:error=ENOMEM:when=1
// options: -ff -e trace=getppid,execve -e inject=execve:error=ENOMEM:when=2
#include "corpus.h"
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *work(void *arg)
{
	for (int i = 0; i < 3; i++)
		syscall(SYS_getppid);
	syscall(SYS_getpgrp);
	return arg;
}

int main(int argc, char **argv)
{
	signal(SIGUSR1, SIG_IGN);
	work(0);
	if (argc > 2)
		return 0;
	for (int i = 0; i < 2; i++) {
		pthread_t t;
		pthread_create(&t, 0, work, 0);
		pthread_join(t, 0);
	}
	char *next[] = { argv[0], "again", argc > 1 ? "and again" : 0, 0 };
	execv(argv[0], next);
	execv(argv[0], next);
	return 1;
}
