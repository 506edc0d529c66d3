// note: the bytes, free memory and rseq differ from run to run
// options: -s 0
#include "corpus.h"

int main(void)
{
	char buf[16];
	call(getrandom, buf, 0, 0);
	call(getrandom, BAD, 5, 0);
	call(getrandom, 0, 5, 1);
	call(getrandom, BAD, -1, 2);
	call(getrandom, BAD, -1, 7);
	call(getrandom, buf, 5, 8);
	call(getrandom, buf, 5, -1);
	call(sysinfo, BAD);
	call(sysinfo, 0);
	return 0;
}
