// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

int main(void)
{
	static char buf[1024];
	struct { void *b; unsigned long l; } iov = { buf, 64 };
	int pid = call(getpid);

	/* No one of these is a tracee. */
	for (int op = 0; op < 40; op++)
		if (op != 0 && op != 16)
			call(ptrace, op, pid, 8, 11);
	for (int op = 0x4200; op < 0x4216; op++)
		if (op != 0x4206)
			call(ptrace, op, pid, 8, 11);
	call(ptrace, 16, -1, 1, 2);
	call(ptrace, 0x4206, -1, 0, 0x11);
	call(ptrace, 0x4206, -1, 1, -1);
	call(ptrace, -1, -1, -1, -1);
	call(ptrace, 0x4200, pid, 5, -1);
	for (int i = 0; i < 10; i++)
		call(ptrace, 0x4200, pid, 0, 1 << i);
	call(ptrace, 0x4200, pid, 0, 1 << 20);
	call(ptrace, 0x4200, pid, 0, 1 << 21);
	for (int i = 0; i < 8; i++)
		call(ptrace, 0x4204, pid, i, &iov);
	call(ptrace, 0x4205, pid, 0x202, BAD);
	call(ptrace, 0x4205, pid, 0x46e62b7f, &iov);
	call(ptrace, 0x4204, pid, 0x405, 0);
	call(ptrace, 7, pid, 1, 9);
	call(ptrace, 17, pid, 1, 15);
	call(ptrace, 24, pid, 0, 100);
	call(ptrace, 1, pid, buf, buf);
	call(ptrace, 3, pid, 0, buf);
	call(ptrace, 3, pid, 15 * sizeof(long), buf);
	call(ptrace, 6, pid, 120, -1);
	call(ptrace, 3, pid, 848, buf);
	call(ptrace, 3, pid, 851, buf);
	call(ptrace, 3, pid, -1, buf);
	call(ptrace, 4, pid, buf, 0x1234);
	call(ptrace, 0x4209, pid, buf, buf);
	call(ptrace, 0x420a, pid, 8, buf);
	call(ptrace, 0x420b, pid, 8, buf);
	call(ptrace, 0x4203, pid, 0, buf);
	call(ptrace, 0x4203, pid, 0, BAD);
	call(ptrace, 0x420c, pid, 0, buf);
	call(ptrace, 0x420e, pid, 88, buf);
	return 0;
}
