// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"
#include <linux/aio_abi.h>

int main(void)
{
	struct io_event ev = { -1, -2, -3, -4 }, *e = (void *)(edge(0) - sizeof(ev));
	struct iocb cb = { .aio_lio_opcode = 1, .aio_fildes = 1 };
	unsigned long ctx = 0x1234;

	*e = ev;
	pretend(__NR_io_cancel);
	call(io_cancel, 1, &cb, &ev);
	call(io_cancel, 1, &cb, e);
	call(io_cancel, 1, &cb, (char *)e + 1);
	call(io_cancel, 1, &cb, NULL);
	call(io_cancel, 1, BAD, BAD);
	pretend(__NR_io_setup);
	call(io_setup, 1, &ctx);
	call(io_setup, 1, edge(1) - sizeof(long));
	call(io_setup, 1, edge(1) - 3);
	call(io_setup, 1, NULL);
	pretend(__NR_io_getevents);
	call(io_getevents, 1, 1, 1, &ev, NULL);
	call(io_getevents, 1, 1, 1, NULL, NULL);
	return 0;
}
