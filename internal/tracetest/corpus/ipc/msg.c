// options: -v
// options: -X raw
// options: -X verbose
// options: -s 3
// options: -xx
// root
// m32
#include "corpus.h"
#define NEWIPC 0x08000000
#include <linux/ipc.h>
#include <linux/msg.h>

int main(void)
{
	call(unshare, NEWIPC);
	static char ds[256];
	static struct { long type; char text[100]; } m = { 7, "hello, \001 world, this is a rather long message" };
	static struct { long type; char text[100]; } r;
	call(msgget, 0, 0);
	call(msgget, 0x12345678, -1);
	call(msgget, 0x12345678, 04000 | 0600);
	long id = call(msgget, 0, 01000 | 02000 | 0600);
	call(msgsnd, id, &m, 20, 0);
	call(msgsnd, id, &m, 46, 04000);
	call(msgsnd, id, &m, 0, 010000);
	call(msgsnd, id, 0, 10, -1);
	call(msgsnd, id, BAD, 10, 0);
	call(msgsnd, id, edge(0) - sizeof(long), 10, 0);
	call(msgsnd, id, edge(0) - 2, 10, 0);
	call(msgsnd, id, &m, -1, 0);
	call(msgsnd, -1, &m, 3, 0);
	m.type = -3;
	call(msgsnd, id, &m, 3, 0);
	call(msgctl, id, IPC_STAT, ds);
	call(msgctl, id, IPC_STAT | 0x100, ds);
	call(msgctl, id, IPC_SET, ds);
	call(msgctl, id, IPC_SET | 0x100, ds);
	call(msgctl, id, IPC_SET, BAD);
	call(msgctl, id, IPC_SET, 0);
	call(msgctl, id, IPC_STAT, 0);
	call(msgctl, id, IPC_INFO, ds);
	call(msgctl, id, 12, ds);
	call(msgctl, 100, 11, ds);
	call(msgctl, 100, 13, ds);
	call(msgctl, -1, 99, ds);
	call(msgctl, -1, -1, 0);
	call(msgrcv, id, &r, 100, 0, 0);
	call(msgrcv, id, &r, 5, 7, 010000);
	call(msgrcv, id, &r, 100, -7, 020000 | 04000);
	call(msgrcv, id, &r, 100, 0, 040000 | 04000);
	call(msgrcv, id, &r, 100, 0, 04000);
	call(msgrcv, id, 0, 100, 0, 04000);
	call(msgrcv, id, BAD, -1, -1, -1);
	call(msgctl, id, IPC_RMID, 0);
	call(msgctl, id, IPC_RMID, ds);
	return 0;
}
