// options: -v
// options: -X raw
// options: -X verbose
// options: -s 4096
// options: -xx
// m32
// note: security modules: what they say of a process
#include "sweep.h"
int main(void)
{
	static union { unsigned char b[4096]; uint32_t w[64]; uint64_t q[32]; } u;
	sweep_begin();
	/* lsm */
	for (int i = 0; i < 4; i++) { memset(&u, 0, 256); u.w[20] = 64; u.q[0] = 99 + i; u.q[1] = i; u.q[2] = 32 + 8 * i; u.q[3] = 4 * i; u.b[32] = 'a';
		for (int f = 0; f < 3; f++) { sweep_good(459, 100 + i, &u, &u.w[20], f,0,0);  sweep_bad(459, 100 + i, &u, &u.w[20], f,0,0); }
		for (int s = 0; s < 80; s += 8) sweep_good(460, 100 + i, &u, s, 1 << i, 0, 0);
	}
	for (int r = 0; r < 2; r++) for (int i = 0; i < 80; i += 8) { u.w[20] = i; sweep_good(459, 1, edge(0) - 32, &u.w[20], 0,0,0); sweep_good(460, 1, edge(0) - 32, i, 0,0,0); sweep_good(460, 1, edge(0) - i, 32, 0,0,0);}
	for (int i = 0; i < 12; i++) u.q[i] = i + 99;
	for (int i = 0; i < 80; i += 4) { u.w[40] = i; sweep_good(461, &u, &u.w[40], 0,0,0,0); sweep_bad(461, &u, &u.w[40], 0,0,0,0); sweep_good(461, edge(0)-16, &u.w[40], 2,0,0,0);}
	sweep_good(461, &u, 0, 0,0,0,0); sweep_good(461, &u, edge(0)-4, 0,0,0,0);
	return 0;
}
