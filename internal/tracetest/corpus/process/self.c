// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -s 3
// m32
#include "corpus.h"

#ifdef __i386__
typedef struct { unsigned n; int base; unsigned lim, fl; } user_desc;
#else
typedef struct { unsigned n; unsigned base; unsigned lim, fl; } user_desc;
#endif

int main(void)
{
	char buf[4096];
	int cpu, node;
	user_desc ud = { 7, 0x1234, 0xfffff, 0x51 };

	unsigned long first = 1;
	call(sched_setaffinity, 0, sizeof(first), &first);
	call(uname, buf);
	call(uname, BAD);
	call(uname, 0);
	call(uname, edge(0) - 100);
	call(getcpu, &cpu, 0, 0);
	call(getcpu, 0, &node, buf);
	call(getcpu, BAD, &node, 0);
	call(getcpu, 0, 0, BAD);
	call(umask, 022);
	call(umask, 0);
	call(umask, 01777);
	call(umask, -1);
	if (call(unshare, 0x04000000) == 0) {
		call(sethostname, "hello\n", 5);
		call(sethostname, "", 0);
		call(setdomainname, "a name of more than thirty-two characters", 41);
	}
	call(sethostname, BAD, 5);
	call(sethostname, "hello", 0x10000);
	call(sethostname, "a longer name than three", -1);
	call(sethostname, BAD, 65);
	call(sethostname, 0, -1);
	call(sethostname, string_at_edge(0, "ab"), 65);
	call(setdomainname, "hello", 0x10000);
	call(setdomainname, "hel\tl\1o", -1);
	call(acct, "/no/such/dir");
	call(acct, BAD);
	call(acct, "\1\2\3 a rather long path name that is not cut at thirty-two characters");
	call(chroot, "/no/such/dir");
	call(chroot, BAD);
	call(chroot, 0);
	call(pivot_root, "/no/such", "/none/../x");
	call(pivot_root, BAD, 0);
	call(syslog, 10, 0, 0);
	call(syslog, 2, buf, -1);
	call(syslog, 3, BAD, 5);
	call(syslog, 3, buf, 0);
	for (int i = 4; i < 9; i++)
		call(syslog, i + 1 + 6, buf, 100);
	call(syslog, 8, 0, 99);
	call(syslog, -1, buf, 99);
	call(membarrier, 0, 0, 0);
	call(membarrier, 1, 0, 1);
	for (int i = 1; i < 12; i++)
		call(membarrier, 1 << i, i & 3, 1000);
	call(membarrier, -1, -1, -1);
	call(membarrier, 0x200, 0, 0);
	call(reboot, 1, 2, 3, 4);
	call(reboot, 0xfee1dead, 0x28121968, 0x12345, "abc");
	call(reboot, 0xfee1deaf, 0x05121996, 0xA1B2C3D5, "abc");
	call(reboot, 0xfee1deae, 0x16041998, 0xA1B2C3D4, "abc");
	call(reboot, 0xfee1deae, 0x20112000, 0x01234567, 0);
	call(reboot, 0xfee1deae, 672274793, 0xCDEF0123, BAD);
	call(reboot, 0, -1, 0xA1B2C3D4, "a string of more than thirty-two characters");
	call(reboot, 0, -1, 0xA1B2C3D4, BAD);
	call(reboot, 0xfee1deae, 0, 0x45584543, 0);
	call(reboot, 0xfee1deae, 0, 0x4321FEDC, 0);
	call(reboot, 0xfee1deae, 0, 0xD000FCE2, 0);
	call(reboot, 0xfee1deae, -1, 0, 0);
	call(personality, 0xffffffff);
	call(personality, 0x0040000);
	call(personality, 0xffffffff);
	call(personality, 0x0100000 | 0x8);
	call(personality, 0);
	call(personality, 1);
	call(personality, 0xfe0000 | 0x4003);
	call(personality, 0x7fffffff);
	call(personality, 0x01000010);
	call(personality, 0xff);
	call(personality, 0x8000000);
	call(personality, 0xffffffff);
	call(personality, 0);
	call(set_tid_address, &cpu);
	call(set_tid_address, 0);
	call(set_tid_address, BAD);
	call(set_robust_list, buf, 24);
	call(set_robust_list, BAD, -1);
	long head[3] = { 0x1000, 24, 0 };
	call(set_robust_list, head, sizeof(head));
	call(set_robust_list, head, 12);
	long h = 5, l = 6;
	call(get_robust_list, 0, &h, &l);
	call(get_robust_list, -1, &h, &l);
	call(get_robust_list, 0, BAD, &l);
	call(get_robust_list, 0, 0, 0);
	call(iopl, 0);
	call(iopl, -1);
	call(ioperm, 0x378, -1, -1);
	call(ioperm, 0x70, 0x10, 0);
	call(modify_ldt, 0, buf, 16);
	call(modify_ldt, 1, &ud, 16);
	call(modify_ldt, 1, &ud, 15);
	call(modify_ldt, 17, &ud, 16);
	call(modify_ldt, 2, buf, 4);
	call(modify_ldt, -1, BAD, -1);
	call(modify_ldt, 17, BAD, 16);
	call(modify_ldt, 17, 0, 16);
	ud.n = -1;
	ud.fl = 0x7f;
	call(modify_ldt, 17, &ud, 16);
	ud.fl = -1;
	call(modify_ldt, 17, &ud, 16);
#ifdef __i386__
	call(set_thread_area, &ud);
	ud.fl = 0x51;
	call(set_thread_area, &ud);
	call(set_thread_area, BAD);
	call(set_thread_area, 0);
	ud.n = 12;
	ud.n = 1;
	call(clone, 0x800 | 0x80000, 0, 0, &ud, 0);
	call(clone, 0x800 | 0x80000, 0, 0, edge(0) - 12, 0);
	call(olduname, buf);
	call(olduname, BAD);
	call(oldolduname, buf);
	call(oldolduname, 0);
	call(arch_prctl, 0x1002, 0x1234);
#else
	call(set_thread_area, &ud);
	unsigned long v;
	call(arch_prctl, 0x1003, &v);
	call(arch_prctl, 0x1002, 0x1234);
	call(arch_prctl, 0x1003, &v);
	call(arch_prctl, 0x1004, &v);
	call(arch_prctl, 0x1001, 0);
	call(arch_prctl, 0x1004, BAD);
	call(arch_prctl, 0x1003, 0);
	for (int i = 0; i < 2; i++)
		call(arch_prctl, 0x1011 + i, i);
	for (int i = 0x1021; i < 0x1027; i++)
		call(arch_prctl, i, &v);
	call(arch_prctl, 0x1023, 18);
	call(arch_prctl, 0x1025, 17);
	for (int i = 0x2001; i < 0x2004; i++)
		call(arch_prctl, i, 0x7000);
	for (int i = 0x4001; i < 0x4004; i++)
		call(arch_prctl, i, &v);
	for (int i = 0x5001; i < 0x5006; i++)
		call(arch_prctl, i, &v);
	call(arch_prctl, 0x5001, 3);
	call(arch_prctl, 0x5005, -1);
	call(arch_prctl, -1, -1);
#endif
	return 0;
}
