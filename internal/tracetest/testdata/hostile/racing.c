// libc
// note: calls whose arguments another thread overwrites, unmaps and maps again meanwhile
#define _GNU_SOURCE
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SIZE (1 << 16)

static uint64_t *area;
static volatile int done;

static void *spoil(void *arg)
{
	uint64_t x = 88172645463325252ULL;
	while (!done) {
		x ^= x << 13, x ^= x >> 7, x ^= x << 17;
		uint64_t *page = area + x % (SIZE / 4096) * 512;
		if (x >> 40 & 3)
			mmap(page, 4096, PROT_READ | PROT_WRITE, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		else
			mprotect(page, 4096, PROT_NONE);
		if (x >> 42 & 1 && !mprotect(page, 4096, PROT_READ | PROT_WRITE))
			for (int i = 0; i < 512; i++)
				page[i] = i % 3 == 0 ? (uint64_t)area + (x >> i % 30) % SIZE : i % 3 == 1 ? 0x7fffffff : x >> i % 60;
	}
	return arg;
}

int main(void)
{
	static const int nrs[] = {SYS_writev, SYS_readv, SYS_sendmsg, SYS_recvmmsg, SYS_poll, SYS_select, SYS_execve, SYS_open,
		SYS_bind, SYS_ioctl, SYS_bpf, SYS_setsockopt, SYS_keyctl, SYS_mount, SYS_clone3, SYS_perf_event_open, SYS_io_submit,
		SYS_epoll_ctl, SYS_futex, SYS_rt_sigaction, SYS_semop, SYS_msgsnd, SYS_sched_setattr, SYS_statx, SYS_prlimit64,
		SYS_process_vm_readv, SYS_move_pages, SYS_seccomp, SYS_capset, SYS_timer_create};
	uint64_t x = 2463534242ULL;
	pthread_t t;
	area = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	pthread_create(&t, 0, spoil, 0);
	for (int k = 0; k < 3000; k++) {
		uint64_t a[6];
		for (int i = 0; i < 6; i++) {
			x ^= x << 13, x ^= x >> 7, x ^= x << 17;
			a[i] = x & 3 ? (uint64_t)area + (x >> 8) % SIZE : (x >> 8) % 20;
		}
		syscall(nrs[k % (sizeof nrs / sizeof *nrs)], a[0], a[1], a[2], a[3], a[4], a[5]);
	}
	done = 1;
	_exit(0);
}
