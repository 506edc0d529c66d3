// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -y
// m32
#include "corpus.h"

int main(void)
{
	uint64_t rs[9] = { 0xffff, 3, 1, 1, 2, 3, 4, 5, 6 };
	struct { uint64_t access; int32_t fd; } __attribute__((packed)) pb = { 0xff, -1 };
	uint64_t np[3] = { 3, 80, 9 };

	callnr(444, 0, 0, 1);
	callnr(444, 0, 0, 2);
	callnr(444, 0, 0, 0);
	callnr(444, BAD, -1, -1);
	callnr(444, rs, 0, 0);
	callnr(444, rs, 7, 0);
	callnr(444, rs, 12, 4);
	for (int i = 8; i < 72; i += 8)
		callnr(444, rs, i, 8);
	rs[0] = -1;
	rs[1] = -1;
	rs[2] = -1;
	callnr(444, rs, 24, 8);
	rs[0] = 0;
	rs[1] = 0;
	rs[2] = 0;
	callnr(444, rs, 24, 8);
	callnr(444, rs, 44, 8);
	callnr(444, at_edge(0, rs, 16), 24, 0);
	callnr(445, -1, 1, &pb, 0);
	callnr(445, 0, 1, &pb, 1);
	callnr(445, 0, 1, edge(0) - 8, -1);
	callnr(445, 0, 2, np, 0);
	callnr(445, 0, 2, BAD, 0);
	callnr(445, 0, 3, np, 0);
	callnr(445, -1, -1, np, 0);
	pb.access = -1;
	pb.fd = 0;
	callnr(445, -1, 1, &pb, 0);
	callnr(446, -1, 0);
	for (int i = 0; i < 6; i++)
		callnr(446, -1, 1 << i);
	callnr(446, 0, -1);
	return 0;
}
