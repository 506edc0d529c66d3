// options: -v
// options: -X raw
// m32
// note: not with -N, where the reference shows the name of get_thread_area's argument twice
#include "corpus.h"

int main(void)
{
	unsigned ud[4] = { -1, 0x1234, 0xfffff, 0x51 };
	call(set_thread_area, ud);
	call(get_thread_area, ud);
	call(get_thread_area, BAD);
	call(get_thread_area, 0);
	ud[0] = 1;
	call(get_thread_area, ud);
	call(get_thread_area, edge(0) - 12);
	return 0;
}
