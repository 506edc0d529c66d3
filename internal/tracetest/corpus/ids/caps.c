// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"
#include <linux/capability.h>

int main(void)
{
	struct __user_cap_header_struct h = { 0x20080522, 0 };
	struct __user_cap_data_struct d[2];
	int pid = call(getpid);

	memset(d, 0, sizeof(d));
	call(capget, &h, d);
	h.version = 0x20071026;
	call(capget, &h, d);
	h.version = 0x19980330;
	call(capget, &h, d);
	call(capget, &h, 0);
	call(capget, &h, BAD);
	h.version = 0;
	call(capget, &h, 0);
	call(capget, &h, d);
	h.version = -1;
	call(capget, &h, d);
	call(capget, 0, 0);
	call(capget, BAD, d);
	h.version = 0x20080522;
	h.pid = -1;
	call(capget, &h, d);
	h.pid = 0;
	d[0].effective = 0x1;
	d[0].permitted = 0x80000000;
	d[0].inheritable = 0xffffffff;
	d[1].effective = 0x1ff;
	d[1].permitted = 0x200;
	d[1].inheritable = 0xffffffff;
	h.pid = 1;
	call(capset, &h, d);
	h.version = 0x20071026;
	call(capset, &h, d);
	h.version = 0x19980330;
	call(capset, &h, d);
	h.version = 5;
	call(capset, &h, d);
	call(capset, 0, 0);
	call(capset, &h, BAD);
	call(capset, &h, 0);
	h.version = 0x20080522;
	call(capset, &h, edge(0) - 12);
	call(capset, &h, at_edge(0, d, 24));
	call(capset, edge(0) - 4, d);
	return 0;
}
