/* Code made at run time, with a file for perf that says what it is. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int callback(void) { return write(1, "", 0); }

int main(void)
{
	/* push %rbp; mov %rsp,%rbp; call *%rdi; pop %rbp; ret */
	static const unsigned char code[] = {0x55, 0x48, 0x89, 0xe5, 0xff, 0xd7, 0x5d, 0xc3};
	unsigned char *p = mmap(0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char name[64];
	memcpy(p, code, sizeof(code));
	sprintf(name, "/tmp/perf-%d.map", getpid());
	FILE *f = fopen(name, "w");
	fprintf(f, "%lx 1000 older\n%lx 8 JS:*greet hello.js:1:2\nnonsense\n", (long)p - 64, (long)p);
	fclose(f);
	int r = ((int (*)(int (*)(void)))p)(callback);
	unlink(name);
	return r > 100;
}
