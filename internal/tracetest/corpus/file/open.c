// options: -v
// options: -s 4
// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"
#include <fcntl.h>

int main(void)
{
	static const int flags[] = {
		O_RDONLY, O_WRONLY, O_RDWR, 3, O_RDONLY | O_CLOEXEC, O_WRONLY | O_CREAT | O_EXCL, O_RDWR | O_CREAT | O_TRUNC,
		O_PATH, O_TMPFILE | O_RDWR, O_DIRECTORY, O_SYNC, O_DSYNC, 0x40000000, -1, O_APPEND | O_NONBLOCK | O_NOFOLLOW,
	};
	for (int i = 0; i < COUNT(flags); i++) {
		call(open, "/dev/null", flags[i], 0644);
		call(openat, -100, "/nonexistent/file", flags[i], 07777);
	}
	call(open, NULL, 0, 0);
	call(open, BAD, 0, 0);
	call(open, UNMAPPED, 0, 0);
	call(open, string_at_edge(0, "/dev/zero"), 0, 0);
	call(open, cut_at_edge(0, "/dev/zero"), 0, 0);
	call(open, "a long name, longer than what is shown of any string, but a path is shown in full", 0, 0);
	call(open, "\n\t\"\\\x01\xff\177\0019", 0, 0);
	call(open, "made", O_WRONLY | O_CREAT | O_TRUNC, -1);
	call(openat, 0, "x", 0, 0);
	call(openat, 3, "x", 0, 0);
	call(openat, -1, "x", 0, 0);
	call(openat, -100, "", O_CREAT, 0);
	call(openat, 0x12345678, "x", O_CREAT, 01644);
	call(creat, "created", 0600);
	call(creat, BAD, -1);
	return 0;
}
