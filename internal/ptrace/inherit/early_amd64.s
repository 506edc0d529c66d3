//go:build linux && !race && !msan && !asan

#include "textflag.h"

#define SYS_rt_sigaction 13
#define SYS_rt_sigprocmask 14
#define SYS_fcntl 72
#define SYS_arch_prctl 158
#define SYS_prlimit64 302
#define F_GETFL 3
#define ARCH_SET_FS 0x1002
#define RLIMIT_NOFILE 7
#define NSIG 64

DATA _cgo_init(SB)/8, $·early(SB)
GLOBL _cgo_init(SB), NOPTR, $8

// early runs first of all, called by the runtime's entry point on the initial
// stack, without g, thread pointer or anything else of Go. It may use every register.
TEXT ·early(SB),NOSPLIT|NOFRAME,$0
	// for sig := 1; sig <= NSIG; sig++ { rt_sigaction(sig, nil, &actions[sig], 8) }
	MOVQ	$1, R12
	LEAQ	·actions+32(SB), R13
signals:
	MOVQ	R12, DI
	XORL	SI, SI
	MOVQ	R13, DX
	MOVQ	$8, R10
	MOVQ	$SYS_rt_sigaction, AX
	SYSCALL
	ADDQ	$32, R13
	INCQ	R12
	CMPQ	R12, $NSIG
	JLE	signals

	// for fd := 0; fd < 3; fd++ { flags[fd] = fcntl(fd, F_GETFL) }
	XORL	R12, R12
	LEAQ	·flags(SB), R13
descriptors:
	MOVQ	R12, DI
	MOVQ	$F_GETFL, SI
	MOVQ	$SYS_fcntl, AX
	SYSCALL
	MOVQ	AX, (R13)(R12*8)
	INCQ	R12
	CMPQ	R12, $3
	JLT	descriptors

	// rt_sigprocmask(0, nil, &blocked, 8)
	XORL	DI, DI
	XORL	SI, SI
	LEAQ	·blocked(SB), DX
	MOVQ	$8, R10
	MOVQ	$SYS_rt_sigprocmask, AX
	SYSCALL

	// prlimit64(0, RLIMIT_NOFILE, nil, &noFile)
	XORL	DI, DI
	MOVQ	$RLIMIT_NOFILE, SI
	XORL	DX, DX
	LEAQ	·noFile(SB), R10
	MOVQ	$SYS_prlimit64, AX
	SYSCALL

	// The entry point takes it that _cgo_init has set up thread-local
	// storage. Go on Linux keeps g at -8 from the thread pointer.
	MOVQ	$ARCH_SET_FS, DI
	LEAQ	·tls+8(SB), SI
	MOVQ	$SYS_arch_prctl, AX
	SYSCALL
	RET
