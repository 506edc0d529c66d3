// libc
// note: every call, over and over, with huge numbers and a memory whose every word points to itself or says 2 GiB; to be run with -e inject=...
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SIZE (16UL << 20)

int main(int argc, char **argv)
{
	int from = argc > 1 ? atoi(argv[1]) : 0, to = argc > 2 ? atoi(argv[2]) : 480;
	uint64_t *r = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	uint64_t *z = mmap(0, 2UL << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	uint32_t *h = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	for (uint64_t i = 0; i < SIZE / 8; i++)
		r[i] = (uint64_t)r;
	for (uint64_t i = 0; i < SIZE / 4; i++)
		h[i] = 0x7fffffff;
	uint64_t v[] = {(uint64_t)r, (uint64_t)h, (uint64_t)z, 0x7fffffff, 0xffffffffffffffff, 1, 16, 0x100000};
	int n = sizeof v / sizeof *v;
	for (int nr = from; nr < to; nr++) {
		if (nr == SYS_exit_group || nr == SYS_mmap || nr == SYS_mprotect || nr == SYS_brk || nr == SYS_arch_prctl)
			continue; /* are really made, some of them */
		uint64_t seed = nr * 2654435761u + 1;
		for (int k = 0; k < 5; k++) {
			uint64_t a[6];
			for (int i = 0; i < 6; i++) {
				seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
				a[i] = v[seed % n];
			}
			syscall(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
		}
	}
	_exit(0);
}
