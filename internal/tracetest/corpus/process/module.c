// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// options: -y
// m32
#include "corpus.h"

int main(void)
{
	char buf[8] = "abc";
	struct { void *b; unsigned long bl; void *m; unsigned long ml; } seg[2] = { { buf, 3, (void *)0x1000, 4096 }, { BAD, -1, BAD, -1 } };

	call(init_module, BAD, -1, "par=1");
	call(init_module, buf, 0, BAD);
	call(init_module, 0, 5, 0);
	call(finit_module, -1, "par=1 a long list of parameters", 0);
	for (int i = 0; i < 5; i++)
		call(finit_module, -1, BAD, 1 << i);
	call(finit_module, -1, BAD, -1);
	call(delete_module, "no such module", 0);
	call(delete_module, "no such module", 0x800);
	call(delete_module, BAD, 0x200);
	call(delete_module, 0, -1);
	call(kexec_load, 0x1000, -1, seg, -1);
	call(kexec_load, 0x1000, 2, seg, 4 << 16);
	call(kexec_load, 0x1000, 17, seg, (3 << 16) | 0x10);
	call(kexec_load, 0x1000, 2, seg, (62 << 16) | 1 | 0x10);
	call(kexec_load, 0x1000, 1, at_edge(0, seg, sizeof(seg[0])), 0x10);
	call(kexec_load, 0x1000, 2, at_edge(0, seg, sizeof(seg[0])), 0x10);
	call(kexec_load, 0x1000, 0, BAD, 0x10);
	call(kexec_load, BAD, 1, BAD, 0x10);
#ifdef __NR_kexec_file_load
	call(kexec_file_load, -1, -1, 5, "abcdefgh", -1);
	call(kexec_file_load, -1, 3, 100, BAD, 0x10);
	call(kexec_file_load, -1, 3, 0, 0, 7);
#endif
	callnr(459, 100, buf, BAD, 0);
	callnr(459, 102, BAD, BAD, 1);
	callnr(459, -1, 0, 0, -1);
	callnr(460, 100, BAD, 5, 0);
	callnr(460, 101, buf, 3, -1);
	call(uselib, "/no/such");
	call(uselib, BAD);
	return 0;
}
