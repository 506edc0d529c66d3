// options: -e read=all -e write=all
// options: -s 4
// options: -y
// options: -X raw
// m32
#include "corpus.h"
#include <linux/uio.h>

static char big[200];

int main(void)
{
	char a[10], b[10], c[10];
	int p[2];
	struct iovec v[3] = { { a, 3 }, { b, 10 }, { c, 10 } };
	struct iovec many[40];
	struct iovec bad[3] = { { "abc", 3 }, { BAD, 5 }, { edge(2) - 2, 4 } };

	for (int i = 0; i < 40; i++)
		many[i] = (struct iovec){ "x", 1 };
	call(pipe, p);
	call(write, p[1], "0123456789", 7);
	call(readv, p[0], v, 3);                     /* 3 + 4 + nothing */
	call(write, p[1], "0123456789", 2);
	call(readv, p[0], v, 3);
	call(write, p[1], "0123456789", 10);
	call(readv, p[0], v, 2);
	call(writev, p[1], many, 40);
	call(writev, p[1], bad, 3);
	call(writev, p[1], bad, 1025);
	call(writev, -1, NULL, 3);
	call(writev, -1, many, 33);
	call(readv, p[0], at_edge(1, v, sizeof(v[0])), 2);
	call(readv, 0, v, 3);
	call(readv, 0, v, 0);
	call(readv, 0, NULL, 1);
	call(readv, 0, v, -1);
	call(preadv, 0, v, 3, 5, 6);
	call(preadv, -1, v, 3, 5, 6);
	call(pwritev, -1, v, 3, 0x89abcdef, 0x1234567);
	call(pwritev, -1, bad, 3, -1, -1);
	call(preadv2, -1, v, 3, 0x89abcdef, 0x1234567, 0x1f);
	call(preadv2, 0, v, 2, 0, 0, 0);
	call(preadv2, 0, v, 2, 0, 0, -1);
	call(pwritev2, -1, v, 3, 0x89abcdef, 0x1234567, 0x20);
	call(pwritev2, -1, v, 3, -1, -1, 0xff);
	call(pwritev2, -1, v, 1, 0, 0, 0xffffff00);
	call(vmsplice, p[1], bad, 1, 0xf);
	call(vmsplice, p[1], bad, 3, 0x10);
	call(vmsplice, -1, NULL, 3, -1);
	call(vmsplice, p[0], v, 2, 2);

	struct iovec local = { a, 5 }, remote[2] = { { "remote", 3 }, { "far", 3 } };
	int pid = call(getpid);
	call(process_vm_readv, pid, &local, 1, remote, 2, 0);
	call(process_vm_readv, pid, v, 2, remote, 2, 0);
	call(process_vm_readv, pid, v, 3, remote, 1, 1);
	call(process_vm_readv, pid, NULL, 3, BAD, 1, -1);
	call(process_vm_readv, -1, v, 0, remote, 0, 0);
	call(process_vm_writev, pid, remote, 2, v, 2, 0);
	call(process_vm_writev, pid, remote, 2, bad, 3, 0);
	call(process_vm_writev, pid, bad, 3, v, 2, 5);
	call(process_vm_writev, -1, BAD, -1, NULL, 2, 5);
	return 0;
}
