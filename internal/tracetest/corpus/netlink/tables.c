#include "netlink.h"

/* Traffic control, actions, tables of neighbours, labels, bridging, settings, name spaces, counters. */
int main(void)
{
	static const struct { int type, size, attrs; } kinds[] = {
		{ 36, 20, 18 }, { 40, 20, 4 }, { 48, 4, 7 }, { 64, 4, 11 }, { 72, 12, 4 }, { 78, 4, 25 }, { 80, 4, 11 },
		{ 88, 4, 7 }, { 92, 12, 7 }, { 96, 4, 4 }, { 100, 20, 3 }, { 112, 4, 3 }, { 116, 8, 3 },
	};

	open_netlink(0);
	for (unsigned i = 0; i < COUNT(kinds); i++)
		for (int n = 17; n < 44; n++) {
			fill(msg + 16, 40, n % 2 ? BYTES : ATTRS);
			message(0, kinds[i].type, 1, n);
		}
	for (unsigned i = 0; i < COUNT(kinds); i++) {
		set_head(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		head_size = kinds[i].size;
		attributes_in_brief(0, kinds[i].type, 1, 0, kinds[i].attrs);
	}
	head_size = 20;
	within(0, 36, 1, 0, 9, 7);
	within(0, 36, 1, 0, 3, 8);
	for (int n = 32; n < 44; n++)
		attribute(0, 36, 1, 3, n, INTS);
	head_size = 4;
	within(0, 48, 1, 0, 11, 1, 1);
	within(0, 48, 1, 0, 8, 1, 1, 4);
	within(0, 64, 1, 0, 20, 6);
	head_size = 12;
	within(0, 92, 1, 0, 5, 2, 1);
	within(0, 92, 1, 0, 2, 2, 2);
	within(0, 92, 1, 0, 10, 2, 2, 1);
	within(0, 92, 1, 0, 4, 4);
	within(0, 92, 1, 0, 3, 5, 28);
	for (int n = 180; n < 210; n += 2)
		attribute(0, 92, 1, 1, n, INTS);
	return 0;
}
