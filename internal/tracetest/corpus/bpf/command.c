// note: what the commands are called; their attributes are unreadable
// options: -N
// options: -X raw
// options: -X verbose
// root
// m32
#include "corpus.h"

int main(void)
{
	for (int i = 0; i < 42; i++)
		call(bpf, i, BAD, 8);
	call(bpf, 0, 0, 0);
	call(bpf, -1, BAD, -1);
	call(bpf, 1, 8, 3);
	return 0;
}
