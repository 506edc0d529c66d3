// options: -v
// options: -X raw
// options: -X verbose
// root
// m32
#include "corpus.h"
#define NEWIPC 0x08000000
#include <linux/ipc.h>
#include <linux/shm.h>

int main(void)
{
	call(unshare, NEWIPC);
	static char ds[256], info[256];
	/* keys */
	call(shmget, 0, 0, 0);
	call(shmget, 0x12345678, -1, -1);
	call(shmget, 0x12345678, 4096, 0x3000 | 0600);
	call(shmget, 0x12345678, 4096, (21 << 26) | 04000 | 0777);
	call(shmget, -1, 4096, 01000 | 02000);
	call(shmget, -1, 4096, 01000 | 02000);
	long id = call(shmget, 0, 8192, 01000 | 0600);
	call(shmctl, id, IPC_STAT, ds);
	call(shmctl, id, IPC_STAT | 0x100, ds);
	call(shmctl, id, IPC_SET, ds);
	call(shmctl, id, IPC_SET | 0x100, ds);
	call(shmctl, id, IPC_STAT, 0);
	call(shmctl, id, IPC_STAT, BAD);
	call(shmctl, id, IPC_SET, 0);
	call(shmctl, id, IPC_SET, UNMAPPED);
	call(shmctl, id, IPC_SET, edge(0) - 8);
	call(shmctl, -1, IPC_STAT, ds);
	call(shmctl, -1, IPC_INFO, info);
	call(shmctl, 0, 14, info);
	call(shmctl, 0, 14, 0);
	call(shmctl, 100, 13, ds);
	call(shmctl, 100, 15, ds);
	call(shmctl, id, 11, 0);
	call(shmctl, id, 11, ds);
	call(shmctl, id, 12, 1);
	call(shmctl, id, 0x1fe, ds);
	call(shmctl, id, -1, ds);
	call(shmctl, id, 99, 0);
	call(shmget, 1, 4096, 0x2000);
	call(shmget, 1, 4096, (21 << 26) | 04000 | 0x2000);
	call(shmget, 1, 4096, (21 << 26) | 0600);
	call(shmctl, 0, IPC_INFO, info);
	call(shmctl, 1, 13, ds);
	call(shmctl, 1, 15, ds);
	for (int k = 0; k < 256; k++)
		((volatile char *)ds)[k] = -1;
	call(shmctl, -1, IPC_SET, ds);
	long at = call(shmat, id, 0, 0);
	call(shmdt, at);
	call(shmdt, 0);
	call(shmdt, 1);
	call(shmat, id, 0, 010000);
	call(shmat, id, 0x50000001, 020000 | 040000 | 0100000);
	call(shmat, id, 0x60000001, 0);
	call(shmat, -1, 0, -1);
	call(shmctl, id, IPC_RMID, 0);
	call(shmctl, id, IPC_RMID, ds);
	return 0;
}
