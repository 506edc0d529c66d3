// build: -O1
// options: -e write
// better: the reference does not name the code that a signal's handler returns to
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As the C library's, but one that nothing describes, and one with a size. */
__asm__(".text\n"
	"\t.balign 16, 0xcc\n"
	"\t.byte 0xcc\n"
	"\t.type plain, @function\n"
	"plain:\tmov $15, %rax\n"
	"\tsyscall\n"
	"\t.size plain, . - plain\n"
	"\t.balign 16, 0xcc\n"
	"\t.cfi_startproc\n"
	"\t.cfi_signal_frame\n"
	"\t.cfi_def_cfa 7, 8\n"
	"\t.cfi_escape 0x0f, 4, 0x77, 0xa0, 1, 6\n" /* the stack pointer is at %rsp+160 */
	"\t.cfi_escape 0x10, 0x10, 3, 0x77, 0xa8, 1\n" /* the instruction pointer at %rsp+168 */
	"\t.cfi_escape 0x10, 0x06, 3, 0x77, 0xf8, 0\n"
	"\tnop\n"
	"\t.type described, @function\n"
	"described:\tmov $15, %rax\n"
	"\tsyscall\n"
	"\tnop\n"
	"\t.cfi_endproc\n"
	"\t.size described, . - described\n");
extern void plain(void), described(void);

static void caught(int sig) { write(1, "", 0); }

int main(void)
{
	struct {
		void (*handler)(int);
		unsigned long flags;
		void (*restorer)(void);
		unsigned long mask;
	} a = {caught, 0x04000000, plain, 0};
	syscall(SYS_rt_sigaction, SIGUSR1, &a, 0, 8);
	raise(SIGUSR1);
	a.restorer = described;
	syscall(SYS_rt_sigaction, SIGUSR1, &a, 0, 8);
	raise(SIGUSR1);
}
