// options: -v
// options: -N
// options: -s 1
// options: -X verbose
// m32
#include "corpus.h"

int main(void)
{
	unsigned a = 1, b = 2, c = 3, list[70];
	uint16_t *l16 = (void *)list;
	for (int i = 0; i < COUNT(list); i++)
		list[i] = i * 70000;

	call(getuid);
	call(getgid);
	call(geteuid);
	call(getegid);
	call(getppid);
	call(getpid);
	call(gettid);
	call(getpgrp);
	call(getpgid, 0);
	call(getpgid, -1);
	call(getsid, 0);
	call(getsid, -2);
	call(setpgid, -1, 5);
	call(setpgid, 0, -1);
	call(setsid);
	call(getresuid, &a, &b, &c);
	call(getresuid, BAD, &b, &c);
	call(getresuid, &a, &b, 0);
	call(getresgid, &a, &b, &c);
	call(getresgid, 0, 0, 0);
	call(getgroups, 0, 0);
	call(getgroups, 0, list);
	call(getgroups, -1, list);
	call(getgroups, 1, BAD);
	call(setgroups, 3, list);
	call(getgroups, 65, list);
	call(getgroups, 3, BAD);
	call(setgroups, 40, list);
	call(getgroups, 65, list);
	call(setgroups, 0, list);
	call(getgroups, 65, list);
	call(getgroups, 65, 0);
	call(setgroups, -1, list);
	call(setgroups, 65536, at_edge(1, list, 16));
	call(setgroups, 65537, list);
	call(setgroups, 2, BAD);
	call(setgroups, 2, edge(0) - 4);
	call(setgroups, 0, 0);
	call(setgroups, 3, 0);
	call(setfsuid, -1);
	call(setfsuid, 0x12345678);
	call(setfsuid, 0x8000);
	call(setfsgid, -1);
	call(setfsgid, 0);
	call(setreuid, -1, -1);
	call(setregid, -1, 0);
	call(setresuid, -1, 0, -1);
	call(setresgid, -1, -1, -1);
	call(setuid, -1);
	call(setgid, -1);
#ifdef __i386__
	call(getuid32);
	call(getgid32);
	call(geteuid32);
	call(getegid32);
	call(getresuid32, &a, &b, &c);
	call(getresgid32, BAD, &b, &c);
	call(getgroups32, 65, list);
	call(setgroups32, 3, list);
	call(getgroups32, 65, list);
	call(setgroups32, 1, list + 5);
	call(getgroups, 65, list);
	call(setgroups32, 2, edge(0) - 4);
	call(setfsuid32, -1);
	call(setfsgid32, 0x12345678);
	call(setreuid32, -1, -1);
	call(setregid32, -1, 0);
	call(setresuid32, -1, 0, -1);
	call(setresgid32, -1, -1, -1);
	call(setuid32, -1);
	call(setgid32, -1);
	call(setuid32, 70000);
	call(getuid);
	call(setreuid, 0x10000, 0xffff);
	call(setuid, 0xffff);
	call(setuid, 0x1ffff);
#else
	call(setreuid, 70000, 70000);
	call(setresuid, 5, 6, 7);
	call(setuid, 70000);
	call(getuid);
#endif
	return 0;
}
