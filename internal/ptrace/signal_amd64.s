#include "textflag.h"

#define SYS_rt_sigreturn 15
#define SYS_getpid 39
#define SYS_clone 56
#define SYS_gettid 186
#define SYS_exit_group 231
#define SYS_tgkill 234
#define CLONE_VM_VFORK_SIGCHLD 0x4111

// onSignal is a signal handler: called by the kernel, in the C convention,
// on the thread's signal stack. It touches nothing of Go but the variables.
TEXT ·onSignal(SB),NOSPLIT|NOFRAME,$0
	MOVQ	DI, R8
	MOVQ	$SYS_gettid, AX
	SYSCALL
	CMPL	AX, ·tracerTID(SB)
	JEQ	here

	// Some other thread was given it: pass it on, as the child below
	// must be the tracing thread's.
	MOVQ	$SYS_getpid, AX
	SYSCALL
	MOVQ	AX, DI
	MOVLQSX	·tracerTID(SB), SI
	MOVQ	R8, DX
	MOVQ	$SYS_tgkill, AX
	SYSCALL
	RET

here:
	MOVL	R8, ·caughtSignal(SB)
	MOVQ	$CLONE_VM_VFORK_SIGCHLD, DI
	XORL	SI, SI
	XORL	DX, DX
	XORL	R10, R10
	XORL	R8, R8
	MOVQ	$SYS_clone, AX
	SYSCALL
	TESTQ	AX, AX
	JNZ	parent
	// The child. It shares memory and stack with the suspended parent and touches neither.
	XORL	DI, DI
	MOVQ	$SYS_exit_group, AX
	SYSCALL
parent:
	MOVL	AX, ·wakerPID(SB)
	RET

// onReturn is where onSignal returns to.
TEXT ·onReturn(SB),NOSPLIT|NOFRAME,$0
	MOVQ	$SYS_rt_sigreturn, AX
	SYSCALL
	INT	$3

// func onSignalPC() uintptr
TEXT ·onSignalPC(SB),NOSPLIT,$0-8
	LEAQ	·onSignal(SB), AX
	MOVQ	AX, ret+0(FP)
	RET

// func onReturnPC() uintptr
TEXT ·onReturnPC(SB),NOSPLIT,$0-8
	LEAQ	·onReturn(SB), AX
	MOVQ	AX, ret+0(FP)
	RET
