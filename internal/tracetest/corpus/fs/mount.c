// options: -v
// options: -X raw
// options: -X verbose
// options: -s 5
// m32
#include "corpus.h"

#define LONG "a name that is longer than the thirty-two bytes which are shown of a string"

int main(void)
{
	static const unsigned types[] = { 0, 1, 2, 3, 4, 5, 6, 0x7fff, -1 };

	/* nothing here may succeed */
	for (int i = 0; i < 33; i++) {
		unsigned long f = i < 32 ? 1ul << i : 0;
		call(mount, "/nonexistent/a", "/nonexistent/b", "ext4", f, "data");
		call(umount2, "/nonexistent", f);
		call(swapon, "/nonexistent", f);
	}
	call(mount, "none", "/nonexistent/b", "tmpfs", 0xc0ed0000, "size=1k");
	call(mount, "none", "/nonexistent/b", "tmpfs", 0xc0ed0001, LONG);
	call(mount, "none", "/nonexistent/b", "tmpfs", 0xc0ed0000 | 4096, LONG);
	call(mount, LONG, "/nonexistent/b", LONG, 0, LONG);
	call(mount, LONG, "/nonexistent/b", LONG, 32 | 4096, LONG);
	call(mount, NULL, "/nonexistent/b", NULL, 0, NULL);
	call(mount, BAD, BAD, BAD, -1, BAD);
	call(mount, BAD, BAD, BAD, 0, BAD);
	call(mount, BAD, "/nonexistent", BAD, 32, BAD);
	call(mount, NULL, NULL, BAD, 4096, BAD);
	call(mount, NULL, NULL, "proc", 8192, "data");
	call(mount, "a", "/nonexistent/b", "proc", 1 << 17, "data");
	call(mount, "a", "/nonexistent/b", "proc", 1 << 18, "data");
	call(mount, "a", "/nonexistent/b", "proc", 1 << 19, "data");
	call(mount, "a", "/nonexistent/b", "proc", 1 << 20, "data");
	call(mount, "a", "/nonexistent/b", "proc", 32 | 1, "data");
	call(mount, "a", "/nonexistent/b", "proc", 0x123456789abcdef, cut_at_edge(1, "data"));
	call(mount, cut_at_edge(0, "source"), "/nonexistent/b", cut_at_edge(2, "type"), 0, UNMAPPED);
	static const uint64_t magic[] = { 0x1c0ed0001, 0xc0ed1020, 0xc0ed0020, 0xc0fd0000, 0x1c0ed1000, 0xc0ee0000, 0x8000000000001000 };
	for (int i = 0; i < COUNT(magic); i++) {
		call(mount, "a", "/nonexistent/b", "t", magic[i], "d");
		call(swapon, "/nonexistent/b", magic[i]);
		call(umount2, "/nonexistent/b", magic[i]);
	}
	call(umount2, "/nonexistent", 0xf);
	call(umount2, "/nonexistent", -1);
	call(umount2, NULL, 0xfffffff0);
	call(umount2, BAD, 5);
#ifdef __i386__
	call(umount, "/nonexistent");
	call(umount, LONG);
	call(umount, NULL);
	call(umount, BAD);
#endif
	call(pivot_root, "/nonexistent/a", LONG);
	call(pivot_root, NULL, "/nonexistent/a");
	call(pivot_root, "/nonexistent/a", BAD);
	call(swapon, "/nonexistent", 0x8123);
	call(swapon, "/nonexistent", 0x78123);
	call(swapon, "/nonexistent", 0x123);
	call(swapon, "/nonexistent", 0x80000);
	call(swapon, "/nonexistent", 0x80123);
	call(swapon, "/nonexistent", 0x88000);
	call(swapon, "/nonexistent", -1);
	call(swapon, NULL, 0);
	call(swapon, BAD, 0x7fff);
	call(swapoff, "/nonexistent");
	call(swapoff, LONG);
	call(swapoff, NULL);
	call(swapoff, BAD);
	call(uselib, "/nonexistent");
	call(uselib, LONG);
	call(uselib, NULL);
	call(uselib, BAD);
	for (int i = 0; i < COUNT(types); i++) {
		char buf[64];
		call(sysfs, types[i], "proc", buf);
		call(sysfs, types[i], 1, buf);
		call(sysfs, types[i], 0x123456789abcdef, buf);
		call(sysfs, types[i], -1, -1);
		call(sysfs, types[i], BAD, BAD);
		call(sysfs, types[i], NULL, NULL);
		call(sysfs, types[i], LONG, NULL);
	}
	return 0;
}
