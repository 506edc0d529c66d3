// options: -v
// options: -s 4
// m32
#include "corpus.h"

int main(void)
{
	char buf[64];

	call(lookup_dcookie, 1, 2, 3, 4);
	call(lookup_dcookie, 0x123456789abcdef, buf, 64, 0);
	call(lookup_dcookie, -1, BAD, -1, -1);
	call(lookup_dcookie, -1, NULL, -1, -1);
	call(lookup_dcookie, -1, 0, NULL, 0);
	call(lookup_dcookie, 0, -1, "abc", 3);
	return 0;
}
