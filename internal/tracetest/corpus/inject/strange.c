// note: results that no kernel gives
// only: -e inject=!exit_group:retval=-7
// options: -e inject=!exit_group:retval=-4096
// options: -e inject=!exit_group:retval=4095
// options: -e inject=!exit_group:retval=1
// options: -e inject=!exit_group:retval=2
// options: -e inject=!exit_group:retval=3
// options: -X raw -e inject=!exit_group:retval=-7
// m32
#include "corpus.h"

int main(void)
{
	static char b[] = "/abc\0defghij", n[16];
	call(chdir, "/");
	call(getcwd, b, 16);
	call(lseek, 0, 0, 0);
	call(dup, 0);
	call(brk, 0);
	call(getpriority, 0, 0);
	call(times, 0);
	call(alarm, 0);
	call(gettid);
	call(getuid);
	call(read, 0, n, 16);
	call(write, 0, b, 8);
	call(futex, n, 1, 0);
	call(epoll_create, 1);
	call(readlink, "/x", n, 16);
	call(getrandom, n, 16, 0);
	call(sched_get_priority_max, 0);
	return 0;
}
