// options: -v
// options: -X raw
// options: -X verbose
// options: -s 1
// root
// m32
#include "corpus.h"
#define NEWIPC 0x08000000
#include <linux/ipc.h>
#include <linux/sem.h>

#ifdef __i386__
#define SEMTIMEDOP 420
#else
#define SEMTIMEDOP __NR_semtimedop
#endif

int main(void)
{
	call(unshare, NEWIPC);
	static char ds[256];
	static unsigned short vals[8] = { 1, 2, 3, 4 };
	call(semget, 0, 0, 0);
	call(semget, 0x12345678, -1, -1);
	call(semget, 0x12345678, 4, 04000 | 0600);
	long id = call(semget, 0, 3, 01000 | 02000 | 0600);
	call(semctl, id, 0, IPC_STAT, ds);
	call(semctl, id, 0, IPC_STAT | 0x100, ds);
	call(semctl, id, 0, IPC_SET | 0x100, ds);
	call(semctl, id, 0, IPC_SET, ds);
	call(semctl, id, 0, IPC_SET, BAD);
	call(semctl, id, 0, IPC_SET, 0);
	call(semctl, id, 0, IPC_STAT, 0);
	call(semctl, id, 0, IPC_STAT | 0x100, UNMAPPED);
	call(semctl, id, 0, IPC_INFO, ds);
	call(semctl, id, 0, SEM_INFO, ds);
	call(semctl, 100, 0, SEM_STAT, ds);
	call(semctl, 100, 0, SEM_STAT_ANY, ds);
	call(semctl, id, 1, GETPID, 0);
	call(semctl, id, 0, SETALL, vals);
	call(semctl, id, 0, GETALL, vals);
	call(semctl, id, 0, SETALL | 0x100, vals);
	call(semctl, id, 0, GETALL | 0x100, vals);
	call(semctl, id, 0, GETALL, 0);
	call(semctl, id, 0, SETVAL, 5);
	call(semctl, id, 1, SETVAL, -1);
	call(semctl, id, -1, GETVAL, 5);
	call(semctl, id, 1, GETVAL, ds);
	call(semctl, id, 1, GETNCNT, 1);
	call(semctl, id, 1, GETZCNT, 0x12345678);
	call(semctl, id, 1, 99, ds);
	call(semctl, id, 1, -1, 0);
	struct sembuf ops[3] = { { 0, 1, 0 }, { 1, -1, 0x800 }, { 65535, 32767, -1 } };
	struct sembuf one[1] = { { 1, 1, SEM_UNDO } };
#ifndef __i386__
	call(semop, id, one, 1);
	call(semop, id, ops, 2);
	call(semop, id, ops, 3);
	call(semop, id, 0, 1);
	call(semop, id, BAD, 1);
	call(semop, -1, ops, 0);
	call(semop, -1, at_edge(0, ops, sizeof ops), -1);
	call(semop, -1, at_edge(0, ops, sizeof ops), 4);
	call(semop, -1, edge(0) - 3, 1);
#endif
	struct { long s, n; } ts = { 0, 1 };
	struct { long long s, n; } ts64 = { 0, 1 };
	void *t = sizeof(long) == 4 ? (void *)&ts64 : (void *)&ts;
	callnr(SEMTIMEDOP, id, one, 1, t);
	callnr(SEMTIMEDOP, id, ops, 2, t);
	callnr(SEMTIMEDOP, id, ops, 2, 0);
	callnr(SEMTIMEDOP, id, ops, 2, BAD);
	callnr(SEMTIMEDOP, id, BAD, -1, t);
	call(semget, 1, 1, 0x2000);
	call(semctl, 0, 0, SEM_STAT, ds);
	call(semctl, id, 0, IPC_RMID, 0);
	call(semctl, id, 0, IPC_RMID | 0x100, ds);
	return 0;
}
