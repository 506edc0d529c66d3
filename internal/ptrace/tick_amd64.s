#include "textflag.h"

// onTick is a signal handler, like onSignal: called by the kernel, in the C convention.
TEXT ·onTick(SB),NOSPLIT|NOFRAME,$0
	INCL	·ticks(SB)
	RET

// func onTickPC() uintptr
TEXT ·onTickPC(SB),NOSPLIT,$0-8
	LEAQ	·onTick(SB), AX
	MOVQ	AX, ret+0(FP)
	RET
