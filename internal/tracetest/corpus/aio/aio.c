// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -s 5
// m32
#include "corpus.h"
#include <linux/aio_abi.h>

#define AT_FDCWD (-100)

struct timespec_ { long sec, nsec; };
struct set { const void *mask; size_t size; };
struct iov { const void *base; size_t len; };

static struct iocb cb[40], *list[44];
static char data[] = "some bytes of which there are more than the thirty-two that are shown";

int main(void)
{
	aio_context_t ctx = 0;
	static struct io_event ev[40];
	static const struct iov iov[] = { { data, 4 }, { data + 5, 40 }, { NULL, 0 }, { BAD, 3 } };
	struct timespec_ t = { 0, 1 }, bad = { -1, 1000000000 };
	uint64_t mask = 0x4202;
	struct set set = { &mask, 8 };

	call(io_setup, 0, NULL);
	call(io_setup, 1, BAD);
	call(io_setup, -1, &ctx);
	ctx = 0x1234;
	call(io_setup, 1, &ctx);
	call(io_setup, 1, edge(0) - 3);
	call(io_destroy, 0x12345678);
	call(io_destroy, 0);
	call(io_destroy, -1);
	for (int i = 0; i < COUNT(cb); i++) {
		cb[i] = (struct iocb){ .aio_data = i, .aio_lio_opcode = i, .aio_fildes = 0, .aio_buf = (unsigned long)data,
			.aio_nbytes = 4, .aio_offset = i, .aio_reqprio = i };
		list[i] = &cb[i];
	}
	cb[20].aio_lio_opcode = -1;
	for (int i = 0; i < 10; i++) {
		call(io_submit, -1L, 1, &list[i]);
		call(io_cancel, -1L, &cb[i], ev);
		cb[i].aio_key = i;
		cb[i].aio_data = 0x123456789abcdef;
		cb[i].aio_rw_flags = 1 << i;
		cb[i].aio_flags = i;
		cb[i].aio_resfd = i;
		cb[i].aio_reqprio = (i % 5) << 13 | i;
		cb[i].aio_buf = (unsigned long)iov;
		cb[i].aio_fildes = -1;
		cb[i].aio_offset = -1 - i;
		call(io_submit, -1L, 1, &list[i]);
		call(io_cancel, -1L, &cb[i], ev);
		cb[i].aio_buf = -1;
		cb[i].aio_flags = -1;
		cb[i].aio_rw_flags = -1;
		call(io_submit, -1L, 1, &list[i]);
		call(io_cancel, -1L, &cb[i], NULL);
		cb[i].aio_buf = 0;
		cb[i].aio_flags = 0;
		cb[i].aio_reserved2 = 5;
		call(io_submit, -1L, 1, &list[i]);
		cb[i].aio_buf = (unsigned long)data;
		cb[i].aio_nbytes = 60;
		call(io_submit, -1L, 1, &list[i]);
		cb[i].aio_nbytes = -1;
		call(io_submit, -1L, 1, &list[i]);
		cb[i].aio_buf = (unsigned long)edge(1) - 10;
		cb[i].aio_nbytes = 11;
		call(io_submit, -1L, 1, &list[i]);
	}
	call(io_submit, -1L, 3, list);
	call(io_submit, -1L, 40, list);
	call(io_submit, -1L, 0, list);
	call(io_submit, -1L, 0, NULL);
	call(io_submit, -1L, 1, NULL);
	call(io_submit, -1L, -1L, list);
	call(io_submit, -1L, 1, BAD);
	list[1] = NULL;
	list[2] = BAD;
	list[3] = (void *)(edge(0) - 3);
	list[4] = (void *)(edge(0) - sizeof(struct iocb));
	call(io_submit, -1L, 6, list);
	void **v = (void *)edge(2);
	v[-1] = list[4];
	v[-2] = NULL;
	call(io_submit, -1L, 2, v - 2);
	call(io_submit, -1L, 3, v - 2);
	call(io_submit, -1L, 3, (char *)v - 3);
	call(io_cancel, -1L, NULL, NULL);
	call(io_cancel, -1L, BAD, BAD);
	call(io_getevents, -1L, 1, 2, ev, &t);
	call(io_getevents, -1L, -1L, -2L, NULL, NULL);
	call(io_getevents, -1L, 1, 2, BAD, BAD);
	call(io_getevents, -1L, 0, 0, ev, &bad);
	call(io_getevents, -1L, 0, 0, ev, edge(0) - 15);
	call(io_pgetevents, -1L, 1, 2, ev, &t, &set);
	call(io_pgetevents, -1L, 1, 2, ev, &t, NULL);
	call(io_pgetevents, -1L, 1, 2, ev, NULL, BAD);
	call(io_pgetevents, -1L, 1, 2, NULL, BAD, edge(0) - 7);
	set.size = 7;
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
	set.size = 16;
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
	set.size = 4;
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
	set.size = 0;
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
	set = (struct set){ NULL, 8 };
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
	set = (struct set){ BAD, 8 };
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
	set = (struct set){ edge(0) - 8, 8 };
	call(io_pgetevents, -1L, 1, 2, ev, &bad, &set);
#ifdef __i386__
	struct { int64_t sec, nsec; } t64 = { 0, 1 }, bad64 = { -2, -1 };
	set = (struct set){ &mask, 8 };
	callnr(416, -1L, 1, 2, ev, &t64, &set);
	callnr(416, -1L, 1, 2, ev, &bad64, &set);
	callnr(416, -1L, 1, 2, ev, NULL, NULL);
	callnr(416, -1L, 1, 2, NULL, BAD, BAD);
#endif
	return 0;
}
