// options: -e read=all -e write=all
// m32
// options: -N
// options: -y
// options: -X verbose
// note: x86_64 has no such call: nothing happens there
#include "corpus.h"

int main(void)
{
#ifdef __i386__
	static unsigned a[6], b[4];
	static int pair[2];

	a[0] = 2, a[1] = 1, a[2] = 6;
	call(socketcall, 1, a);
	for (int i = 2; i < 22; i++) {
		if (i == 20)
			continue; /* with this vlen it shows the stack */
		a[0] = -1, a[1] = (unsigned)b, a[2] = 16;
		call(socketcall, i, a);
	}
	a[0] = -1, a[1] = (unsigned)b, a[2] = 0;
	call(socketcall, 20, a);
	call(socketcall, 1, NULL);
	call(socketcall, 1, BAD);
	call(socketcall, 1, edge(0) - 8);
	call(socketcall, 0, a);
	call(socketcall, 99, a);
	call(socketcall, -1, NULL);
	a[0] = 1, a[1] = 1, a[2] = 0, a[3] = (unsigned)pair;
	call(socketcall, 8, a);
	a[0] = pair[0], a[1] = (unsigned)"hello", a[2] = 5, a[3] = 0;
	call(socketcall, 9, a);
	a[0] = pair[1], a[1] = (unsigned)b, a[2] = 16, a[3] = 0;
	call(socketcall, 10, a);
#endif
	return 0;
}
