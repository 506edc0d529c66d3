// options: -v
// options: -X verbose
// options: -y
// m32
// note: calls 0 to 119 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(0, 119, 3);
	return 0;
}
