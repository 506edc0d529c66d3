// note: the reference loses a signal that comes with delay_enter
// only: -e inject=getpid:signal=SIGUSR1
// options: -e inject=getpid:signal=USR1:when=2
// options: -e inject=getpid:signal=10:error=EPERM
// options: -e inject=getpid,chdir:signal=SIGRT_1:retval=3
// options: -e inject=getppid:signal=HUP
// options: -e inject=getppid:signal=KILL
// options: -e inject=exit_group:signal=SEGV
// options: -e inject=exit_group:signal=SEGV:error=EIO
// options: -e signal=none -e inject=getpid:signal=SIGUSR1
// options: -e inject=chdir:signal=CHLD -e inject=getpid:signal=WINCH
// options: -e inject=getpid:signal=SIGUSR1:delay_exit=2ms
// m32
#include "corpus.h"

int main(void)
{
	struct { void *handler; unsigned long flags; void *restorer; unsigned long mask[2]; } act = { (void *)1 };
	call(rt_sigaction, 10, &act, 0, 8);
	call(rt_sigaction, 33, &act, 0, 8);
	call(getpid);
	call(getpid);
	call(chdir, "/nowhere");
	call(getpid);
	call(getppid);
	return 0;
}
