// options: -X raw
// options: -X verbose
// options: -y
// options: -N
// m32
#include "corpus.h"
#include <linux/fcntl.h>

int main(void)
{
	long long result;
	int p[2];

	call(dup, 0);
	call(dup, -1);
	call(dup2, 0, 9);
	call(dup2, -1, -1);
	call(dup3, 0, 8, 0);
	call(dup3, 0, 8, O_CLOEXEC);
	call(dup3, 0, 0, 1);
	call(dup3, 0, 8, 0x10000000);
	call(close_range, 8, 9, 0);
	call(close_range, 8, -1, 4);
	call(close_range, 8, -1, 6);
	call(close_range, 8, 4, 1);
	call(close_range, 8, 4, 8);
	call(close_range, 8, 4, -1);
	call(close, 3);
	call(pipe, p);
	call(pipe, NULL);
	call(pipe, BAD);
	call(pipe2, p, O_CLOEXEC);
	call(pipe2, p, O_CLOEXEC | O_NONBLOCK | O_DIRECT);
	call(pipe2, p, 0);
	call(pipe2, p, -1);
	call(pipe2, NULL, O_DIRECT | 0x80);
	call(pipe2, p, 1);
	call(pipe2, edge(0) - 4, 0);
	call(lseek, 0, 0, 0);
	call(lseek, 0, 1, 1);
	call(lseek, 0, -1, 2);
	call(lseek, 0, 5, 3);
	call(lseek, 0, 5, 4);
	call(lseek, 0, 5, 5);
	call(lseek, p[0], -5, -1);
#ifdef __i386__
	call(_llseek, 0, 1, 2, &result, 0);
	call(_llseek, 0, -1, -1, &result, 1);
	call(_llseek, 0, -1, -1, NULL, 2);
	call(_llseek, 0, 0, 5, BAD, 0);
	call(_llseek, -1, 0, 5, &result, 7);
#endif
	call(flock, 0, 1);
	call(flock, 0, 2 | 4);
	call(flock, 0, 8);
	call(flock, 0, 0);
	call(flock, 0, 32);
	call(flock, 0, 32 | 64 | 128 | 3);
	call(flock, 0, -1);
	call(fsync, 0);
	call(fdatasync, -1);
	call(sync);
	call(syncfs, -1);
	call(readahead, 0, 5, 6, 7);
	call(readahead, -1, -1, -1, -1);
#ifdef __x86_64__
	call(fadvise64, 0, 1, 2, 3);
	for (int i = 0; i < 9; i++)
		call(fadvise64, -1, -1, -2, i);
	call(fallocate, -1, 0, 1, 2);
	call(fallocate, -1, 0x7f, -1, 2);
	call(fallocate, -1, -1, 1, -2);
	call(fallocate, -1, 0x80, 0x7fffffffffffffff, 2);
	call(fallocate, -1, 0x1000, 0x7fffffffffffffff, 2);
	call(sync_file_range, -1, 1, 2, 7);
	call(sync_file_range, -1, -1, -2, 8);
	call(sync_file_range, -1, -1, -2, -1);
	call(sync_file_range, -1, -1, -2, 0);
#else
	call(fadvise64, -1, 1, 2, 3, 4);
	call(fadvise64_64, -1, 1, 2, 3, 4, 5);
	call(fadvise64_64, -1, -1, -1, -2, -1, 9);
	call(fallocate, -1, 3, 1, 2, 3, 4);
	call(fallocate, -1, 3, -1, -1, -3, -1);
	call(sync_file_range, -1, 1, 2, 3, 4, 7);
	call(sync_file_range, -1, -1, -1, -2, -1, 16);
#endif
	return 0;
}
