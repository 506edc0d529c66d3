// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

struct ts { long sec, nsec; };
struct ts64 { long long sec, nsec; };

int main(void)
{
	struct ts ts = { 0, 1000 }, out;
	struct ts64 ts64 = { 0, 1000 }, out64;
	long tv[2], tz[2];
	call(nanosleep, &ts, &out);
	call(nanosleep, &ts, 0);
	call(nanosleep, BAD, &out);
	ts.nsec = -1;
	call(nanosleep, &ts, &out);
	ts.sec = -1;
	call(nanosleep, edge(0) - sizeof(long), 0);
	call(clock_nanosleep, 1, 1, &ts, &out);
	ts.sec = 0;
	ts.nsec = 1;
	call(clock_nanosleep, 0, 0, &ts, &out);
	call(clock_nanosleep, 1, 0xfffffffe, &ts, BAD);
	call(clock_nanosleep, 99, 3, BAD, &out);
	for (int i = 8; i < 11; i++)
		call(clock_gettime, i, &out);
	call(clock_gettime, -1, &out);
	call(clock_gettime, 0, BAD);
	for (int i = 0; i < 13; i++)
		call(clock_getres, i, &out);
	call(clock_getres, 0, 0);
	call(clock_getres, 0xfffffff8, BAD);
	call(clock_settime, 77, &ts);
	call(clock_settime, 77, 0);
	call(settimeofday, BAD, tz);
	call(settimeofday, tv, edge(0) - 4);
	call(gettimeofday, BAD, 0);
	call(gettimeofday, 0, tz);
	call(time, BAD);
	call(alarm, 0);
#ifdef __i386__
	callnr(403, 77, &out64); /* clock_gettime64 */
	callnr(404, 77, &ts64);
	callnr(404, 77, BAD);
	callnr(406, 1, &out64); /* clock_getres_time64 */
	callnr(406, 1, 0);
	callnr(407, 0, 0, &ts64, &out64); /* clock_nanosleep_time64 */
	callnr(407, 1, 1, &ts64, BAD);
	call(stime, BAD);
#endif
	(void)ts64, (void)out64;
	return 0;
}
