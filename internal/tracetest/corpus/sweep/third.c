// options: -v
// options: -X verbose
// options: -y
// m32
// note: calls 240 to 359 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(240, 359, 3);
	return 0;
}
