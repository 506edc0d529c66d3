// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -v -X verbose
// m32
// note: results as no file system gives them
#include "corpus.h"

static unsigned char buf[4096];

static void fill(int c, int step)
{
	for (int i = 0; i < sizeof(buf); i++)
		buf[i] = c + step * i;
}

static void all(void)
{
	call(stat, "/", buf);
	call(lstat, "/", buf);
	call(fstat, 0, buf);
#ifdef __x86_64__
	call(newfstatat, -100, "/", buf, 0);
#else
	call(stat64, "/", buf);
	call(lstat64, "/", buf);
	call(fstat64, 0, buf);
	call(fstatat64, -100, "/", buf, 0);
	call(oldstat, "/", buf);
	call(oldlstat, "/", buf);
	call(oldfstat, 0, buf);
	call(statfs64, "/", 84, buf);
	call(fstatfs64, 0, 84, buf);
#endif
	call(statx, -100, "/", 0, -1, buf);
	call(statfs, "/", buf);
	call(fstatfs, 0, buf);
	call(ustat, 0x801, buf);
	call(getcwd, buf, 100);
	call(readlink, "/", buf, 100);
	call(readlinkat, -100, "/", buf, 100);
	call(getdents, 0, buf, 100);
	call(getdents64, 0, buf, 100);
	call(getxattr, "/", "user.a", buf, 100);
	call(fgetxattr, 0, "user.a", buf, 0);
	call(listxattr, "/", buf, 100);
	call(flistxattr, 0, buf, 0);
	callnr(464, -100, "/", 0, "user.a", buf, 16); /* getxattrat */
	callnr(465, -100, "/", 0, buf, 16); /* listxattrat */
}

int main(void)
{
	pretend(__NR_stat);
	pretend(__NR_lstat);
	pretend(__NR_fstat);
#ifdef __x86_64__
	pretend(__NR_newfstatat);
#else
	pretend(__NR_stat64);
	pretend(__NR_lstat64);
	pretend(__NR_fstat64);
	pretend(__NR_fstatat64);
	pretend(__NR_oldstat);
	pretend(__NR_oldlstat);
	pretend(__NR_oldfstat);
	pretend(__NR_statfs64);
	pretend(__NR_fstatfs64);
#endif
	pretend(__NR_statx);
	pretend(__NR_statfs);
	pretend(__NR_fstatfs);
	pretend(__NR_ustat);
	pretend(__NR_getcwd);
	pretend(__NR_readlink);
	pretend(__NR_readlinkat);
	pretend(__NR_getdents);
	pretend(__NR_getdents64);
	pretend(__NR_getxattr);
	pretend(__NR_fgetxattr);
	pretend(__NR_listxattr);
	pretend(__NR_flistxattr);
	pretend(464);
	pretend(465);

	fill(0, 0);
	all();
	fill(0, 1);
	all();
	fill(0xff, 0);
	all();
	fill(0x80, 0);
	all();
	fill(3, 7);
	all();
	fill(0x7f, 0);
	all();
	static const int modes[] = { 0010000, 0020000, 0030000, 0060000, 0110000, 0120644, 0140777, 0160000, 0177777, 0107000, 04755 };
	fill(0, 0);
	for (int i = 0; i < COUNT(modes); i++) {
		for (int k = 0; k < 160; k += 4)
			*(unsigned *)(buf + k) = modes[i] << 16 | modes[i];
		call(stat, "/", buf);
#ifdef __i386__
		call(stat64, "/", buf);
		call(oldstat, "/", buf);
#endif
		call(statx, -100, "/", 0, -1, buf);
	}
	fill(0, 0);
	for (int i = 0; i < 64; i++) {
		*(uint64_t *)(buf + 8) = 1ull << i; /* stx_attributes */
		*(uint64_t *)(buf + 56) = ~(1ull << i); /* stx_attributes_mask */
		*(unsigned *)buf = 1u << i; /* stx_mask */
		call(statx, -100, "/", 0, 1u << i, buf);
	}
	fill(0, 0);
	for (int i = 0; i < 32; i++) {
		*(unsigned *)buf = 1u << i; /* f_type */
		for (int k = 40; k < 120; k += 4)
			*(unsigned *)(buf + k) = 1u << i | 0x20; /* f_flags somewhere */
		call(statfs, "/", buf);
#ifdef __i386__
		call(statfs64, "/", 84, buf);
#endif
	}
	return 0;
}
