// options: -v
// options: -v -X raw
// options: -v -X verbose
// options: -N
// m32
#include "corpus.h"
#include <linux/seccomp.h>
#include <linux/filter.h>
#include <linux/audit.h>
int main(void){
 struct sock_filter f[]={ BPF_STMT(BPF_LD|BPF_W|BPF_ABS,4), BPF_JUMP(BPF_JMP|BPF_JEQ|BPF_K,AUDIT_ARCH_X86_64,1,0), BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_KILL_PROCESS), BPF_STMT(BPF_LD|BPF_W|BPF_ABS,0), BPF_JUMP(BPF_JMP|BPF_JGE|BPF_X,0x40000000,3,4),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_ERRNO|5),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_ALLOW),BPF_STMT(BPF_RET|BPF_A,7),BPF_STMT(BPF_RET|BPF_X,7),BPF_STMT(BPF_ALU|BPF_ADD|BPF_K,7),BPF_STMT(BPF_ALU|BPF_NEG,7),BPF_STMT(BPF_MISC|BPF_TAX,7),BPF_STMT(BPF_MISC|BPF_TXA,7),BPF_STMT(BPF_ST,3),BPF_STMT(BPF_STX,3),BPF_STMT(BPF_LDX|BPF_MEM,3),BPF_STMT(BPF_LD|BPF_IMM,3),BPF_STMT(BPF_LD|BPF_LEN,3),BPF_STMT(BPF_JMP|BPF_JA,3),BPF_STMT(0xffff,3),BPF_STMT(BPF_LD|BPF_H|BPF_IND,3),BPF_STMT(BPF_LDX|BPF_B|BPF_MSH,3),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_TRACE|0x1234),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_USER_NOTIF),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_LOG),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_TRAP),BPF_STMT(BPF_RET|BPF_K,SECCOMP_RET_KILL_THREAD|1),BPF_STMT(BPF_RET|BPF_K,0x12345678), BPF_STMT(BPF_LD|BPF_ABS|BPF_W,-4),BPF_STMT(BPF_JMP|BPF_JSET|BPF_K,0),BPF_STMT(BPF_ALU|BPF_XOR|BPF_X,0)};
 struct sock_fprog p={COUNT(f),f}, q={3,BAD}, r={0,f}, s={5000,at_edge(0,f,sizeof f)};
	call(seccomp,1,-1,&p);
	call(seccomp,1,64,&q);
	call(seccomp,1,64,&r);
	call(seccomp,1,64,&s);
	call(seccomp,1,64,BAD);
	call(seccomp,1,64,0);
	call(seccomp,0,1,&p); call(seccomp,0,-1,0);unsigned act=SECCOMP_RET_TRAP; call(seccomp,2,0,&act);act=0x7ff00001;
	call(seccomp,2,1,&act);
	call(seccomp,2,1,BAD); unsigned short sz[3]={1,2,3};
	call(seccomp,3,0,sz);
	call(seccomp,3,0,BAD);
	call(seccomp,3,7,sz);
	call(seccomp,9,7,sz);
	call(seccomp,-1,-1,-1);
	call(prctl,22,2,&p); call(prctl,22,2,&q);
 return 0;}
