// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 3
// options: -xx
// m32
// note: calls 360 to 480 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(360, 480, 5);
	return 0;
}
