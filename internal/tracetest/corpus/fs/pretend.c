// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -v -s 5
// m32
// note: results that need privileges, or file systems that few have
#include "corpus.h"

struct req { uint32_t size, fd; uint64_t id, param, ns; };

static unsigned char buf[4096];

static void fill(int c, int step)
{
	for (int i = 0; i < sizeof(buf); i++)
		buf[i] = c + step * i;
}

int main(void)
{
	static const unsigned cmds[] = { 0x800004, 0x800005, 0x800007, 0x800009, 0x5803, 0x5805, 0x5808, 0x5809, 0x800001, 0x123 };
	static const char texts[] = "/root\0type\0a long text that is longer than thirty-two bytes\0\0x\n\xff\0last";
	unsigned *u = (void *)buf;
	uint64_t *mask = (uint64_t *)(buf + 8);
	struct req q = { 24, 0, 5, 1 };

	pretend(__NR_quotactl);
	pretend(443); /* quotactl_fd */
	for (int k = 0; k < 3; k++) {
		fill(k == 2 ? 0xff : 0, k == 1);
		for (int i = 0; i < COUNT(cmds); i++) {
			call(quotactl, cmds[i] << 8, "/dev/sda", 1, buf);
			callnr(443, 0, cmds[i] << 8 | 1, 1, buf);
		}
	}
	for (int i = 0; i < COUNT(cmds); i++) {
		call(quotactl, cmds[i] << 8, "/dev/sda", -1, NULL);
		call(quotactl, cmds[i] << 8, "/dev/sda", -1, BAD);
		call(quotactl, cmds[i] << 8, "/dev/sda", -1, edge(0) - 3);
	}

	pretend(457); /* statmount */
	fill(0, 0);
	for (int i = 0; i < sizeof(texts); i++)
		buf[512 + i] = texts[i];
	u[0] = 512 + sizeof(texts);
	*mask = -1;
	u[1] = 6;
	u[9] = 11;
	u[26] = 1;
	u[27] = 0;
	u[30] = 12;
	u[31] = 60;
	u[32] = 2; /* opt */
	u[34] = 3;
	u[35] = 11;
	u[38] = 1; /* uidmap */
	u[40] = 2;
	u[41] = 6;
	callnr(457, &q, buf, sizeof(buf), 0);
	callnr(457, &q, buf, sizeof(buf), 1);
	for (int i = 0; i < 64; i++) {
		*mask = 1ull << i;
		callnr(457, &q, buf, sizeof(buf), 0);
		u[8] = 1u << i; /* sb_flags */
		u[16] = u[18] = 1u << i; /* mnt_attr, mnt_propagation */
		*mask = 3;
		callnr(457, &q, buf, sizeof(buf), 0);
	}
	u[8] = u[16] = u[17] = u[18] = u[19] = -1;
	callnr(457, &q, buf, sizeof(buf), 0);

	pretend(458); /* listmount */
	callnr(458, &q, buf, 3, 0);

	pretend(__NR_name_to_handle_at);
	u[0] = 4;
	u[1] = -2;
	call(name_to_handle_at, -100, "/", buf, buf + 512, 0);
	u[0] = 128;
	call(name_to_handle_at, -100, "/", buf, buf + 512, 0);
	u[0] = 129;
	call(name_to_handle_at, -100, "/", buf, buf + 512, 0);
	call(name_to_handle_at, -100, "/", BAD, BAD, 0);
	unsigned *e = (void *)(edge(1) - 12);
	e[0] = 5;
	call(name_to_handle_at, -100, "/", e, NULL, 0);

	pretend(468); /* file_getattr */
	fill(0, 1);
	callnr(468, -100, "/", buf, 24, 0);
	callnr(468, -100, "/", buf, 32, 0);
	callnr(468, -100, "/", buf, 4096, 0);
	callnr(468, -100, "/", buf, 4097, 0);
	callnr(468, -100, "/", BAD, 24, 0);

	pretend(428); /* open_tree */
	pretend(430); /* fsopen */
	pretend(432); /* fsmount */
	pretend(433); /* fspick */
	pretend(467); /* open_tree_attr */
	callnr(428, -100, "/", 0);
	callnr(430, "ext4", 0);
	callnr(432, -1, 0, 0);
	callnr(433, -100, "/", 0);
	callnr(467, -100, "/", 0, NULL, 0);
	pretend(__NR_open_by_handle_at);
	call(open_by_handle_at, 0, NULL, 0);
	return 0;
}
