// only: -e inject=getpid:delay_enter=1000
// options: -e inject=getpid:delay_exit=2ms
// options: -e inject=getpid:delay_enter=0
// options: -e inject=getpid:delay_enter=.5ms:delay_exit=1000000ns:when=2
// options: -e inject=getpid:delay_exit=0.001s:error=EPERM
// options: -c -U calls,errors,name -e inject=getpid:delay_exit=1ms:error=EPERM:when=2
// m32
#include "corpus.h"

int main(void)
{
	call(getpid);
	call(getpid);
	call(getppid);
	call(getpid);
	return 0;
}
