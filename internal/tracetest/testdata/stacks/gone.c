// build: -O1
// options: -e write
// better: the reference stops where a file is not what it was
// note: a program whose file is deleted, and then another
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>

__attribute__((noinline)) int say(int n) { return write(1, "", 0) + n; }

int main(int argc, char **argv)
{
	if (argc == 1) {
		int from = open("/proc/self/exe", O_RDONLY), to = open("copy", O_WRONLY | O_CREAT, 0755);
		while (sendfile(to, from, 0, 1 << 20) > 0)
			;
		close(to);
		execl("./copy", "copy", "itself", (char *)0);
		return 1;
	}
	int r = say(1);
	unlink("copy");
	mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	r += say(2);
	r += write(open("copy", O_WRONLY | O_CREAT, 0755), "another", 7);
	mmap(0, 8192, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return r + say(3) > 100;
}
