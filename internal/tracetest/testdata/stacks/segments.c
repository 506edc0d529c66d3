// build: -O1 -no-pie -Wl,--section-start=.text=0x801000
// options: -e write
// better: the reference names nothing, or the wrong functions, where several segments are executable
#include "calls.c"
