// m32
// note: a program of the other ABI
#include "corpus.h"

int main(void)
{
	call(getppid);
	call(getpid);
	call(getppid);
	return 0;
}
