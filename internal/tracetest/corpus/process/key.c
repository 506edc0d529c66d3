// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

int main(void)
{
	char buf[64] = "abc";
	struct { void *b; unsigned long l; } iov = { buf, 3 };

	call(add_key, "nosuch", "name", "payload\0x", 9, -2);
	call(add_key, "nosuch", "a rather long description of a key", BAD, -1, -1);
	call(add_key, BAD, 0, 0, 0, 0);
	for (int i = -9; i < 1; i++)
		call(request_key, "nosuch", "desc", "info", i);
	call(request_key, BAD, BAD, BAD, 0x7fffffff);
	/* Not 18: what becomes of the parent's session depends on the parent. */
	for (int op = 0; op < 35; op++)
		if (op != 18)
			call(keyctl, op, 1, 2, 3, 4);
	for (int op = 0; op < 33; op++)
		if (op != 1 && op != 18 && op != 3 && op != 0 && op != 9 && op != 7)
			call(keyctl, op, -1, BAD, BAD, BAD);
	call(keyctl, -1, 1, 2, 3, 4);
	call(keyctl, 0, 1, 1);
	call(keyctl, 1, ".no");
	call(keyctl, 2, 1, buf, 3);
	call(keyctl, 4, 1, 2, 3);
	call(keyctl, 5, 1, 0x3f3f3f3f);
	call(keyctl, 5, 1, 0x01020408);
	call(keyctl, 6, -3, buf, sizeof(buf));
	call(keyctl, 6, -3, 0, 0);
	call(keyctl, 10, -3, "user", "name", -2);
	call(keyctl, 11, -3, buf, sizeof(buf));
	call(keyctl, 12, 1, buf, 3, -3);
	call(keyctl, 14, -1);
	for (int i = -1; i < 9; i++)
		call(keyctl, 14, i);
	call(keyctl, 17, -3, buf, sizeof(buf));
	call(keyctl, 20, 1, &iov, 1, -3);
	call(keyctl, 23, buf, buf, 10, 0);
	call(keyctl, 29, -3, "asym", "id:1", 0);
	call(keyctl, 30, 1, -3, -2, 1);
	call(keyctl, 31, buf, 2);
	return 0;
}
