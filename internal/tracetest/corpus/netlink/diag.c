// m32
// options: -X verbose
#include "netlink.h"

/* NETLINK_SOCK_DIAG: requests and answers of every family, and their attributes. */
int main(void)
{
	static const unsigned char families[] = { 0, 1, 2, 10, 16, 17, 40, 43, 44, 99 };

	open_netlink(4);
	for (int request = 0; request < 2; request++)
		for (unsigned f = 0; f < COUNT(families); f++)
			for (int n = 17; n < 110; n += n < 20 ? 1 : n < 86 ? 6 : 9) {
				fill(msg + 16, 200, n % 2 ? BYTES : INTS);
				msg[16] = families[f];
				message(4, 18 + n % 4, request, n);
			}
	for (int i = 0; i < 32; i++) {
		fill(msg + 16, 200, ZEROS);
		msg[17] = msg[18] = msg[19] = i;
		msg[16] = 43;
		message(4, 20, 0, 80);
		message(4, 20, 1, 68);
		msg[16] = 16;
		message(4, 20, 0, 44);
		msg[16] = 2;
		message(4, 20, 0, 88);
		*(int *)(msg + 20) = 1 << i;
		message(4, 20, 1, 72);
		msg[16] = 1;
		message(4, 20, 1, 40);
	}
	set_head(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(4, 20, 0, 0, 9);
	set_head(16, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(4, 20, 0, 0, 6);
	set_head(17, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(4, 20, 0, 0, 9);
	return 0;
}
