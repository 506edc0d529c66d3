// options: -X raw
// options: -X verbose
// options: -s 4
// options: -xx
// options: -y
// m32
#include "corpus.h"

#define AT_FDCWD (-100)
#define LONG "a name that is longer than the thirty-two bytes which are shown of a string"

int main(void)
{
	char buf[4100];
	static const int flags[] = { 0, 1, 2, 4, 8, 15, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x1400, 0x2000, 0x8000, 0x40000000, -1 };

	for (int i = 0; i < COUNT(flags); i++) {
		call(linkat, AT_FDCWD, "a", 0, "b", flags[i]);
		call(unlinkat, AT_FDCWD, "a", flags[i]);
		call(renameat2, AT_FDCWD, "a", 0, "b", flags[i]);
		callnr(439, AT_FDCWD, "a", 4, flags[i]); /* faccessat2 */
		call(faccessat, AT_FDCWD, "a", flags[i], 0x100);
	}
	call(rename, LONG, LONG);
	call(rename, NULL, BAD);
	call(renameat, -1, NULL, 0, BAD);
	call(link, LONG, LONG);
	call(link, NULL, BAD);
	call(symlink, LONG, "link");
	call(readlink, "link", buf, sizeof(buf));
	call(readlink, "link", buf, 32);
	call(readlink, "link", buf, 33);
	call(readlink, "link", buf, 3);
	call(readlink, "link", buf, 0);
	call(readlink, "link", BAD, 10);
	call(readlink, "link", NULL, 10);
	call(readlinkat, AT_FDCWD, "link", buf, sizeof(buf));
	call(readlinkat, AT_FDCWD, "link", edge(0) - 4, 4);
	call(readlinkat, -1, "link", buf, -1);
	call(readlinkat, -1, NULL, BAD, 0x123456789);
	call(unlink, "link");
	call(symlink, "\xff\x01\n", "link");
	call(readlink, "link", buf, 33);
	call(symlinkat, "a", AT_FDCWD, "b");
	call(symlinkat, "a", -1, "b");
	call(symlinkat, NULL, 0, BAD);
	call(symlinkat, BAD, 0, NULL);
	call(unlink, NULL);
	call(unlink, LONG);
	call(mkdir, LONG, 0755);
	call(chdir, LONG);
	call(getcwd, buf, sizeof(buf));
	call(chdir, "/");
	call(getcwd, buf, 2);
	call(getcwd, buf, 1);
	call(getcwd, NULL, 100);
	call(getcwd, BAD, -1);
	call(getcwd, edge(0) - 2, 100);
	call(rmdir, LONG);
	call(rmdir, NULL);
	call(chroot, "/nonexistent");
	call(chroot, BAD);
	call(fchdir, -1);
	call(fchdir, 0);
	call(truncate, "/nonexistent", 0x7fffffff);
	call(truncate, "/nonexistent", -1);
	call(truncate, BAD, 0x123456789abcdef);
	call(ftruncate, -1, -1);
	call(ftruncate, 0, 12);
#ifdef __i386__
	call(truncate64, "/nonexistent", 1, 2);
	call(truncate64, BAD, -1, -1);
	call(ftruncate64, 0, 0x89abcdef, 0x1234567);
	call(ftruncate64, -1, -1, 0);
#endif
	call(sync);
	call(syncfs, -1);
	call(syncfs, 0);
	call(umask, 0);
	call(umask, 0777);
	call(umask, -1);
	call(access, "/", -1);
	return 0;
}
