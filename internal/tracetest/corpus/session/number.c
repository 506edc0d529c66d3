// options: -n
// options: -N
// options: -n -N -e raw=all
// options: -e raw=all
// options: -e raw=all -X raw
// options: -e raw=!getuid
// options: -e trace=none
// options: -e trace=getuid -n
// options: -e verbose=none
// options: -e verbose=none -v
// options: --always-show-pid
// options: --always-show-pid -ff
// options: --argv0 other
// options: --kill-on-exit
// options: -a 1
// options: -z
// options: -Z
// options: -c -S name
// m32
// note: numbers without a name, and what -e raw and -e verbose leave
#include "corpus.h"

int main(void)
{
	long words[4] = { 0 };
	char buf[256];
	struct { void *base; long len; } iov[2] = { { "ab", 2 }, { "cd", 2 } };

	callnr(-1, 1, 2, 3, 4, 5, 6);
#ifdef __i386__ /* elsewhere this is a number of x32 */
	callnr(-2, 1, 2, 3, 4, 5, 6);
#endif
	callnr(1234, 1, 2, 3, 4, 5, 6);
	callnr(99999, 0, 0, 0, 0, 0, 0);
	callnr(12345678, -1, 0, 0, 0, 0, 0);
	call(getuid);
	call(ioctl, -1, 0x5401, buf);
	call(fcntl, 0, 3);
	call(writev, 1, iov, 2);
	call(readlink, "/proc/self/exe", buf, 3);
	call(getcwd, buf, 0);
	call(uname, buf);
	call(poll, words, 1, 0);
	call(read, -1, BAD, 5);
	call(open, "/nonexistent", 0);
	return 5;
}
