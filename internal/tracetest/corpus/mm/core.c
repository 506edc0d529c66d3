// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -s 2
// m32
#include "corpus.h"

int main(void)
{
	unsigned char vec[64];
	unsigned long in[] = { (unsigned long)edge(0) - 4096, 0x1000, (unsigned long)-1, 0 };
	unsigned long four[4] = { 3, 0, 0, 0 };
	/* Behind them there is the same to read in every run: nothing. */
	unsigned long *nodes = at_edge(3, four, sizeof(four));
	int st[4] = { 1, 2, -14, 0x7fffffff }, nd[4] = { 0, 1, -1, 5 };
	struct { unsigned long long off, len; } range = { 1, 4096 };
	unsigned long long cs[5];

	memset(vec, 0, sizeof(vec));
	edge(0)[-1] = 1;
	call(mincore, edge(0) - 4096, 4096, vec);
	call(mincore, (long)&vec & -4096, 4096 * 1, vec);
	call(mincore, edge(0) - 4096, 8192, vec);
	call(mincore, edge(0) - 4095, 4096, vec);
	call(mincore, edge(0) - 4096, 4096, BAD);
	call(mincore, edge(0) - 4096, 4096, 0);
	call(mincore, 0x8000000, -1, vec);
	call(mincore, 0, 0, vec);
	call(mbind, 0, 4096, 0, 0, 0, 0);
	for (int i = 0; i < 9; i++)
		call(mbind, 0x1000, -1, i, nodes, 5, 1 << i);
	call(mbind, 0x1000, -1, 0x8001, nodes, 65, 7);
	call(mbind, 0x1000, -1, 0xc001, BAD, 5, -1);
	call(mbind, 0x1000, -1, 0xffff, nodes, 0, 0);
	call(mbind, 0x1000, -1, -1, nodes, -1, 0);
	call(mbind, 0x1000, -1, 0x2001, nodes, 64 * 1024, 0);
	call(mbind, 0x1000, -1, 0x2001, edge(0) - sizeof(long), 129, 0);
	call(mbind, 0x1000, -1, 0x2001, nodes, 1, 0);
	call(mbind, 0x1000, -1, 0x2001, nodes, 2, 0);
	call(mbind, 0x1000, -1, 0x2001, nodes, 200, 0);
	call(set_mempolicy, 0, 0, 0);
	call(set_mempolicy, 2, nodes, 8);
	call(set_mempolicy, 0xe002, nodes, 8);
	call(set_mempolicy, -1, BAD, -1);
	call(set_mempolicy, 9, nodes, 200);
	int mode = 77;
	call(get_mempolicy, &mode, nodes, 128, 0, 0);
	call(get_mempolicy, &mode, nodes, 5, &mode, 3);
	call(get_mempolicy, &mode, nodes, 5, edge(0) - 1, 3);
	call(get_mempolicy, 0, nodes, 1024, 0, 4);
	call(get_mempolicy, BAD, BAD, 1024, BAD, 0);
	call(get_mempolicy, 0, 0, 0, 0, -1);
	call(get_mempolicy, 0, 0, 0, 0, 0);
	call(migrate_pages, 0, 5, nodes, nodes);
	call(migrate_pages, -1, 64, nodes, BAD);
	call(migrate_pages, 1, 0, 0, 0);
	call(move_pages, 0, 3, in, nd, st, 2);
	call(move_pages, 0, 3, in, 0, st, 4);
	call(move_pages, 0, 1, in, 0, st, 2);
	call(move_pages, -1, 4, in, nd, st, -1);
	call(move_pages, 0, 4, BAD, BAD, BAD, 0);
	call(move_pages, 0, 0, in, nd, st, 0);
	call(move_pages, 0, 2, edge(0) - sizeof(long), edge(0) - 4, edge(0) - 4, 0);
	call(move_pages, 0, 0x10000000, nodes, nodes, st, 0);
	call(move_pages, 0, 4, 0, 0, 0, 0);
	callnr(450, 0x1000, -1, 3, 0);
	callnr(450, 0x1000, -1, -1, -1);
	callnr(451, 0, &range, cs, 0);
	callnr(451, -1, &range, cs, 1);
	callnr(451, 0, BAD, BAD, -1);
	callnr(451, 0, 0, 0, 0);
	int fd = call(open, "/proc/self/exe", 0);
	callnr(451, fd, &range, edge(0) - 20, 0);
	callnr(451, fd, at_edge(1, &range, sizeof(range)), cs, 0);
	callnr(453, 0, 4096, 1);
	callnr(453, 0x1000, -1, -1);
	callnr(453, 0x1000, -1, 4);
	call(process_madvise, -1, 0, 0, 0, 0);
	struct { void *b; unsigned long l; } iov[2] = { { in, 3 }, { BAD, -1 } };
	call(process_madvise, -1, iov, 2, 4, -1);
	call(process_madvise, 0, BAD, 2, 20, 1);
	call(process_madvise, 0, edge(0) - sizeof(iov[0]), 2, 21, 1);
	callnr(447, 0);
	callnr(447, -1);
	callnr(447, 0x80000);
	call(process_vm_readv, 0, iov, 1, iov, 2, 0);
	call(process_vm_readv, -1, iov, 2, iov + 1, 1, -1);
	call(process_vm_writev, 0, iov, 1, iov, 1, 1);
	callnr(448, -1, 0);
	callnr(448, 0, -1);
	return 0;
}
