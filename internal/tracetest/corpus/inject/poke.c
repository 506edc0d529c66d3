// only: -e inject=chdir:poke_enter=@arg1=2f00
// options: -e inject=chdir:poke_exit=@arg1=2f00
// options: -e inject=chdir:poke_enter=@arg1=41:poke_exit=@arg1=4243:when=1
// options: -e inject=chdir:poke_enter=@arg1=2f746d7000:error=EPERM
// options: -e inject=chdir:poke_enter=,@arg1=2f00,
// options: -e inject=read:poke_exit=@arg2=4142434445464748494a
// options: -e inject=read:poke_enter=@arg2=4142434445464748494a:retval=4
// options: -e inject=writev:poke_enter=@arg2=0000000000000000
// m32
#include "corpus.h"

int main(void)
{
	char buf[16], *path = at_edge(1, "/nowhere", 9);
	struct { void *base; unsigned long len; } v[] = { { "abc", 3 }, { "de", 2 } };
	call(chdir, "/nowhere");
	call(chdir, "/nowhere");
	call(chdir, path);
	int fd = call(open, "/dev/zero", 0);
	call(read, fd, buf, 10);
	call(read, fd, edge(2) - 12, 12);
	call(writev, 1, v, 2);
	return 0;
}
