// options: -v
// options: -y
// options: -X raw
// options: -X verbose
// options: -s 5
// options: -xx
// m32
#include "corpus.h"

#define AT_FDCWD (-100)

struct handle { unsigned bytes; int type; unsigned char f[200]; };

int main(void)
{
	static const unsigned flags[] = { 0, 1, 2, 4, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x1400, 0x1607, 0x40000000, -1 };
	static const int types[] = { 0, 1, 2, 3, 0x4d, 0x4e, 0x51, 0x61, 0x62, 0x63, 0x71, 0x81, 0x82, 0x91, 0x97, 0xf1, 0xf2, 0xfe, 0xff, 0x100, 0x10001, -1 };
	struct handle h = { 0 }, *e;
	int id[2] = { 7, 9 };

	for (int i = 0; i < COUNT(flags); i++) {
		h.bytes = 0;
		h.type = 0;
		call(name_to_handle_at, AT_FDCWD, "/nonexistent", &h, id, flags[i]);
		call(open_by_handle_at, -1, &h, flags[i]);
	}
	/* how large is it? Then it */
	static const char *const names[] = { "/dev/null", "/", "/proc", "/sys" };
	for (int i = 0; i < COUNT(names); i++) {
		h.bytes = 0;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, id, 0);
		h.bytes = 128;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, id, 0);
		h.bytes = 128;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, id, 0x200);
		h.bytes = 128;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, id, 1);
		for (int n = 8; n <= 12; n += 4) {
			h.bytes = n;
			call(name_to_handle_at, AT_FDCWD, names[i], &h, id, 0);
		}
		h.bytes = 128;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, edge(0) - 4, 0);
		h.bytes = 128;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, NULL, 0);
		h.bytes = 129;
		call(name_to_handle_at, AT_FDCWD, names[i], &h, id, 0);
		call(name_to_handle_at, AT_FDCWD, names[i], &h, BAD, 0);
	}
	for (int i = 0; i < sizeof(h.f); i++)
		h.f[i] = i;
	for (int i = 0; i < COUNT(types); i++) {
		h.bytes = 8;
		h.type = types[i];
		call(open_by_handle_at, -1, &h, 0);
		call(name_to_handle_at, -1, "a", &h, id, 0);
	}
	static const unsigned sizes[] = { 0, 1, 5, 31, 32, 33, 127, 128, 129, 200, 0x7fffffff, 0x80000000, -1 };
	for (int i = 0; i < COUNT(sizes); i++) {
		h.bytes = sizes[i];
		h.type = 1;
		call(open_by_handle_at, -1, &h, 0x8000);
		call(name_to_handle_at, -1, "a", &h, id, 0);
		e = (void *)(edge(0) - 12);
		e->bytes = sizes[i];
		e->type = 1;
		call(open_by_handle_at, 0, e, 0x8000);
		call(name_to_handle_at, 0, "a", e, id, 0);
		call(name_to_handle_at, AT_FDCWD, "/", e, id, 0);
	}
	e = (void *)(edge(0) - 8);
	e->bytes = 0;
	e->type = 2;
	call(open_by_handle_at, AT_FDCWD, e, 0x80002);
	call(name_to_handle_at, AT_FDCWD, "/proc", e, edge(1) - 4, 0);
	call(name_to_handle_at, AT_FDCWD, "/proc", e, edge(1) - 3, 0);
	e = (void *)(edge(0) - 7);
	call(open_by_handle_at, AT_FDCWD, e, 0);
	call(name_to_handle_at, AT_FDCWD, "/proc", e, NULL, 0);
	e = (void *)(edge(0) - 4);
	call(open_by_handle_at, -1, e, 0);
	call(name_to_handle_at, -1, NULL, e, NULL, 0);
	call(open_by_handle_at, -1, NULL, 0);
	call(open_by_handle_at, -1, BAD, -1);
	call(name_to_handle_at, -1, BAD, NULL, NULL, 0);
	call(name_to_handle_at, -1, BAD, BAD, BAD, 0);
	return 0;
}
