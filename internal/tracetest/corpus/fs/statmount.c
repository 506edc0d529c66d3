// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -v -s 5
// m32
#include "corpus.h"

struct req { uint32_t size, fd; uint64_t id, param, ns; };

int main(void)
{
	struct { struct req r; unsigned char more[40]; } q = { { 32, 0, 1, 2, 3 } };
	static char buf[4096];
	uint64_t ids[70] = { 1, 2, 3 };
	static const unsigned sizes[] = { 0, 1, 4, 7, 8, 15, 16, 23, 24, 25, 31, 32, 33, 40, 72, 0x7fffffff, -1 };

	for (int i = 0; i < COUNT(sizes); i++) {
		q.r.size = sizes[i];
		callnr(457, &q, buf, sizeof(buf), 2); /* statmount */
		callnr(458, &q, ids, 3, 2); /* listmount */
	}
	for (int i = 0; i < sizeof(q.more); i++)
		q.more[i] = i;
	for (int i = 0; i < COUNT(sizes); i++) {
		q.r.size = sizes[i];
		callnr(457, &q, buf, sizeof(buf), 2);
		callnr(458, &q, ids, 3, 2);
	}
	q.r.size = 24;
	for (int i = 0; i < 64; i++) {
		q.r.id = i % 2 ? ~0ull : i;
		q.r.param = 1ull << i;
		callnr(457, &q, buf, 0, 1u << i % 32);
		callnr(458, &q, ids, 0, 1u << i % 32);
	}
	q.r.param = -1;
	callnr(457, &q, buf, 512, -1);
	callnr(458, &q, ids, 3, -1);
	struct req *e = (void *)(edge(0) - 32);
	*e = (struct req){ 32, -1, -1, 2, 0x4000000000000000 };
	callnr(457, e, buf, 512, 0);
	callnr(457, e, buf, 512, 1);
	callnr(458, e, ids, 3, 0);
	e->size = 33;
	callnr(457, e, buf, 512, 2);
	callnr(458, e, ids, 3, 2);
	e->size = 100;
	callnr(457, e, buf, 512, 2);
	e = (void *)(edge(0) - 31);
	*(uint32_t *)e = 32;
	callnr(457, e, buf, 512, 2);
	callnr(458, e, ids, 3, 2);
	e = (void *)(edge(0) - 24);
	e->size = 24;
	e->fd = 5;
	e->id = 6;
	e->param = 7;
	callnr(457, e, buf, 512, 2);
	callnr(458, e, ids, 3, 2);
	e->size = 32;
	callnr(457, e, buf, 512, 2);
	e = (void *)(edge(0) - 4);
	e->size = 32;
	callnr(457, e, buf, 512, 2);
	callnr(458, e, ids, 3, 2);
	e = (void *)(edge(0) - 3);
	callnr(457, e, buf, 512, 2);
	callnr(457, NULL, NULL, 0, 0);
	callnr(457, BAD, BAD, -1, 0);
	callnr(458, NULL, NULL, 0, 0);
	callnr(458, BAD, BAD, -1, 0);
	/* real ones: those of this mount namespace, the root of all */
	q.r = (struct req){ 24, 0, -1, 0, 0 };
	callnr(458, &q, ids, 1, 0);
	callnr(458, &q, ids, 2, 1);
	callnr(458, &q, ids, 70, 0);
	callnr(458, &q, edge(1) - 16, 2, 0);
	callnr(458, &q, edge(1) - 8, 2, 0);
	callnr(458, &q, NULL, 2, 0);
	return 0;
}
