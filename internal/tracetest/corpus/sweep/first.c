// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 3
// options: -xx
// m32
// note: calls 0 to 119 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(0, 119, 5);
	return 0;
}
