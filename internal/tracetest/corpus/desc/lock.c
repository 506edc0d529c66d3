// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"
#include <linux/fcntl.h>
#include <asm/fcntl.h>

/* File locks, owners, leases, and whatever else fcntl commands take. */
int main(void)
{
	struct flock l = { F_RDLCK, 0, 10, 20, 5 }, w = { 7, 9, -1, -2, -3 };
#ifdef __i386__
	struct flock64 l64 = { F_RDLCK, 2, 0x100000001LL, 20, 5 };
#define FCNTL __NR_fcntl64
#else
	struct flock l64 = { F_RDLCK, 2, 0x100000001LL, 20, 5 };
#define FCNTL __NR_fcntl
#endif
	struct f_owner_ex owner = { F_OWNER_TID, 77 };
	uint64_t hint = 3;
	uint32_t uids[2] = { 1, 2 };
	int fd = call(open, "file", O_RDWR | O_CREAT, 0644), none = -1;
	int mem = callnr(
#ifdef __i386__
		356,
#else
		319,
#endif
		"sealed", 3);
	int p[2];

	call(fcntl, fd, F_SETLK, &l);
	call(fcntl, fd, F_SETLKW, &w);
	call(fcntl, fd, F_GETLK, &l);
	call(fcntl, fd, F_GETLK, &w);
	callnr(FCNTL, fd, F_OFD_SETLK, &l64);
	l64.l_pid = 0;
	callnr(FCNTL, fd, F_OFD_SETLK, &l64);
	callnr(FCNTL, fd, F_OFD_SETLKW, &l64);
	l64.l_type = F_WRLCK;
	callnr(FCNTL, fd, F_OFD_GETLK, &l64);
	call(fcntl, fd, F_OFD_GETLK, BAD);
	call(fcntl, fd, 12, &l64);
	call(fcntl, fd, 13, &l64);
	call(fcntl, fd, 14, NULL);
	callnr(FCNTL, fd, F_GETLK, &l);
	callnr(FCNTL, fd, F_SETLK, &l);
#ifdef __i386__
	callnr(FCNTL, fd, F_GETLK64, &l64);
	callnr(FCNTL, fd, F_SETLK64, &l64);
	callnr(FCNTL, fd, F_SETLKW64, BAD);
#endif
	call(fcntl, fd, F_GETOWN);
	call(fcntl, fd, F_SETOWN, -1);
	call(fcntl, fd, F_GETOWN);
	call(fcntl, fd, F_SETOWN, 0);
	call(fcntl, fd, F_SETOWN_EX, &owner);
	owner.type = 9;
	call(fcntl, fd, F_SETOWN_EX, &owner);
	call(fcntl, fd, F_GETOWN_EX, &owner);
	call(fcntl, none, F_GETOWN_EX, &owner);
	call(fcntl, fd, F_GETOWN_EX, NULL);
	call(fcntl, fd, F_GETOWNER_UIDS, uids);
	call(fcntl, fd, F_GETOWNER_UIDS, BAD);
	call(fcntl, fd, F_SETSIG, 34);
	call(fcntl, fd, F_GETSIG);
	call(fcntl, fd, F_SETSIG, 0);
	call(fcntl, fd, F_GETSIG);
	call(fcntl, fd, F_SETSIG, 99);
	call(fcntl, fd, F_SETLEASE, F_RDLCK);
	call(fcntl, fd, F_SETLEASE, F_WRLCK);
	call(fcntl, fd, F_GETLEASE);
	call(fcntl, fd, F_SETLEASE, F_UNLCK);
	call(fcntl, fd, F_GETLEASE);
	call(fcntl, fd, F_SETLEASE, -1);
	call(fcntl, fd, F_NOTIFY, 0);
	call(fcntl, fd, F_NOTIFY, 0x8000003f);
	call(fcntl, fd, F_NOTIFY, 0x40);
	call(fcntl, fd, F_NOTIFY, -1);
	call(fcntl, mem, F_GET_SEALS);
	call(fcntl, mem, F_ADD_SEALS, 0);
	call(fcntl, mem, F_ADD_SEALS, 6);
	call(fcntl, mem, F_GET_SEALS);
	call(fcntl, mem, F_ADD_SEALS, 0x3f);
	call(fcntl, mem, F_ADD_SEALS, 0x40);
	call(fcntl, mem, F_ADD_SEALS, -1);
	call(fcntl, fd, F_GET_SEALS);
	call(fcntl, fd, F_GET_RW_HINT, &hint);
	hint = 3;
	call(fcntl, fd, F_SET_RW_HINT, &hint);
	call(fcntl, fd, F_GET_RW_HINT, &hint);
	hint = 77;
	call(fcntl, fd, F_SET_RW_HINT, &hint);
	call(fcntl, fd, F_GET_RW_HINT, BAD);
	call(fcntl, fd, F_SET_RW_HINT, NULL);
	call(fcntl, fd, F_GET_FILE_RW_HINT, &hint);
	call(fcntl, fd, F_SET_FILE_RW_HINT, &hint);
	call(pipe, p);
	call(fcntl, p[0], F_GETPIPE_SZ);
	call(fcntl, p[0], F_SETPIPE_SZ, 4096);
	call(fcntl, p[0], F_SETPIPE_SZ, -1);
	call(fcntl, fd, F_GETPIPE_SZ);
	call(fcntl, p[1], F_GETFL);
	call(fcntl, p[1], F_SETFL, O_NONBLOCK | FASYNC);
	call(fcntl, p[1], F_GETFL);
	call(fcntl, p[1], F_SETFL, 0x40);
	call(fcntl, p[1], F_SETFL, 0);
	call(fcntl, fd, F_GETFL);
	call(fcntl, fd, F_GETFD);
	call(fcntl, fd, F_SETFD, 1);
	call(fcntl, fd, F_SETFD, 0);
	call(fcntl, fd, F_SETFD, -1);
	call(fcntl, fd, F_SETFD, 6);
	call(fcntl, fd, F_GETFD);
	call(fcntl, fd, 1027, fd);                      /* F_DUPFD_QUERY */
	call(fcntl, fd, 1027, p[0]);
	call(fcntl, fd, 1028, 0);                       /* F_CREATED_QUERY */
	call(fcntl, fd, 1029, 0);
	struct { uint32_t flags; uint16_t type; uint16_t pad; } deleg = { 0, 1, 0 };
	call(fcntl, fd, 1039, &deleg);
	call(fcntl, fd, 1040, &deleg);
	deleg.flags = 5;
	deleg.type = 9;
	deleg.pad = 9;
	call(fcntl, fd, 1040, &deleg);
	call(fcntl, fd, 1040, NULL);
	call(fcntl, fd, 1038, 0);
	call(fcntl, fd, 99, 0x12345);
	call(fcntl, fd, -1, -1);
#ifdef __i386__
	call(fcntl64, fd, F_GETFD);
	call(fcntl64, fd, F_GETFL);
	call(fcntl64, fd, F_DUPFD, 30);
	call(fcntl64, fd, F_SETFL, 0x800);
	call(fcntl64, fd, 99, 0x800);
#endif
	return 0;
}
