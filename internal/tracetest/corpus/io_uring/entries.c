// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 4096
// m32
// note: resources, and an entry of every operation
#include "sweep.h"
int main(void)
{
	static union { unsigned char b[4096]; uint32_t w[64]; uint64_t q[32]; } u; static uint32_t fds[64] = { 1, 2, 3, -1 }; static uint64_t tags[64] = { 5, 6, 7 };
	static struct { uint64_t b, l; } iov[4] = { { 1, 2 }, { 3, 4 } };
	sweep_begin();
	memset(&u, 0, 64); u.q[1] = (long)fds; sweep_good(427, 3, 6, &u, 3, 0, 0); sweep_bad(427, 3, 6, &u, 40, 0, 0);
	for (int op = 13; op < 17; op++) for (int k = 0; k < 3; k++) for (int n = 16; n < 48; n += 16) { memset(&u, k == 2 ? 0xff : 0, 64); if (k < 2) { u.w[0] = k ? 3 : 2; u.w[1] = k; u.q[2] = op & 1 ? (long)fds : (long)iov; u.q[1] = op > 14 && k ? (long)(op == 16 ? (long)iov : (long)fds) : k; u.q[3] = (long)tags; u.q[2] = op > 14 ? (long)tags : u.q[2]; if (op > 14) { u.q[3] = k; u.w[6] = 2; } } sweep_good(427, 3, op, &u, n, 0, 0); }
	for (int n = 0; n < 4; n++) { memset(&u, n == 3 ? 0xff : 0, 64); u.w[0] = n; sweep_good(427, 3, 29, &u, n == 3 ? 0 : n, 0, 0); sweep_good(427, 3, 29, &u, 0, 0, 0); sweep_bad(427, 3, 29, &u, 0, 0, 0);}
	for (int n = 0; n < 3; n++) for (int k = 0; k < 5; k++) { memset(&u, 0, 256); u.q[0] = n ? 0 : (long)&u.q[8]; u.q[1] = (long)&u.q[16]; u.w[4] = 96; u.w[5] = k; u.w[6] = k == 4 ? 3 : 0; u.q[16] = 77; u.q[17] = 78; u.q[8] = k == 3 ? -1 : 0; u.w[20] = 6; sweep_good(427, 3, 35, &u, 0, 0, 0); sweep_good(427, -1, 35, &u, n, 0, 0); sweep_bad(427, -1, 35, &u, 0, 0, 0); }
	for (int k = 0; k < 4; k++) { memset(&u, k == 3 ? 0xff : 0, 64); if (k < 3) { u.w[0] = 4; u.w[1] = k; u.w[6] = 8; u.w[7] = 3;} sweep_good(427, 3, 36, &u, 1, 0, 0); sweep_good(427, 3, 36, &u, 0, 0, 0);}
	for (int op = 0; op < 70; op++) for (int k = 0; k < 3; k++) { memset(&u, 0, 64); for (int i = 0; i < 64; i++) u.b[i] = k == 0 ? 0 : k == 1 ? (i % 4 ? 0 : i / 4 + 1) : 0xff; u.b[0] = op; u.b[1] = k; sweep_good(427, -1, 31, &u, 1, 0, 0); }
	return 0;
}
