// options: -e read=all -e write=all
// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"
#include <linux/fcntl.h>

int main(void)
{
	int p[2], q[2], in, out, none = -1;
	long off = 2, neg = -1;
	long long off64 = 3, neg64 = -1;

	in = call(open, "in", O_RDWR | O_CREAT, 0600);
	out = call(open, "out", O_RDWR | O_CREAT, 0600);
	call(write, in, "0123456789", 10);
	call(pipe, p);
	call(pipe, q);
	call(sendfile, out, in, &off, 3);
	call(sendfile, out, in, &off, 30);
	call(sendfile, out, in, &off, 30);
	call(sendfile, out, in, NULL, 5);
	call(sendfile, out, in, &neg, 5);
	call(sendfile, out, in, BAD, 5);
	call(sendfile, out, none, &off, -1);
#ifdef __i386__
	call(sendfile64, out, in, &off64, 3);
	call(sendfile64, out, in, &off64, 30);
	call(sendfile64, out, in, &off64, 30);
	call(sendfile64, out, in, BAD, 30);
	call(sendfile64, out, none, NULL, -1);
#endif
	off64 = 3;
	call(splice, in, &off64, p[1], NULL, 4, 1);
	call(splice, in, NULL, p[1], NULL, 4, 2);
	call(splice, p[0], NULL, out, &off64, 2, 4 | 8);
	call(splice, p[0], &off64, out, &neg64, 2, -1);
	call(splice, p[0], NULL, out, &neg64, 2, 0);
	call(splice, in, &off64, out, BAD, -1, 0x10);
	call(splice, none, NULL, out, NULL, 2, 0);
	call(tee, p[0], q[1], 1, 2);
	call(tee, p[0], q[1], -1, 0);
	call(tee, none, none, 0, -1);
	call(tee, none, none, 0, 0x20);
	off64 = 1;
#ifdef __i386__
#define CFR 377
#else
#define CFR 326
#endif
	long long to = 5;
	callnr(CFR, in, &off64, out, &to, 3, 0);
	callnr(CFR, in, NULL, out, NULL, 3, 0);
	callnr(CFR, in, &off64, out, NULL, -1, 1);
	callnr(CFR, in, &neg64, out, BAD, 3, -1);
	callnr(CFR, none, BAD, none, &neg64, 3, 8);
	return 0;
}
