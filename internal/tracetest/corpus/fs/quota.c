// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -xx
// m32
#include "corpus.h"

int main(void)
{
	static const unsigned cmds[] = { 0, 0x800001, 0x800002, 0x800003, 0x800004, 0x800005, 0x800006, 0x800007, 0x800008, 0x800009,
		0x80000a, 0x5801, 0x5802, 0x5803, 0x5804, 0x5805, 0x5806, 0x5807, 0x5808, 0x5809, 0x580a, 0x580b, 0x100, 0x300, 0x400, 0x700, 0x123456 };
	static const unsigned ids[] = { 0, 1, 2, 3, 4, 5, 6, 0x10000, -1 };
	static unsigned char buf[256];
	unsigned *u = (void *)buf;

	for (int i = 0; i < sizeof(buf); i++)
		buf[i] = i + 1;
	/* nothing here may succeed: there is no such device, no such descriptor */
	for (int i = 0; i < COUNT(cmds); i++) {
		for (int t = 0; t < 4; t++) {
			call(quotactl, cmds[i] << 8 | t, "/nonexistent/device", 1000, buf);
			callnr(443, -1, cmds[i] << 8 | t, 1000, buf);
		}
		for (int t = 0; t < COUNT(ids); t++) {
			call(quotactl, cmds[i] << 8, "/nonexistent/device", ids[t], "/nonexistent/file");
			callnr(443, 0, cmds[i] << 8, ids[t], buf);
		}
		call(quotactl, cmds[i] << 8 | 1, NULL, 0, NULL);
		call(quotactl, cmds[i] << 8 | 0xff, BAD, -1, BAD);
		call(quotactl, cmds[i] << 8 | 2, "/dev/null", -1, edge(0) - 20);
		call(quotactl, cmds[i] << 8 | 1, "/dev/null", 0, edge(0) - 112);
		callnr(443, -1, cmds[i] << 8 | 1, 0, NULL);
		callnr(443, -1, cmds[i] << 8 | 1, -1, BAD);
	}
	call(quotactl, 0, NULL, 0, 0);
	call(quotactl, -1, NULL, 0, 0);
	for (int b = 0; b < 32; b++) { /* masks of what is set */
		for (int i = 0; i < sizeof(buf); i++)
			buf[i] = 0;
		u[16] = 1u << b; /* dqb_valid */
		call(quotactl, 0x800008 << 8, "/nonexistent/device", 1, buf);
		u[4] = u[5] = 1u << b; /* dqi_flags, dqi_valid */
		call(quotactl, 0x800006 << 8, "/nonexistent/device", 1, buf);
		u[0] = 1u << b; /* flags of XFS; d_flags and d_fieldmask */
		call(quotactl, 0x5801 << 8, "/nonexistent/device", 1, buf);
		call(quotactl, 0x5802 << 8, "/nonexistent/device", 1, buf);
		call(quotactl, 0x5806 << 8, "/nonexistent/device", 1, buf);
		call(quotactl, 0x5804 << 8, "/nonexistent/device", 1, buf);
	}
	for (int i = 0; i < sizeof(buf); i++)
		buf[i] = 0xff;
	for (int i = 0; i < COUNT(cmds); i++)
		call(quotactl, cmds[i] << 8, "/nonexistent/device", 1, buf);
	for (unsigned i = 0; i < 0x1200; i += 0x80)
		call(quotactl, i << 8, "/nonexistent/device", 1, buf);
	for (unsigned i = 0; i < 8; i++)
		call(quotactl, 0x800002 << 8, "/nonexistent/device", i, buf);
	return 0;
}
