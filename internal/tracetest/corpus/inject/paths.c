// note: only calls that count are tampered with and counted
// only: -P /dev/zero -e inject=all:error=EPERM:when=2
// options: -P /dev/zero -e inject=read,close:retval=0
// options: -P /dev/null -e inject=%desc:error=EIO -e trace=%desc
// options: -e fd=0 -e inject=all:error=EIO:when=2+
// options: -e fd=0 -P /dev/zero -e inject=close,read:signal=CONT:when=2
// m32
#include "corpus.h"

int main(void)
{
	char buf[8];
	for (int i = 0; i < 3; i++) {
		int fd = call(open, "/dev/zero", 0);
		call(read, fd, buf, 8);
		call(read, 0, buf, 8);
		call(lseek, 0, 0, 0);
		call(close, fd);
	}
	return 0;
}
