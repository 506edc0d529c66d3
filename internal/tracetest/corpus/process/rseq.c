// options: -v
// options: -X raw
// options: -X verbose
// options: -N
// m32
#include "corpus.h"

int main(void){ 
struct { uint32_t a,b; uint64_t cs; uint32_t flags, node, mm, sl; uint32_t more[60]; } r __attribute__((aligned(32))); memset(&r,0,sizeof r);
struct { uint32_t v,f; uint64_t start, off, abort; } cs __attribute__((aligned(32)))={1,2,3,4,5};
	call(rseq,0,0,0,0);
	call(rseq,BAD,32,-1,-1);
	call(rseq,&r,0,0,0);
	call(rseq,&r,4,0,0);
	call(rseq,&r,8,0,0);
	call(rseq,&r,16,0,0);
	call(rseq,&r,20,0,0);
	call(rseq,&r,24,0,0);
	call(rseq,&r,28,0,0);
	call(rseq,&r,31,0,0);
	call(rseq,&r,33,1,0x53053053);
	call(rseq,&r,48,2,0);
	call(rseq,&r,64,4,0);
	call(rseq,&r,32,4,0); r.a=-1;r.b=-2;r.cs=(long)&cs;r.flags=-1;r.node=-1;r.mm=7;r.sl=0x102; memset(r.more,0x11,64);
	call(rseq,&r,128,4,0);
	call(rseq,&r,32,4,0);
	call(rseq,&r,64,2,0); r.cs=1;r.flags=5;
	call(rseq,&r,36,2,0);
	call(rseq,&r,96,2,0);r.cs=-1;
	call(rseq,&r,34,2,0); r.cs=(long)at_edge(0,&cs,16);
	call(rseq,&r,32,2,0); 
	call(rseq,at_edge(1,&r,24),32,2,0); r.sl=0; r.more[0]=0;r.more[1]=0x01020304;
	call(rseq,&r,40,2,0);
	call(rseq,&r,44,2,0);
callnr(471);
	call(rseq, at_edge(1,&r,33),32,2,0);
	call(rseq, at_edge(1,&r,32),32,2,0);
	call(rseq, at_edge(1,&r,63),64,2,0);
	return 0;}
