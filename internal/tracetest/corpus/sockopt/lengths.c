// options: -X raw
// options: -X verbose
// options: -s 5
// options: -v
// m32
#include "corpus.h"

static unsigned char data[300];

static void set(int level, int opt)
{
	static const int sizes[] = { -1, 0, 1, 2, 3, 4, 5, 8, 12, 15, 16, 20, 28, 32, 136, 264 };

	for (unsigned i = 0; i < COUNT(sizes); i++)
		call(setsockopt, -1, level, opt, data, sizes[i]);
	call(setsockopt, -1, level, opt, NULL, 4);
	call(setsockopt, -1, level, opt, BAD, 4);
	call(setsockopt, -1, level, opt, at_edge(0, "\1\2\3\4\5", 5), 8);
}

int main(void)
{
	static const int opts[][2] = { { 1, 1 }, { 1, 13 }, { 1, 20 }, { 1, 25 }, { 1, 61 }, { 1, 67 }, { 0, 0 },
		{ 0, 1 }, { 0, 2 }, { 0, 4 }, { 0, 10 }, { 0, 32 }, { 0, 35 }, { 0, 37 }, { 0, 39 }, { 0, 42 }, { 0, 46 }, { 0, 51 }, { 1, 4 }, { 1, 74 }, { 271, 127 }, { 271, 135 }, { 271, 130 },
		{ 6, 13 }, { 6, 31 }, { 41, 9 }, { 41, 16 }, { 41, 20 }, { 41, 27 }, { 41, 42 }, { 41, 46 }, { 41, 50 },
		{ 263, 1 }, { 263, 5 }, { 263, 18 }, { 270, 1 }, { 255, 1 }, { 58, 1 }, { 132, 2 }, { 300, 7 } };

	for (unsigned i = 0; i < sizeof(data); i++)
		data[i] = i % 4 == 0 ? i / 4 + 1 : 0;
	data[sizeof(long)] = 2; /* AF_INET in a group_req */
	for (unsigned i = 0; i < COUNT(opts); i++)
		set(opts[i][0], opts[i][1]);
	return 0;
}
