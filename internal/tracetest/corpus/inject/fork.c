// note: each task counts its own calls, from its beginning
// only: -f -e inject=getpid:delay_enter=3ms:delay_exit=3ms:retval=77
// options: -f -e inject=clone,fork,vfork:delay_enter=1ms:delay_exit=1ms
// options: -f -e inject=clone,fork,vfork:error=EAGAIN
// m32
// options: -f -e inject=getpid:retval=77:when=2
// options: -f -e inject=getpid:error=EPERM:when=1+2
#include "corpus.h"

int main(void)
{
	int status;
	call(getpid);
	call(getpid);
	long pid = call(clone, 0, 0, 0, 0, 0); /* no SIGCHLD: it would come before wait4, or in it */
	if (pid == 0) {
		call(getpid);
		call(getpid);
		call(exit_group, 1);
	}
	call(wait4, pid, &status, 0x40000000, 0); /* __WALL */
	call(getpid);
	return 0;
}
