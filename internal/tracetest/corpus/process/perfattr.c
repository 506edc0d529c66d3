// options: -v
// options: -v -X raw
// options: -v -X verbose
// options: -v -y
// m32
// note: struct perf_event_attr of every size, with events of every kind. Not with -X abbrev and success: what a kernel has differs
#include "corpus.h"
#include <linux/perf_event.h>

#ifdef __i386__
#define NR 336
#else
#define NR 298
#endif

static union { unsigned char b[4096]; struct perf_event_attr a; } u;

static void open_event(void) { callnr(NR, &u, 0, 0, -1, 0); }

int main(void)
{
	struct perf_event_attr *a = &u.a;

	/* The kernel tells its size where the given one is too large. */
	memset(&u, 0, sizeof(u));
	a->type = 99;
	a->size = 400;
	u.b[300] = 1;
	open_event();

	pretend(NR);
	for (unsigned n = 0; n <= 176; n += n < 64 ? 8 : 2) {
		memset(&u, 0x11, 256);
		a->type = n % 8;
		a->size = n;
		u.b[40] = u.b[41] = u.b[42] = u.b[43] = u.b[44] = 0xff;
		open_event();
		memset(&u, 0xff, 256);
		a->size = n;
		open_event();
	}
	for (int t = 0; t < 8; t++)
		for (int k = 0; k < 16; k++) {
			memset(&u, 0, 256);
			a->type = t;
			a->size = 144;
			a->bp_type = k;
			a->config = k;
			open_event();
			a->config = k | k << 8 | k << 16;
			open_event();
			a->config |= (uint64_t)k << 32;
			open_event();
			a->config |= (uint64_t)k << 24;
			open_event();
		}
	for (int bit = 0; bit < 64; bit++) {
		memset(&u, 0, 256);
		a->size = 144;
		a->sample_type = a->read_format = a->branch_sample_type = 1ull << bit;
		u.b[40 + bit / 8] = 1 << bit % 8;
		u.b[116 + bit / 8 % 4] = 1 << bit % 8;
		a->sample_stack_user = a->clockid = a->sample_max_stack = bit;
		open_event();
		a->sample_type |= PERF_SAMPLE_BRANCH_STACK | PERF_SAMPLE_STACK_USER;
		open_event();
	}
	for (int i = 0; i < 170; i += 3) {
		a->size = i % 2 ? 144 : 0;
		callnr(NR, at_edge(0, &u, i), 0, 0, -1, 0);
	}
	a->size = -1;
	open_event();
	return 0;
}
