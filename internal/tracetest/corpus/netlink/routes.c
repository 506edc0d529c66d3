// m32
// options: -X verbose
#include "netlink.h"

/* Routes, addresses, neighbours, rules and next hops, of every family. */
int main(void)
{
	static const unsigned char families[] = { 0, 2, 10, 17, 28, 99 };

	open_netlink(0);
	for (int i = 0; i < 256; i++) {
		fill(msg + 16, 40, ZEROS);
		msg[16] = 2;
		msg[19] = msg[20] = msg[21] = msg[22] = msg[23] = i;
		if (i < 32)
			*(int *)(msg + 24) = 1 << i;
		message(0, 24, 1, 28);
		message(0, 32, 1, 28);
		if (i < 32) {
			msg[18] = i;
			message(0, 20, 1, 24);
			message(0, 28, 1, 28);
			message(0, 104, 1, 24);
		}
	}
	set_head(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes_in_brief(0, 24, 1, 0, 32);
	within(0, 24, 1, 0, 19, 8);
	attributes_in_brief(0, 28, 1, 0, 18);
	within(0, 28, 1, 0, 3, 14);
	attributes_in_brief(0, 32, 1, 0, 31);
	head_size = 8;
	attributes_in_brief(0, 20, 1, 0, 12);
	attributes_in_brief(0, 104, 1, 0, 16);
	within(0, 104, 1, 0, 6, 12);
	within(0, 104, 1, 0, 5, 13);
	for (unsigned f = 0; f < COUNT(families); f++)
		for (int attr = 1; attr < 8; attr++)
			for (int n = 4; n <= 20; n += 8) {
				head_size = 12;
				attribute(0, 24, 1, attr, n, BYTES);
				msg[16] = families[f];
				message(0, 24, 1, 32 + n);
				message(0, 28, 1, 32 + n);
				message(0, 32, 1, 32 + n);
			}
	for (int f = 0; f < 12; f++) /* a gateway of another family */
		for (int n = 2; n <= 20; n += 6) {
			attribute(0, 24, 1, 18, n, BYTES);
			*(short *)(msg + 32) = f;
			message(0, 24, 1, 32 + ((n + 3) & ~3));
		}
	for (int len = 1; len < 30; len++) /* next hops of a route */
		for (int n = 8; n <= 32; n += 8) {
			attribute(0, 24, 1, 9, n, ATTRS);
			fill(msg + 32, 64, ATTRS);
			msg[32] = len;
			msg[33] = 0;
			msg[36] = 1;
			message(0, 24, 1, 32 + n);
		}
	return 0;
}
