// options: -X raw
// options: -X verbose
// options: -v
// options: -v -X raw
// options: -v -X verbose
// options: -v -s 3
// options: -y
// m32
#include "corpus.h"

int main(void)
{
	char buf[4096];

	call(open, "/proc/self/fd", 0);
	call(open, "/proc/self/fdinfo", 0);
	call(open, "/proc/self/net/stat", 0);
	call(getdents, 3, buf, sizeof(buf));
	call(getdents, 3, buf, sizeof(buf));
	call(getdents, 4, buf, sizeof(buf));
	call(getdents, 5, buf, sizeof(buf));
	call(lseek, 3, 0, 0);
	call(getdents, 3, buf, 50);
	call(getdents, 3, buf, 1);
	call(getdents, -1, buf, -1);
	call(getdents, 3, BAD, 100);
	call(getdents, 3, NULL, 0);
	call(lseek, 3, 0, 0);
	call(lseek, 4, 0, 0);
	call(lseek, 5, 0, 0);
	call(getdents64, 3, buf, sizeof(buf));
	call(getdents64, 3, buf, sizeof(buf));
	call(getdents64, 4, buf, sizeof(buf));
	call(getdents64, 5, buf, sizeof(buf));
	call(lseek, 3, 0, 0);
	call(getdents64, 3, buf, 50);
	call(getdents64, 3, buf, 1);
	call(getdents64, -1, buf, -1);
	call(getdents64, 3, BAD, 100);
	call(getdents64, 3, NULL, 0);
#ifdef __i386__
	call(lseek, 3, 0, 0);
	call(readdir, 3, buf, 1);
	call(readdir, 3, buf, 100);
	call(readdir, -1, buf, 1);
	call(readdir, 3, BAD, -1);
#endif
	call(mkdir, "new", 0755);
	call(mknod, "new/a file with a long name, longer than what is shown of a string", 0100644, 0);
	call(mknod, "new/\xff\n\"", 0010644, 0);
	call(open, "new", 0);
	call(getdents, 6, buf, sizeof(buf));
	call(lseek, 6, 0, 0);
	call(getdents64, 6, buf, sizeof(buf));
	call(open, "/dev", 0);
	call(getdents64, 7, buf, 300);
	call(open, "/sys/kernel", 0);
	call(getdents64, 8, buf, 4096);
	return 0;
}
