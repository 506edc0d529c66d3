// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 4096
// m32
// note: the argument of every operation of io_uring_register, of zeros, small numbers, ones and bytes
#include "sweep.h"
int main(void)
{
	static union { unsigned char b[4096]; uint32_t w[64]; uint64_t q[32]; } u;
	sweep_begin();
	for (int op = 0; op < 40; op++)
		for (int k = 0; k < 4; k++) {
			for (int i = 0; i < 200; i++) u.b[i] = k == 0 ? 0 : k == 1 ? (i % 4 ? 0 : i / 4 + 1) : k == 2 ? 0xff : i;
			int n = k == 0 ? 1 : k == 1 ? 2 : k == 2 ? 1 : 3;
			sweep_good(427, 3, op, &u, n, 0, 0);
			sweep_bad(427, 3, op, &u, n, 0, 0);
		}
	return 0;
}
