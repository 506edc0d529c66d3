// only: -c -S name -U name,calls,errors
// only: -c -O 1000s -S name -w
// only: -c -O 1000s -S name -U time-percent,total-time,min-time,max-time,avg-time,wall-total,wall-min,wall-max,wall-avg,calls,errors,name
// only: -c -O 1000s -S calls -U name,count,error,time,time-total,shortest,longest,time-avg,total-wall,min-wall,max-wall,avg-wall
// only: -C -O 1000s -S errors -U syscall
// only: -c -S none -U calls -e trace=getpid,close,1000
// only: -c -O 1e9us -z -S syscall-name
// only: -c -O 1000s -Z -S error
// only: -c -O 1000s -S count -e status=successful -U syscall-name,errors
// only: -c -e status=unfinished -O 1000s
// only: -c -e status=none -U name -O 1s
// only: -c -e trace=none -O 1000s
// only: -c -S nothing -O 1000s -e trace=!all
// only: -c -S none -O 1000s -f -P /nonexistent
// m32
// note: -O takes all the time away, so that the table of times can be compared.
#include "corpus.h"

int main(void)
{
	for (int i = 0; i < 3; i++)
		call(getpid);
	for (int i = 0; i < 1000; i++)
		call(close, -1);
	call(getppid);
#ifndef __i386__ /* where the reference dies of numbers without a name */
	callnr(1000);
	callnr(1000);
	callnr(480);
	callnr(222222);
	callnr(-1);
#endif
	callnr(333); /* io_pgetevents, or nothing */
	call(open, "/nonexistent", 0);
	return 0;
}
