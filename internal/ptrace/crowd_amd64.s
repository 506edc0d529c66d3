#include "textflag.h"

#define SYS_getpid 39
#define SYS_gettid 186
#define SYS_tgkill 234
#define SIGCHLD 17
#define SI_TKILL -6

// onChild is a signal handler for SIGCHLD, like onSignal: it notes whom the signal
// is about (si_pid is at 16 of siginfo_t, si_code at 8).
TEXT ·onChild(SB),NOSPLIT|NOFRAME,$0
	CMPL	8(SI), $SI_TKILL
	JEQ	passed
	MOVL	16(SI), AX
	MOVL	AX, ·childHint(SB)
	MOVQ	$SYS_gettid, AX
	SYSCALL
	CMPL	AX, ·tracerTID(SB)
	JEQ	passed

	// Some other thread was given it: the wait to interrupt is the tracing thread's.
	MOVQ	$SYS_getpid, AX
	SYSCALL
	MOVQ	AX, DI
	MOVLQSX	·tracerTID(SB), SI
	MOVQ	$SIGCHLD, DX
	MOVQ	$SYS_tgkill, AX
	SYSCALL
passed:
	RET

// func onChildPC() uintptr
TEXT ·onChildPC(SB),NOSPLIT,$0-8
	LEAQ	·onChild(SB), AX
	MOVQ	AX, ret+0(FP)
	RET
