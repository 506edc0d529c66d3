// options: -v
// options: -X verbose
// options: -y
// m32
// note: calls 120 to 239 with odd arguments
#include "sweep.h"

int main(void)
{
	sweep_range(120, 239, 3);
	return 0;
}
