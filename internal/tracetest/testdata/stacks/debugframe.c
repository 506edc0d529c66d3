// build: -O2 -fno-asynchronous-unwind-tables -fomit-frame-pointer -g
// build: -O2 -fno-asynchronous-unwind-tables -fomit-frame-pointer -g -gz=zlib
// options: -e write
// better: the reference does not look into .debug_frame where there is .eh_frame_hdr
#include "calls.c"
