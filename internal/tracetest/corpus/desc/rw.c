// options: -s 0
// options: -s 5
// options: -x
// options: -xx
// options: -e trace=write,read
// options: -yy
// m32
#include "corpus.h"
#include <linux/uio.h>

int main(void)
{
	static const char text[] = "plain\n\ttext \"quoted\" \\ \x01\x7f\x80\xff 0123456789 0123456789 0123456789";
	char buf[100];
	int pipe[2];
	struct iovec v[3] = {
		{ "one", 3 }, { (void *)text, sizeof(text) }, { NULL, 0 },
	};

	call(pipe, pipe);
	call(write, pipe[1], text, sizeof(text));
	call(write, pipe[1], "", 0);
	call(write, pipe[1], "exact thirty-two characters long", 32);
	call(write, pipe[1], "\0001\0002\000x", 6);
	call(write, pipe[1], edge(0) - 5, 10);
	call(write, pipe[1], at_edge(0, "abcde", 5), 5);
	call(write, -1, BAD, 10);
	call(write, -1, NULL, 10);
	call(write, -1, text, -1);
	call(write, -1, text, 0x7fffffff);
	call(read, pipe[0], buf, 10);
	call(read, pipe[0], buf, sizeof(buf));
	call(read, -1, buf, 10);
	call(read, 0, buf, 10);
	call(read, 0, BAD, 0);
	call(writev, pipe[1], v, 3);
	call(writev, pipe[1], v, 0);
	call(writev, pipe[1], v, -1);
	call(writev, pipe[1], BAD, 2);
	call(writev, -1, edge(1) - sizeof(v[0]), 2);
	v[0].iov_base = buf;
	v[0].iov_len = 7;
	call(readv, pipe[0], v, 1);
	call(readv, -1, v, 3);
	call(lseek, 0, 0, 0);
	call(lseek, 0, -1, 2);
	call(lseek, -1, 5, 9);
#ifdef __x86_64__
	call(pread64, 0, buf, 10, 0x123456789ab);
	call(pwrite64, -1, "x", 1, -1);
	call(preadv, -1, v, 1, 1, 2);
	call(pwritev2, -1, v, 1, 1, 0, 0x1f);
#else
	call(pread64, -1, buf, 10, 0x89abcdef, 1);
	call(pwrite64, -1, "x", 1, -1, -1);
	call(_llseek, -1, 1, 2, buf, 1);
#endif
	call(close, pipe[0]);
	call(close, -1);
	call(close, 0x12345678);
	return 0;
}
