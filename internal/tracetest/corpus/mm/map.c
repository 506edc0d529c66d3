// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -y
// m32
#include "corpus.h"
#include <sys/mman.h>

#define PROT_SEM 8
#define MAP_UNINITIALIZED 0x4000000

#ifdef __i386__
#define map(...) call(mmap2, __VA_ARGS__)
#else
#define map(...) call(mmap, __VA_ARGS__)
#endif

int main(void)
{
	void *p = (void *)map(0x20000000, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0);
	map(0x20000000, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0);
	map(0, 0, PROT_NONE, MAP_PRIVATE, 0, 0);
	map(0, 4096, PROT_READ, MAP_SHARED, 0, 4096);
	map(0, 4096, PROT_READ, MAP_SHARED_VALIDATE, 0, 3);
	map(0, -1, -1, -1, -1, -1);
	map(0, 4096, PROT_READ|PROT_EXEC|PROT_SEM|PROT_GROWSDOWN|0x100, 0, 0, 0x7ffff000);
	map(0, 4096, 0x4000000, 0xffff0000, 1000, 0x7ffff000);
	map(0, 4096, 0, MAP_PRIVATE|MAP_HUGETLB|MAP_ANONYMOUS|(21 << MAP_HUGE_SHIFT), -1, 0);
	map(0, 4096, 0, MAP_PRIVATE|MAP_HUGETLB|MAP_ANONYMOUS|(30 << MAP_HUGE_SHIFT), -1, 0);
	map(0, 4096, 0, MAP_PRIVATE|MAP_HUGETLB|MAP_ANONYMOUS|(16 << MAP_HUGE_SHIFT), -1, 0);
	map(0, 4096, 0, MAP_PRIVATE|MAP_HUGETLB|MAP_ANONYMOUS, -1, 0);
	map(0, 4096, 0, MAP_PRIVATE|MAP_ANONYMOUS|(16 << MAP_HUGE_SHIFT), -1, 0);
	map(0, 4096, 0, 0x04, -1, 0);
	map(0, 4096, 0, 0x0f, -1, 0);
	map(0, 4096, 0, MAP_GROWSDOWN|MAP_DENYWRITE|MAP_EXECUTABLE|MAP_LOCKED|MAP_NORESERVE|MAP_POPULATE|MAP_NONBLOCK|MAP_STACK|MAP_SYNC|0x40|0x80, -1, 0);
	map(0, 4096, 0, MAP_UNINITIALIZED, -1, 0);
	map(0, 4096, PROT_WRITE|PROT_EXEC|PROT_GROWSUP, MAP_FILE, 2, 0);
	call(mprotect, p, 4096, PROT_READ);
	call(mprotect, p, 4096, PROT_READ|PROT_GROWSUP|0x10|0x20);
	call(mprotect, 1, -1, -1);
	call(mprotect, 0, 0, 0);
	call(pkey_mprotect, p, 4096, PROT_READ, 3);
	call(pkey_mprotect, p, 4096, PROT_NONE, -1);
	call(pkey_alloc, 0, 3);
	call(pkey_alloc, 1, 1);
	call(pkey_alloc, -1, -1);
	call(pkey_alloc, 0, 4);
	call(pkey_alloc, 0, 0);
	call(pkey_free, 100);
	call(pkey_free, -1);
	call(mremap, p, 65536, 32768, 0, 0x30000000);
	call(mremap, p, 32768, 32768, MREMAP_MAYMOVE|MREMAP_FIXED, 0x20100000);
	call(mremap, p, 32768, -1, MREMAP_DONTUNMAP, 0x20100000);
	call(mremap, p, 32768, 0, 2, 0);
	call(mremap, p, 0, 0, -1, 0x20100000);
	call(mremap, p, 0, 0, 8, 0x20100000);
	call(msync, p, 4096, MS_SYNC);
	call(msync, 0, -1, MS_ASYNC|MS_INVALIDATE|8);
	call(msync, 0, 0, 0);
	call(msync, 0, 0, 0xfff0);
	call(madvise, p, 4096, 0);
	for (int i = 1; i < 28; i++)
		call(madvise, p, -i, i);
	call(madvise, 0, 4096, 100);
	call(madvise, 0, 4096, 101);
	call(madvise, 0, 4096, 102);
	call(madvise, 0, 4096, 103);
	call(madvise, 0, 4096, -1);
	call(mlock, p, 4096);
	call(mlock, 0, -1);
	call(munlock, p, 4096);
	call(mlock2, p, 4096, 1);
	call(mlock2, p, -1, 0);
	call(mlock2, p, 4096, -1);
	call(mlockall, 7);
	call(mlockall, -1);
	call(mlockall, 0);
	call(mlockall, 8);
	call(munlockall);
	call(munmap, 0x20100000, 32768);
	call(munmap, 1, -1);
	call(munmap, 0, 0);
	callnr(462, p, -1, -1);
	callnr(462, 0, 0, 0);
	call(brk, 0);
	call(brk, -1);
	call(remap_file_pages, p, -1, -1, -1, -1);
	call(remap_file_pages, p, 4096, PROT_READ, 2, MAP_NONBLOCK);
	call(remap_file_pages, 0, 0, 0, 0, 0);
	call(remap_file_pages, 0, 0, 0, 0, MAP_HUGETLB|(21<<26));
#ifdef __i386__
	struct { long a, l, p, f, d, o; } m = { 0, 4096, 1, 0x22, -1, 0 };
	call(mmap, &m);
	m.o = -1;
	m.f = -1;
	m.d = 0;
	m.p = -1;
	m.a = -1;
	call(mmap, &m);
	call(mmap, BAD);
	call(mmap, 0);
	m = (typeof(m)){ 0, -1, 0, 2, 0, 0x7000 };
	call(mmap, at_edge(0, &m, sizeof(m)));
	call(mmap, edge(0) - 20);
#endif
	return 0;
}
