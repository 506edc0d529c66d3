// options: -X raw
// options: -X verbose
// options: -s 3
// options: -xx
// options: -v
// m32
#include "corpus.h"

#define AT_FDCWD (-100)
#define LONG "user.a name that is longer than the thirty-two bytes which are shown"

struct args {
	uint64_t value;
	uint32_t size, flags;
	uint64_t more;
};

int main(void)
{
	static const int flags[] = { 0, 1, 2, 3, 4, -1 };
	static const long sizes[] = { 0, 1, 5, 6, 40, -1 };
	static const int at[] = { 0, 0x100, 0x1000, 0x200, -1 };
	static const char value[40] = "value\0and more";
	struct args args = { (uintptr_t)value, 6, 1, 7 };
	char buf[100];

	call(open, "x", 0102, 0600);
	for (int i = 0; i < COUNT(flags); i++) {
		call(setxattr, "x", "user.a", value, 5, flags[i]);
		call(lsetxattr, "x", "user.a", value, 6, flags[i]);
		call(fsetxattr, 3, "user.b", value, 6, flags[i]);
	}
	for (int i = 0; i < COUNT(sizes); i++) {
		call(setxattr, "/nonexistent", "user.a", value, sizes[i], 0);
		call(setxattr, "/nonexistent", "user.a", edge(0) - 5, sizes[i], 0);
		call(getxattr, "x", "user.a", buf, sizes[i]);
		call(lgetxattr, "x", "user.b", buf, sizes[i]);
		call(fgetxattr, 3, "user.b", buf, sizes[i]);
		call(listxattr, "x", buf, sizes[i]);
		call(llistxattr, "x", buf, sizes[i]);
		call(flistxattr, 3, buf, sizes[i]);
	}
	call(getxattr, "x", LONG, NULL, 100);
	call(getxattr, "x", "user.a", NULL, 100);
	call(getxattr, "x", "user.a", BAD, 100);
	call(getxattr, NULL, NULL, NULL, 0);
	call(getxattr, BAD, BAD, BAD, -1);
	call(fgetxattr, -1, "user.a", buf, 5);
	call(listxattr, "x", NULL, 0);
	call(listxattr, "x", NULL, 100);
	call(flistxattr, -1, BAD, 100);
	call(setxattr, NULL, BAD, NULL, 5, 0);
	call(fsetxattr, -1, LONG, BAD, 5, 0);
	call(removexattr, "x", "user.a");
	call(lremovexattr, "x", "user.none");
	call(fremovexattr, 3, "user.b");
	call(fremovexattr, -1, LONG);
	call(removexattr, NULL, BAD);

	for (int i = 0; i < COUNT(at); i++) {
		args.flags = i;
		callnr(463, AT_FDCWD, "x", at[i], "user.c", &args, 16); /* setxattrat */
		callnr(464, AT_FDCWD, "x", at[i], "user.c", &args, 16); /* getxattrat */
		callnr(465, AT_FDCWD, "x", at[i], buf, sizeof(buf));    /* listxattrat */
		callnr(466, AT_FDCWD, "x", at[i], "user.c");            /* removexattrat */
	}
	args.flags = 0;
	args.value = (uintptr_t)buf;
	callnr(463, AT_FDCWD, "x", 0, "user.c", &args, 16);
	callnr(464, AT_FDCWD, "x", 0, "user.c", &args, 16);
	args.size = 3;
	callnr(464, AT_FDCWD, "x", 0, "user.c", &args, 16);
	args.size = 0;
	callnr(464, AT_FDCWD, "x", 0, "user.c", &args, 16);
	args.size = 6;
	args.flags = 7;
	for (int i = 0; i < COUNT(sizes); i++) {
		callnr(463, AT_FDCWD, "x", 0, LONG, &args, sizes[i]);
		callnr(464, AT_FDCWD, "x", 0, LONG, &args, sizes[i]);
	}
	args.value = -1;
	callnr(463, -1, "x", 0, LONG, &args, 24);
	callnr(464, -1, "x", 0, LONG, &args, 24);
	callnr(464, -1, "x", 0, LONG, &args, 4096);
	args.value = 0;
	callnr(463, -1, NULL, 0, BAD, &args, 16);
	callnr(464, -1, NULL, 0, BAD, &args, 15);
	callnr(463, -1, NULL, 0, NULL, BAD, 16);
	callnr(464, -1, NULL, 0, NULL, BAD, 16);
	callnr(464, -1, NULL, 0, NULL, NULL, 16);
	callnr(463, -1, NULL, 0, NULL, edge(0) - 15, 16);
	callnr(464, -1, NULL, 0, NULL, edge(0) - 16, 17);
	callnr(465, AT_FDCWD, "x", 0, NULL, 0);
	callnr(465, AT_FDCWD, "x", 0, BAD, 10);
	callnr(465, AT_FDCWD, NULL, 0, BAD, -1);
	callnr(466, AT_FDCWD, BAD, 0, BAD);
	callnr(466, 3, NULL, 0x1000, "user.c");
	return 0;
}
