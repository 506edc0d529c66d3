// options: -s 5
// options: -X verbose
#include "netlink.h"

static const int protocols[] = { 0, 2, 4, 6, 7, 9, 10, 11, 12, 15, 16 };

/* Headers of every protocol: types, and flags by what a type is for. */
static void headers(void)
{
	for (unsigned i = 0; i < COUNT(protocols); i++) {
		for (int t = 0; t < (protocols[i] == 6 ? 44 : 34); t++) {
			fill(msg + 16, 200, BYTES);
			if (protocols[i] == 0)
				continue; /* has a program of its own */
			message(protocols[i], t, t % 2 ? 0xffff : 0x301, t % 3 ? 20 : 36);
		}
		for (int f = 0; f < 16; f++)
			message(protocols[i], 0x10 + f % 4, 1 << f, 16);
	}
	for (int t = 1000; t < 3000; t += t < 1340 || (t > 1399 && t < 1430) || (t > 1790 && t < 1810) ? 1 : 50)
		message(9, t, 1, 20);
	for (int sub = 0; sub < 15; sub++)
		for (int t = 0; t < (sub == 10 ? 36 : sub == 6 ? 24 : 9); t++)
			message(12, sub << 8 | t, 0x301, t % 5 == 0 ? 36 : t % 5 == 1 ? 19 : 20);
	for (int sub = 0; sub < 15; sub++)
		for (int t = 0x10; t < 0x12; t++) {
			msg[16] = 2, msg[17] = 0, msg[18] = 0, msg[19] = sub;
			message(12, t, 1, 20);
			message(12, t, 1, 28);
		}
	for (int n = 16; n < 26; n++)
		for (int t = 0x10; t < 0x14; t++) {
			message(7, t, 0, n);
			message(12, t, 0, n);
			message(16, t, 0, n);
		}
}

static void errors(void)
{
	static const int flags[] = { 0, 2, 0x100, 0x200, 0x302 };

	for (int t = 2; t < 4; t++)
		for (unsigned f = 0; f < COUNT(flags); f++)
			for (int k = 0; k < 3; k++)
				for (int n = 17; n < 90; n += n < 22 || (n > 34 && n < 44) ? 1 : 12) {
					fill(msg + 16, 200, INTS);
					*(int *)(msg + 16) = k == 0 ? -2 : k == 1 ? 0 : -5000;
					*(int *)(msg + 20) = k == 0 ? 16 : k == 1 ? 20 : 28;
					*(int *)(msg + 24) = k == 2 ? 2 : 18;
					*(int *)(msg + 36) = 1 << 16 | 8;
					message(n % 3 ? 0 : protocols[n % COUNT(protocols)], t, flags[f], n);
				}
	set_head(254, 255, 255, 255, 16, 0, 0, 0, 18, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	attributes(0, 2, 0, 0, 7);
}

/* Families of NETLINK_GENERIC, and what its controller tells of them. */
static void generic(void)
{
	set_head(1, 2, 0, 0);
	attributes(16, 0x10, 1, 0, 11);
	within(16, 0x10, 1, 0, 4, 6, 1);
	within(16, 0x10, 1, 0, 4, 7, 1);
	within(16, 0x10, 1, 0, 13, 8, 1, 1);
	within(16, 0x10, 1, 0, 3, 9, 1);
}

int main(void)
{
	for (unsigned i = 0; i < COUNT(protocols); i++)
		open_netlink(protocols[i]);
	headers();
	errors();
	generic();
	return 0;
}
