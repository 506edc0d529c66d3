// options: -v
// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"
struct req { uint32_t size, spare; uint64_t id; uint32_t type, spare2; uint64_t user; };
int main(void)
{
	struct { struct req r; unsigned char more[24]; } q = { { 32, 0, 1, 0x20000, 0, 2 } };
	uint64_t ids[40];
	static const unsigned sizes[] = { 0, 4, 8, 16, 24, 31, 32, 33, 40, 56, -1 };
	for (int i = 0; i < COUNT(sizes); i++) { q.r.size = sizes[i]; callnr(470, &q, ids, 3, 0); }
	for (int i = 0; i < sizeof(q.more); i++) q.more[i] = i;
	for (int i = 0; i < COUNT(sizes); i++) { q.r.size = sizes[i]; callnr(470, &q, ids, 3, 1); }
	q.r.size = 32;
	q.r.spare = 5;
	q.r.spare2 = 6;
	for (int i = 0; i < 32; i++) { q.r.type = 1u << i; q.r.user = i; q.r.id = -1; callnr(470, &q, ids, 0, 1u << i); }
	q.r.user = -1;
	q.r.type = -1;
	callnr(470, &q, ids, 3, -1);
	q.r = (struct req){ 32, 0, 0, 0, 0, 0 }; callnr(470, &q, ids, 40, 0);
	q.r.type = 0x2000000;
	callnr(470, &q, ids, 2, 0);
	q.r.user = -1;
	callnr(470, &q, ids, 2, 0);
	struct req *e = (void*)(edge(0) - 31);
	*(unsigned*)e = 32;
	callnr(470, e, ids, 2, 0);
	e = (void*)(edge(0) - 32);
	*e = q.r;
	callnr(470, e, ids, 2, 0);
	e->size = 40;
	callnr(470, e, BAD, 2, 0);
	e = (void*)(edge(0) - 3);
	callnr(470, e, NULL, 2, 0);
	callnr(470, NULL, NULL, 0, 0);
	callnr(470, BAD, BAD, -1, 0);
	return 0;
}
