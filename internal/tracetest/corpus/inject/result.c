// only: -e inject=open:error=EACCES
// options: -e inject=open,openat:error=13
// options: -e fault=open
// options: -e fault=%desc:error=EINTR:when=2+
// options: -e inject=read:retval=5
// options: -e inject=read:retval=5:when=2
// options: -e inject=read:retval=5:when=2..3
// options: -e inject=read:retval=0x5:when=1+2
// options: -e inject=read:retval=5:when=2+
// options: -e inject=read:retval=5:when=1..4+3
// options: -e inject=all:error=ENOSPC:when=2
// options: -e inject=!exit_group:error=ERESTARTSYS:when=2
// options: -e inject=?nosuch,/^ch:error=600
// options: -e inject=chdir:error=4095 -e inject=getpid:retval=-4096
// options: -e inject=getpid:retval=0x7fffffff00000001
// options: -e inject=getpid:retval=-1
// options: -e inject=open,getpid:retval=0xffffffff
// options: -e inject=open:error=1 -e inject=open:error=2
// options: -e inject=open:error=EPERM:syscall=getpid
// options: -e inject=open:error=EPERM:syscall=getpid -e trace=open,getpid,read
// options: -e trace=read -e inject=all:error=EPERM:when=2
// options: -e trace=read,chdir -e inject=open:error=EPERM
// options: -z -e inject=read,chdir:retval=1
// options: -Z -e inject=read,chdir:error=EIO
// options: -y -e inject=open:retval=0
// options: -X raw -e inject=open,chdir:error=5
// options: -X verbose -e inject=open,chdir:error=5
// options: -e raw=open,chdir -e inject=open,chdir:error=5
// options: -e inject=exit_group:error=EPERM
// options: -n -N -e inject=open,chdir:error=5
// options: -e inject=fcntl:retval=0x8002
// options: -e inject=pipe,pipe2,wait4,mmap:retval=0
// m32
#include "corpus.h"

int main(void)
{
	char buf[16];
	int fds[2], status = 0x100;
	for (int i = 0; i < 4; i++) {
		int fd = call(open, "/dev/zero", 0);
		call(read, fd, buf, 5);
		call(read, 77, buf, 5);
		call(chdir, "/nowhere");
		call(getpid);
		call(close, fd);
	}
	call(fcntl, 0, 3);
	call(pipe, fds);
	call(wait4, -1, &status, 0, 0);
	callnr(9999, 1, 2, 3);
	call(exit_group, 3);
	return 0;
}
