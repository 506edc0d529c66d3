// options: -v
// options: -X raw
// options: -X verbose
// options: -v -s 5
// options: -v -xx
// m32
// note: of the mounts that there are
#include "corpus.h"

struct req { uint32_t size, fd; uint64_t id, param, ns; };

static char buf[8192];

int main(void)
{
	struct req q = { 24, 0, -1, 0, 0 };
	uint64_t ids[8];

	callnr(458, &q, ids, COUNT(ids), 0); /* listmount */
	for (int i = 0; i < COUNT(ids); i++) {
		q.id = ids[i];
		q.param = 0xffff;
		callnr(457, &q, buf, sizeof(buf), 0); /* statmount */
	}
	for (int i = 0; i < 16; i++) {
		q.param = 1ull << i;
		callnr(457, &q, buf, sizeof(buf), 0);
	}
	q.param = 0;
	callnr(457, &q, buf, sizeof(buf), 0);
	callnr(457, &q, buf, 512, 0);
	callnr(457, &q, buf, 511, 0);
	callnr(457, &q, buf, 16, 0);
	callnr(457, &q, buf, 8, 0);
	callnr(457, &q, buf, 4, 0);
	callnr(457, &q, buf, 0, 0);
	/* what was in the buffer is no answer */
	q.param = 3;
	for (int n = 0; n < 34; n++) {
		for (int i = 0; i < 256; i++)
			buf[i] = 0x11;
		callnr(457, &q, buf, n, 0);
		callnr(457, &q, edge(0) - n, n, 0);
	}
	for (int i = 0; i < 256; i++)
		buf[i] = 0x11;
	callnr(457, &q, buf, 104, 0);
	q.param = 0x10;
	callnr(457, &q, buf, 512, 0);
	callnr(457, &q, buf, 513, 0);
	callnr(457, &q, edge(0) - 600, 600, 0);
	callnr(457, &q, edge(0) - 512, 512, 0);
	callnr(457, &q, BAD, 512, 0);
	callnr(457, &q, NULL, 512, 0);
	return 0;
}
