// note: without -N, with which the reference shows the name twice: "buf=buf="
// m32
#include "corpus.h"

int main(void)
{
	call(times, BAD);
	call(times, 0);
	return 0;
}
