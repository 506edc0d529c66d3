// build: -O1 -fno-optimize-sibling-calls
// options: -e write
// options: -e write --stack-trace-frame-limit=1000
// options: -e write --stack-trace-frame-limit=1
#include <unistd.h>

__attribute__((noinline)) int recurse(int n) { return n ? recurse(n - 1) + 1 : write(1, "", 0); }

int main(void) { return recurse(400) < 0; }
