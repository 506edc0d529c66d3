// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 4096
// m32
// note: what the kernel is asked, and arguments that are not there
#include "sweep.h"
int main(void)
{
	static union { unsigned char b[4096]; uint32_t w[64]; uint64_t q[32]; } u, v;
	sweep_begin();
	for (int op = 0; op < 5; op++) for (int n = 0; n < 80; n += 8) { memset(&u, 0, 64); memset(&v, 0, 256); for (int i = 0; i < 64; i++) v.w[i] = i + 1; u.q[1] = (long)&v; u.w[4] = op; u.w[5] = n; sweep_good(427, 3, 35, &u, 0, 0, 0); if (n == 40) sweep_bad(427, 3, 35, &u, 0, 0, 0); }
	memset(&u, 0, 64); u.w[7] = 5; sweep_good(427, 3, 35, &u, 0, 0, 0);
	for (int i = 0; i < 6; i++) for (int k = 0; k < 3; k++) { memset(&u, 0, 64); u.b[5] = k; u.w[2] = i == 5 ? -1 : i; sweep_good(427, 3, 27, &u, 1, 0, 0);sweep_bad(427, 3, 27, &u, 1, 0, 0); }
	for (int op = 0; op < 40; op++) { sweep_good(427, 3, op, &u, 0, 0, 0); sweep_good(427, 3, op, 0, 1, 0, 0); sweep_good(427, 3, op, BAD, 1, 0, 0); sweep_good(427, 3, op | 1u << 31, &u, 2, 0, 0); }
	return 0;
}
