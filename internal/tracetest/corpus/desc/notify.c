// options: -X raw
// options: -X verbose
// options: -y
// m32
#include "corpus.h"
#include <linux/inotify.h>
#include <linux/fanotify.h>
#include <linux/fcntl.h>

int main(void)
{
	char buf[200];
	int i, f, dir = AT_FDCWD;
	call(inotify_init);
	i = call(inotify_init1, IN_NONBLOCK | IN_CLOEXEC);
	call(inotify_init1, 0);
	call(inotify_init1, -1);
	call(inotify_init1, 1);
	call(inotify_add_watch, i, ".", IN_ALL_EVENTS);
	call(inotify_add_watch, i, ".", -1);
	call(inotify_add_watch, i, ".", IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK | IN_MASK_ADD | IN_ONESHOT);
	call(inotify_add_watch, i, "none", 0);
	call(inotify_add_watch, i, NULL, IN_MASK_CREATE);
	call(inotify_add_watch, -1, BAD, IN_UNMOUNT | IN_Q_OVERFLOW | IN_IGNORED);
	call(inotify_add_watch, -1, ".", 0x1000);
	call(inotify_rm_watch, i, 1);
	call(inotify_rm_watch, i, -1);
	call(fanotify_init, 0, 0);
	call(fanotify_init, FAN_CLASS_CONTENT | FAN_CLOEXEC, O_RDONLY | O_LARGEFILE);
	call(fanotify_init, 8 | FAN_NONBLOCK | FAN_UNLIMITED_QUEUE | FAN_UNLIMITED_MARKS, O_RDWR | O_CLOEXEC);
	call(fanotify_init, 0xc, -1);
	call(fanotify_init, -1, 0);
	call(fanotify_init, 0x80000000, 1);
	f = call(fanotify_init, FAN_REPORT_FID, 0);
#ifdef __i386__
#define mark(fd, flags, mask, dfd, path) call(fanotify_mark, fd, flags, (mask) & 0xffffffff, (unsigned long long)(mask) >> 32, dfd, path)
#else
#define mark(fd, flags, mask, dfd, path) call(fanotify_mark, fd, flags, mask, dfd, path)
#endif
	mark(f, FAN_MARK_ADD, FAN_CREATE | FAN_ONDIR, AT_FDCWD, ".");
	mark(f, FAN_MARK_REMOVE | FAN_MARK_MOUNT, FAN_CREATE, dir, ".");
	mark(-1, FAN_MARK_FLUSH | FAN_MARK_FILESYSTEM, 0, -1, NULL);
	mark(-1, 0x7fff, -1LL, 0, "x");
	mark(-1, -1, 1ULL << 40, 0, BAD);
	mark(-1, 0, 1ULL << 40 | FAN_OPEN_EXEC, -2, NULL);
	mark(-1, 0x8000, FAN_ACCESS_PERM | FAN_OPEN_PERM, AT_FDCWD, NULL);
	mark(-1, FAN_MARK_IGNORE_SURV, 0x3ff0000, AT_FDCWD, NULL);
	return 0;
}
