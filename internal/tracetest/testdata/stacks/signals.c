// build: -O1
// options: -e write,pause
// options: -e none
// note: handlers on the stack, on one of their own, within each other; a stack switched by hand; a crash
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

static ucontext_t here, there;

static void aside(void)
{
	write(1, "", 0);
	swapcontext(&there, &here);
}

static void second(int sig) { write(2, "", 0); }

static void first(int sig, siginfo_t *info, void *context)
{
	write(1, "", 0);
	raise(SIGUSR2);
}

int main(void)
{
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	stack_t stack = {.ss_sp = malloc(1 << 16), .ss_size = 1 << 16};
	sigaltstack(&stack, 0);
	struct sigaction a = {.sa_sigaction = first, .sa_flags = SA_ONSTACK | SA_SIGINFO};
	sigaction(SIGUSR1, &a, 0);
	signal(SIGUSR2, second);
	raise(SIGUSR1);
	getcontext(&there);
	there.uc_stack.ss_sp = malloc(1 << 16);
	there.uc_stack.ss_size = 1 << 16;
	there.uc_link = &here;
	makecontext(&there, aside, 0);
	swapcontext(&here, &there);
	a.sa_flags |= SA_RESETHAND;
	sigaction(SIGSEGV, &a, 0);
	*(volatile int *)0 = 1;
}
