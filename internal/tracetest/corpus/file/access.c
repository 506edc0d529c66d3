// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

int main(void)
{
	static const int modes[] = { 0, 1, 2, 4, 7, 8, 0xf, -1 };
	static const int flags[] = { 0, 0x100, 0x200, 0x1000, 0x40000000, -1 };
	char buf[64];

	for (int i = 0; i < COUNT(modes); i++)
		call(access, "/dev/null", modes[i]);
	for (int i = 0; i < COUNT(modes); i++)
		call(faccessat, AT_FDCWD, "/nonexistent", modes[i]);
	for (int i = 0; i < COUNT(flags); i++)
		callnr(439, AT_FDCWD, "/dev/null", 4, flags[i]); /* faccessat2 */
	call(access, NULL, 0);
	call(access, cut_at_edge(2, "/dev/null"), 0);
	call(chmod, "/nonexistent", 0755);
	call(chmod, "/nonexistent", 0);
	call(chmod, "/nonexistent", 01234567);
	call(fchmod, -1, 0644);
	call(fchmodat, AT_FDCWD, "/nonexistent", 04755);
	call(chown, "/nonexistent", 0, -1);
	call(lchown, "/nonexistent", -1, 65534);
	call(fchownat, AT_FDCWD, "/nonexistent", 1, 2, 0x1100);
	call(mkdir, "dir", 0700);
	call(mkdirat, AT_FDCWD, "dir", 0700);
	call(rename, "dir", "other");
	call(renameat, AT_FDCWD, "a", -1, "b");
	call(renameat2, AT_FDCWD, "a", AT_FDCWD, "b", 1 | 2 | 4 | 8);
	call(link, "a", "b");
	call(linkat, AT_FDCWD, "a", AT_FDCWD, "b", 0x1400);
	call(symlink, "target", "name");
	call(symlinkat, "target", AT_FDCWD, "name");
	call(readlink, "name", buf, sizeof(buf));
	call(readlink, "name", buf, 3);
	call(readlinkat, AT_FDCWD, "name", edge(0) - 2, 2);
	call(readlink, "nonexistent", buf, -1);
	call(unlink, "name");
	call(unlinkat, AT_FDCWD, "other", 0x200);
	call(rmdir, "nonexistent");
	call(chdir, "/");
	call(chdir, BAD);
	call(fchdir, -1);
	call(getcwd, buf, sizeof(buf));
	call(getcwd, buf, 1);
	call(getcwd, BAD, 4096);
	call(truncate, "nonexistent", 12);
	call(ftruncate, -1, -1);
	call(umask, 022);
	call(umask, -1);
	return 0;
}
