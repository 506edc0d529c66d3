// build: -m32 -O2
// build: -m32 -O2 -static
// build: -m32 -O2 -fno-omit-frame-pointer -fno-asynchronous-unwind-tables
// options: -e write,gettid
// options: -e none
// better: the reference has no stacks of 32-bit programs
#include "calls.c"
