// build: -O1
// options: -e write
// better: the reference stops in memory without a file, in a file that is gone, and at a bad function pointer
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static int callback(void) { return write(1, "", 0); }

int main(int argc, char **argv)
{
	/* push %rbp; mov %rsp,%rbp; call *%rdi; pop %rbp; ret */
	static const unsigned char with[] = {0x55, 0x48, 0x89, 0xe5, 0xff, 0xd7, 0x5d, 0xc3};
	/* sub $8,%rsp; call *%rdi; add $8,%rsp; ret */
	static const unsigned char without[] = {0x48, 0x83, 0xec, 8, 0xff, 0xd7, 0x48, 0x83, 0xc4, 8, 0xc3};
	/* mov $1,%eax; mov $1,%edi; xor %edx,%edx; syscall; ret */
	static const unsigned char itself[] = {0xb8, 1, 0, 0, 0, 0xbf, 1, 0, 0, 0, 0x31, 0xd2, 0x0f, 5, 0xc3};
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	unsigned char *p = mmap(0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	memcpy(p, with, sizeof(with));
	memcpy(p + 64, without, sizeof(without));
	memcpy(p + 128, itself, sizeof(itself));
	((int (*)(int (*)(void)))p)(callback);
	((int (*)(int (*)(void)))(p + 64))(callback);
	((int (*)(void))(p + 128))();
	int fd = memfd_create("code\n", 0);
	write(fd, itself, sizeof(itself));
	p = mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_SHARED, fd, 0);
	((int (*)(void))p)();
	((int (*)(void))0)();
}
