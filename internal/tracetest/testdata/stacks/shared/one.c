int callback(void);

__attribute__((noinline)) int one_inner(int n) { return callback() + n; }

int one(void) { return one_inner(1) + 1; }
