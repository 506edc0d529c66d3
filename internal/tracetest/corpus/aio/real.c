// options: -v
// options: -y
// options: -X raw
// options: -s 3
// m32
#include "corpus.h"
#include <linux/aio_abi.h>

#define AT_FDCWD (-100)

struct timespec_ { long sec, nsec; };
struct set { const void *mask; size_t size; };

static struct iocb cb[40], *list[40];
static struct io_event ev[40];
static char data[] = "some bytes of which there are more than the thirty-two that are shown";

int main(void)
{
	/* the kernel stores a long; its upper half stays 0 on i386 */
	aio_context_t ctx[2] = { 0 };
	struct timespec_ t = { 1, 1000 };
	uint64_t mask = 0x4202;
	struct set set = { &mask, 8 };
	char buf[64];

	call(openat, AT_FDCWD, "file", 0x42, 0644);
	call(io_setup, 64, ctx);
	for (int i = 0; i < COUNT(cb); i++) {
		cb[i] = (struct iocb){ .aio_data = i, .aio_lio_opcode = IOCB_CMD_PWRITE, .aio_fildes = 3,
			.aio_buf = (unsigned long)data, .aio_nbytes = i + 1, .aio_offset = i };
		list[i] = &cb[i];
	}
	call(io_submit, ctx[0], 1, list);
	call(io_getevents, ctx[0], 1, 1, ev, &t);
	call(io_submit, ctx[0], 3, list);
	call(io_getevents, ctx[0], 3, 8, ev, &t);
	call(io_submit, ctx[0], 40, list);
	call(io_pgetevents, ctx[0], 40, 40, ev, &t, &set);
	cb[0].aio_lio_opcode = IOCB_CMD_PREAD;
	cb[0].aio_buf = (unsigned long)buf;
	cb[0].aio_nbytes = 64;
	cb[1].aio_lio_opcode = IOCB_CMD_PREAD;
	cb[1].aio_buf = -4096;
	call(io_submit, ctx[0], 2, list);
	call(io_getevents, ctx[0], 1, 3, ev, NULL);
	call(io_submit, ctx[0], 1, list);
	call(io_getevents, ctx[0], 1, 3, edge(0) - 32, NULL);
	call(io_getevents, ctx[0], 0, 3, ev, &(struct timespec_){ 0 });
	call(io_getevents, ctx[0], 0, 3, NULL, &(struct timespec_){ 0 });
	call(io_cancel, ctx[0], cb, ev);
	call(io_destroy, ctx[0]);
	return 0;
}
