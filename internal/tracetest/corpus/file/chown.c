// options: -X raw
// options: -v
// options: -y
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

int main(void)
{
	static const int ids[] = { 0, 1, 0xffff, 0x10000, 0xfffe, -1, -2, 0x7fffffff, 0x12345 };
	static const int modes[] = { 0, 7, 010, 0644, 07777, 010000, 0100644, 0177777, -1 };

	for (int i = 0; i < COUNT(ids); i++) {
		call(chown, "/nonexistent", ids[i], ids[i]);
		call(lchown, "/nonexistent", ids[i], 5);
		call(fchown, -1, ids[i], ids[i]);
		call(fchownat, AT_FDCWD, "/nonexistent", ids[i], ids[i], 0);
#ifdef __i386__
		call(chown32, "/nonexistent", ids[i], ids[i]);
		call(lchown32, "/nonexistent", ids[i], 5);
		call(fchown32, -1, ids[i], ids[i]);
#endif
	}
	call(fchownat, 0, NULL, 1, 2, 0x100);
	call(fchownat, 0, BAD, 1, 2, 0x1100);
	call(fchownat, -1, "", 1, 2, 0x2000);
	call(fchownat, -1, "", 1, 2, -1);
	call(fchownat, -1, "", 1, 2, 0x200);
	call(fchownat, -1, "", 1, 2, 0x400);
	for (int i = 0; i < COUNT(modes); i++) {
		call(chmod, "/nonexistent", modes[i]);
		call(fchmod, -1, modes[i]);
		call(fchmodat, AT_FDCWD, "/nonexistent", modes[i], 0x100);
		callnr(452, AT_FDCWD, "/nonexistent", modes[i], 0x100);
		call(mkdir, "/nonexistent/x", modes[i]);
		call(mkdirat, AT_FDCWD, "/nonexistent/x", modes[i]);
		call(creat, "/nonexistent/x", modes[i]);
		call(mknod, "/nonexistent/x", modes[i], 0x501);
		call(mknodat, AT_FDCWD, "/nonexistent/x", modes[i], 0x501);
		call(umask, modes[i]);
	}
	callnr(452, -1, "", 0, 0x1000);
	callnr(452, -1, "", 0, -1);
	callnr(452, -1, NULL, 0, 0x2000);
	return 0;
}
