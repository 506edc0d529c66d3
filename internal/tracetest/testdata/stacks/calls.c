// build: -O0 -g
// build: -O2 -fomit-frame-pointer
// build: -O2 -fno-omit-frame-pointer
// build: -O2 -s
// build: -O1 -no-pie
// build: -O2 -fno-asynchronous-unwind-tables -fno-omit-frame-pointer
// build: -O2 -fno-asynchronous-unwind-tables -fomit-frame-pointer
// options:
// options: -e write --stack-trace-frame-limit=3
// options: -e write --stack-trace-frame-limit=7
// options: -e none
// options: -z -e read,write
// options: -Z -i -n -e read,write
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define FUNC __attribute__((noinline))

FUNC int leaf(int n)
{
	char b[64];
	memset(b, n, sizeof(b));
	int r = write(1, b, 1);
	return r + b[3];
}

FUNC int recurse(int n)
{
	if (n == 0)
		return leaf(1) + 1;
	return recurse(n - 1) + n;
}

FUNC __attribute__((noreturn)) void die(void)
{
	write(2, "", 0);
	_exit(3);
}

/* A call that is the last instruction: the return address is in the next function. */
FUNC void before_the_end(void) { die(); }

void caught(int sig) { read(-1, 0, 0); }

int main(void)
{
	signal(SIGUSR1, caught);
	recurse(4);
	raise(SIGUSR1);
	before_the_end();
}
