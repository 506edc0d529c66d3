// build: -O2 -static
// build: -O2 -static -fno-omit-frame-pointer
// build: -O2 -static-pie
// build: -O2 -static -s
// options: -e write
// options: -e none
// better: a static program has no .eh_frame_hdr, without which the reference stops at the first frame
#include "calls.c"
