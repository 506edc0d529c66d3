int callback(void);

static char space[300];

__attribute__((noinline)) int two_inner(int n)
{
	char b[200];
	b[n] = 1;
	return callback() + b[n] + space[n];
}

int two(void) { return two_inner(3) + 1; }
