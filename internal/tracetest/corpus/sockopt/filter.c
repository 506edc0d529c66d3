// options: -v
// options: -v -X raw
// options: -v -X verbose
// m32
#include "corpus.h"

struct insn { unsigned short code; unsigned char jt, jf; unsigned k; };
struct prog { unsigned short len; struct insn *insns; };

int main(void)
{
	static struct insn f[] = { { 0x28, 0, 0, 12 }, { 0x15, 0, 1, 0x800 }, { 6, 0, 0, 0xffff }, { 6, 0, 0, 0 } }, g[10];
	struct prog p = { COUNT(f), f };
	int fd, len;

	call(setsockopt, -1, 1, 26, &p, sizeof(p));
	call(setsockopt, -1, 1, 26, &p, 4);
	call(setsockopt, -1, 1, 26, &p, 20);
	p.insns = NULL;
	call(setsockopt, -1, 1, 51, &p, sizeof(p));
	p.insns = BAD;
	call(setsockopt, -1, 1, 51, &p, sizeof(p));
	p.len = 0;
	call(setsockopt, -1, 1, 51, &p, sizeof(p));
	p.insns = f;
	p.len = COUNT(f);
	fd = call(socket, 2, 2, 0);
	call(setsockopt, fd, 1, 26, &p, sizeof(p));
	for (len = 10; len > 0; len -= 4)
		call(getsockopt, fd, 1, 26, g, &len);
	len = 0;
	call(getsockopt, fd, 1, 26, g, &len);
	len = 4;
	call(getsockopt, fd, 1, 26, NULL, &len);
	return 0;
}
