// libc
// note: filters of its own: calls that it has fail are still to be seen, and its SECCOMP_RET_TRACE is to find no tracer
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sock_filter code[] = {
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getuid, 0, 1),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE | 7),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

static int calls(void)
{
	long a = syscall(SYS_getppid), b = errno, c = syscall(SYS_getuid), d = errno;
	syscall(SYS_getgid);
	return a != -1 || b != EACCES || c != -1 || d != ENOSYS;
}

int main(int argc, char **argv)
{
	struct sock_fprog prog = {sizeof code / sizeof *code, code};
	int status = 0, bad;
	syscall(SYS_getppid);
	syscall(SYS_getuid);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (argc > 1 ? prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog) : syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &prog))
		return 2;
	bad = calls();
	if (fork() == 0)
		_exit(calls());
	wait(&status);
	return bad || status;
}
