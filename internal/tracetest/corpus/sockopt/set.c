// options: -X raw
// options: -X verbose
// m32
#include "corpus.h"

/* Every option of every level, with an int. */
int main(void)
{
	static const int levels[][2] = { { 0, 70 }, { 1, 100 }, { 6, 50 }, { 17, 110 }, { 41, 90 }, { 58, 3 }, { 132, 5 }, { 136, 12 }, { 255, 3 },
		{ 256, 5 }, { 257, 27 }, { 258, 5 }, { 260, 5 }, { 261, 5 }, { 262, 5 }, { 263, 30 }, { 264, 5 }, { 265, 5 }, { 266, 13 }, { 267, 5 },
		{ 101, 10 }, { 268, 12 }, { 269, 5 }, { 270, 16 }, { 271, 140 }, { 272, 5 }, { 273, 8 }, { 274, 22 }, { 275, 8 }, { 276, 14 }, { 277, 130 }, { 278, 131 },
		{ 279, 10 }, { 280, 5 }, { 281, 5 }, { 282, 8 }, { 283, 14 }, { 284, 6 }, { 285, 5 }, { 286, 4 }, { 287, 4 }, { -1, 2 } };
	int value = 1, len = 4;

	for (unsigned i = 0; i < COUNT(levels); i++)
		for (int opt = 0; opt < levels[i][1]; opt++)
			call(setsockopt, -1, levels[i][0], opt, &value, 4);
	return 0;
}
