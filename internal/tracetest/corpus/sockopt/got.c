// options: -X raw
// options: -X verbose
// options: -v
// options: -s 5
// m32
#include "corpus.h"

/* Options that are returned with other lengths than they have. */
static unsigned char data[300];
static int len;

static void get(int level, int opt)
{
	static const int sizes[] = { -1, 0, 1, 3, 4, 5, 8, 12, 15, 16, 28, 136, 200 };

	for (unsigned i = 0; i < COUNT(sizes); i++) {
		len = sizes[i];
		call(getsockopt, -1, level, opt, data, &len);
	}
	len = 4;
	call(getsockopt, -1, level, opt, NULL, &len);
	call(getsockopt, -1, level, opt, BAD, &len);
	call(getsockopt, -1, level, opt, at_edge(0, "\1\2\3", 3), &len);
	call(getsockopt, -1, level, opt, data, BAD);
	len = 16;
	call(getsockopt, -1, level, opt, at_edge(0, "\1\2\3\4\5\6\7\10\11\12\13\14\15", 13), &len);
	call(getsockopt, -1, level, opt, data + 200, &len);
}

int main(void)
{
	static const int opts[][2] = { { 1, 1 }, { 1, 4 }, { 1, 13 }, { 1, 17 }, { 1, 20 }, { 1, 25 }, { 1, 26 }, { 1, 51 }, { 1, 74 }, { 1, 77 },
		{ 0, 1 }, { 0, 35 }, { 0, 42 }, { 0, 51 }, { 0, 52 }, { 6, 1 }, { 6, 38 }, { 41, 20 }, { 41, 42 }, { 255, 1 }, { 263, 1 }, { 263, 5 },
		{ 263, 6 }, { 270, 1 }, { 270, 9 }, { 271, 100 }, { 271, 127 }, { 271, 130 }, { 271, 135 }, { 58, 1 }, { 300, 7 } };

	for (unsigned i = 0; i < 200; i++)
		data[i] = i % 4 == 0 ? i / 4 + 1 : 0;
	for (unsigned i = 200; i < sizeof(data); i++)
		data[i] = i;
	pretend(__NR_getsockopt);
	for (unsigned i = 0; i < COUNT(opts); i++)
		get(opts[i][0], opts[i][1]);
	return 0;
}
