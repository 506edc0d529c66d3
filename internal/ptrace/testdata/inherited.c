/* Prints what it inherited: descriptors, signals, mask, limits, identity. To argv[1]. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	static const char *const wanted[] = { "SigPnd", "ShdPnd", "SigBlk", "SigIgn", "SigCgt", "Umask", "Uid", "Gid",
		"Groups", "Cpus_allowed", "NoNewPrivs", "Seccomp:", "TracerPidX" };
	struct stat st;
	char open_fds[256] = "", line[4096], cwd[4096];
	for (int fd = 0; fd < 64; fd++)
		if (fstat(fd, &st) == 0)
			sprintf(open_fds + strlen(open_fds), " %d:%x", fd, fcntl(fd, F_GETFL));
	FILE *out = fopen(argv[1], "w"), *in = fopen("/proc/self/status", "r");
	fprintf(out, "open%s\n", open_fds);
	while (fgets(line, sizeof line, in))
		for (unsigned i = 0; i < sizeof wanted / sizeof *wanted; i++)
			if (!strncmp(line, wanted[i], strlen(wanted[i])))
				fputs(line, out);
	for (int i = 0; i < RLIM_NLIMITS; i++) {
		struct rlimit r;
		getrlimit(i, &r);
		fprintf(out, "limit %d %lx %lx\n", i, (long)r.rlim_cur, (long)r.rlim_max);
	}
	fprintf(out, "cwd %s group leader %d session leader %d nice %d\n", getcwd(cwd, sizeof cwd),
		getpgrp() == getpid(), getsid(0) == getpid(), getpriority(PRIO_PROCESS, 0));
	return fclose(out) != 0;
}
