/*
 * Checks what a tracer does to its calls of getcwd: says on stdout, one
 * line a call, the result and what is in the buffer that the arguments name.
 * With an argument, that many.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 3;
	char *fixed = "read-only data"; /* where only a tracer may write */
	setvbuf(stdout, 0, _IONBF, 0);
	for (int i = 0; i < n; i++) {
		errno = 0;
		long r = syscall(SYS_getcwd, fixed, 0);
		printf("%ld %d %s\n", r, errno, fixed);
	}
	return 0;
}
