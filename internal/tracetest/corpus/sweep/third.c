// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 3
// options: -xx
// m32
// note: calls 240 to 359 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(240, 359, 5);
	return 0;
}
