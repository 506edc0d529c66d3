// options: -v
// options: -X verbose
// options: -y
// m32
// note: calls 360 to 480 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(360, 480, 3);
	return 0;
}
