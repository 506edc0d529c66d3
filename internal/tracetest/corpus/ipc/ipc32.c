// note: ipc(2), through which i386 programs reach all of System V IPC
// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// root
// m32
#include "corpus.h"
#define NEWIPC 0x08000000
#include <linux/ipc.h>

int main(void)
{
	call(unshare, NEWIPC);
#ifdef __i386__
	static char ds[256];
	static unsigned short vals[4] = { 1, 2 };
	static struct { long type; char text[20]; } m = { 7, "hello" };
	static struct { short n, op, flg; } ops[2] = { { 0, 1, 0 }, { 1, 1, 0x1000 } };
	static long ptr;
	static struct { long s, n; } ts = { 0, 1 };
	long id = call(ipc, 2, 0, 3, 01000 | 0600, 0, 0);
	call(ipc, 1, id, 2, 0, ops, 0);
	call(ipc, 1, id, 2, 0, 0, 0);
	call(ipc, 4, id, 2, 0, ops, &ts);
	call(ipc, 4, id, 2, 0, ops, 0);
	ptr = 3;
	call(ipc, 3, id, 0, 16, &ptr, 0);
	call(ipc, 3, id, 0, 16, BAD, 0);
	call(ipc, 3, id, 0, 16, 0, 0);
	ptr = (long)ds;
	call(ipc, 3, id, 0, 0x102, &ptr, 0);
	call(ipc, 3, id, 0, 0x101, &ptr, 0);
	call(ipc, 3, id, 0, 1, &ptr, 0);
	ptr = (long)vals;
	call(ipc, 3, id, 0, 17, &ptr, 0);
	call(ipc, 3, id, 0, 13, &ptr, 0);
	call(ipc, 3, id, 0, 0, &ptr, 0);
	id = call(ipc, 13, 0, 01000 | 0600, 0, 0, 0);
	call(ipc, 11, id, 5, 0, &m, 0);
	call(ipc, 11, id, 5, 0, 0, 0);
	call(ipc, 14, id, 0x102, 0, ds, 0);
	call(ipc, 14, id, 0x101, 0, ds, 0);
	static struct { void *p; long type; } k = { &m, 7 };
	call(ipc, 12, id, 20, 04000, &k, 0);
	call(ipc, 12, id, 20, 04000, &k, 0);
	call(ipc, 12, id, 20, 04000, 0, 0);
	call(ipc, 12, id, 20, 04000, BAD, 0);
	call(ipc, 0x1000c, id, 20, 04000, &m, 7);
	call(ipc, 14, id, 0, 0, 0, 0);
	id = call(ipc, 23, 0, 4096, 01000 | 0600, 0, 0);
	call(ipc, 24, id, 0x102, 0, ds, 0);
	call(ipc, 24, id, 0x101, 0, ds, 0);
	call(ipc, 21, id, 0, &ptr, 0, 0);
	call(ipc, 22, 0, 0, 0, ptr, 0);
	call(ipc, 21, id, 0, BAD, 0, 0);
	call(ipc, 21, id, 010000, &ptr, 0x50000000, 0);
	call(ipc, 0x10015, id, 0, &ptr, 0, 0);
	call(ipc, 24, id, 0, 0, 0, 0);
	static void *z[2];
	call(ipc, 3, 0, 0, 2, z, 0);
	z[0] = BAD;
	call(ipc, 3, 0, 0, 0x102, z, 0);
	call(ipc, 3, 0, 0, 1, z, 0);
	call(ipc, 3, 0, 0, 0x103, z, 0);
	z[0] = ds;
	call(ipc, 3, 0, 0, 3, z, 0);
	call(ipc, 3, 0, 0, 99, z, 0);
	call(ipc, 3, 0, 0, 99, edge(0) - 2, 0);
	call(ipc, 3, 0, 0, 2, edge(0) - 2, 0);
	call(ipc, 12, -1, 5, 04000, z, 0);
	call(ipc, 12, -1, 5, 04000, edge(0) - 4, 0);
	call(ipc, 0x1000c, -1, 20, 04000, 0, -7);
	call(ipc, 21, -1, 010000, 0, 0x50000000, 0);
	call(ipc, 0x20009, 0, 010000, ds, 0, 0);
	call(ipc, 0xa0004, 0, 1, ds, ds, ds);
	call(ipc, 0, 1, 2, 3, 4, 5);
	call(ipc, 5, 1, 2, 3, 4, 5);
	call(ipc, 99, 1, 2, 3, 4, 5);
	call(ipc, -1, 1, 2, 3, 4, 5);
	call(ipc, 0x10002, 0, 3, 0600, 0, 0);
	call(ipc, 0x20001, id, 2, 0, ops, 0);
#endif
	return 0;
}
