// options: -v
// options: -X raw
// options: -X verbose
// options: -y
// options: -s 3
// options: -xx
// m32
// note: calls 120 to 239 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(120, 239, 5);
	return 0;
}
