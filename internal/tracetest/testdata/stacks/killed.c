// build: -O1
// options: -e kill,write
// options: -q -e kill
#include <signal.h>
#include <unistd.h>

int main(void)
{
	write(1, "", 0);
	kill(getpid(), SIGKILL);
}
