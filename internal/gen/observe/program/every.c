/*
 * Makes every system call below MAX with all arguments ARG; to be run under
 * injection of an error into all of them.
 */
#ifdef __x86_64__
static long call(long n)
{
	register long d __asm__("r10") = ARG, e __asm__("r8") = ARG, f __asm__("r9") = ARG;
	long r;
	__asm__ volatile("syscall" : "=a"(r) : "a"(n), "D"((long)ARG), "S"((long)ARG), "d"((long)ARG), "r"(d), "r"(e), "r"(f)
			 : "rcx", "r11", "memory");
	return r;
}
#else
static long call(long n)
{
	long r;
	__asm__ volatile("push %%ebp; mov %%edi, %%ebp; int $0x80; pop %%ebp"
			 : "=a"(r) : "a"(n), "b"(ARG), "c"(ARG), "d"(ARG), "S"(ARG), "D"(ARG) : "memory");
	return r;
}
#endif

void _start(void)
{
	for (int i = 0; i < MAX; i++)
		call(i);
	__builtin_trap();
}
