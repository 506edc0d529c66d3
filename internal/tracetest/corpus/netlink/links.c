// m32
// options: -X verbose
#include "netlink.h"

/* Links and what is within them. */
int main(void)
{
	open_netlink(0);
	for (int f = 0; f < 34; f++) { /* hardware addresses are as long as the reference thinks */
		set_head(2);
		head_size = 16;
		msg[16] = f;
		attribute(0, 16, 1, 1, 32, BYTES);
		msg[16] = f;
		message(0, 16, 1, 68);
	}
	set_head(2, 0, 1, 0, 1, 0, 0, 0, 0x43, 0, 1, 0, 255, 255, 255, 255);
	attributes_in_brief(0, 16, 1, 0, 70);
	for (int n = 180; n < 210; n += 4)
		attribute(0, 16, 1, 23, n, INTS);
	attribute(0, 16, 1, 7, 92, INTS);
	within(0, 16, 1, 0, 14, 22, 1);
	within(0, 16, 1, 0, 9, 22, 1, 8);
	within(0, 16, 1, 0, 2, 22, 1, 12);
	within(0, 16, 1, 0, 8, 24, 1);
	within(0, 16, 1, 0, 9, 43);
	within(0, 16, 1, 52, 54, 52);
	within(0, 16, 1, 0, 3, 55);
	within(0, 16, 1, 0, 10, 26, 10);
	within(0, 16, 1, 0, 2, 26, 2);
	within(0, 16, 1, 0, 3, 12);
	return 0;
}
